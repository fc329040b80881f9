#include "formats/header_text.h"

#include <cstdint>
#include <cstdio>

namespace wavemill::formats {
namespace {

bool is_padding(char c) { return c == ' ' || c == '\0' || c == '\t' || c == '\r' || c == '\n'; }

std::string_view trimmed(std::string_view raw) {
  while (!raw.empty() && is_padding(raw.back())) raw.remove_suffix(1);
  while (!raw.empty() && is_padding(raw.front())) raw.remove_prefix(1);
  return raw;
}

bool is_ascii(std::string_view text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return true;
}

/// The bytes of the UTF-8 character at the start of `text`, or 0 where that is none: a stray, overlong or surrogate one, or one past U+10FFFF.
std::size_t utf8_length(std::string_view text) {
  const auto byte = [text](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
  const std::uint8_t lead = byte(0);
  if (lead < 0x80) return 1;
  const std::size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4 || text.size() < length) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xc0) != 0x80) return 0;
  }
  if (lead == 0xe0 && byte(1) < 0xa0) return 0;
  if (lead == 0xed && byte(1) > 0x9f) return 0;
  if (lead == 0xf0 && byte(1) < 0x90) return 0;
  if (lead == 0xf4 && byte(1) > 0x8f) return 0;
  return length;
}

bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    const std::size_t length = utf8_length(text);
    if (length == 0) return false;
    text.remove_prefix(length);
  }
  return true;
}

std::string from_latin1(std::string_view text) {
  std::string utf8;
  utf8.reserve(text.size() * 2);
  for (const char c : text) {
    const auto code = static_cast<std::uint8_t>(c);
    if (code < 0x80) {
      utf8 += c;
    } else {
      utf8 += static_cast<char>(0xc0 | (code >> 6));
      utf8 += static_cast<char>(0x80 | (code & 0x3f));
    }
  }
  return utf8;
}

/// Whether the bracket that `text` begins with is closed by its last character, and not before: "(kN)(m)" is not one pair.
bool is_in_brackets(std::string_view text) {
  if (text.size() < 2) return false;
  const char open = text.front();
  const char close = open == '(' ? ')' : open == '[' ? ']' : '\0';
  if (close == '\0' || text.back() != close) return false;
  int depth = 0;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    depth += text[i] == open ? 1 : text[i] == close ? -1 : 0;
    if (depth == 0) return false;
  }
  return true;
}

}  // namespace

std::string header_text(std::string_view raw) { return utf8_text(trimmed(raw)); }

std::string utf8_text(std::string_view raw) {
  if (is_ascii(raw) || is_utf8(raw)) return std::string(raw);
  return from_latin1(raw);
}

std::string unit_text(std::string_view raw) {
  const std::string_view text = trimmed(raw);
  return header_text(is_in_brackets(text) ? text.substr(1, text.size() - 2) : text);
}

std::string number_text(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.9g", value);
  return text;
}

}  // namespace wavemill::formats
