#pragma once

#include <array>

#include "kernels/isa/table.h"
#include "kernels/kernel.h"
#include "kernels/moments.h"

namespace wavemill::kernels {

/// Counts, extremes with their places, and moments to the fourth order in one sweep. Every other kernel rests on its facts.
/// @nan           skipped and counted
/// @cost          O(n), one pass, no allocation
/// @reference     population moments: g1 = m3 / m2^1.5, b2 = m4 / m2² (Joanes & Gill 1998); unbiased forms G1 and G2 + 3 from the same paper
class Summary final : public Kernel {
 public:
  explicit Summary(const isa::Table& isa) : isa_(isa) {}

  bool begin(const Facts& facts) override;
  void add(const Block& block) override;
  void finish(Facts& facts, Row& row) override;

 private:
  void add_finite(const double* samples, std::size_t count, const Block& whole);
  void add_with_gaps(const Block& block);
  void note_extremes(const isa::BlockSums& sums, const Block& whole);

  const isa::Table& isa_;
  Moments moments_;
  std::uint64_t nonfinite_count_ = 0;
  double first_ = kNone, last_ = kNone;
  double min_ = kNone, max_ = kNone;
  std::uint64_t min_index_ = 0, max_index_ = 0;
  std::array<double, kBlockSamples> finite_samples_;
};

}  // namespace wavemill::kernels
