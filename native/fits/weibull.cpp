#include "fits/weibull.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "fits/search.h"

namespace wavemill::fits {

namespace {

constexpr std::array<double Parameters::*, 2> kTwo{&Parameters::scale, &Parameters::shape};
constexpr std::array<double Parameters::*, 3> kThree{&Parameters::scale, &Parameters::shape, &Parameters::location};

constexpr double kLeastShape = 0.3, kLargestShape = 30.0;
constexpr double kSearchedFrom = 0.05, kSearchedTo = 500.0;  // shapes that an equation is solved among

double gamma_at(double order, double shape) { return std::tgamma(1.0 + order / shape); }

/// The shape for which a falling or rising function of it has this value; NaN where none that is searched has it.
template <class Function>
double shape_where(Function f, double value) {
  const auto difference = [&](double log_shape) { return f(std::exp(log_shape)) - value; };
  const double from = std::log(kSearchedFrom), to = std::log(kSearchedTo);
  const double at_from = difference(from), at_to = difference(to);
  if (!((at_from < 0.0) != (at_to < 0.0))) return kNone;
  return std::exp(root_between(difference, from, at_from, to, at_to, 1e-14));
}

double squared_variation(double shape) {
  const double g1 = gamma_at(1, shape), g2 = gamma_at(2, shape);
  return g2 / (g1 * g1) - 1.0;
}

double skewness(double shape) {
  const double g1 = gamma_at(1, shape), g2 = gamma_at(2, shape), g3 = gamma_at(3, shape);
  const double variance = g2 - g1 * g1;
  return (g3 - 3.0 * g1 * g2 + 2.0 * g1 * g1 * g1) / (variance * std::sqrt(variance));
}

/// 1 − b^(−1 / shape), without losing digits where the shape is large.
double part(double base, double shape) { return -std::expm1(-std::log(base) / shape); }

double l_skewness(double shape) { return 3.0 - 2.0 * part(3.0, shape) / part(2.0, shape); }

}  // namespace

std::span<double Parameters::*const> Weibull::free_parameters() const {
  if (is_location_free_) return kThree;
  return kTwo;
}

bool Weibull::is_shape_in_range(double shape, FitMethod /*method*/) const {
  return kLeastShape <= shape && shape <= kLargestShape;
}

bool Weibull::fit_from(const Sample& sample, double location) {
  logs_.clear();
  mean_log_ = 0.0;
  for (const double x : sample.values()) {
    logs_.push_back(-std::log(x - location));
    mean_log_ -= logs_.back();
  }
  mean_log_ /= sample.size();
  double variance = 0.0;
  for (double& z : logs_) {
    z += mean_log_;
    variance += z * z;
  }
  return likelihood_.maximise(logs_, *std::min_element(logs_.begin(), logs_.end()), variance / sample.size());
}

Parameters Weibull::parameters_from(double location) const {
  return {.location = location, .scale = std::exp(mean_log_ - likelihood_.location()), .shape = likelihood_.rate()};
}

Parameters Weibull::by_likelihood(const Sample& sample) {
  if (is_location_free_) return with_location(sample);
  return fit_from(sample, 0.0) ? parameters_from(0.0) : Parameters{};
}

double Weibull::best_likelihood_from(const Sample& sample, double location) {
  return fit_from(sample, location) ? log_likelihood(sample, parameters_from(location))
                                    : -std::numeric_limits<double>::infinity();
}

/// Along the location the likelihood grows without end towards the smallest value (for shapes under 1), and may grow for ever away from it. What counts
/// is a maximum between the two; without one there is no estimate (Smith 1985).
Parameters Weibull::with_location(const Sample& sample) {
  constexpr double kFrom = -9.0, kStep = 0.5;  // ln of the distance below the smallest value, in standard deviations
  constexpr int kSteps = 28;
  const double spread = std::sqrt(sample.variance());
  const auto location_at = [&](double log_distance) { return sample.min() - spread * std::exp(log_distance); };
  const auto likelihood_at = [&](double log_distance) { return best_likelihood_from(sample, location_at(log_distance)); };
  double best_at = kNone, best = -std::numeric_limits<double>::infinity();
  double before = likelihood_at(kFrom), here = likelihood_at(kFrom + kStep);
  for (int i = 1; i < kSteps; ++i) {
    const double at = kFrom + i * kStep;
    const double after = likelihood_at(at + kStep);
    if (here > before && here > after && here > best) {
      best = here;
      best_at = at;
    }
    before = here;
    here = after;
  }
  if (std::isnan(best_at)) return {};
  const double found = location_at(maximum_between(likelihood_at, best_at - kStep, best_at + kStep, 1e-9));
  return fit_from(sample, found) ? parameters_from(found) : Parameters{};
}

Parameters Weibull::from_moments(const std::array<double, 3>& moments) const {
  const auto [mean, variance, third] = moments;
  if (!is_location_free_) {
    const double shape = shape_where(squared_variation, variance / (mean * mean));
    return {.location = 0.0, .scale = mean / gamma_at(1, shape), .shape = shape};
  }
  const double shape = shape_where(skewness, third / (variance * std::sqrt(variance)));
  const double g1 = gamma_at(1, shape), scale = std::sqrt(variance / (gamma_at(2, shape) - g1 * g1));
  return {.location = mean - scale * g1, .scale = scale, .shape = shape};
}

Parameters Weibull::from_weighted_moments(const std::array<double, 3>& moments) const {
  const auto [b0, b1, b2] = moments;
  const double l1 = b0, l2 = 2.0 * b1 - b0, l3 = 6.0 * b2 - 6.0 * b1 + b0;
  if (!is_location_free_) {
    const double shape = -std::numbers::ln2 / std::log1p(-l2 / l1);
    return {.location = 0.0, .scale = l1 / gamma_at(1, shape), .shape = shape};
  }
  const double shape = shape_where(l_skewness, l3 / l2);
  const double scale = l2 / (gamma_at(1, shape) * part(2.0, shape));
  return {.location = l1 - scale * gamma_at(1, shape), .scale = scale, .shape = shape};
}

double Weibull::log_likelihood(const Sample& sample, const Parameters& parameters) const {
  const auto [location, scale, shape] = parameters;
  double sum = 0.0;
  for (const double x : sample.values()) {
    const double z = std::log((x - location) / scale);
    sum += (shape - 1.0) * z - std::exp(shape * z);
  }
  return sum + sample.size() * std::log(shape / scale);
}

double Weibull::level(const Parameters& parameters, double exceedance) const {
  return parameters.location + parameters.scale * std::pow(-std::log(exceedance), 1.0 / parameters.shape);
}

/// With an estimated location the profile often has no end; the delta method then says what it can.
std::optional<Interval> Weibull::profile(const Sample& sample, const Parameters& /*best*/, double exceedance, double drop) {
  if (is_location_free_) return std::nullopt;
  const double reduced = -std::log(-std::log(exceedance)), mean_drop = 0.5 * drop / sample.size();
  return Interval{std::exp(mean_log_ - likelihood_.bound(1, reduced, mean_drop)),
                  std::exp(mean_log_ - likelihood_.bound(-1, reduced, mean_drop))};
}

}  // namespace wavemill::fits
