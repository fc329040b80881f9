#include "fits/fitter.h"

#include <algorithm>
#include <cmath>

#include "fits/delta.h"
#include "fits/normal.h"

namespace wavemill::fits {

namespace {

bool is_bounded_below(const FitOptions& options) {
  return options.distribution == Distribution::kGpd ||
         (options.distribution == Distribution::kWeibull && !options.is_location_free);
}

bool are_finite(const Parameters& parameters, std::span<double Parameters::*const> free) {
  return std::all_of(free.begin(), free.end(), [&](auto member) { return std::isfinite(parameters.*member); });
}

}  // namespace

Model& Fitter::model_of(const FitOptions& options) {
  if (options.distribution == Distribution::kGpd) return pareto_;
  if (options.distribution == Distribution::kGumbel) return gumbel_;
  return options.is_location_free ? weibull_with_location_ : weibull_;
}

const Fit& Fitter::fit(std::span<const double> values, const FitOptions& options) {
  Model& model = model_of(options);
  fit_ = Fit{};
  sign_ = options.is_of_smallest ? -1.0 : 1.0;
  if (is_bounded_below(options))
    sample_.take_above(values, options.location, sign_);
  else
    sample_.take_centred(values, sign_);
  fit_.count = sample_.count();
  if (fit_.count < std::max(options.fewest, model.free_parameters().size() + 1))
    fit_.verdict = ChannelStatus::kFitFailedTooFewPeaks;
  else if (sample_.has_equal_values())
    fit_.verdict = ChannelStatus::kFitFailedEqualPeaks;
  else
    estimate(model, options);
  if (fit_.verdict == ChannelStatus::kOk) tell_level(model, options, values.size());
  return fit_;
}

void Fitter::estimate(Model& model, const FitOptions& options) {
  if (options.method == FitMethod::kLikelihood) {
    found_ = model.by_likelihood(sample_);
  } else {
    statistics_ = options.method == FitMethod::kPwm ? sample_.weighted_moments() : sample_.moments();
    found_ = parameters_from(model, statistics_.value, options.method);
  }
  const bool has_shape = options.distribution != Distribution::kGumbel;
  if (!are_finite(found_, model.free_parameters()))
    fit_.verdict = ChannelStatus::kFitFailedNotConverged;
  else if (!(found_.scale > 0.0))
    fit_.verdict = ChannelStatus::kFitFailedScaleNotPositive;
  else if (has_shape && !model.is_shape_in_range(found_.shape, options.method))
    fit_.verdict = ChannelStatus::kFitFailedShapeOutOfRange;
  else
    tell_parameters();
}

void Fitter::tell_parameters() { fit_.parameters = {told(found_.location), sample_.unit() * found_.scale, found_.shape}; }

void Fitter::tell_level(Model& model, const FitOptions& options, std::size_t given_count) {
  fit_.log_likelihood = model.log_likelihood(sample_, found_) - sample_.size() * std::log(sample_.unit());
  // Values that took no part are none in the storm either.
  const double values_in_storm = options.values_in_storm * sample_.size() / static_cast<double>(given_count);
  const double exceedance = model.exceedance(values_in_storm, options.risk);
  if (!(exceedance < 1.0)) {
    fit_.verdict = ChannelStatus::kFitFailedStormTooShort;
    return;
  }
  const double level = model.level(found_, exceedance);
  if (!std::isfinite(level))
    fit_.verdict = ChannelStatus::kFitFailedNotConverged;
  else if (values_in_storm >= sample_.size() && is_beyond(sample_.max(), options.observed, level))
    fit_.verdict = ChannelStatus::kFitFailedLevelBelowMaximum;
  if (fit_.verdict != ChannelStatus::kOk) return;
  fit_.level = told(level);
  if (options.wants_interval) tell_interval(model, options, exceedance);
}

/// Whether the record has gone beyond the level.
bool Fitter::is_beyond(double largest, double observed, double level) const {
  const double seen = (sign_ * observed - sample_.origin()) / sample_.unit();  // NaN where nothing is known of it
  return level < largest || level < seen;
}

void Fitter::tell_interval(Model& model, const FitOptions& options, double exceedance) {
  if (options.confidence != last_confidence_) {
    last_confidence_ = options.confidence;
    last_half_width_ = half_width(options.confidence);
  }
  const double level = model.level(found_, exceedance), z = last_half_width_;
  if (options.method != FitMethod::kLikelihood)
    return tell_spread(level, level_variance(model, statistics_, options.method, exceedance), z);
  const auto ends = model.profile(sample_, found_, exceedance, z * z);
  if (ends && std::isfinite(ends->lower) && std::isfinite(ends->upper) && ends->lower <= level && level <= ends->upper)
    return tell_ends(ends->lower, ends->upper, IntervalMethod::kProfile);
  if (const auto variance = level_variance(model, sample_, found_, exceedance)) tell_spread(level, *variance, z);
}

void Fitter::tell_spread(double level, double variance, double half_width) {
  const double reach = half_width * std::sqrt(variance);
  if (std::isfinite(reach)) tell_ends(level - reach, level + reach, IntervalMethod::kDelta);
}

void Fitter::tell_ends(double lower, double upper, IntervalMethod method) {
  fit_.level_lower = std::min(told(lower), told(upper));
  fit_.level_upper = std::max(told(lower), told(upper));
  fit_.interval = method;
}

}  // namespace wavemill::fits
