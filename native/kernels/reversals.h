#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "kernels/isa/table.h"
#include "kernels/kernel.h"
#include "kernels/rainflow_stack.h"
#include "kernels/range_powers.h"
#include "kernels/turning_points.h"

namespace wavemill::kernels {

/// Takes the ranges of rainflow cycles into power sums; no cycle is stored.
struct DamageSink {
  using Point = double;
  static double value(Point p) { return p; }
  void full(Point from, Point to) { full_cycles.add(from < to ? to - from : from - to); }
  void half(Point from, Point to) { half_cycles.add(from < to ? to - from : from - to); }

  RangePowers full_cycles, half_cycles;
};

/// Crest period and damage-equivalent loads: what follows from a channel's turning points, in one pass.
/// @nan           a channel with one has none of these: the order of its samples is broken
/// @cost          O(n); about 8 ns a reversal with six exponents
class Reversals final : public Kernel {
 public:
  /// @param damage_equivalent_loads   exponents and their places in the row; empty: cycles are not counted
  Reversals(const isa::Table& isa, const std::vector<FamilyMember>& damage_equivalent_loads, double equivalent_frequency_hz);

  bool begin(const Facts& facts) override;
  void add(const Block& block) override;
  void finish(Facts& facts, Row& row) override;

 private:
  void note_crests(const Block& block);
  void count_cycles(double* reversals, std::size_t count);
  void finish_cycles(const Facts& facts, Row& row);

  const isa::Table& isa_;
  std::vector<FamilyMember> loads_;
  double equivalent_frequency_hz_;
  TurningPoints turning_points_;
  RainflowStack<DamageSink> stack_;
  DamageSink damage_;
  std::array<double, kBlockSamples / 2 + 9> closed_;
  double scale_ = 1.0;  // a power of two near the channel's range
  std::uint64_t crest_count_ = 0, first_crest_ = 0, last_crest_ = 0;
};

}  // namespace wavemill::kernels
