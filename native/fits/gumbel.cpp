#include "fits/gumbel.h"

#include <array>
#include <cmath>
#include <numbers>

#include "fits/exponential_sums.h"

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
  const auto reduced_by = [&](double x) { return (x - parameters.location) / parameters.scale; };
  const ExponentialSums sums = exponential_sums(sample.values(), sample.min(), 1.0 / parameters.scale);
  const double exponentials = std::exp(-reduced_by(sample.min())) * sums.s0;
  return -sample.size() * (reduced_by(sample.mean()) + std::log(parameters.scale)) - exponentials;
}

double Gumbel::level(const Parameters& parameters, double exceedance) const {
  return parameters.location + parameters.scale * reduced(exceedance);
}

std::optional<Interval> Gumbel::profile(const Sample& sample, const Parameters& /*best*/, double exceedance, double drop) {
  const double mean_drop = 0.5 * drop / sample.size();
  return Interval{likelihood_.bound(-1, reduced(exceedance), mean_drop), likelihood_.bound(1, reduced(exceedance), mean_drop)};
}

}  // namespace wavemill::fits
