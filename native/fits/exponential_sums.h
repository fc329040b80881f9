#pragma once

#include <span>

namespace wavemill::fits {

/// Σ w, Σ x·w and Σ x²·w with w = e^(−rate·(x − least)).
struct ExponentialSums {
  double s0, s1, s2;
};

/// @param least   the smallest of the values: every weight is at most 1
/// @cost          O(n), some 2 ns a value: an exponential of its own that the compiler turns into vectors, the same bits on every machine
ExponentialSums exponential_sums(std::span<const double> values, double least, double rate);

}  // namespace wavemill::fits
