#include "engine/lane.h"

#include <exception>
#include <new>
#include <string>
#include <system_error>

#include "engine/job.h"
#include "platform/thread.h"

namespace wavemill::engine {

base::Status Lane::start() {
  try {
    thread_ = std::thread([this] { main(); });
  } catch (const std::system_error& error) {  // the standard library has no other way to say it
    return base::Error{
        base::ErrorCode::kResourceThreads, "no thread for lane " + std::to_string(number_ + 1) + ": " + error.what(), {}};
  }
  return base::done();
}

void Lane::join() {
  if (thread_.joinable()) thread_.join();
}

/// One of the two places where an exception becomes an error: what lies below throws only when memory runs out.
void Lane::main() {
  platform::name_this_thread("wavemill-" + std::to_string(number_));
  while (std::optional<Work> work = queue_.pop()) {
    try {
      work->job->run(work->unit, *this);
    } catch (const std::bad_alloc&) {
      work->job->fail(work->unit, {base::ErrorCode::kResourceMemory, "not enough memory for this file", {}});
    } catch (const std::exception& exception) {
      work->job->fail(work->unit, {base::ErrorCode::kInternal, exception.what(), {}});
    }
    if (leave(*work)) on_completed_(*work->job);
  }
}

/// Between two phases memory may be wanted, and run out.
bool Lane::leave(Work& work) {
  try {
    return work.job->leave(*this);
  } catch (const std::bad_alloc&) {
    work.job->fail(Job::kOpen, {base::ErrorCode::kResourceMemory, "not enough memory for this file", {}});
  }
  return work.job->leave(*this);  // what failed has no next phase
}

DerivedMemory& Lane::derived() {
  if (!derived_) derived_ = std::make_unique<DerivedMemory>(isa_);
  return *derived_;
}

std::vector<std::unique_ptr<ChannelKernels>>& Lane::kernels(const StatisticsPlan& plan, std::size_t count) {
  if (!(plan == plan_)) {
    kernels_.clear();
    plan_ = plan;
  }
  while (kernels_.size() < count) kernels_.push_back(std::make_unique<ChannelKernels>(isa_, plan_, shapes_));
  return kernels_;
}

}  // namespace wavemill::engine
