#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace wavemill::expression {

/// Mass, length, time, angle, temperature.
inline constexpr std::size_t kBaseCount = 5;
inline constexpr std::size_t kTimeBase = 2, kAngleBase = 3;
using Exponents = std::array<double, kBaseCount>;

/// What a symbol is in kg, m, s, rad and K.
struct Symbol {
  std::string_view name;
  double factor;
  Exponents exponents;
};

/// The symbol of a word: as it is written, or an alias (`sec`, `te`), or, from two letters on, in another case (`KN`, `RPM`).
/// @return        none for a word that nobody knows
std::optional<Symbol> find_symbol(std::string_view word);

/// `kNm`: a force and a length without anything between them.
struct Moment {
  std::string_view force;
  std::string_view length;
};
std::optional<Moment> find_moment(std::string_view word);

}  // namespace wavemill::expression
