#pragma once

#include <cstddef>

namespace wavemill::tables {

/// Most characters that `write_number` writes: "-1.2345678901234567e-308".
inline constexpr std::size_t kNumberText_bytes = 32;

/// A number in the fewest digits that read back as the same bits, written as JavaScript writes it: plain from 1e-6 up to 1e21, with an exponent beyond.
/// Minus zero is "0"; the infinities are "Infinity" and "-Infinity".
/// @param to      room for kNumberText_bytes
/// @return        the end of what was written; `to` itself for NaN, which stands for no value
/// @reference     ECMA-262, 6.1.6.1.20 Number::toString
char* write_number(double value, char* to);

}  // namespace wavemill::tables
