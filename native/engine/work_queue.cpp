#include "engine/work_queue.h"

#include <utility>

namespace wavemill::engine {

void WorkQueue::push_new(Work work) {
  {
    const std::lock_guard lock(mutex_);
    new_.push_back(std::move(work));
  }
  arrived_.notify_one();
}

void WorkQueue::push_opened(Work work) {
  {
    const std::lock_guard lock(mutex_);
    opened_.push_back(std::move(work));
  }
  arrived_.notify_one();
}

std::optional<Work> WorkQueue::pop() {
  std::unique_lock lock(mutex_);
  arrived_.wait(lock, [this] { return is_closed_ || !opened_.empty() || !new_.empty(); });
  std::deque<Work>& from = opened_.empty() ? new_ : opened_;
  if (from.empty()) return std::nullopt;
  Work work = std::move(from.front());
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
