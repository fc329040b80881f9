#pragma once

#include <cmath>
#include <cstdint>
#include <limits>

#include "contract/generated/contract.h"
#include "kernels/fatigue_options.h"

namespace wavemill::kernels {

inline constexpr double kNone = std::numeric_limits<double>::quiet_NaN();  // a value that does not exist

/// The times of a period's samples.
struct TimeView {
  double start_s = 0.0;
  double step_s = 1.0;
  std::uint64_t first_index = 0;    // of the period's first sample in the file
  const double* times_s = nullptr;  // the file's own times, where it has them
  double resolution_s = 0.0;        // how finely the file can say those: float32 has steps of 0.001 s beyond 8192 s

  [[nodiscard]] double at(std::uint64_t index) const {
    const std::uint64_t i = first_index + index;
    return times_s != nullptr ? times_s[i] : start_s + static_cast<double>(i) * step_s;
  }
};

/// What is known of a channel: first what the task says, then what each kernel found out, for the kernels that need it.
struct Facts {
  TimeView time;
  std::uint64_t count = 0;
  const ChannelFatigue* fatigue = &kPlainFatigue;  // borrowed
  double uniform_step_s = kNone;                   // NaN: the step varies

  // from the summary
  std::uint64_t nonfinite_count = 0;
  double first = kNone, last = kNone;
  double min = kNone, max = kNone, mean = kNone;
  std::uint64_t min_index = 0,
                max_index =
                    0;      // of the first sample that has it, from the period's first; mean nothing where no sample is finite
  double variance = kNone;  // population

  // from the kernels that have finished
  double mean_upcrossing_period_s = kNone;
  double mean_crest_period_s = kNone;
  bool lacks_uniform_step = false;                                    // and a statistic that was asked for needs one
  bool is_too_short = false;                                          // for a statistic that was asked for
  contract::ChannelStatus fit_status = contract::ChannelStatus::kOk;  // the first fit's that cannot be trusted

  [[nodiscard]] std::uint64_t finite_count() const { return count - nonfinite_count; }
  [[nodiscard]] bool is_finite() const { return nonfinite_count == 0; }
  [[nodiscard]] bool has_uniform_step() const { return uniform_step_s > 0.0; }
  [[nodiscard]] bool is_constant() const { return min == max; }
  [[nodiscard]] double duration_s() const { return time.at(count - 1) - time.at(0); }
};

}  // namespace wavemill::kernels
