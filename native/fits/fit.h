#pragma once

#include <cmath>
#include <cstddef>
#include <limits>

#include "contract/generated/contract.h"

namespace wavemill::fits {

using contract::ChannelStatus;
using contract::Distribution;
using contract::FitMethod;
using contract::IntervalMethod;

inline constexpr double kNone = std::numeric_limits<double>::quiet_NaN();  // a value that does not exist

/// Of a distribution of largest values. Smallest ones are fitted by their negatives; only the location then is the values' own again.
struct Parameters {
  double location = kNone;
  double scale = kNone;
  double shape = kNone;  // Weibull: k; generalised Pareto: ξ, positive where the tail is heavy; Gumbel: none
};

struct FitOptions {
  Distribution distribution = Distribution::kGumbel;
  FitMethod method = FitMethod::kLikelihood;
  bool is_of_smallest = false;  // the values are minima: what is said of largest ones then holds of the smallest, mirrored
  /// Weibull of two parameters: where it begins. Generalised Pareto: the threshold. Values that are not above it take no part.
  double location = 0.0;
  bool is_location_free = false;  // Weibull of three parameters: the location is estimated too
  double values_in_storm = 1.0;   // how many such values a storm is expected to hold; need not be whole
  double risk = 0.1;              // that the storm's largest value exceeds the level
  double confidence = 0.95;       // of the two-sided interval of the level
  bool wants_interval = true;
  std::size_t fewest = 10;  // values that a fit wants
  double observed = kNone;  // the record's own extreme, where it may lie beyond all of the values
};

struct Fit {
  ChannelStatus verdict = ChannelStatus::kOk;  // kOk, or why the fit cannot be trusted
  std::size_t count = 0;                       // values that took part
  Parameters parameters;                       // NaN where there is no fit
  double log_likelihood = kNone;
  double level = kNone, level_lower = kNone, level_upper = kNone;
  IntervalMethod interval = IntervalMethod::kNone;
};

}  // namespace wavemill::fits
