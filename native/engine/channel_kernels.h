#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "contract/generated/contract.h"
#include "engine/statistics_plan.h"
#include "kernels/cycle_matrices.h"
#include "kernels/isa/table.h"
#include "kernels/kernel.h"
#include "kernels/spectrum/spectrum.h"
#include "kernels/summary.h"

namespace wavemill::engine {

/// All kernels of one channel, driven in sweeps: first the summary, then together whatever needs its facts, until none wants another sweep.
class ChannelKernels {
 public:
  /// @param shapes   what the spectra of all channels of a lane have in common
  ChannelKernels(const kernels::isa::Table& isa, const StatisticsPlan& plan, const std::shared_ptr<kernels::WelchShapes>& shapes);

  /// @param uniform_step_s   NaN where the step varies
  /// @param row       the channel's values, plan.column_count() of them; borrowed until `finish`
  /// @param fatigue   the channel's own settings; borrowed until `finish`
  void begin(const kernels::TimeView& time, double uniform_step_s, std::uint64_t count, double* row,
             const kernels::ChannelFatigue& fatigue = kernels::kPlainFatigue);

  /// The channel cannot be computed: every value of its row does not exist.
  void refuse(contract::ChannelStatus why, double* row);

  [[nodiscard]] bool wants_sweep() const { return !active_.empty(); }
  void add(const kernels::Block& block);
  void end_sweep();
  contract::ChannelStatus finish();

  /// After `finish`: what the kernels have found out.
  [[nodiscard]] const kernels::Facts& facts() const { return facts_; }
  /// After `finish`: none where spectra were not asked for, or the channel was refused.
  [[nodiscard]] const kernels::Spectrum* spectrum() const { return refusal_ ? nullptr : spectrum_; }
  /// The same of matrices of cycles.
  [[nodiscard]] const kernels::CycleMatrices* matrices() const { return refusal_ ? nullptr : matrices_; }

 private:
  void start_dependents();

  kernels::ColumnPositions positions_;
  std::size_t column_count_;
  kernels::Summary summary_;
  std::vector<std::unique_ptr<kernels::Kernel>> dependents_;  // in the order in which they finish
  std::vector<kernels::Kernel*> active_;                      // in this sweep
  kernels::Facts facts_;
  double* row_ = nullptr;
  const kernels::Spectrum* spectrum_ = nullptr;
  const kernels::CycleMatrices* matrices_ = nullptr;
  std::optional<contract::ChannelStatus> refusal_;
};

}  // namespace wavemill::engine
