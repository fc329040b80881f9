#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "contract/generated/contract.h"
#include "engine/engine.h"
#include "kernels/filter/zero_phase.h"
#include "layout/file_layout.h"

namespace wavemill::engine {

/// The filters of a task, as its file's channels and time steps have them.
class ChannelFilters {
 public:
  /// @param selected   numbers of the channels that are computed
  /// @errors        INPUT_UNKNOWN_CHANNEL where a filter's pattern means no channel of the file
  base::Status select(const std::vector<ChannelFilter>& filters, const std::vector<layout::Channel>& channels,
                      std::span<const std::uint32_t> selected);

  /// @param step_s  of a period, NaN where it varies; called for each period in order
  /// @errors        INPUT_CUTOFF where a filter that is used lets nothing through, or everything: its cutoff is not under half of the sampling frequency
  base::Status design(const std::vector<ChannelFilter>& filters, double step_s);

  /// Whether one of the selected channels [first, first + count) is filtered.
  [[nodiscard]] bool any(std::size_t first, std::size_t count) const;

  /// Filters a selected channel's samples in place, by each of its filters in the order of the spec.
  /// @return        kOk, or why the samples cannot be filtered: they mean nothing then
  [[nodiscard]] contract::ChannelStatus apply(std::size_t period, std::size_t channel, std::span<double> samples) const;

 private:
  std::vector<std::vector<std::size_t>> of_channel_;        // numbers of the filters of each selected channel
  std::vector<bool> is_used_;                               // of each filter
  std::vector<std::vector<kernels::ZeroPhase>> of_period_;  // a filter each; none where the step varies
};

}  // namespace wavemill::engine
