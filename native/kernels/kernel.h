#pragma once

#include "kernels/block.h"
#include "kernels/facts.h"
#include "kernels/row.h"

namespace wavemill::kernels {

/// A statistic that is computed in sweeps over a channel, block by block, in order. One object serves many channels, one after another, and keeps its
/// memory: nothing is allocated for a sample, and nothing for a channel once the first few have been seen.
///
///   begin → (add … add → end_sweep)* → finish
///
/// The summary comes first and alone; every other kernel finds its facts in `begin`.
class Kernel {
 public:
  Kernel() = default;
  Kernel(const Kernel&) = delete;
  Kernel& operator=(const Kernel&) = delete;
  virtual ~Kernel() = default;

  /// Starts a channel. False where no sweep is needed: the facts are enough, or the statistic does not exist for this channel.
  virtual bool begin(const Facts& facts) = 0;

  virtual void add(const Block& block) = 0;

  /// Ends a sweep. True where another one is needed.
  virtual bool end_sweep() { return false; }

  /// Writes the columns. `facts` takes what later kernels need.
  virtual void finish(Facts& facts, Row& row) = 0;
};

}  // namespace wavemill::kernels
