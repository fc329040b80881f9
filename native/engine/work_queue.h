#pragma once

#include <condition_variable>
#include <cstddef>
#include <list>
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

/// Units of a job that wait for lanes.
struct WaitingUnits {
  std::shared_ptr<Job> job;
  std::size_t next = 0;
  std::size_t end = 0;
};

/// A place in the queue, one element long. A job has its own from its begin: queueing more units allocates nothing, and cannot fail half-way.
using Ticket = std::list<WaitingUnits>;

/// What the lanes take their work from. Files that are open come before files that are not: memory and handles are given back sooner.
class WorkQueue {
 public:
  /// The unit that opens a job.
  void push_new(std::shared_ptr<Job> job);

  /// Further units of an open job. Takes the ticket; `pop` hands it back with the last of them.
  void push_opened(Ticket& ticket);

  /// Waits for work. Nothing: the queue is closed and empty.
  std::optional<Work> pop();

  /// Lets the lanes go once what is left has been taken.
  void close();

 private:
  std::mutex mutex_;
  std::condition_variable arrived_;
  Ticket opened_, new_;
  bool is_closed_ = false;
};

}  // namespace wavemill::engine
