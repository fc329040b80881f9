#include "fits/rayleigh.h"

#include <cmath>

#include "fits/fit.h"

namespace wavemill::fits {

double rayleigh_most_probable(double mean, double std, double cycles_in_storm) {
  return cycles_in_storm > 1.0 ? mean + std * std::sqrt(2.0 * std::log(cycles_in_storm)) : kNone;
}

double rayleigh_level(double mean, double std, double cycles_in_storm, double risk) {
  return rayleigh_most_probable(mean, std, cycles_in_storm / -std::log1p(-risk));
}

}  // namespace wavemill::fits
