#pragma once

#include <optional>
#include <span>

#include "fits/fit.h"
#include "fits/sample.h"

namespace wavemill::fits {

struct Interval {
  double lower, upper;
};

/// A distribution of largest values, as fits and intervals need it. All numbers are those of the sample: moved and scaled.
class Model {
 public:
  Model() = default;
  Model(const Model&) = delete;
  Model& operator=(const Model&) = delete;
  virtual ~Model() = default;

  /// What is estimated; the other parameters are given.
  [[nodiscard]] virtual std::span<double Parameters::*const> free_parameters() const = 0;

  /// The maximum of the likelihood.
  /// @return        parameters that are not finite where there is none
  virtual Parameters by_likelihood(const Sample& sample) = 0;
  [[nodiscard]] virtual Parameters from_moments(const std::array<double, 3>& moments) const = 0;
  [[nodiscard]] virtual Parameters from_weighted_moments(const std::array<double, 3>& moments) const = 0;

  [[nodiscard]] virtual double log_likelihood(const Sample& sample, const Parameters& parameters) const = 0;

  /// The chance that one value exceeds the level, for the storm's largest to do so with probability `risk`; 1 or more where the storm is too short.
  [[nodiscard]] virtual double exceedance(double values_in_storm, double risk) const;

  /// The level that one value exceeds with this chance.
  [[nodiscard]] virtual double level(const Parameters& parameters, double exceedance) const = 0;

  [[nodiscard]] virtual bool is_shape_in_range(double shape, FitMethod method) const = 0;

  /// Where twice the log-likelihood, at its best for a level, has fallen by `drop`. After `by_likelihood` of the same sample.
  /// @return        nothing where the likelihood has no such end
  virtual std::optional<Interval> profile(const Sample& sample, const Parameters& best, double exceedance, double drop) = 0;
};

}  // namespace wavemill::fits
