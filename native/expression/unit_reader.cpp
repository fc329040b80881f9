#include "expression/unit_reader.h"

#include <array>
#include <cctype>
#include <charconv>
#include <string>
#include <utility>

namespace wavemill::expression {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

constexpr std::array kJoints{std::string_view("\u00B7"), std::string_view("\u22C5"), std::string_view("*"), std::string_view("-"),
                             std::string_view(".")};

/// ² ³ and the like.
constexpr std::array kRaised{std::pair{std::string_view("\u207B\u00B9"), -1.0}, std::pair{std::string_view("\u207B\u00B2"), -2.0},
                             std::pair{std::string_view("\u207B\u00B3"), -3.0}, std::pair{std::string_view("\u00B9"), 1.0},
                             std::pair{std::string_view("\u00B2"), 2.0},        std::pair{std::string_view("\u00B3"), 3.0},
                             std::pair{std::string_view("\u2074"), 4.0}};

bool begins_special(std::string_view rest) {
  for (const std::string_view joint : kJoints)
    if (rest.starts_with(joint)) return true;
  for (const auto& [raised, value] : kRaised)
    if (rest.starts_with(raised)) return true;
  return rest.starts_with("\u207B");
}

}  // namespace

void UnitReader::skip_blanks() {
  while (!is_at_end() && text_[at_] == ' ') ++at_;
}

bool UnitReader::take(std::string_view what) {
  if (!text_.substr(at_).starts_with(what)) return false;
  at_ += what.size();
  return true;
}

bool UnitReader::is_at_letter() const {
  if (is_at_end() || begins_special(text_.substr(at_))) return false;
  const auto c = static_cast<unsigned char>(text_[at_]);
  return std::isalpha(c) != 0 || c >= 0x80 || c == '%' || c == '_';
}

std::optional<Unit> UnitReader::read() {
  Unit unit = Unit::plain();
  if (!product(unit, 1.0, 0) || !is_at_end()) return std::nullopt;
  return unit;
}

bool UnitReader::product(Unit& unit, double sign, int depth) {
  if (depth > kDeepest || !factor(unit, sign, depth)) return false;
  for (;;) {
    skip_blanks();
    if (is_at_end() || text_[at_] == ')') return true;
    double next = sign;
    if (take("/")) {
      next = -sign;
    } else {
      for (const std::string_view joint : kJoints)
        if (take(joint)) break;
    }
    skip_blanks();
    if (!factor(unit, next, depth)) return false;
  }
}

bool UnitReader::factor(Unit& unit, double sign, int depth) {
  skip_blanks();
  if (take("(")) return product(unit, sign, depth + 1) && take(")");
  if (take("1")) return is_at_end() || !is_digit(text_[at_]);
  return word(unit, sign);
}

bool UnitReader::word(Unit& unit, double sign) {
  const std::size_t begin = at_;
  while (is_at_letter()) ++at_;
  const std::string_view name = text_.substr(begin, at_ - begin);
  if (name.empty()) return false;
  const std::optional<double> power = exponent();
  if (!power) return false;
  if (const auto moment = find_moment(name)) {
    unit.multiply({std::string(moment->force), sign * *power});
    unit.multiply({std::string(moment->length), sign * *power});
    return true;
  }
  const auto symbol = find_symbol(name);
  if (!symbol && knows_words_only_) return false;
  unit.multiply({std::string(symbol ? symbol->name : name), sign * *power});
  return true;
}

/// `^2`, `**2`, `2`, `-2`, `²`; 1 where there is none, nothing where it is no number.
std::optional<double> UnitReader::exponent() {
  for (const auto& [raised, value] : kRaised)
    if (take(raised)) return value;
  const bool is_marked = take("^") || take("**");
  const bool is_bracketed = is_marked && take("(");
  const std::string_view rest = text_.substr(at_);
  const bool is_number = !rest.empty() && (is_digit(rest[0]) || (rest[0] == '-' && rest.size() > 1 && is_digit(rest[1])));
  if (!is_number) return is_marked ? std::nullopt : std::optional(1.0);
  double value = 0.0;
  const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), value, std::chars_format::fixed);
  if (error != std::errc{} || !(value >= -99.0 && value <= 99.0)) return std::nullopt;
  at_ += static_cast<std::size_t>(end - rest.data());
  if (is_bracketed && !take(")")) return std::nullopt;
  return value;
}

}  // namespace wavemill::expression
