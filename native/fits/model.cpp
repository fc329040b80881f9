#include "fits/model.h"

#include <cmath>

namespace wavemill::fits {

/// F(x)^n = 1 − risk.
double Model::exceedance(double values_in_storm, double risk) const {
  return values_in_storm < 1.0 ? 1.0 : -std::expm1(std::log1p(-risk) / values_in_storm);
}

}  // namespace wavemill::fits
