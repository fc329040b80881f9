#pragma once

#include <vector>

#include "fits/gumbel_likelihood.h"
#include "fits/model.h"

namespace wavemill::fits {

/// F(x) = 1 − exp(−((x − location) / scale)^shape), x above the location: given (two parameters) or estimated (three).
/// @reference     likelihood: −ln(x − location) is Gumbel's; PWM: L-moments of the reversed GEV (Hosking 1990, table 1), three parameters by L-skewness;
///                moments: coefficient of variation, three parameters by skewness
class Weibull final : public Model {
 public:
  explicit Weibull(bool is_location_free) : is_location_free_(is_location_free) {}

  [[nodiscard]] std::span<double Parameters::*const> free_parameters() const override;
  Parameters by_likelihood(const Sample& sample) override;
  [[nodiscard]] Parameters from_moments(const std::array<double, 3>& moments) const override;
  [[nodiscard]] Parameters from_weighted_moments(const std::array<double, 3>& moments) const override;
  [[nodiscard]] double log_likelihood(const Sample& sample, const Parameters& parameters) const override;
  [[nodiscard]] double level(const Parameters& parameters, double exceedance) const override;
  [[nodiscard]] bool is_shape_in_range(double shape, FitMethod method) const override;
  std::optional<Interval> profile(const Sample& sample, const Parameters& best, double exceedance, double drop) override;

 private:
  bool fit_from(const Sample& sample, double location);
  [[nodiscard]] Parameters parameters_from(double location) const;
  double best_likelihood_from(const Sample& sample, double location);
  Parameters with_location(const Sample& sample);

  bool is_location_free_;
  std::vector<double> logs_;  // −ln(x − location), their mean taken off
  double mean_log_ = 0.0;     // of ln(x − location)
  GumbelLikelihood likelihood_;
};

}  // namespace wavemill::fits
