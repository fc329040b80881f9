#include "formats/text_head.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace wavemill::formats {

namespace {

bool is_text(std::span<const std::byte> head) {
  return std::all_of(head.begin(), head.end(), [](std::byte byte) {
    const auto c = std::to_integer<unsigned char>(byte);
    return c >= 0x20 || c == '\t' || c == '\r' || c == '\n';
  });
}

/// The lines that are there whole; a file that ends without a break is whole too, when it is all there.
std::vector<std::string_view> whole_lines(std::span<const std::byte> head) {
  std::string_view text(reinterpret_cast<const char*>(head.data()), head.size());
  std::vector<std::string_view> lines;
  for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  return lines;
}

std::string_view first_word(std::string_view line) {
  const std::size_t begin = std::min(line.find_first_not_of(" \t"), line.size());
  line.remove_prefix(begin);
  return line.substr(0, std::min(line.find_first_of(" \t\r"), line.size()));
}

bool is_row_of_numbers(std::string_view line) {
  const bool has_digit = std::any_of(line.begin(), line.end(), [](char c) { return c >= '0' && c <= '9'; });
  return has_digit && line.find_first_not_of("0123456789+-.,;eEdD \t\r") == std::string_view::npos;
}

}  // namespace

bool recognises_openfast_text(std::span<const std::byte> head) {
  if (!is_text(head)) return false;
  const std::vector<std::string_view> lines = whole_lines(head);
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const std::string_view word = first_word(lines[i]);
    if ((word == "Time" || word == "TIME") && first_word(lines[i + 1]).starts_with('(')) return true;
  }
  return false;
}

bool recognises_text_table(std::span<const std::byte> head) {
  if (!is_text(head)) return false;
  const std::vector<std::string_view> lines = whole_lines(head);
  return !lines.empty() && is_row_of_numbers(lines.back());
}

bool begins_with_numbers(std::span<const std::byte> head) {
  const std::vector<std::string_view> lines = whole_lines(head);
  const auto has_text = [](std::string_view line) { return !first_word(line).empty(); };
  const auto first = std::find_if(lines.begin(), lines.end(), has_text);
  return first != lines.end() && is_row_of_numbers(*first);
}

}  // namespace wavemill::formats
