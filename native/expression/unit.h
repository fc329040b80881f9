#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "expression/unit_symbols.h"

namespace wavemill::expression {

struct Scaled;

/// The unit of a number: a product of powers of symbols (kN·m, m/s^2), a plain number, or nothing at all, where a file does not say. A word that nobody knows
/// is a base unit of its own: it goes together with itself and with nothing else.
///
/// Angles count where nothing else tells two quantities apart: rad is not a plain number and rpm is not Hz, but kN·m·rad/s is kW.
class Unit {
 public:
  /// Of a channel without unit. It goes together with every other.
  static Unit unknown() { return {}; }
  static Unit plain();

  /// As files and users write it: `kN-m`, `kN·m`, `kNm`, `m/s^2`, `m/s2`, `(deg)`, `%`, `-`, ``.
  /// What is no product of words is one word.
  static Unit parse(std::string_view text);
  /// None where a word is not known or the text is no unit.
  static std::optional<Unit> parse_known(std::string_view text);

  [[nodiscard]] bool is_unknown() const { return is_unknown_; }
  [[nodiscard]] bool is_plain() const { return !is_unknown_ && factors_.empty(); }
  [[nodiscard]] bool is_angle() const;
  /// As it was written, or composed: `kN·m/s^2`; `-` for a plain number.
  [[nodiscard]] std::string text() const;

  bool operator==(const Unit& other) const { return is_unknown_ == other.is_unknown_ && factors_ == other.factors_; }

 private:
  friend struct Scaled;
  friend class UnitReader;
  friend std::optional<double> conversion(const Unit& from, const Unit& to);
  friend Scaled product(const Unit& a, const Unit& b, double exponent);
  friend Unit power(const Unit& a, double exponent);

  struct Factor {
    std::string symbol;
    double exponent;
    bool operator==(const Factor& other) const = default;
  };
  struct Measure {
    double factor = 1.0;
    Exponents exponents{};
    std::vector<Factor> opaque;  // by name
  };
  void multiply(const Factor& factor);
  /// Takes out what is a ratio (%), and gives what that makes of the numbers.
  double drop_ratios();
  [[nodiscard]] Measure measure() const;

  bool is_unknown_ = true;
  std::string spelling_;
  std::vector<Factor> factors_;  // none has the exponent 0
};

/// A unit, and what numbers have to be multiplied by to be in it.
struct Scaled {
  Unit unit;
  double scale = 1.0;
};

/// What numbers in `from` are multiplied by to be in `to`; none where the two do not go together. 1 where one of them is unknown.
std::optional<double> conversion(const Unit& from, const Unit& to);

/// a · b^exponent. Like symbols are brought together (kN/N is a plain number, 1000 times as large), so there is a scale.
Scaled product(const Unit& a, const Unit& b, double exponent);

Unit power(const Unit& a, double exponent);

}  // namespace wavemill::expression
