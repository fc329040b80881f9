#pragma once

// Included by kernels_isa.cpp alone, after the pack of its instruction set.

namespace wavemill::kernels::isa::WAVEMILL_ISA_NAMESPACE {

/// d and d², and the extremes. Two loops over a block that stays in the first-level cache beat one: 16 accumulators for each of four sums do not
/// fit the registers.
inline void sum_low_powers(const double* x, std::size_t count, double pivot, BlockSums& sums) {
  Pack d1[kPacks], d2[kPacks];
  const Pack centre = broadcast(pivot);
  Pack lowest = centre, highest = centre;
  for (std::size_t k = 0; k < kPacks; ++k) d1[k] = d2[k] = broadcast(0.0);
  const std::size_t whole = count - count % kAccumulators;
  for (std::size_t i = 0; i < whole; i += kAccumulators) {
    for (std::size_t k = 0; k < kPacks; ++k) {
      const Pack sample = load(x + i + k * kWidth);
      const Pack d = subtract(sample, centre);
      d1[k] = add(d1[k], d);
      d2[k] = add(d2[k], multiply(d, d));
      lowest = smaller(sample, lowest);
      highest = larger(sample, highest);
    }
  }
  double a1[kAccumulators], a2[kAccumulators], low[kWidth], high[kWidth];
  for (std::size_t k = 0; k < kPacks; ++k) {
    store(a1 + k * kWidth, d1[k]);
    store(a2 + k * kWidth, d2[k]);
  }
  store(low, lowest);
  store(high, highest);
  double min = low[0], max = high[0];
  for (std::size_t k = 1; k < kWidth; ++k) {
    min = low[k] < min ? low[k] : min;
    max = high[k] > max ? high[k] : max;
  }
  for (std::size_t i = whole; i < count; ++i) {
    const double d = x[i] - pivot;
    a1[i - whole] += d;
    a2[i - whole] += d * d;
    min = x[i] < min ? x[i] : min;
    max = x[i] > max ? x[i] : max;
  }
  sums.d1 = sum_tree(a1);
  sums.d2 = sum_tree(a2);
  sums.min = min + 0.0;  // -0 becomes +0: which of two equal zeros is met first must not show
  sums.max = max + 0.0;
}

inline void sum_high_powers(const double* x, std::size_t count, double pivot, BlockSums& sums) {
  Pack d3[kPacks], d4[kPacks];
  const Pack centre = broadcast(pivot);
  for (std::size_t k = 0; k < kPacks; ++k) d3[k] = d4[k] = broadcast(0.0);
  const std::size_t whole = count - count % kAccumulators;
  for (std::size_t i = 0; i < whole; i += kAccumulators) {
    for (std::size_t k = 0; k < kPacks; ++k) {
      const Pack d = subtract(load(x + i + k * kWidth), centre);
      const Pack square = multiply(d, d);
      d3[k] = add(d3[k], multiply(square, d));
      d4[k] = add(d4[k], multiply(square, square));
    }
  }
  double a3[kAccumulators], a4[kAccumulators];
  for (std::size_t k = 0; k < kPacks; ++k) {
    store(a3 + k * kWidth, d3[k]);
    store(a4 + k * kWidth, d4[k]);
  }
  for (std::size_t i = whole; i < count; ++i) {
    const double d = x[i] - pivot, square = d * d;
    a3[i - whole] += square * d;
    a4[i - whole] += square * square;
  }
  sums.d3 = sum_tree(a3);
  sums.d4 = sum_tree(a4);
}

inline BlockSums sum_block(const double* x, std::size_t count, double pivot) {
  BlockSums sums;
  sum_low_powers(x, count, pivot, sums);
  sum_high_powers(x, count, pivot, sums);
  return sums;
}

}  // namespace wavemill::kernels::isa::WAVEMILL_ISA_NAMESPACE
