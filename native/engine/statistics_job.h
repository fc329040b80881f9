#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "engine/channel_filters.h"
#include "engine/channel_groups.h"
#include "engine/column_tile.h"
#include "engine/cycle_tables.h"
#include "engine/file_channels.h"
#include "engine/job.h"
#include "engine/linked_values.h"
#include "engine/opened_file.h"
#include "engine/period.h"
#include "engine/statistics_plan.h"
#include "engine/sweep.h"

namespace wavemill::engine {

/// Statistics of a file's channels. A large text file is decoded first, a unit a chunk; then a unit is a run of channel groups. Each writes its own columns, its
/// own rows of the result, so lanes never meet. Linked values come last: they need every channel's extremes.
class StatisticsJob final : public Job {
 public:
  StatisticsJob(TaskId id, StatisticsTask task, Completion completion);

 protected:
  base::Result<std::size_t> open(Lane& lane) override;
  base::Status compute(std::size_t unit, Lane& lane) override;
  base::Result<std::size_t> next_phase(Lane& lane) override;
  TaskResult take_result() override;

 private:
  base::Status select();
  base::Result<std::size_t> begin_computing(Lane& lane);
  base::Status select_periods();
  void form_groups();
  void describe_result();
  base::Status read_linked(Lane& lane);
  base::Status read_linked_derived(platform::ByteSource& bytes, Lane& lane);
  base::Status read_linked_filtered(Lane& lane);
  base::Status read_filtered(std::size_t period, std::size_t linked, platform::ByteSource& bytes, Lane& lane);
  template <class Tile>
  base::Status put_filtered(std::size_t period, std::size_t linked, Tile& tile);
  base::Status compute_groups(std::size_t unit, Lane& lane);
  [[nodiscard]] std::size_t unit_count() const;
  base::Status compute_group(const ChannelGroup& group, platform::ByteSource& bytes, Lane& lane);
  base::Status compute_period(std::size_t period, const ChannelGroup& group, platform::ByteSource& bytes, Lane& lane);
  template <class Tile>
  base::Status compute_tile(std::size_t period, const ChannelGroup& group, Tile& tile, Lane& lane);
  template <class Tile>
  void begin_channels(std::size_t period, const ChannelGroup& group, Tile& tile, KernelSpan kernels);
  void end_channels(std::size_t period, const ChannelGroup& group, KernelSpan kernels);

  StatisticsTask task_;
  StatisticsPlan plan_;
  std::unique_ptr<OpenedFile> opened_;
  FileChannels channels_;
  std::vector<std::uint32_t> indices_;  // of the selected channels, derived ones behind the file's
  std::vector<std::uint32_t> linked_indices_;
  bool is_decoding_ = false;                          // changes between phases alone
  std::vector<SampleRange> ranges_;                   // of the periods
  std::vector<const layout::ArrayLayout*> selected_;  // of those that are the file's
  std::vector<ChannelGroup> groups_;
  std::vector<const kernels::ChannelFatigue*> fatigue_;  // of the selected channels
  std::size_t units_ = 1;
  std::optional<LinkedValues> linked_;
  ChannelFilters linked_filters_;  // of the linked channels
  ChannelFilters filters_;
  std::vector<std::vector<double>> densities_;  // periods × channels: rows of the spectra
  std::optional<CycleTables> cycle_tables_;
  StatisticsResult result_;
};

}  // namespace wavemill::engine
