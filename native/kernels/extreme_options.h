#pragma once

#include <cstdint>

#include "fits/fit.h"

namespace wavemill::kernels {

/// Beyond which value a peak is one over the threshold.
struct Threshold {
  enum class Kind : std::uint8_t { kAbsent, kValue, kPercentile, kDeviations };
  Kind kind = Kind::kDeviations;
  double value = 1.5;  // in the channel's unit; percent of the samples; standard deviations from the mean

  bool operator==(const Threshold& other) const = default;
};

/// What is asked of a channel's extremes.
struct ExtremeOptions {
  double storm_duration_s = 10800.0;
  double risk = 0.1;
  double confidence = 0.95;
  fits::FitMethod method = fits::FitMethod::kLikelihood;
  bool takes_peaks_over_threshold = false;  // Weibull and Gumbel are fitted to them, not to the global extremes
  bool is_weibull_location_free = false;
  Threshold upper = {};
  Threshold lower = {Threshold::Kind::kDeviations, -1.5};
  double decluster_s = 0.0;
  double fewest_peaks = 10.0;

  bool operator==(const ExtremeOptions& other) const = default;
};

}  // namespace wavemill::kernels
