#pragma once

#include <utility>

#include "engine/column_tile.h"
#include "engine/job.h"
#include "engine/opened_file.h"

namespace wavemill::engine {

/// The rainflow cycles of one channel. One unit: counting is a single chain.
class RainflowJob final : public Job {
 public:
  RainflowJob(TaskId id, RainflowTask task, Completion completion) : Job(id, std::move(completion)), task_(std::move(task)) {}

 protected:
  base::Result<std::size_t> open(Lane& lane) override;
  base::Status compute(std::size_t /*unit*/, Lane& /*lane*/) override { return base::done(); }
  TaskResult take_result() override { return std::move(result_); }

 private:
  /// A sweep over the channel's blocks.
  template <class Use>
  base::Status sweep(ColumnTile& tile, Use use) const;
  base::Result<double> gate(ColumnTile& tile) const;
  base::Status count(const OpenedFile& opened, const layout::Channel& channel, Lane& lane);
  [[nodiscard]] base::Status check_finite(const kernels::Block& block, const layout::Channel& channel,
                                          std::uint64_t first_sample) const;

  RainflowTask task_;
  RainflowResult result_;
};

}  // namespace wavemill::engine
