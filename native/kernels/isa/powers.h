#pragma once

// Included by kernels_isa.cpp alone, after the pack of its instruction set.

namespace wavemill::kernels::isa::WAVEMILL_ISA_NAMESPACE {

/// powers[k] = a[k]^exponent by squaring: the same multiplications in the same order on every machine.
inline void power(Pack* a, unsigned exponent, Pack* powers) {
  for (std::size_t k = 0; k < kPacks; ++k) powers[k] = broadcast(1.0);
  for (; exponent > 1; exponent >>= 1) {
    if ((exponent & 1U) != 0)
      for (std::size_t k = 0; k < kPacks; ++k) powers[k] = multiply(powers[k], a[k]);
    for (std::size_t k = 0; k < kPacks; ++k) a[k] = multiply(a[k], a[k]);
  }
  for (std::size_t k = 0; k < kPacks; ++k) powers[k] = multiply(powers[k], a[k]);
}

inline double power_of_one(double a, unsigned exponent) {
  double result = 1.0;
  for (; exponent > 1; exponent >>= 1) {
    if ((exponent & 1U) != 0) result *= a;
    a *= a;
  }
  return result * a;
}

inline void load_scaled(const double* ranges, Pack factors, Pack* a) {
  for (std::size_t k = 0; k < kPacks; ++k) a[k] = multiply(load(ranges + k * kWidth), factors);
}

inline void add_powers(const double* ranges, std::size_t count, double factor, unsigned exponent, double* accumulators) {
  Pack sums[kPacks], a[kPacks], powers[kPacks];
  const Pack factors = broadcast(factor);
  for (std::size_t k = 0; k < kPacks; ++k) sums[k] = load(accumulators + k * kWidth);
  const std::size_t whole = count - count % kAccumulators;
  for (std::size_t i = 0; i < whole; i += kAccumulators) {
    load_scaled(ranges + i, factors, a);
    power(a, exponent, powers);
    for (std::size_t k = 0; k < kPacks; ++k) sums[k] = add(sums[k], powers[k]);
  }
  for (std::size_t k = 0; k < kPacks; ++k) store(accumulators + k * kWidth, sums[k]);
  for (std::size_t i = whole; i < count; ++i) accumulators[i - whole] += power_of_one(ranges[i] * factor, exponent);
}

inline void add_least_powers(const double* ranges, std::size_t count, double factor, unsigned exponent, unsigned second,
                             double* accumulators) {
  Pack sums[kPacks], a[kPacks], steep[kPacks], flat[kPacks];
  const Pack factors = broadcast(factor);
  for (std::size_t k = 0; k < kPacks; ++k) sums[k] = load(accumulators + k * kWidth);
  const std::size_t whole = count - count % kAccumulators;
  for (std::size_t i = 0; i < whole; i += kAccumulators) {
    load_scaled(ranges + i, factors, a);
    power(a, exponent, steep);
    load_scaled(ranges + i, factors, a);
    power(a, second, flat);
    for (std::size_t k = 0; k < kPacks; ++k) sums[k] = add(sums[k], smaller(steep[k], flat[k]));
  }
  for (std::size_t k = 0; k < kPacks; ++k) store(accumulators + k * kWidth, sums[k]);
  for (std::size_t i = whole; i < count; ++i) {
    const double x = ranges[i] * factor, a_power = power_of_one(x, exponent), b_power = power_of_one(x, second);
    accumulators[i - whole] += a_power < b_power ? a_power : b_power;
  }
}

}  // namespace wavemill::kernels::isa::WAVEMILL_ISA_NAMESPACE
