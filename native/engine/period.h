#pragma once

#include <cstdint>

#include "base/result.h"
#include "engine/engine.h"
#include "kernels/facts.h"

namespace wavemill::engine {

/// The samples of a file that a period holds.
struct SampleRange {
  std::uint64_t first = 0;
  std::uint64_t count = 0;
};

/// Both ends of the period are included, within half a step.
/// @param time    of the whole file
/// @errors        INPUT_EMPTY_PERIOD
base::Result<SampleRange> samples_in(const Period& period, const kernels::TimeView& time, std::uint64_t sample_count);

/// The times of a range; step_s is NaN where the step varies by more than a thousandth, and by more than the file, or the rounding of its times, can tell.
TimeSpan span_of(const kernels::TimeView& time, std::uint64_t sample_count);

}  // namespace wavemill::engine
