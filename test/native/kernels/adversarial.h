#pragma once

#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "kernels/series.h"

namespace wavemill::test {

struct NamedSeries {
  std::string name;
  Series samples;
};

inline Series exponentially_spread(std::size_t count, std::uint64_t seed) {
  Random random(seed);
  Series x(count);
  for (double& sample : x) sample = (random.below(2) == 0 ? 1.0 : -1.0) * std::pow(10.0, 600.0 * random.uniform() - 300.0);
  return x;
}

inline Series mostly_equal(std::size_t count, std::uint64_t seed) {
  Series x = white_noise(count, seed);
  Random random(seed + 1);
  for (double& sample : x)
    if (random.below(10) != 0) sample = 0.25;
  return x;
}

inline Series clusters_within_clusters(std::size_t count, std::uint64_t seed) {
  Random random(seed);
  Series x(count);
  for (double& sample : x) sample = 1.0 + std::ldexp(random.uniform(), -5 * static_cast<int>(random.below(10)));
  return x;
}

inline Series with(Series x, std::size_t i, double value) {
  x[i] = value;
  return x;
}

/// What bucket after bucket of equal width deals with worst.
inline std::vector<NamedSeries> adversarial_series() {
  const double least = std::numeric_limits<double>::denorm_min();
  Series denormal = few_levels(5000, 61, 1000), overflowing = white_noise(5000, 62, 0.0, 2e307);
  for (double& sample : denormal) sample *= least;
  overflowing[17] = -1e308;
  overflowing[4000] = 1e308;
  Series two_far_apart = few_levels(5000, 63, 2);
  for (double& sample : two_far_apart) sample = sample == 0.0 ? -1e308 : 1e308;
  return {
      {"two samples", {2.0, 1.0}},
      {"three samples", {2.0, 3.0, 1.0}},
      {"two values", few_levels(100000, 64, 2)},
      {"an outlier of 1e300", with(white_noise(100000, 65), 77, 1e300)},
      {"an outlier of -1e300 among small integers", with(few_levels(20000, 66, 50), 0, -1e300)},
      {"denormals", denormal},
      {"denormals and 1", with(denormal, 5, 1.0)},
      {"magnitudes from 1e-300 to 1e300", exponentially_spread(20000, 67)},
      {"nine of ten equal", mostly_equal(100000, 68)},
      {"nine of ten equal and an outlier", with(mostly_equal(100000, 69), 3, -1e200)},
      {"a range that overflows", overflowing},
      {"two values whose difference overflows", two_far_apart},
      {"clusters within clusters", clusters_within_clusters(60000, 70)},
      {"neighbours in the last bit", with(with(Series(5000, 1.0), 9, std::nextafter(1.0, 2.0)), 10, std::nextafter(1.0, 0.0))},
      {"zeros of both signs", with(few_levels(3000, 71, 2), 4, -0.0)},
      {"a smooth series", sine(30000, 311.7)},
      {"falling",
       [] {
         Series x = ramp(10000);
         return Series(x.rbegin(), x.rend());
       }()},
      {"a tiny spread on a large mean", white_noise(30000, 72, 1e9, 1e-3)}};
}

}  // namespace wavemill::test
