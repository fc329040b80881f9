#pragma once

#include <vector>

#include "kernels/cycle_counting.h"
#include "kernels/range_powers.h"

namespace wavemill::kernels {

/// Sums over full and half cycles, and what becomes of them: damage-equivalent loads and damages.
/// @reference     Palmgren (1924), Miner (1945); S-N curves and thickness effect: DNV-RP-C203, 2.4
class CycleSums {
 public:
  CycleSums(const isa::Table& isa, const CycleColumns& columns, double equivalent_frequency_hz, const FatigueOptions& options);

  void begin(const Facts& facts);

  /// Writes every column. Full and half cycles have been added.
  void write(const Facts& facts, Row& row);

  RangePowers full_cycles, half_cycles;

 private:
  /// A curve about the point where its factor is 1: the knee, or 10^7 cycles of a single slope.
  struct Reference {
    double stress;  // MPa
    double cycles;
  };
  static Reference reference_of(const SnCurve& curve);

  [[nodiscard]] double stress_factor(const SnCurve& curve, const ChannelFatigue& settings) const;
  [[nodiscard]] double equivalent_cycles(const Facts& facts) const;
  [[nodiscard]] double sum(std::size_t i) const { return full_cycles.sum(i) + 0.5 * half_cycles.sum(i); }

  CycleColumns columns_;
  double equivalent_frequency_hz_;
  const FatigueOptions options_;
  std::vector<Reference> references_;  // of the curves
  double scale_ = 1.0;                 // a power of two near the channel's range
};

}  // namespace wavemill::kernels
