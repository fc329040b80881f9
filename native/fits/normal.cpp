#include "fits/normal.h"

#include <cmath>
#include <numbers>

#include "fits/search.h"

namespace wavemill::fits {

double half_width(double confidence) {
  const auto missing = [&](double z) { return std::erfc(z / std::numbers::sqrt2) - (1.0 - confidence); };
  constexpr double kFar = 38.0;
  return root_between(missing, 0.0, missing(0.0), kFar, missing(kFar), 1e-14);
}

}  // namespace wavemill::fits
