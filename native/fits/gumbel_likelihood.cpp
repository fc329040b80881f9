#include "fits/gumbel_likelihood.h"

#include <algorithm>
#include <cmath>

#include "fits/exponential_sums.h"
#include "fits/search.h"

namespace wavemill::fits {

namespace {

constexpr double kStandardDeviation = 1.2825498301618641;  // of a Gumbel distribution with scale 1: π / √6
constexpr double kStationary = 1e-6;                       // the bound is stationary along the rate: this costs it the square

}  // namespace

double shift_for(double drop, int sign) {
  if (!(drop > 0.0)) return 0.0;
  double a = static_cast<double>(sign) * std::sqrt(2.0 * drop);
  a = sign < 0 ? std::max(a - drop / 3.0, -1.0 - drop) : std::min(a, std::log1p(drop) + std::sqrt(drop));
  for (int i = 0; i < 50; ++i) {
    const double growth = std::expm1(a), step = (growth - a - drop) / growth;
    a -= step;
    if (!(std::fabs(step) > 1e-9 * std::fabs(a))) break;  // the next one would be its square
  }
  return a;
}

double GumbelLikelihood::Line::height() const { return std::log(rate) - log_mean; }

GumbelLikelihood::Line GumbelLikelihood::at(double rate) const {
  const ExponentialSums sums = exponential_sums(values_, least_, rate);
  const double mean = sums.s1 / sums.s0;
  return {rate, std::log(sums.s0 / static_cast<double>(values_.size())) - rate * least_, mean,
          std::max(sums.s2 / sums.s0 - mean * mean, 0.0)};
}

bool GumbelLikelihood::maximise(std::span<const double> values, double least, double variance) {
  values_ = values;
  least_ = least;
  best_ = at(kStandardDeviation / std::sqrt(variance));
  for (int i = 0; i < 60; ++i) {
    const double step = best_.slope() / (best_.curvature() * best_.rate);  // of ln c: c stays positive
    best_ = at(best_.rate * std::exp(std::clamp(step, -1.0, 1.0)));
    if (std::fabs(step) < 1e-8) return std::isfinite(best_.rate);  // the error left is its square
    if (!std::isfinite(step)) break;
  }
  return false;
}

/// The bound is where its slope along ln c is zero. That slope, times what makes it finite where the region ends:
///   h(c) + (m − bound)·(e^a − 1), h the slope of the line's height and m its weighted mean.
double GumbelLikelihood::bound(int side, double reduced, double drop) const {
  const double top = best_.height();
  double end = 0.0;
  const auto slope_at = [&](const Line& line) {
    const double a = shift_for(drop - (top - line.height()), side);
    end = (a - line.log_mean + reduced) / line.rate;
    return line.slope() + (line.mean - end) * std::expm1(a);
  };
  const auto slope = [&](double log_ratio) { return slope_at(at(best_.rate * std::exp(log_ratio))); };

  const double at_best = slope_at(best_);
  if (at_best == 0.0) return end;
  // As if the region were an ellipse: where its end would be.
  const double level = (reduced - best_.log_mean) / best_.rate;
  const double root_curvature = std::sqrt(best_.curvature()) * best_.rate;
  const double along_rate = (best_.mean - level) / root_curvature, along_location = 1.0 / best_.rate;
  const double part =
      along_rate / std::sqrt(along_rate * along_rate + along_location * along_location);  // hypot wants a newer glibc
  double far = static_cast<double>(side) * std::sqrt(2.0 * drop) * part / root_curvature;
  double near = 0.0, at_near = at_best, at_far = slope(far);
  for (int i = 0; i < 40 && (at_far < 0.0) == (at_near < 0.0) && at_far != 0.0; ++i) {
    near = far;
    at_near = at_far;
    far *= 1.3;
    at_far = slope(far);
  }
  const double found = root_between(slope, near, at_near, far, at_far, kStationary);
  slope(found);
  return end;
}

}  // namespace wavemill::fits
