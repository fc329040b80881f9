#pragma once

#include <cmath>
#include <functional>
#include <vector>

#include "kernels/series.h"

namespace wavemill::test {

/// Values of a distribution by its inverse, at seeded random chances.
inline std::vector<double> drawn(std::size_t count, std::uint64_t seed, const std::function<double(double)>& inverse) {
  Random random(seed);
  std::vector<double> values(count);
  for (double& value : values) value = inverse(1.0 - random.uniform());  // (0, 1]
  return values;
}

/// Each of an exceedance q: the value that is exceeded with this chance.
inline std::function<double(double)> gumbel(double location, double scale) {
  return [=](double q) { return location - scale * std::log(-std::log1p(-0.999999999 * q)); };
}
inline std::function<double(double)> weibull(double location, double scale, double shape) {
  return [=](double q) { return location + scale * std::pow(-std::log(q), 1.0 / shape); };
}
inline std::function<double(double)> pareto(double threshold, double scale, double shape) {
  return [=](double q) { return threshold - scale * (shape == 0.0 ? std::log(q) : -std::expm1(-shape * std::log(q)) / shape); };
}

}  // namespace wavemill::test
