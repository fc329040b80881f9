#pragma once

#include <memory>
#include <vector>

#include "contract/generated/contract.h"
#include "engine/statistics_plan.h"
#include "kernels/isa/table.h"
#include "kernels/kernel.h"
#include "kernels/summary.h"

namespace wavemill::engine {

/// All kernels of one channel, driven in sweeps: first the summary, then together whatever needs its facts, until none wants another sweep.
class ChannelKernels {
 public:
  ChannelKernels(const kernels::isa::Table& isa, const StatisticsPlan& plan);

  /// @param row       the channel's values, plan.column_count() of them; borrowed until `finish`
  /// @param fatigue   the channel's own settings; borrowed until `finish`
  void begin(const kernels::TimeView& time, std::uint64_t count, double* row,
             const kernels::ChannelFatigue& fatigue = kernels::kPlainFatigue);

  [[nodiscard]] bool wants_sweep() const { return !active_.empty(); }
  void add(const kernels::Block& block);
  void end_sweep();
  contract::ChannelStatus finish();

  /// After `finish`: what the kernels have found out.
  [[nodiscard]] const kernels::Facts& facts() const { return facts_; }

 private:
  void start_dependents();

  kernels::ColumnPositions positions_;
  std::size_t column_count_;
  kernels::Summary summary_;
  std::vector<std::unique_ptr<kernels::Kernel>> dependents_;  // in the order in which they finish
  std::vector<kernels::Kernel*> active_;                      // in this sweep
  kernels::Facts facts_;
  double* row_ = nullptr;
};

}  // namespace wavemill::engine
