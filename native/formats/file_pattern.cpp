#include "formats/file_pattern.h"

#include <algorithm>

namespace wavemill::formats {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_same(std::string_view literal, std::string_view text) {
  return std::equal(literal.begin(), literal.end(), text.begin(), text.end(), [](char a, char b) { return a == lower(b); });
}

bool take_front(std::string_view& text, std::string_view literal) {
  if (text.size() < literal.size() || !is_same(literal, text.substr(0, literal.size()))) return false;
  text.remove_prefix(literal.size());
  return true;
}

bool take_back(std::string_view& text, std::string_view literal) {
  if (text.size() < literal.size() || !is_same(literal, text.substr(text.size() - literal.size()))) return false;
  text.remove_suffix(literal.size());
  return true;
}

std::string_view take_digits(std::string_view& text) {
  std::size_t begin = text.size();
  while (begin > 0 && is_digit(text[begin - 1])) --begin;
  const std::string_view digits = text.substr(begin);
  text = text.substr(0, begin);
  return digits;
}

}  // namespace

std::optional<PatternParts> match_pattern(std::string_view pattern, std::string_view name) {
  const std::size_t star = pattern.find('*');
  if (star == std::string_view::npos) return is_same(pattern, name) ? std::optional(PatternParts{}) : std::nullopt;
  std::string_view back = pattern.substr(star + 1);
  PatternParts parts;
  if (const std::size_t mark = back.find('#'); mark != std::string_view::npos) {
    if (!take_back(name, back.substr(mark + 1))) return std::nullopt;
    parts.digits = take_digits(name);
    if (parts.digits.empty()) return std::nullopt;
    back = back.substr(0, mark);
  }
  if (!take_back(name, back) || !take_front(name, pattern.substr(0, star)) || name.empty()) return std::nullopt;
  parts.text = name;
  return parts;
}

std::string filled_pattern(std::string_view pattern, const PatternParts& parts, bool is_capital) {
  std::string name;
  for (const char c : pattern) {
    if (c == '*')
      name += parts.text;
    else if (c == '#')
      name += parts.digits;
    else
      name += is_capital ? upper(c) : c;
  }
  return name;
}

std::string_view file_name(std::string_view path) {
  const std::size_t slash = path.find_last_of("/\\");
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

}  // namespace wavemill::formats
