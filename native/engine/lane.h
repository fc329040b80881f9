#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <thread>
#include <vector>

#include "base/result.h"
#include "engine/channel_kernels.h"
#include "engine/derived_memory.h"
#include "engine/work_queue.h"
#include "kernels/isa/table.h"

namespace wavemill::engine {

/// A thread of the engine's own and the memory that it uses again for every file.
class Lane {
 public:
  /// @param on_completed   called on the lane after a job's completion
  Lane(unsigned number, WorkQueue& queue, const kernels::isa::Table& isa, std::function<void(Job&)> on_completed)
      : number_(number),
        queue_(queue),
        isa_(isa),
        on_completed_(std::move(on_completed)),
        shapes_(std::make_shared<kernels::WelchShapes>(isa)) {}

  /// @errors        RESOURCE_THREADS
  base::Status start();
  void join();

  [[nodiscard]] WorkQueue& queue() { return queue_; }
  [[nodiscard]] const kernels::isa::Table& isa() const { return isa_; }

  // Memory for the unit in hand.
  [[nodiscard]] std::vector<std::byte>& read_buffer() { return read_buffer_; }
  [[nodiscard]] std::vector<double>& tile() { return tile_; }
  [[nodiscard]] DerivedMemory& derived();  // made when it is first wanted
  /// `count` sets of kernels for a plan; the same objects as last time when the plan is.
  std::vector<std::unique_ptr<ChannelKernels>>& kernels(const StatisticsPlan& plan, std::size_t count);

 private:
  void main();
  bool leave(Work& work);

  unsigned number_;
  WorkQueue& queue_;
  const kernels::isa::Table& isa_;
  std::function<void(Job&)> on_completed_;
  std::thread thread_;
  std::vector<std::byte> read_buffer_;
  std::vector<double> tile_;
  std::unique_ptr<DerivedMemory> derived_;
  StatisticsPlan plan_;
  std::shared_ptr<kernels::WelchShapes> shapes_;
  std::vector<std::unique_ptr<ChannelKernels>> kernels_;
};

}  // namespace wavemill::engine
