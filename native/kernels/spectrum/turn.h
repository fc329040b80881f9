#pragma once

#include <cstdint>

namespace wavemill::kernels {

/// The point of the unit circle at a fraction of a turn.
struct Turn {
  double cosine;
  double sine;
};

/// cos and sin of 2π · numerator / denominator. Not libm's: those differ in their last bits between machines, and then spectra would, too.
/// @param denominator   1 to 2^53 / 8
/// @return        within 0.8 units in the last place; exact at the axes
/// @reference     Taylor's series on [0, π/4], the angle carried in two doubles
Turn turn(std::uint64_t numerator, std::uint64_t denominator);

}  // namespace wavemill::kernels
