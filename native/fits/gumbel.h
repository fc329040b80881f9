#pragma once

#include "fits/gumbel_likelihood.h"
#include "fits/model.h"

namespace wavemill::fits {

/// F(x) = exp(−e^(−(x − location) / scale)).
/// @reference     likelihood: Coles (2001), 3.3.2 with ξ = 0; PWM: Landwehr, Matalas & Wallis (1979); moments: scale = s·√6 / π
class Gumbel final : public Model {
 public:
  [[nodiscard]] std::span<double Parameters::*const> free_parameters() const override;
  Parameters by_likelihood(const Sample& sample) override;
  [[nodiscard]] Parameters from_moments(const std::array<double, 3>& moments) const override;
  [[nodiscard]] Parameters from_weighted_moments(const std::array<double, 3>& moments) const override;
  [[nodiscard]] double log_likelihood(const Sample& sample, const Parameters& parameters) const override;
  [[nodiscard]] double level(const Parameters& parameters, double exceedance) const override;
  [[nodiscard]] bool is_shape_in_range(double /*shape*/, FitMethod /*method*/) const override { return true; }
  std::optional<Interval> profile(const Sample& sample, const Parameters& best, double exceedance, double drop) override;

 private:
  GumbelLikelihood likelihood_;
};

}  // namespace wavemill::fits
