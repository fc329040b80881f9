#include "engine/rounded_times.h"

#include <algorithm>
#include <cmath>

namespace wavemill::engine {

namespace {

using kernels::TimeView;

constexpr int kMostDecimals = 9;
constexpr double kLargestPart = 0.1;  // of the step, that rounding may take
constexpr double kLargestSpread =
    1.05;  // of the unit: half of it to either side, and a little for the line, which is found from rounded times

struct Line {
  double start_s;
  double step_s;
};

/// Least squares; sums from the middle, which keeps them small.
Line line_through(const TimeView& time, std::uint64_t count) {
  const double middle = 0.5 * static_cast<double>(count - 1);
  const double offset_s = time.at(0);
  double sum_s = 0.0, moment = 0.0, square = 0.0;
  for (std::uint64_t i = 0; i < count; ++i) {
    const double x = static_cast<double>(i) - middle, t = time.at(i) - offset_s;
    sum_s += t;
    moment += x * t;
    square += x * x;
  }
  const double step_s = moment / square;
  return {offset_s + sum_s / static_cast<double>(count) - middle * step_s, step_s};
}

bool lie_on(const Line& line, const TimeView& time, std::uint64_t count, double unit_s) {
  if (unit_s > kLargestPart * line.step_s) return false;
  double low_s = 0.0, high_s = 0.0;
  for (std::uint64_t i = 0; i < count; ++i) {
    const double miss_s = time.at(i) - (line.start_s + static_cast<double>(i) * line.step_s);
    low_s = std::min(low_s, miss_s);
    high_s = std::max(high_s, miss_s);
  }
  return high_s - low_s <= kLargestSpread * unit_s;
}

bool have_decimals(const TimeView& time, std::uint64_t count, double per_second) {
  constexpr double kDouble = 1e-15;  // of the number: how well a double is a decimal
  for (std::uint64_t i = 0; i < count; ++i) {
    const double units = time.at(i) * per_second;
    if (!(std::fabs(units - std::round(units)) <= kDouble * std::fabs(units))) return false;
  }
  return true;
}

bool are_float32(const TimeView& time, std::uint64_t count) {
  for (std::uint64_t i = 0; i < count; ++i)
    if (static_cast<double>(static_cast<float>(time.at(i))) != time.at(i)) return false;
  return true;
}

double float32_unit_s(const TimeView& time, std::uint64_t count) {
  const auto largest = static_cast<float>(std::max(std::fabs(time.at(0)), std::fabs(time.at(count - 1))));
  return static_cast<double>(std::nextafter(largest, HUGE_VALF)) - static_cast<double>(largest);
}

}  // namespace

bool are_rounded_uniform(const TimeView& time, std::uint64_t sample_count) {
  if (sample_count < 3) return false;
  const Line line = line_through(time, sample_count);
  if (are_float32(time, sample_count) && lie_on(line, time, sample_count, float32_unit_s(time, sample_count))) return true;
  double per_second = 1.0;
  for (int decimals = 0; decimals <= kMostDecimals; ++decimals, per_second *= 10.0)
    if (have_decimals(time, sample_count, per_second)) return lie_on(line, time, sample_count, 1.0 / per_second);
  return false;
}

}  // namespace wavemill::engine
