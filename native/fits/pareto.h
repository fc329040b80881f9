#pragma once

#include <array>

#include "fits/model.h"

namespace wavemill::fits {

/// The generalised Pareto distribution of excesses over a threshold: F(y) = 1 − (1 + ξ·y / σ)^(−1/ξ). For a given τ = ξ / σ the best ξ is the mean of
/// ln(1 + τ·y), so everything is a search along τ, in which ξ = 0 is a point like any other.
/// @reference     likelihood: Grimshaw (1993); PWM, moments: Hosking & Wallis (1987), with k = −ξ
class Pareto final : public Model {
 public:
  [[nodiscard]] std::span<double Parameters::*const> free_parameters() const override;
  Parameters by_likelihood(const Sample& sample) override;
  [[nodiscard]] Parameters from_moments(const std::array<double, 3>& moments) const override;
  [[nodiscard]] Parameters from_weighted_moments(const std::array<double, 3>& moments) const override;
  [[nodiscard]] double log_likelihood(const Sample& sample, const Parameters& parameters) const override;
  [[nodiscard]] double exceedance(double values_in_storm, double risk) const override;
  [[nodiscard]] double level(const Parameters& parameters, double exceedance) const override;
  [[nodiscard]] bool is_shape_in_range(double shape, FitMethod method) const override;
  std::optional<Interval> profile(const Sample& sample, const Parameters& best, double exceedance, double drop) override;

 private:
  static constexpr std::size_t kOrders = 8;

  void take(const Sample& sample);
  [[nodiscard]] double scale_at(double tau) const;
  [[nodiscard]] double height_at(double tau) const;
  [[nodiscard]] double slope_at(double tau) const;
  [[nodiscard]] double tau_at(double log_room) const;
  [[nodiscard]] std::optional<double> end_of_region(double log_room, double step, double least_height) const;

  std::span<const double> excesses_;
  double largest_ = 1.0;
  std::array<double, kOrders> powers_{};  // mean of y, y², …
  double best_room_ = 0.0, best_height_ = 0.0;
};

}  // namespace wavemill::fits
