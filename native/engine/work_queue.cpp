#include "engine/work_queue.h"

#include <utility>

#include "engine/job.h"

namespace wavemill::engine {

void WorkQueue::push_new(std::shared_ptr<Job> job) {
  {
    const std::lock_guard lock(mutex_);
    new_.push_back({std::move(job), Job::kOpen, Job::kOpen + 1});
  }
  arrived_.notify_one();
}

void WorkQueue::push_opened(Ticket& ticket) {
  {
    const std::lock_guard lock(mutex_);
    opened_.splice(opened_.end(), ticket);
  }
  arrived_.notify_all();
}

std::optional<Work> WorkQueue::pop() {
  std::unique_lock lock(mutex_);
  arrived_.wait(lock, [this] { return is_closed_ || !opened_.empty() || !new_.empty(); });
  const bool is_open = !opened_.empty();
  Ticket& from = is_open ? opened_ : new_;
  if (from.empty()) return std::nullopt;
  WaitingUnits& units = from.front();
  Work work{units.job, units.next++};
  if (units.next < units.end) return work;
  if (is_open)
    work.job->take_back(from);
  else
    from.pop_front();
  return work;
}

void WorkQueue::close() {
  {
    const std::lock_guard lock(mutex_);
    is_closed_ = true;
  }
  arrived_.notify_all();
}

}  // namespace wavemill::engine
