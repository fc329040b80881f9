#pragma once

// Included by kernels_isa.cpp alone, after the pack of its instruction set.

namespace wavemill::kernels::isa::WAVEMILL_ISA_NAMESPACE {

/// sums[k] += a[k]^exponent by squaring: the same multiplications in the same order on every machine.
inline void add_power(Pack* a, unsigned exponent, Pack* sums) {
  Pack product[kPacks];
  for (std::size_t k = 0; k < kPacks; ++k) product[k] = broadcast(1.0);
  for (; exponent > 1; exponent >>= 1) {
    if ((exponent & 1U) != 0)
      for (std::size_t k = 0; k < kPacks; ++k) product[k] = multiply(product[k], a[k]);
    for (std::size_t k = 0; k < kPacks; ++k) a[k] = multiply(a[k], a[k]);
  }
  for (std::size_t k = 0; k < kPacks; ++k) sums[k] = add(sums[k], multiply(product[k], a[k]));
}

inline double power_of_one(double a, unsigned exponent) {
  double result = 1.0;
  for (; exponent > 1; exponent >>= 1) {
    if ((exponent & 1U) != 0) result *= a;
    a *= a;
  }
  return result * a;
}

inline void add_powers(const double* ranges, std::size_t count, double factor, unsigned exponent, double* accumulators) {
  Pack sums[kPacks];
  const Pack factors = broadcast(factor);
  for (std::size_t k = 0; k < kPacks; ++k) sums[k] = load(accumulators + k * kWidth);
  const std::size_t whole = count - count % kAccumulators;
  for (std::size_t i = 0; i < whole; i += kAccumulators) {
    Pack a[kPacks];
    for (std::size_t k = 0; k < kPacks; ++k) a[k] = multiply(load(ranges + i + k * kWidth), factors);
    add_power(a, exponent, sums);
  }
  for (std::size_t k = 0; k < kPacks; ++k) store(accumulators + k * kWidth, sums[k]);
  for (std::size_t i = whole; i < count; ++i) accumulators[i - whole] += power_of_one(ranges[i] * factor, exponent);
}

}  // namespace wavemill::kernels::isa::WAVEMILL_ISA_NAMESPACE
