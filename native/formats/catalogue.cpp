#include "formats/catalogue.h"

#include <algorithm>
#include <array>
#include <string>

#include "formats/npy.h"
#include "formats/outb.h"

namespace wavemill::formats {
namespace {

using base::Error;
using base::ErrorCode;

constexpr std::array<Format, 2> kCatalogue{{
    {"outb", "OpenFAST binary", ".outb", recognises_outb, parse_outb},
    {"npy", "NumPy array", ".npy", recognises_npy, parse_npy},
}};

/// Of the name after the last slash; a backslash separates too, and on Linux no result file's extension has one.
std::string lower_case_extension(std::string_view path) {
  const std::size_t slash = path.find_last_of("/\\");
  const std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  const std::size_t dot = name.rfind('.');
  std::string extension(dot == std::string_view::npos ? std::string_view() : name.substr(dot));
  for (char& c : extension) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return extension;
}

base::Result<const Format*> find_format(std::string_view path, platform::ByteSource& bytes) {
  const std::string extension = lower_case_extension(path);
  for (const Format& format : kCatalogue) {
    if (format.extension == extension) return &format;
  }
  constexpr std::uint64_t kHead_bytes = 64;
  const auto length = static_cast<std::size_t>(std::min(kHead_bytes, bytes.size_bytes()));
  const base::Result<const std::byte*> head = bytes.window(0, length);
  if (!head.ok()) return head.error();
  for (const Format& format : kCatalogue) {
    if (format.recognises({*head, length})) return &format;
  }
  return nullptr;
}

Error unknown_format() {
  std::string known;
  for (const Format& format : kCatalogue) {
    known += (known.empty() ? "" : ", ") + std::string(format.extension) + " (" + std::string(format.title) + ")";
  }
  return {ErrorCode::kFormatUnknown,
          "neither the file's name nor its first bytes (byte 0) are of a format that wavemill reads: " + known, 0};
}

}  // namespace

std::span<const Format> catalogue() { return kCatalogue; }

base::Result<layout::FileLayout> describe(std::string_view path, platform::ByteSource& bytes, const ParseHints& hints) {
  if (bytes.size_bytes() == 0) {
    return Error{ErrorCode::kFormatEmptyFile,
                 "the file is empty (0 bytes): the simulation never wrote it, or the disk was full; run it again", 0};
  }
  const base::Result<const Format*> format = find_format(path, bytes);
  if (!format.ok()) return format.error();
  return *format == nullptr ? unknown_format() : (*format)->parse(bytes, hints);
}

}  // namespace wavemill::formats
