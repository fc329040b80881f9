#include "decode/text_encoding.h"

#include <algorithm>

#include "formats/header_text.h"

namespace wavemill::decode {

namespace {

constexpr std::byte kNoLetter{0x1a};  // ASCII's "substitute": in no number, and no line break

std::uint32_t unit_at(const std::byte* at, Encoding encoding) {
  const auto first = std::to_integer<std::uint32_t>(at[0]), second = std::to_integer<std::uint32_t>(at[1]);
  return encoding == Encoding::kUtf16Little ? first | second << 8 : second | first << 8;
}

void append_utf8(std::string& text, std::uint32_t code) {
  if (code < 0x80) {
    text += static_cast<char>(code);
  } else if (code < 0x800) {
    text += static_cast<char>(0xc0 | code >> 6);
    text += static_cast<char>(0x80 | (code & 0x3f));
  } else if (code < 0x10000) {
    text += static_cast<char>(0xe0 | code >> 12);
    text += static_cast<char>(0x80 | (code >> 6 & 0x3f));
    text += static_cast<char>(0x80 | (code & 0x3f));
  } else {
    text += static_cast<char>(0xf0 | code >> 18);
    text += static_cast<char>(0x80 | (code >> 12 & 0x3f));
    text += static_cast<char>(0x80 | (code >> 6 & 0x3f));
    text += static_cast<char>(0x80 | (code & 0x3f));
  }
}

bool is_high_surrogate(std::uint32_t unit) { return unit >= 0xd800 && unit < 0xdc00; }
bool is_low_surrogate(std::uint32_t unit) { return unit >= 0xdc00 && unit < 0xe000; }

/// Half a pair by itself becomes U+FFFD.
std::string utf8_of(const std::byte* wide, std::size_t length, Encoding encoding) {
  std::string text;
  for (std::size_t i = 0; i < length; ++i) {
    const std::uint32_t unit = unit_at(wide + 2 * i, encoding);
    const std::uint32_t next = i + 1 < length ? unit_at(wide + 2 * (i + 1), encoding) : 0;
    if (is_high_surrogate(unit) && is_low_surrogate(next)) {
      append_utf8(text, 0x10000 + ((unit - 0xd800) << 10) + (next - 0xdc00));
      ++i;
    } else {
      append_utf8(text, is_high_surrogate(unit) || is_low_surrogate(unit) ? 0xfffd : unit);
    }
  }
  return text;
}

bool begins_with(std::span<const std::byte> head, std::string_view mark) {
  return head.size() >= mark.size() && std::string_view(reinterpret_cast<const char*>(head.data()), mark.size()) == mark;
}

}  // namespace

Encoding encoding_of(std::span<const std::byte> head) {
  if (begins_with(head, "\xef\xbb\xbf")) return Encoding::kUtf8Marked;
  if (begins_with(head, "\xff\xfe")) return Encoding::kUtf16Little;
  if (begins_with(head, "\xfe\xff")) return Encoding::kUtf16Big;
  return Encoding::kBytes;
}

std::string_view name(Encoding encoding) {
  switch (encoding) {
    case Encoding::kBytes: return "";
    case Encoding::kUtf8Marked: return "UTF-8";
    case Encoding::kUtf16Little: return "UTF-16, little-endian";
    case Encoding::kUtf16Big: return "UTF-16, big-endian";
  }
  return "";
}

std::uint64_t TextBytes::mark_bytes() const {
  if (encoding_ == Encoding::kBytes) return 0;
  return encoding_ == Encoding::kUtf8Marked ? 3 : 2;
}

std::uint64_t TextBytes::size_bytes() const { return (file_.size_bytes() - mark_bytes()) / character_bytes(); }

base::Result<const std::byte*> TextBytes::window(std::uint64_t offset, std::size_t length) {
  base::Result<const std::byte*> bytes = file_.window(file_offset(offset), length * character_bytes());
  if (!bytes || !is_wide()) return bytes;
  narrowed_.resize(std::max<std::size_t>(length, 1));  // never without an address
  for (std::size_t i = 0; i < length; ++i) {
    const std::uint32_t unit = unit_at(*bytes + 2 * i, encoding_);
    narrowed_[i] = unit < 0x100 ? static_cast<std::byte>(unit) : kNoLetter;
  }
  return narrowed_.data();
}

base::Result<std::string> TextBytes::text(std::uint64_t offset, std::size_t length) {
  const base::Result<const std::byte*> bytes = file_.window(file_offset(offset), length * character_bytes());
  if (!bytes) return bytes.error();
  if (is_wide()) return utf8_of(*bytes, length, encoding_);
  return formats::utf8_text({reinterpret_cast<const char*>(*bytes), length});
}

}  // namespace wavemill::decode
