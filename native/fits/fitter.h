#pragma once

#include <span>

#include "fits/fit.h"
#include "fits/gumbel.h"
#include "fits/model.h"
#include "fits/pareto.h"
#include "fits/sample.h"
#include "fits/weibull.h"

namespace wavemill::fits {

/// Fits a distribution to largest values (peaks of a record, maxima of many) and says what a storm brings, and whether to believe it. The one place where
/// extremes are fitted: kernels and the addon's `fitExtremes` come here. It keeps its memory from fit to fit.
class Fitter {
 public:
  /// @param values    shape (n), any order, finite; borrowed
  /// @param options   Rayleigh is no fit: rayleigh.h has it
  /// @return          a verdict other than kOk where the fit cannot be trusted; then no level, and parameters only where they can be told
  /// @errors          none: the verdict says
  /// @nan             not allowed
  /// @cost            O(n): some 5 sums over the values for the parameters and 10 for the interval; no allocation once the largest n was seen
  /// @reference       docs/statistics.md, Extremes; each distribution's header has its sources
  const Fit& fit(std::span<const double> values, const FitOptions& options);

 private:
  Model& model_of(const FitOptions& options);
  void estimate(Model& model, const FitOptions& options);
  void tell_level(Model& model, const FitOptions& options, std::size_t given_count);
  void tell_interval(Model& model, const FitOptions& options, double exceedance);
  [[nodiscard]] bool is_beyond(double largest, double observed, double level) const;
  void tell_spread(double level, double variance, double half_width);
  void tell_parameters();
  void tell_ends(double lower, double upper, IntervalMethod method);
  [[nodiscard]] double told(double x) const { return sign_ * (sample_.origin() + sample_.unit() * x); }

  Sample sample_;
  SampleStatistics statistics_;
  Parameters found_;  // of the sample: moved and scaled
  Fit fit_;
  double sign_ = 1.0;
  Gumbel gumbel_;
  Weibull weibull_{false}, weibull_with_location_{true};
  Pareto pareto_;
  double last_confidence_ = 0.0, last_half_width_ = 0.0;
};

}  // namespace wavemill::fits
