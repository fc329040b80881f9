#include "formats/catalogue.h"

#include <algorithm>
#include <array>
#include <string>

#include "formats/npy.h"
#include "formats/outb.h"
#include "formats/text_head.h"

namespace wavemill::formats {
namespace {

using base::Error;
using base::ErrorCode;

constexpr std::array<Format, 4> kCatalogue{{
    {"outb", "OpenFAST binary", {".outb"}, recognises_outb, parse_outb},
    {"npy", "NumPy array", {".npy"}, recognises_npy, parse_npy},
    {"out", "OpenFAST text", {".out"}, recognises_openfast_text, nullptr, layout::TextFormat::kOpenFast},
    {"csv", "text table", {".csv", ".tsv"}, recognises_text_table, nullptr, layout::TextFormat::kTable},
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

base::Result<const Format*> find_format(std::string_view path, std::span<const std::byte> head) {
  const std::string extension = lower_case_extension(path);
  for (const Format& format : kCatalogue) {
    for (const std::string_view known : format.extensions)
      if (!known.empty() && known == extension) return &format;
  }
  for (const Format& format : kCatalogue) {
    if (format.recognises(head)) return &format;
  }
  return nullptr;
}

bool is_gzip(std::span<const std::byte> head) {
  return head.size() > 2 && head[0] == std::byte{0x1f} && head[1] == std::byte{0x8b};
}

Error unknown_format() {
  std::string known;
  for (const Format& format : kCatalogue) {
    known += (known.empty() ? "" : ", ") + std::string(format.extensions[0]) + " (" + std::string(format.title) + ")";
  }
  return {ErrorCode::kFormatUnknown,
          "neither the file's name nor its first bytes (byte 0) are of a format that wavemill reads: " + known, 0};
}

}  // namespace

std::span<const Format> catalogue() { return kCatalogue; }

base::Result<const Format*> identify(std::string_view path, platform::ByteSource& bytes) {
  if (bytes.size_bytes() == 0) {
    return Error{ErrorCode::kFormatEmptyFile,
                 "the file is empty (0 bytes): the simulation never wrote it, or the disk was full; run it again", 0};
  }
  constexpr std::uint64_t kHead_bytes = 4096;
  const auto length = static_cast<std::size_t>(std::min(kHead_bytes, bytes.size_bytes()));
  const base::Result<const std::byte*> bytes_there = bytes.window(0, length);
  if (!bytes_there.ok()) return bytes_there.error();
  const std::span<const std::byte> head(*bytes_there, length);
  if (is_gzip(head))
    return Error{ErrorCode::kFormatUnknown, "the file is compressed by gzip (byte 0): name it so that it ends with .gz", 0};
  const base::Result<const Format*> format = find_format(path, head);
  if (format.ok() && *format == nullptr) return unknown_format();
  return format;
}

}  // namespace wavemill::formats
