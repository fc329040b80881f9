#include "engine/period.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string>

#include "engine/rounded_times.h"

namespace wavemill::engine {

namespace {

/// The first sample that is later than `bound_s`, or as late.
std::uint64_t first_at_or_after(const kernels::TimeView& time, std::uint64_t count, double bound_s) {
  std::uint64_t low = 0, high = count;
  while (low < high) {
    const std::uint64_t middle = low + (high - low) / 2;
    if (time.at(middle) < bound_s)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

std::string seconds(double value) {
  if (std::isinf(value)) return value < 0.0 ? "the start" : "the end";
  char text[32];
  std::snprintf(text, sizeof text, "%.9g s", value);
  return text;
}

}  // namespace

base::Result<SampleRange> samples_in(const Period& period, const kernels::TimeView& time, std::uint64_t sample_count) {
  const double start_s = time.at(0), stop_s = time.at(sample_count - 1);
  const double half_step_s =
      sample_count > 1 ? 0.5 * (stop_s - start_s) / static_cast<double>(sample_count - 1) : 0.5 * time.step_s;
  const std::uint64_t first = first_at_or_after(time, sample_count, period.from_s - half_step_s);
  const std::uint64_t end = first_at_or_after(time, sample_count, std::nextafter(period.to_s + half_step_s, INFINITY));
  if (first < end) return SampleRange{first, end - first};
  return base::Error{base::ErrorCode::kInputEmptyPeriod,
                     "no sample lies between " + seconds(period.from_s) + " and " + seconds(period.to_s) + "; the file has " +
                         seconds(start_s) + " to " + seconds(stop_s),
                     {}};
}

TimeSpan span_of(const kernels::TimeView& time, std::uint64_t sample_count) {
  TimeSpan span{time.at(0), time.at(sample_count - 1), time.step_s};
  if (time.times_s == nullptr || sample_count < 2) return span;
  span.step_s = (span.stop_s - span.start_s) / static_cast<double>(sample_count - 1);
  const double allowed_s = std::max(1e-3 * span.step_s, time.resolution_s);
  bool is_uniform = true;
  for (std::uint64_t i = 1; i < sample_count && is_uniform; ++i)
    is_uniform = std::fabs(time.at(i) - time.at(i - 1) - span.step_s) <= allowed_s;
  if (!is_uniform && !are_rounded_uniform(time, sample_count)) span.step_s = kernels::kNone;
  return span;
}

}  // namespace wavemill::engine
