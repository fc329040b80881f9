#include "engine/job.h"

#include <utility>

#include "engine/inspect_job.h"
#include "engine/rainflow_job.h"
#include "engine/statistics_job.h"

namespace wavemill::engine {

base::Error cancelled_error() { return {base::ErrorCode::kCancelled, "cancelled by the caller", {}}; }

void Job::run(std::size_t unit, Lane& lane) {
  if (failed_unit_.load(std::memory_order_relaxed) < unit) return;  // a lower one still has to say whether it fails too
  if (is_cancelled_.load(std::memory_order_relaxed)) return fail(unit, cancelled_error());
  if (unit != kOpen) {
    const base::Status status = compute(unit, lane);
    if (!status) fail(unit, status.error());
    return;
  }
  const base::Result<std::size_t> further = open(lane);
  if (!further) return fail(unit, further.error());
  if (*further > 0) begin_phase(*further, lane);
}

/// The unit that begins it is still counted: the phase cannot end before that one is left.
void Job::begin_phase(std::size_t units, Lane& lane) {
  units_left_.fetch_add(units, std::memory_order_relaxed);
  ticket_.front() = {shared_from_this(), 1, units + 1};
  lane.queue().push_opened(ticket_);
}

void Job::fail(std::size_t unit, base::Error error) {
  const std::lock_guard lock(error_mutex_);
  if (failed_unit_.load(std::memory_order_relaxed) <= unit) return;
  error_ = std::move(error);
  failed_unit_.store(unit, std::memory_order_relaxed);
}

bool Job::leave(Lane& lane) {
  if (units_left_.fetch_sub(1, std::memory_order_acq_rel) != 1) return false;
  units_left_.store(1, std::memory_order_relaxed);  // the phase has ended and no other lane is in the job, but this one is
  if (!error_ && !is_cancelled_.load(std::memory_order_relaxed)) {
    const base::Result<std::size_t> further = next_phase(lane);
    if (!further) fail(kOpen, further.error());
    if (further && *further > 0) {
      begin_phase(*further, lane);
      return leave(lane);
    }
  }
  complete();
  return true;
}

void Job::complete() {
  // A job that was cancelled has no result, however far it came: the caller has gone.
  if (!error_ && is_cancelled_.load(std::memory_order_relaxed)) error_ = cancelled_error();
  if (!ticket_.empty()) ticket_.front().job.reset();  // or the job would keep itself
  if (error_)
    completion_(std::move(*error_));
  else
    completion_(take_result());
}

std::shared_ptr<Job> make_job(TaskId id, Task task, Completion completion) {
  if (auto* statistics = std::get_if<StatisticsTask>(&task))
    return std::make_shared<StatisticsJob>(id, std::move(*statistics), std::move(completion));
  if (auto* inspect = std::get_if<InspectTask>(&task))
    return std::make_shared<InspectJob>(id, std::move(*inspect), std::move(completion));
  return std::make_shared<RainflowJob>(id, std::move(std::get<RainflowTask>(task)), std::move(completion));
}

}  // namespace wavemill::engine
