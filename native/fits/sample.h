#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "contract/generated/contract.h"

namespace wavemill::fits {

/// Three numbers of a sample from which parameters follow, and how they vary from sample to sample.
struct SampleStatistics {
  std::array<double, 3> value{};
  std::array<std::array<double, 3>, 3> covariance{};
};

/// The values of a fit, moved and scaled so that neither a large offset nor a small unit costs digits. It keeps its memory from fit to fit.
class Sample {
 public:
  /// Takes the values above `location`, as (x − location) / unit, the unit a power of two near the largest.
  /// @param sign       1, or -1 for the negatives of values and location
  void take_above(std::span<const double> values, double location, double sign);

  /// Takes all of them, as (x − mean) / unit.
  void take_centred(std::span<const double> values, double sign);

  [[nodiscard]] std::span<const double> values() const { return values_; }
  [[nodiscard]] std::size_t count() const { return values_.size(); }
  [[nodiscard]] double size() const { return static_cast<double>(values_.size()); }
  [[nodiscard]] double min() const { return min_; }
  [[nodiscard]] double max() const { return max_; }
  [[nodiscard]] double mean() const { return mean_; }
  [[nodiscard]] double variance() const { return variance_; }  // population

  /// What was taken off, and what was divided by.
  [[nodiscard]] double origin() const { return origin_; }
  [[nodiscard]] double unit() const { return unit_; }

  /// Equal as far as the numbers that came can tell.
  [[nodiscard]] bool has_equal_values() const;

  /// Mean, variance and third central moment (population), with their asymptotic covariance.
  [[nodiscard]] SampleStatistics moments() const;

  /// Probability-weighted moments b0, b1, b2 (unbiased), with the covariance that their influence functions give.
  /// @reference     Hosking, Wallis & Wood (1985), eq. 5; Serfling (1980), section 8.1
  [[nodiscard]] SampleStatistics weighted_moments() const;

 private:
  void describe();

  std::vector<double> values_;
  mutable std::vector<double> sorted_;
  double origin_ = 0.0, unit_ = 1.0;
  double min_ = 0.0, max_ = 0.0, mean_ = 0.0, variance_ = 0.0;
};

}  // namespace wavemill::fits
