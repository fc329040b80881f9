#pragma once

#include <cstdint>

#include "kernels/facts.h"

namespace wavemill::engine {

/// Whether times are those of a uniform step that were rounded when they were written: to a decimal (0.0063, 0.0125, 0.0188 for a step of 0.00625) or to
/// float32. Judged by the times alone: all have the same last decimal, or all are float32 numbers; a straight line through them leaves no more than
/// rounding; and the rounding is small beside the step, so that a sample that is missing is never taken for it.
/// @cost          O(n) for each decimal that is tried, nine at most; no allocation
bool are_rounded_uniform(const kernels::TimeView& time, std::uint64_t sample_count);

}  // namespace wavemill::engine
