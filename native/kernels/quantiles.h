#pragma once

#include <array>
#include <vector>

#include "kernels/kernel.h"
#include "kernels/order_statistics.h"

namespace wavemill::kernels {

/// Exact percentiles, linear interpolation between order statistics.
/// @nan           skipped
/// @reference     Hyndman & Fan (1996) type 7, interpolated in two branches as NumPy does, so that its numbers agree to the bit
class Quantiles final : public Kernel {
 public:
  Quantiles(const isa::Table& isa, const std::vector<FamilyMember>& percentiles) : percentiles_(percentiles), order_(isa) {}

  bool begin(const Facts& facts) override;
  void add(const Block& block) override;
  bool end_sweep() override { return order_.end_sweep(); }
  void finish(Facts& facts, Row& row) override;

 private:
  [[nodiscard]] double sample_of_rank(std::uint64_t rank) const;

  std::vector<FamilyMember> percentiles_;
  std::vector<std::uint64_t> ranks_;
  OrderStatistics order_;
  bool has_gaps_ = false;
  std::array<double, kBlockSamples> finite_samples_;
};

}  // namespace wavemill::kernels
