// bench_fits FILE: fits to the numbers of a text file, a line each, one thread.
//   weibull, gumbel, gpd      parameters by maximum likelihood, and the level; gpd and weibull from 0
//   weibull-interval, …       the same with the level's confidence interval

#include "fits/fitter.h"

#include <fstream>
#include <string>
#include <vector>

#include "protocol.h"

namespace {

using wavemill::bench::Answer;
using wavemill::contract::Distribution;

constexpr int kRepeats = 50;  // a fit is too short for a clock

Distribution distribution_of(const std::string& name) {
  if (name.starts_with("weibull")) return Distribution::kWeibull;
  return name.starts_with("gumbel") ? Distribution::kGumbel : Distribution::kGpd;
}

Answer measure(wavemill::fits::Fitter& fitter, const std::vector<double>& values, const std::string& what) {
  const wavemill::fits::FitOptions options{
      .distribution = distribution_of(what), .values_in_storm = 1000.0, .wants_interval = what.ends_with("interval")};
  wavemill::fits::Fit fit;
  const double seconds = wavemill::bench::seconds_of([&] {
    for (int i = 0; i < kRepeats; ++i) fit = fitter.fit(values, options);
  });
  const bool is_gumbel = options.distribution == Distribution::kGumbel;
  return {.seconds = seconds / kRepeats,
          .values = {is_gumbel ? fit.parameters.location : fit.parameters.shape, fit.parameters.scale}};
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  std::ifstream file(argv[1]);
  std::vector<double> values;
  for (double value = 0; file >> value;) values.push_back(value);
  wavemill::fits::Fitter fitter;
  return wavemill::bench::serve([&](const std::string& what, unsigned) { return measure(fitter, values, what); });
}
