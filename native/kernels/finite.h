#pragma once

#include <cmath>
#include <cstddef>

#include "kernels/block.h"

namespace wavemill::kernels {

/// Copies the finite samples of a block, in order, to `out` (room for the whole block) and gives their number.
inline std::size_t copy_finite(const Block& block, double* out) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < block.count; ++i) {
    out[count] = block.samples[i];
    count += std::isfinite(block.samples[i]) ? 1U : 0U;
  }
  return count;
}

}  // namespace wavemill::kernels
