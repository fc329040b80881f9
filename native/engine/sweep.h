#pragma once

#include <algorithm>
#include <atomic>
#include <memory>
#include <span>
#include <vector>

#include "base/result.h"
#include "engine/channel_kernels.h"
#include "engine/derived_tile.h"
#include "engine/job.h"

namespace wavemill::engine {

using KernelSpan = std::span<std::unique_ptr<ChannelKernels>>;

/// Tells a tile which channels the next sweep is of; columns of the file need not know.
template <class Tile>
void begin_sweep(Tile& tile, KernelSpan kernels) {
  if constexpr (requires(const std::vector<bool>& is_wanted) { tile.begin_sweep(is_wanted); }) {
    std::vector<bool> is_wanted;
    is_wanted.reserve(kernels.size());
    for (const auto& channel : kernels) is_wanted.push_back(channel->wants_sweep());
    tile.begin_sweep(is_wanted);
  }
}

/// Has a tile that keeps everything read, or compute, all of it.
/// @errors        CANCELLED, those of the tile's `load`
template <class Tile>
base::Status load_all(Tile& tile, std::size_t channel_count, const std::atomic<bool>& is_cancelled) {
  if constexpr (requires { tile.begin_sweep(std::vector<bool>()); }) tile.begin_sweep(std::vector<bool>(channel_count, true));
  for (std::uint64_t block = 0; block < tile.block_count(); ++block) {
    if (is_cancelled.load(std::memory_order_relaxed)) return cancelled_error();
    base::Status loaded = tile.load(block);
    if (!loaded) return loaded;
    for (std::size_t i = 0; i < channel_count; ++i) static_cast<void>(tile.block(i));
  }
  return base::done();
}

/// Drives kernels over a tile's blocks until none wants another sweep.
/// @errors        CANCELLED, those of the tile's `load`
template <class Tile>
base::Status sweep(Tile& tile, KernelSpan kernels, const std::atomic<bool>& is_cancelled) {
  while (std::ranges::any_of(kernels, [](const auto& channel) { return channel->wants_sweep(); })) {
    begin_sweep(tile, kernels);
    for (std::uint64_t block = 0; block < tile.block_count(); ++block) {
      if (is_cancelled.load(std::memory_order_relaxed)) return cancelled_error();
      base::Status loaded = tile.load(block);
      if (!loaded) return loaded;
      for (std::size_t i = 0; i < kernels.size(); ++i)
        if (kernels[i]->wants_sweep()) kernels[i]->add(tile.block(i));
    }
    for (const auto& channel : kernels)
      if (channel->wants_sweep()) channel->end_sweep();
  }
  return base::done();
}

}  // namespace wavemill::engine
