#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>

namespace wavemill::engine {

class Job;

/// A part of a job that one lane does by itself.
struct Work {
  std::shared_ptr<Job> job;
  std::size_t unit;
};

/// What the lanes take their work from. Files that are open come before files that are not: memory and handles are given back sooner.
class WorkQueue {
 public:
  void push_new(Work work);
  void push_opened(Work work);

  /// Waits for work. Nothing: the queue is closed and empty.
  std::optional<Work> pop();

  /// Lets the lanes go once what is left has been taken.
  void close();

 private:
  std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<Work> opened_, new_;
  bool is_closed_ = false;
};

}  // namespace wavemill::engine
