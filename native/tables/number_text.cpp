#include "tables/number_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string_view>

namespace wavemill::tables {

namespace {

constexpr std::size_t kMostDigits = 17;
constexpr double kLeastPlain = 1e-6, kMostPlain = 0x1p53;
constexpr int kPlainAbove = -6, kPlainUpTo = 21;  // of the decimal point's place: 0.000001 is written out, 1e21 is not

char* append(char* to, std::string_view text) { return std::copy(text.begin(), text.end(), to); }

/// A number's shortest digits d, of the value 0.d × 10^point.
struct Decimal {
  char digits[kMostDigits];
  int count;
  int point;
};

Decimal shortest_decimal(double positive) {
  char text[kNumberText_bytes];
  const char* end = std::to_chars(text, text + sizeof text, positive, std::chars_format::scientific).ptr;  // d.ddde±xx
  const char* mark = std::find(static_cast<const char*>(text), end, 'e');
  Decimal decimal{};
  for (const char* at = text; at != mark; ++at)
    if (*at != '.') decimal.digits[decimal.count++] = *at;
  std::from_chars(mark + (mark[1] == '+' ? 2 : 1), end, decimal.point);
  ++decimal.point;
  return decimal;
}

char* write_plain(const Decimal& decimal, char* to) {
  const std::string_view digits(decimal.digits, static_cast<std::size_t>(decimal.count));
  if (decimal.point <= 0) {
    to = append(to, "0.");
    to = std::fill_n(to, -decimal.point, '0');
    return append(to, digits);
  }
  if (decimal.point >= decimal.count) return std::fill_n(append(to, digits), decimal.point - decimal.count, '0');
  const auto whole = static_cast<std::size_t>(decimal.point);
  to = append(to, digits.substr(0, whole));
  *to++ = '.';
  return append(to, digits.substr(whole));
}

char* write_with_exponent(const Decimal& decimal, char* to) {
  *to++ = decimal.digits[0];
  if (decimal.count > 1) {
    *to++ = '.';
    to = std::copy(decimal.digits + 1, decimal.digits + decimal.count, to);
  }
  *to++ = 'e';
  const int exponent = decimal.point - 1;
  if (exponent > 0) *to++ = '+';
  return std::to_chars(to, to + 5, exponent).ptr;
}

}  // namespace

char* write_number(double value, char* to) {
  if (std::isnan(value)) return to;
  if (value == 0.0) return append(to, "0");
  if (value < 0.0) *to++ = '-';
  if (std::isinf(value)) return append(to, "Infinity");
  const double positive = std::fabs(value);
  // Nearly every value: the library's own plain form is JavaScript's too. From 2^53 on it would write more digits than are needed.
  if (positive >= kLeastPlain && positive < kMostPlain)
    return std::to_chars(to, to + kNumberText_bytes, positive, std::chars_format::fixed).ptr;
  const Decimal decimal = shortest_decimal(positive);
  const bool is_plain = decimal.point > kPlainAbove && decimal.point <= kPlainUpTo;
  return is_plain ? write_plain(decimal, to) : write_with_exponent(decimal, to);
}

}  // namespace wavemill::tables
