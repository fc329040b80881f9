#include "fits/pareto.h"

#include <algorithm>
#include <cmath>

#include "fits/gumbel_likelihood.h"
#include "fits/search.h"

namespace wavemill::fits {

namespace {

constexpr std::array<double Parameters::*, 2> kFree{&Parameters::scale, &Parameters::shape};
constexpr double kSmallTau = 0.01;  // times the largest excess: below it logarithms lose digits, and a series takes their place
constexpr double kNowhere = -std::numeric_limits<double>::infinity();

/// Σ ln(1 + tau·y): of eight at once, as the logarithm of their product.
double sum_of_logs(std::span<const double> y, double tau) {
  double sum = 0.0;
  std::size_t i = 0;
  for (; i + 8 <= y.size(); i += 8) {
    const double a = (1.0 + tau * y[i]) * (1.0 + tau * y[i + 1]), b = (1.0 + tau * y[i + 2]) * (1.0 + tau * y[i + 3]);
    const double c = (1.0 + tau * y[i + 4]) * (1.0 + tau * y[i + 5]), d = (1.0 + tau * y[i + 6]) * (1.0 + tau * y[i + 7]);
    sum += std::log((a * b) * (c * d));
  }
  for (; i < y.size(); ++i) sum += std::log1p(tau * y[i]);
  return sum;
}

}  // namespace

std::span<double Parameters::*const> Pareto::free_parameters() const { return kFree; }

/// Smith (1985): the likelihood's estimates are regular above −1/2; at 1 the mean is infinite. The moments' have no variance from 1/2 on.
bool Pareto::is_shape_in_range(double shape, FitMethod method) const {
  return -0.5 < shape && shape < (method == FitMethod::kLikelihood ? 1.0 : 0.5);
}

/// Exceedances come at random: n of them are expected, and none with the chance e^(−n·q) = 1 − risk.
double Pareto::exceedance(double values_in_storm, double risk) const { return -std::log1p(-risk) / values_in_storm; }

void Pareto::take(const Sample& sample) {
  excesses_ = sample.values();
  largest_ = sample.max();
  powers_.fill(0.0);
  for (const double y : excesses_) {
    double power = 1.0;
    for (double& sum : powers_) sum += power *= y;
  }
  for (double& sum : powers_) sum /= sample.size();
}

/// σ: the mean of ln(1 + τ·y) / τ.
double Pareto::scale_at(double tau) const {
  if (std::fabs(tau) * largest_ >= kSmallTau) return sum_of_logs(excesses_, tau) / (static_cast<double>(excesses_.size()) * tau);
  double sum = 0.0;
  for (std::size_t k = kOrders; k-- > 0;) sum = powers_[k] / static_cast<double>(k + 1) - tau * sum;
  return sum;
}

/// The best ln-likelihood of a value for this τ, and 1: −ln σ − ξ. Nothing where ξ is −1 or less: there it grows without end.
double Pareto::height_at(double tau) const {
  const double scale = scale_at(tau);
  return tau * scale > -1.0 ? -std::log(scale) - tau * scale : kNowhere;
}

double Pareto::slope_at(double tau) const {
  const double scale = scale_at(tau);
  double scale_slope = 0.0, shape_slope = 0.0;
  if (std::fabs(tau) * largest_ >= kSmallTau) {
    for (const double y : excesses_) shape_slope += y / (1.0 + tau * y);
    shape_slope /= static_cast<double>(excesses_.size());
    scale_slope = (shape_slope - scale) / tau;
  } else {
    for (std::size_t k = kOrders; k-- > 1;) {
      const double order = static_cast<double>(k);
      scale_slope = -order / (order + 1.0) * powers_[k] - tau * scale_slope;
    }
    shape_slope = scale + tau * scale_slope;
  }
  return -scale_slope / scale - shape_slope;
}

/// τ runs from −1 / largest on; its logarithmic distance from there has no end.
double Pareto::tau_at(double log_room) const { return std::expm1(log_room) / largest_; }

Parameters Pareto::by_likelihood(const Sample& sample) {
  constexpr double kFrom = -14.0, kStep = 0.7;
  constexpr int kSteps = 40;
  take(sample);
  double before = kNowhere, here = height_at(tau_at(kFrom)), best_at = kNone;
  best_height_ = kNowhere;
  for (int i = 0; i < kSteps; ++i) {
    const double at = kFrom + i * kStep;
    const double after = height_at(tau_at(at + kStep));
    if (here > best_height_ && here >= after && here > before && before != kNowhere) {
      best_height_ = here;
      best_at = at;
    }
    before = here;
    here = after;
  }
  if (std::isnan(best_at)) return {};
  const auto slope = [&](double log_room) { return slope_at(tau_at(log_room)); };
  const double from = best_at - kStep, to = best_at + kStep;
  const double at_from = slope(from), at_to = slope(to);
  if (!(at_from > 0.0 && at_to < 0.0)) return {};
  best_room_ = root_between(slope, from, at_from, to, at_to, 1e-14);
  const double tau = tau_at(best_room_);
  best_height_ = height_at(tau);
  return {.location = 0.0, .scale = scale_at(tau), .shape = tau * scale_at(tau)};
}

Parameters Pareto::from_moments(const std::array<double, 3>& moments) const {
  const double ratio = moments[0] * moments[0] / moments[1];
  return {.location = 0.0, .scale = 0.5 * moments[0] * (ratio + 1.0), .shape = 0.5 * (1.0 - ratio)};
}

Parameters Pareto::from_weighted_moments(const std::array<double, 3>& moments) const {
  const double a0 = moments[0], a1 = moments[0] - moments[1];  // of 1 − F
  return {.location = 0.0, .scale = 2.0 * a0 * a1 / (a0 - 2.0 * a1), .shape = 2.0 - a0 / (a0 - 2.0 * a1)};
}

double Pareto::log_likelihood(const Sample& sample, const Parameters& parameters) const {
  const auto [location, scale, shape] = parameters;
  double sum = 0.0;
  for (const double y : sample.values()) {
    const double t = shape * y / scale;
    if (t <= -1.0) return kNowhere;
    sum += std::fabs(shape) < 1e-12 ? y / scale : (1.0 / shape + 1.0) * std::log1p(t);
  }
  return -sum - sample.size() * std::log(scale);
}

double Pareto::level(const Parameters& parameters, double exceedance) const {
  const double reach = -std::log(exceedance), stretch = parameters.shape * reach;
  return parameters.scale * reach * (std::fabs(stretch) < 1e-12 ? 1.0 : std::expm1(stretch) / stretch);
}

std::optional<double> Pareto::end_of_region(double log_room, double step, double least_height) const {
  const auto above = [&](double at) { return height_at(tau_at(at)) - least_height; };
  double inside = log_room, at_inside = above(inside);
  for (int i = 0; i < 60; ++i, step *= 1.4) {
    const double outside = inside + step, at_outside = above(outside);
    if (at_outside == kNowhere) return std::nullopt;
    if (at_outside < 0.0) return root_between(above, inside, at_inside, outside, at_outside, 1e-9);
    inside = outside;
    at_inside = at_outside;
  }
  return std::nullopt;
}

/// For each τ of the region, σ·e^(−a) with e^a − a − 1 = what is left of the drop gives the level's two ends.
std::optional<Interval> Pareto::profile(const Sample& sample, const Parameters& /*best*/, double exceedance, double drop) {
  const double mean_drop = 0.5 * drop / sample.size(), least_height = best_height_ - mean_drop;
  const std::optional<double> from = end_of_region(best_room_, -0.3, least_height);
  const std::optional<double> to = end_of_region(best_room_, 0.3, least_height);
  if (!from || !to) return std::nullopt;
  const auto level_at = [&](double log_room, int sign) {
    const double tau = tau_at(log_room), scale = scale_at(tau), height = -std::log(scale) - tau * scale;
    const double shifted = scale * std::exp(-shift_for(mean_drop - (best_height_ - height), sign));
    return level({.location = 0.0, .scale = shifted, .shape = tau * shifted}, exceedance);
  };
  const double tolerance = 1e-6 * (*to - *from);
  const double low = maximum_between([&](double at) { return -level_at(at, 1); }, *from, *to, tolerance);
  const double high = maximum_between([&](double at) { return level_at(at, -1); }, *from, *to, tolerance);
  return Interval{level_at(low, 1), level_at(high, -1)};
}

}  // namespace wavemill::fits
