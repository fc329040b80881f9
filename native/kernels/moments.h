#pragma once

#include <cstdint>

#include "kernels/isa/table.h"

namespace wavemill::kernels {

/// Central moments of a set of samples, mergeable. The mean is kept as an offset from one of the samples, so that a large mean costs a small spread no
/// digits, and a constant set has exactly zero moments.
/// @reference     P. Pébay, Formulas for robust, one-pass parallel computation of covariances and arbitrary-order statistical moments, SAND2008-6212
struct Moments {
  std::uint64_t count = 0;
  double origin = 0.0;                  // a sample of the first block
  double mean_offset = 0.0;             // mean - origin
  double m2 = 0.0, m3 = 0.0, m4 = 0.0;  // Σ (x - mean)^k

  /// From sums of powers about `pivot`, itself one of the samples. That bounds what cancels: the pivot is at most √n standard deviations from the mean.
  static Moments from_sums(const isa::BlockSums& sums, std::uint64_t count, double pivot);

  /// Appends `other`. Not commutative in its last bit: merge in block order.
  void merge(const Moments& other);

  [[nodiscard]] double mean() const { return origin + mean_offset; }
};

}  // namespace wavemill::kernels
