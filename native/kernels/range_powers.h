#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "kernels/isa/table.h"

namespace wavemill::kernels {

/// Σ (range · factor)^m for several exponents m at once. The ranges are buffered for a pass of each exponent, never stored.
/// Integer exponents are multiplied out and give the same bits everywhere; others go through libm's pow (1e-13 relative between machines).
class RangePowers {
 public:
  RangePowers(const isa::Table& isa, const std::vector<double>& exponents);

  /// @param factor   a power of two that brings the largest range near 1, so that no power overflows
  void begin(double factor);

  void add(double range) {
    ranges_[count_++] = range;
    if (count_ == kBuffer) flush();
  }

  void add(const double* ranges, std::size_t count);

  void flush();

  /// The sum for exponent number i. Call `flush` first.
  [[nodiscard]] double sum(std::size_t i) const { return isa::sum_tree(exponents_[i].accumulators.data()); }

 private:
  struct Exponent {
    double value;
    unsigned integer;  // 0 where it is none
    std::array<double, 16> accumulators;
  };
  void add_by_libm(Exponent& exponent) const;

  static constexpr std::size_t kBuffer =
      256;  // a multiple of the 16 accumulators, so that a range's accumulator depends on its number alone
  const isa::Table& isa_;
  double factor_ = 1.0;
  std::size_t count_ = 0;
  std::array<double, kBuffer> ranges_;
  std::vector<Exponent> exponents_;
};

}  // namespace wavemill::kernels
