#include "decode/line_reader.h"

#include <algorithm>
#include <cstring>

#include "decode/table_header.h"

namespace wavemill::decode {

namespace {

constexpr std::size_t kFirstLook_bytes = std::size_t{64} << 10;

bool holds(const std::byte* bytes, std::size_t length, char c) { return std::memchr(bytes, c, length) != nullptr; }

}  // namespace

base::Error line_too_long(const TextBytes& bytes, std::uint64_t offset, std::uint64_t number) {
  return {base::ErrorCode::kFormatTextLine,
          "line " + std::to_string(number) + " is longer than " + std::to_string(kLongestLine_bytes >> 20) +
              " MiB: the file has no line breaks, or is not text",
          bytes.file_offset(offset)};
}

base::Result<LineReader> LineReader::begin(TextBytes& bytes) {
  const auto length = static_cast<std::size_t>(std::min<std::uint64_t>(kFirstLook_bytes, bytes.size_bytes()));
  const base::Result<const std::byte*> head = bytes.window(0, length);
  if (!head) return head.error();
  const bool has_cr_alone = !holds(*head, length, '\n') && holds(*head, length, '\r');
  return LineReader(bytes, has_cr_alone ? '\r' : '\n');
}

base::Result<std::optional<Line>> LineReader::next() {
  if (offset_ >= bytes_.size_bytes()) return std::optional<Line>();
  const base::Result<std::size_t> length = length_from(offset_);
  if (!length) return length.error();
  base::Result<std::string> text = bytes_.text(offset_, *length);
  if (!text) return text.error();
  if (text->ends_with('\r')) text->pop_back();
  Line line{offset_, offset_ + *length + 1, ++number_, std::move(*text)};
  offset_ = line.next_offset;
  return std::optional<Line>(std::move(line));
}

base::Result<std::size_t> LineReader::length_from(std::uint64_t offset) {
  const std::uint64_t left = bytes_.size_bytes() - offset;
  for (std::size_t looked = kFirstLook_bytes;; looked *= 4) {
    const auto length = static_cast<std::size_t>(std::min<std::uint64_t>(looked, left));
    const base::Result<const std::byte*> window = bytes_.window(offset, length);
    if (!window) return window.error();
    const void* end = std::memchr(*window, line_break_, length);
    if (end != nullptr) return static_cast<std::size_t>(static_cast<const std::byte*>(end) - *window);
    if (length == left) return length;
    if (length >= kLongestLine_bytes) return line_too_long(bytes_, offset, number_ + 1);
  }
}

}  // namespace wavemill::decode
