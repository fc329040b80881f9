#pragma once

#include <cstddef>
#include <vector>

#include "engine/engine.h"
#include "kernels/cycle_counting.h"
#include "kernels/fatigue_options.h"
#include "kernels/row.h"

namespace wavemill::engine {

/// Which kernels a task needs, and where each column goes in a result row.
class StatisticsPlan {
 public:
  StatisticsPlan() = default;
  StatisticsPlan(const std::vector<ColumnRequest>& columns, double equivalent_frequency_hz,
                 const kernels::FatigueOptions& fatigue = {}, const kernels::SpectrumOptions& spectrum = {},
                 const kernels::ExtremeOptions& extremes = {});

  [[nodiscard]] std::size_t column_count() const { return column_count_; }
  [[nodiscard]] bool needs(contract::ColumnKernel kernel) const { return is_needed_[static_cast<std::size_t>(kernel)]; }
  [[nodiscard]] const kernels::ColumnPositions& positions() const { return positions_; }
  [[nodiscard]] const std::vector<kernels::FamilyMember>& percentiles() const { return percentiles_; }
  [[nodiscard]] const kernels::CycleColumns& cycle_columns() const { return cycle_columns_; }
  [[nodiscard]] const kernels::FatigueOptions& fatigue() const { return fatigue_; }
  [[nodiscard]] double equivalent_frequency_hz() const { return equivalent_frequency_hz_; }
  [[nodiscard]] const kernels::SpectrumOptions& spectrum() const { return spectrum_; }
  [[nodiscard]] const kernels::ExtremeOptions& extremes() const { return extremes_; }

  bool operator==(const StatisticsPlan& other) const = default;

 private:
  void need(contract::ColumnKernel kernel) { is_needed_[static_cast<std::size_t>(kernel)] = true; }

  std::size_t column_count_ = 0;
  std::array<bool, contract::kColumnKernelCount> is_needed_{};
  kernels::ColumnPositions positions_;
  std::vector<kernels::FamilyMember> percentiles_;
  kernels::CycleColumns cycle_columns_;
  double equivalent_frequency_hz_ = 1.0;
  kernels::FatigueOptions fatigue_;
  kernels::SpectrumOptions spectrum_;
  kernels::ExtremeOptions extremes_;
};

}  // namespace wavemill::engine
