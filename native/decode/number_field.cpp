#include "decode/number_field.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <limits>
#include <system_error>

namespace wavemill::decode {

namespace {

constexpr std::size_t kLongest = 128;  // more digits than any program writes

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  if (text.size() >= 2 && text.front() == '"' && text.back() == '"') return trimmed(text.substr(1, text.size() - 2));
  return text;
}

bool is_stars(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c == '*'; });
}

bool is_word(std::string_view text, std::string_view lower_case) {
  const auto is_same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a - 'A' + 'a' : a) == b; };
  return text.size() == lower_case.size() && std::equal(text.begin(), text.end(), lower_case.begin(), is_same);
}

bool read_word(std::string_view text, double& value) {
  const bool is_negative = text.front() == '-';
  if (is_negative || text.front() == '+') text.remove_prefix(1);
  const double infinity = std::numeric_limits<double>::infinity();
  for (const std::string_view word : {"nan", "1.#qnan", "1.#ind", "-nan(ind)", "na", "n/a"}) {
    if (!is_word(text, word)) continue;
    value = std::numeric_limits<double>::quiet_NaN();
    return true;
  }
  for (const std::string_view word : {"inf", "infinity", "1.#inf"}) {
    if (!is_word(text, word)) continue;
    value = is_negative ? -infinity : infinity;
    return true;
  }
  return false;
}

/// The field as std::from_chars wants it. Fortran leaves the E out where the exponent has three digits: 1.5-103.
std::size_t normalised(std::string_view text, bool has_decimal_comma, std::array<char, kLongest + 1>& to) {
  std::size_t length = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (has_decimal_comma && c == ',') c = '.';
    if (c == 'd' || c == 'D' || c == 'E') c = 'e';
    const bool begins_exponent = (c == '+' || c == '-') && i > 0 && (is_digit(text[i - 1]) || text[i - 1] == '.');
    if (begins_exponent) to[length++] = 'e';
    to[length++] = c;
  }
  return length;
}

/// What is too small is zero and what is too large is infinite, as strtod has it.
double beyond(std::string_view text) {
  const bool is_small = text.find("e-") != std::string_view::npos;
  const double value = is_small ? 0.0 : std::numeric_limits<double>::infinity();
  return text.front() == '-' ? -value : value;
}

}  // namespace

FieldKind read_odd_field(std::string_view field, bool has_decimal_comma, double& value) {
  const std::string_view text = trimmed(field);
  value = std::numeric_limits<double>::quiet_NaN();
  if (text.empty()) return FieldKind::kMissing;
  if (is_stars(text)) return FieldKind::kOverflowed;
  if (read_word(text, value)) return FieldKind::kNumber;
  if (text.size() > kLongest / 2) return FieldKind::kNotANumber;
  std::array<char, kLongest + 1> plain;
  const std::string_view number(plain.data(), normalised(text.front() == '+' ? text.substr(1) : text, has_decimal_comma, plain));
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
  if (end != number.data() + number.size() || error == std::errc::invalid_argument) return FieldKind::kNotANumber;
  if (error == std::errc::result_out_of_range) value = beyond(number);
  return FieldKind::kNumber;
}

}  // namespace wavemill::decode
