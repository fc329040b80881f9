#pragma once

#include <cstdint>
#include <memory>

#include "kernels/cycle_counting.h"
#include "kernels/isa/table.h"
#include "kernels/kernel.h"
#include "kernels/turning_points.h"

namespace wavemill::kernels {

/// Crest period, damage-equivalent loads and damages: what follows from a channel's turning points, in one pass.
/// @nan           a channel with one has none of these: the order of its samples is broken
/// @cost          O(n); about 8 ns a reversal with six exponents
class Reversals final : public Kernel {
 public:
  /// @param columns   what cycles are counted for; empty: they are not
  Reversals(const isa::Table& isa, const CycleColumns& columns, double equivalent_frequency_hz,
            const FatigueOptions& options = {});

  bool begin(const Facts& facts) override;
  void add(const Block& block) override;
  void finish(Facts& facts, Row& row) override;

 private:
  void note_crests(const Block& block);
  void finish_cycles(const Facts& facts, Row& row);

  CycleColumns columns_;
  TurningPoints turning_points_;
  std::unique_ptr<CycleCounting> counting_;  // none: no column rests on cycles
  std::uint64_t crest_count_ = 0, first_crest_ = 0, last_crest_ = 0;
};

}  // namespace wavemill::kernels
