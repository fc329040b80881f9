#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <limits>
#include <memory>
#include <mutex>
#include <optional>

#include "base/result.h"
#include "engine/engine.h"
#include "engine/lane.h"

namespace wavemill::engine {

/// One file's work, from opening to completion. Unit 0 opens the file and may add further units, a phase of them; whichever lane ends a phase's last unit
/// begins the next phase, or completes the job.
/// States: queued → opened (units on any lanes, phase after phase) → completed. The units of a cancelled job, and those behind one that failed, still pass but
/// do nothing.
class Job : public std::enable_shared_from_this<Job> {
 public:
  static constexpr std::size_t kOpen = 0;

  Job(TaskId id, Completion completion) : id_(id), completion_(std::move(completion)), ticket_(1) {}
  virtual ~Job() = default;
  Job(const Job&) = delete;
  Job& operator=(const Job&) = delete;

  [[nodiscard]] TaskId id() const { return id_; }
  void cancel() { is_cancelled_.store(true, std::memory_order_relaxed); }

  /// Does one unit; errors are kept for the completion. May throw std::bad_alloc.
  void run(std::size_t unit, Lane& lane);

  /// Keeps an error: that of the lowest unit wins, so that what a user reads does not depend on which lane was faster.
  void fail(std::size_t unit, base::Error error);

  /// Ends a unit that `run` did. True for the job's last one, which has called the completion. May throw std::bad_alloc, and is then to be called again
  /// after `fail`.
  bool leave(Lane& lane);

  /// Its place in the queue again; for the queue alone.
  void take_back(Ticket& queue) { ticket_.splice(ticket_.end(), queue, queue.begin()); }

 protected:
  /// @return  the number of further units, numbered from 1, that are to be run by any lane
  virtual base::Result<std::size_t> open(Lane& lane) = 0;
  virtual base::Status compute(std::size_t unit, Lane& lane) = 0;
  /// After a phase in which nothing failed.
  /// @return  the number of units of the next phase, numbered from 1; 0: there is none
  virtual base::Result<std::size_t> next_phase(Lane& /*lane*/) { return std::size_t{0}; }
  virtual TaskResult take_result() = 0;

  [[nodiscard]] const std::atomic<bool>& is_cancelled() const { return is_cancelled_; }

 private:
  void begin_phase(std::size_t units, Lane& lane);
  void complete();

  static constexpr std::size_t kNoUnit = std::numeric_limits<std::size_t>::max();

  TaskId id_;
  Completion completion_;
  std::atomic<bool> is_cancelled_{false};
  std::atomic<std::size_t> failed_unit_{kNoUnit};  // the lowest so far
  std::atomic<std::size_t> units_left_{1};
  std::mutex error_mutex_;
  std::optional<base::Error> error_;
  Ticket ticket_;
};

base::Error cancelled_error();

/// The job of a task. Nothing is opened yet.
std::shared_ptr<Job> make_job(TaskId id, Task task, Completion completion);

}  // namespace wavemill::engine
