#include "expression/unit.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "expression/unit_reader.h"

namespace wavemill::expression {

namespace {

constexpr double kSameExponent = 1e-9;  // a third of a power, tripled, is a whole one

bool are_same(double a, double b) { return std::fabs(a - b) < kSameExponent; }

std::string number_text(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.6g", value);
  return text;
}

/// Without blanks and the brackets around it.
std::string_view bare(std::string_view text) {
  const auto trim = [&] {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  };
  trim();
  const bool is_bracketed = text.size() >= 2 && ((text.front() == '(' && text.find(')') == text.size() - 1) ||
                                                 (text.front() == '[' && text.find(']') == text.size() - 1));
  if (is_bracketed) {
    text = text.substr(1, text.size() - 2);
    trim();
  }
  return text;
}

bool means_plain(std::string_view text) { return text == "-" || text == "1" || text == "none"; }

/// 0 to the power of anything but 0 does not come here: factors of symbols are above 0.
double raised(double factor, double exponent) {
  if (exponent == 1.0) return factor;
  if (exponent == -1.0) return 1.0 / factor;
  return std::pow(factor, exponent);
}

}  // namespace

Unit Unit::plain() {
  Unit unit;
  unit.is_unknown_ = false;
  return unit;
}

Unit Unit::parse(std::string_view text) {
  const std::string_view name = bare(text);
  if (name.empty()) return unknown();
  if (means_plain(name)) return plain();
  Unit unit = plain();
  if (std::optional<Unit> read = UnitReader(name, false).read())
    unit = std::move(*read);
  else
    unit.multiply({std::string(name), 1.0});
  unit.spelling_ = name;
  return unit;
}

std::optional<Unit> Unit::parse_known(std::string_view text) {
  const std::string_view name = bare(text);
  if (means_plain(name)) return plain();
  std::optional<Unit> unit = UnitReader(name, true).read();
  if (unit) unit->spelling_ = name;
  return unit;
}

bool Unit::is_angle() const {
  const Measure own = measure();
  const Exponents angle{0, 0, 0, 1, 0};
  return !is_unknown_ && own.opaque.empty() && std::equal(own.exponents.begin(), own.exponents.end(), angle.begin(), are_same);
}

std::string Unit::text() const {
  if (is_unknown_) return "";
  if (!spelling_.empty()) return spelling_;
  if (factors_.empty()) return "-";
  std::string over, under;
  for (const Factor& factor : factors_) {
    const double size = std::fabs(factor.exponent);
    const std::string power = are_same(size, 1.0) ? factor.symbol : factor.symbol + "^" + number_text(size);
    if (factor.exponent > 0.0)
      over += (over.empty() ? "" : "\u00B7") + power;
    else
      under += "/" + power;
  }
  return (over.empty() ? "1" : over) + under;
}

void Unit::multiply(const Factor& factor) {
  spelling_.clear();
  const auto same =
      std::find_if(factors_.begin(), factors_.end(), [&](const Factor& own) { return own.symbol == factor.symbol; });
  if (same == factors_.end()) {
    if (!are_same(factor.exponent, 0.0)) factors_.push_back(factor);
    return;
  }
  same->exponent += factor.exponent;
  if (are_same(same->exponent, 0.0)) factors_.erase(same);
}

double Unit::drop_ratios() {
  double scale = 1.0;
  std::erase_if(factors_, [&](const Factor& factor) {
    const std::optional<Symbol> symbol = find_symbol(factor.symbol);
    if (!symbol || symbol->exponents != Exponents{}) return false;
    scale *= raised(symbol->factor, factor.exponent);
    return true;
  });
  return scale;
}

Unit::Measure Unit::measure() const {
  Measure whole;
  for (const Factor& factor : factors_) {
    const std::optional<Symbol> symbol = find_symbol(factor.symbol);
    if (!symbol) {
      whole.opaque.push_back(factor);
      continue;
    }
    whole.factor *= raised(symbol->factor, factor.exponent);
    for (std::size_t i = 0; i < kBaseCount; ++i) whole.exponents[i] += symbol->exponents[i] * factor.exponent;
  }
  std::sort(whole.opaque.begin(), whole.opaque.end(), [](const Factor& a, const Factor& b) { return a.symbol < b.symbol; });
  return whole;
}

std::optional<double> conversion(const Unit& from, const Unit& to) {
  if (from.is_unknown_ || to.is_unknown_ || from == to) return 1.0;
  const Unit::Measure a = from.measure(), b = to.measure();
  const auto is_same_opaque = [](const Unit::Factor& x, const Unit::Factor& y) {
    return x.symbol == y.symbol && are_same(x.exponent, y.exponent);
  };
  if (!std::equal(a.opaque.begin(), a.opaque.end(), b.opaque.begin(), b.opaque.end(), is_same_opaque)) return std::nullopt;
  bool is_told_apart = !a.opaque.empty();  // by more than time and angle
  for (std::size_t i = 0; i < kBaseCount; ++i) {
    if (i == kAngleBase) continue;
    if (!are_same(a.exponents[i], b.exponents[i])) return std::nullopt;
    if (i != kTimeBase && !are_same(a.exponents[i], 0.0)) is_told_apart = true;
  }
  if (!is_told_apart && !are_same(a.exponents[kAngleBase], b.exponents[kAngleBase])) return std::nullopt;
  return a.factor / b.factor;
}

Scaled product(const Unit& a, const Unit& b, double exponent) {
  if (a.is_plain()) return {exponent == 1.0 ? b : power(b, exponent), 1.0};
  if (b.is_plain()) return {a, 1.0};
  if (a.is_unknown_ || b.is_unknown_) return {Unit::unknown(), 1.0};
  Scaled result{a, 1.0};
  for (const Unit::Factor& factor : b.factors_) {
    const std::optional<Symbol> symbol = find_symbol(factor.symbol);
    const auto is_alike = [&](const Unit::Factor& own) {
      const std::optional<Symbol> other = find_symbol(own.symbol);
      return symbol && other && other->exponents == symbol->exponents;
    };
    const auto& own = result.unit.factors_;
    auto alike = std::find_if(own.begin(), own.end(), [&](const Unit::Factor& f) { return f.symbol == factor.symbol; });
    if (alike == own.end()) alike = std::find_if(own.begin(), own.end(), is_alike);
    const double power_of_factor = factor.exponent * exponent;
    if (alike == own.end()) {
      result.unit.multiply({factor.symbol, power_of_factor});
      continue;
    }
    if (symbol) result.scale *= raised(symbol->factor / find_symbol(alike->symbol)->factor, power_of_factor);
    result.unit.multiply({std::string(alike->symbol), power_of_factor});
  }
  result.scale *= result.unit.drop_ratios();
  if (const Unit::Measure whole = result.unit.measure(); whole.opaque.empty() && whole.exponents == Exponents{}) {
    result.scale *= whole.factor;
    result.unit = Unit::plain();
  }
  return result;
}

Unit power(const Unit& a, double exponent) {
  if (a.is_unknown_ || exponent == 1.0) return a;
  Unit result = Unit::plain();
  for (const Unit::Factor& factor : a.factors_) result.multiply({factor.symbol, factor.exponent * exponent});
  return result;
}

}  // namespace wavemill::expression
