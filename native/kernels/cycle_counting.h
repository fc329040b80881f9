#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "kernels/facts.h"
#include "kernels/fatigue_options.h"
#include "kernels/isa/table.h"
#include "kernels/row.h"

namespace wavemill::kernels {

/// What cycles are counted for, and where it goes in the row.
struct CycleColumns {
  std::vector<FamilyMember> loads;    // parameter: exponent
  std::vector<FamilyMember> damages;  // parameter: number of the curve

  [[nodiscard]] bool is_empty() const { return loads.empty() && damages.empty(); }
  bool operator==(const CycleColumns&) const = default;
};

/// Rainflow cycles of a channel, taken into sums as they close; no cycle is stored. However many loads and damages are wanted, the reversals are gone
/// over once. Use: begin, add the first sample, then the turning points a block at a time, finish.
class CycleCounting {
 public:
  CycleCounting() = default;
  CycleCounting(const CycleCounting&) = delete;
  CycleCounting& operator=(const CycleCounting&) = delete;
  virtual ~CycleCounting() = default;

  /// @param facts   of a channel that is finite and not constant
  virtual void begin(const Facts& facts) = 0;
  virtual void add_first(double sample) = 0;
  /// @param reversals   of one block, in order; changed
  virtual void add(double* reversals, std::size_t count) = 0;
  virtual void finish(const Facts& facts, Row& row) = 0;
};

/// The counting that the options ask for: without any, the fast one.
std::unique_ptr<CycleCounting> make_cycle_counting(const isa::Table& isa, const CycleColumns& columns,
                                                   double equivalent_frequency_hz, const FatigueOptions& options);

}  // namespace wavemill::kernels
