#pragma once

#include <cstddef>
#include <cstdint>

namespace wavemill::kernels {

/// Samples to a block. Blocks count from the period's first sample, so that results cannot depend on how a file was cut up for reading; 16 KiB stay in
/// the first-level cache while several loops go over them.
inline constexpr std::size_t kBlockSamples = 2048;

/// Consecutive decoded samples of one channel. All blocks but the last hold kBlockSamples.
struct Block {
  const double* samples;
  std::size_t count;
  std::uint64_t first_index;  // from the period's first sample
};

}  // namespace wavemill::kernels
