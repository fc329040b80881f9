#pragma once

#include <memory>
#include <vector>

#include "engine/column_tile.h"
#include "engine/job.h"
#include "engine/opened_file.h"
#include "engine/period.h"
#include "engine/statistics_plan.h"

namespace wavemill::engine {

/// Statistics of a file's channels. A large text file is decoded first, a unit a chunk; then a unit is a run of channel groups. Each writes its own columns, its
/// own rows of the result, so lanes never meet.
class StatisticsJob final : public Job {
 public:
  StatisticsJob(TaskId id, StatisticsTask task, Completion completion);

 protected:
  base::Result<std::size_t> open(Lane& lane) override;
  base::Status compute(std::size_t unit, Lane& lane) override;
  base::Result<std::size_t> next_phase(Lane& lane) override;
  TaskResult take_result() override { return std::move(result_); }

 private:
  /// Selected channels that are decoded together: `count` of them from number `first`.
  struct Group {
    std::size_t first;
    std::size_t count;
  };

  base::Result<std::size_t> begin_computing(Lane& lane);
  base::Status select_periods();
  void describe_result();
  void form_groups();
  base::Status compute_groups(std::size_t unit, Lane& lane);
  [[nodiscard]] std::size_t unit_count() const;
  base::Status compute_group(const Group& group, platform::ByteSource& bytes, Lane& lane);
  base::Status compute_period(std::size_t period, const Group& group, platform::ByteSource& bytes, Lane& lane);
  base::Status sweep(ColumnTile& tile, std::vector<std::unique_ptr<ChannelKernels>>& kernels, std::size_t count) const;

  StatisticsTask task_;
  StatisticsPlan plan_;
  std::unique_ptr<OpenedFile> opened_;
  std::vector<std::uint32_t> indices_;  // of the selected channels
  bool is_decoding_ = false;            // changes between phases alone
  std::vector<SampleRange> ranges_;     // of the periods
  std::vector<const layout::ArrayLayout*> selected_;
  std::vector<Group> groups_;
  std::size_t units_ = 1;
  StatisticsResult result_;
};

}  // namespace wavemill::engine
