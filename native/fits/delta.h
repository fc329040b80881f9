#pragma once

#include <optional>

#include "fits/model.h"

namespace wavemill::fits {

/// The level's variance by the delta method, from the likelihood's curvature at its maximum (the observed information).
/// @return        nothing where that curvature has no inverse, as at the bounds of a shape
/// @reference     Coles (2001), 2.6.4
std::optional<double> level_variance(const Model& model, const Sample& sample, const Parameters& best, double exceedance);

/// The same for parameters that follow from statistics of the sample, whose covariance is known.
/// @param method      moments or PWM
double level_variance(const Model& model, const SampleStatistics& statistics, FitMethod method, double exceedance);

/// The parameters that follow from such statistics.
Parameters parameters_from(const Model& model, const std::array<double, 3>& statistics, FitMethod method);

}  // namespace wavemill::fits
