#include "fits/gumbel.h"

#include <array>
#include <cmath>
#include <numbers>

namespace wavemill::fits {

namespace {

constexpr std::array<double Parameters::*, 2> kFree{&Parameters::location, &Parameters::scale};

double reduced(double exceedance) { return -std::log(-std::log1p(-exceedance)); }

}  // namespace

std::span<double Parameters::*const> Gumbel::free_parameters() const { return kFree; }

Parameters Gumbel::by_likelihood(const Sample& sample) {
  if (!likelihood_.maximise(sample.values(), sample.min(), sample.variance())) return {};
  return {.location = likelihood_.location(), .scale = 1.0 / likelihood_.rate()};
}

Parameters Gumbel::from_moments(const std::array<double, 3>& moments) const {
  const double scale = std::sqrt(6.0 * moments[1]) / std::numbers::pi;
  return {.location = moments[0] - std::numbers::egamma * scale, .scale = scale};
}

Parameters Gumbel::from_weighted_moments(const std::array<double, 3>& moments) const {
  const double scale = (2.0 * moments[1] - moments[0]) / std::numbers::ln2;
  return {.location = moments[0] - std::numbers::egamma * scale, .scale = scale};
}

double Gumbel::log_likelihood(const Sample& sample, const Parameters& parameters) const {
  double sum = 0.0;
  for (const double x : sample.values()) {
    const double z = (x - parameters.location) / parameters.scale;
    sum -= z + std::exp(-z);
  }
  return sum - sample.size() * std::log(parameters.scale);
}

double Gumbel::level(const Parameters& parameters, double exceedance) const {
  return parameters.location + parameters.scale * reduced(exceedance);
}

std::optional<Interval> Gumbel::profile(const Sample& sample, const Parameters& /*best*/, double exceedance, double drop) {
  const double mean_drop = 0.5 * drop / sample.size();
  return Interval{likelihood_.bound(-1, reduced(exceedance), mean_drop), likelihood_.bound(1, reduced(exceedance), mean_drop)};
}

}  // namespace wavemill::fits
