#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "kernels/facts.h"
#include "kernels/isa/table.h"

namespace wavemill::kernels {

/// (range · factor)^exponent, or, with a second exponent, the smaller of that and (range · factor)^second: a bilinear S-N curve about its knee.
struct PowerTerm {
  double exponent;
  double second = kNone;
};

/// Ranges are taken for what their bin [a, b) says.
struct BinRule {
  double width = 0.0;  // 0: no bins
  double last = 0.0;   // number of the last bin, which holds its upper end too; infinite: there is none
  bool is_upper = false;
};

/// Σ of powers of ranges, for several terms at once. The ranges are buffered for a pass of each term, never stored.
/// Integer exponents are multiplied out and give the same bits everywhere; others go through libm's pow (1e-13 relative between machines).
class RangePowers {
 public:
  RangePowers(const isa::Table& isa, const std::vector<PowerTerm>& terms);

  /// Starts a channel.
  /// @param factor   of every term. For loads a power of two that brings the largest range near 1, so that no power overflows
  void begin(double factor);
  void set_factor(std::size_t i, double factor) { terms_[i].factor = factor; }
  void set_bins(const BinRule& bins) { bins_ = bins; }

  void add(double range) {
    ranges_[count_++] = range;
    if (count_ == kBuffer) flush();
  }

  void add(const double* ranges, std::size_t count);

  void flush();

  /// The sum of term number i. Call `flush` first.
  [[nodiscard]] double sum(std::size_t i) const { return isa::sum_tree(terms_[i].accumulators.data()); }

 private:
  struct Term {
    PowerTerm power;
    unsigned integer, second_integer;  // 0 where it is none
    double factor;
    std::array<double, 16> accumulators;
  };
  void add_term(Term& term) const;
  void add_by_libm(Term& term) const;
  void bin();

  static constexpr std::size_t kBuffer =
      256;  // a multiple of the 16 accumulators, so that a range's accumulator depends on its number alone
  const isa::Table& isa_;
  BinRule bins_;
  std::size_t count_ = 0;
  std::array<double, kBuffer> ranges_;
  std::vector<Term> terms_;
};

}  // namespace wavemill::kernels
