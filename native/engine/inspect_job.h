#pragma once

#include <utility>

#include "engine/job.h"

namespace wavemill::engine {

/// What a file says of itself. One unit: nothing is computed.
class InspectJob final : public Job {
 public:
  InspectJob(TaskId id, InspectTask task, Completion completion) : Job(id, std::move(completion)), task_(std::move(task)) {}

 protected:
  base::Result<std::size_t> open(Lane& lane) override;
  base::Status compute(std::size_t /*unit*/, Lane& /*lane*/) override { return base::done(); }
  TaskResult take_result() override { return std::move(result_); }

 private:
  InspectTask task_;
  InspectResult result_;
};

}  // namespace wavemill::engine
