#pragma once

// Included by kernels_isa.cpp alone, after the pack of its instruction set.

namespace wavemill::kernels::isa::WAVEMILL_ISA_NAMESPACE {

/// The accumulators of the four sums, and the extremes met so far.
struct Accumulators {
  double d1[kAccumulators], d2[kAccumulators], d3[kAccumulators], d4[kAccumulators];
  double min, max;
};

/// The least and the greatest of a pack that has seen only some of the samples.
inline void note_extremes(Pack lowest, Pack highest, Accumulators& sums) {
  double low[kWidth], high[kWidth];
  store(low, lowest);
  store(high, highest);
  for (std::size_t k = 0; k < kWidth; ++k) {
    sums.min = low[k] < sums.min ? low[k] : sums.min;
    sums.max = high[k] > sums.max ? high[k] : sums.max;
  }
}

/// Adds up for accumulators [first · kWidth, (first + kAtOnce) · kWidth): every 16th sample from there. All 64 accumulators do not fit the registers, so
/// a block, which stays in the first-level cache, is gone over as often as it takes. The next block is fetched meanwhile.
template <std::size_t kAtOnce>
inline void sum_some(const double* x, std::size_t whole, double pivot, std::size_t first, Accumulators& sums) {
  Pack d1[kAtOnce], d2[kAtOnce], d3[kAtOnce], d4[kAtOnce], lowest[kAtOnce], highest[kAtOnce];
  const Pack centre = broadcast(pivot);
  for (std::size_t k = 0; k < kAtOnce; ++k) {
    d1[k] = d2[k] = d3[k] = d4[k] = broadcast(0.0);
    lowest[k] = highest[k] = centre;
  }
  const double* from = x + first * kWidth;
  for (std::size_t i = 0; i < whole; i += kAccumulators) {
    __builtin_prefetch(from + i + kBlockSamples);
    for (std::size_t k = 0; k < kAtOnce; ++k) {
      const Pack sample = load(from + i + k * kWidth);
      const Pack d = subtract(sample, centre), square = multiply(d, d);
      lowest[k] = smaller(sample, lowest[k]);
      highest[k] = larger(sample, highest[k]);
      d1[k] = add(d1[k], d);
      d2[k] = add(d2[k], square);
      d3[k] = add(d3[k], multiply(square, d));
      d4[k] = add(d4[k], multiply(square, square));
    }
  }
  for (std::size_t k = 0; k < kAtOnce; ++k) {
    const std::size_t place = (first + k) * kWidth;
    store(sums.d1 + place, d1[k]);
    store(sums.d2 + place, d2[k]);
    store(sums.d3 + place, d3[k]);
    store(sums.d4 + place, d4[k]);
    note_extremes(lowest[k], highest[k], sums);
  }
}

inline void sum_rest(const double* x, std::size_t count, double pivot, Accumulators& sums) {
  for (std::size_t i = 0; i < count; ++i) {
    const double d = x[i] - pivot, square = d * d;
    sums.min = x[i] < sums.min ? x[i] : sums.min;
    sums.max = x[i] > sums.max ? x[i] : sums.max;
    sums.d1[i] += d;
    sums.d2[i] += square;
    sums.d3[i] += square * d;
    sums.d4[i] += square * square;
  }
}

inline BlockSums sum_block(const double* x, std::size_t count, double pivot) {
  constexpr std::size_t kAtOnce = kPacks < 2 ? kPacks : 2;
  Accumulators sums;
  sums.min = sums.max = pivot;
  const std::size_t whole = count - count % kAccumulators;
  for (std::size_t first = 0; first < kPacks; first += kAtOnce) sum_some<kAtOnce>(x, whole, pivot, first, sums);
  sum_rest(x + whole, count - whole, pivot, sums);
  // Adding 0 makes -0 a +0: which of two equal zeros is met first must not show.
  return {sum_tree(sums.d1), sum_tree(sums.d2), sum_tree(sums.d3), sum_tree(sums.d4), sums.min + 0.0, sums.max + 0.0};
}

}  // namespace wavemill::kernels::isa::WAVEMILL_ISA_NAMESPACE
