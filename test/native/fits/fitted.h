#pragma once

#include <doctest/doctest.h>

#include "fits/fitter.h"

namespace wavemill::test {

using contract::ChannelStatus;
using contract::Distribution;
using contract::FitMethod;
using contract::IntervalMethod;
using fits::Fit;
using fits::FitOptions;

inline Fit fitted(const std::vector<double>& values, const FitOptions& options) { return fits::Fitter().fit(values, options); }

inline constexpr FitMethod kMethods[] = {FitMethod::kLikelihood, FitMethod::kPwm, FitMethod::kMoments};

inline doctest::Approx near(double value, double relative) { return doctest::Approx(value).epsilon(relative); }

}  // namespace wavemill::test
