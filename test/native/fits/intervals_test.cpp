#include <array>
#include <cmath>

#include "fits/delta.h"
#include "fits/extremes.h"
#include "fits/fitted.h"
#include "fits/normal.h"
#include "fits/search.h"

using namespace wavemill;
using namespace wavemill::test;

namespace {

/// ln-likelihood of values with a given level, at its best over the other parameter: by golden sections, knowing nothing of the fits.
template <class LogLikelihood>
double best_with(LogLikelihood log_likelihood, double from, double to) {
  double best = -1e300, best_at = from;
  for (int i = 0; i <= 400; ++i) {
    const double at = from + (to - from) * i / 400, here = log_likelihood(at);
    if (here > best) best = here, best_at = at;
  }
  const double step = (to - from) / 400;
  return log_likelihood(fits::maximum_between(log_likelihood, best_at - step, best_at + step, 1e-9));
}

/// Share of seeded samples whose interval holds the true level.
double coverage(const FitOptions& options, const std::function<double(double)>& inverse, double truth, std::size_t count,
                unsigned trials) {
  fits::Fitter fitter;
  unsigned held = 0, told = 0;
  for (unsigned trial = 0; trial < trials; ++trial) {
    const Fit& fit = fitter.fit(drawn(count, 1000 + trial, inverse), options);
    if (fit.interval == IntervalMethod::kNone) continue;
    ++told;
    held += fit.level_lower <= truth && truth <= fit.level_upper ? 1U : 0U;
  }
  CHECK(told > trials * 9 / 10);
  return static_cast<double>(held) / told;
}

}  // namespace

TEST_CASE("intervals: half widths of a normal distribution") {
  CHECK(fits::half_width(0.95) == near(1.959963984540054, 1e-13));
  CHECK(fits::half_width(0.6826894921370859) == near(1.0, 1e-13));
  CHECK(fits::half_width(0.99) == near(2.5758293035489004, 1e-13));
}

TEST_CASE("intervals: at a profile's ends the likelihood has fallen by half of χ²") {
  const double drop = 0.5 * 1.959963984540054 * 1.959963984540054, q = -std::expm1(std::log1p(-0.1) / 500), n = 60;
  {
    const auto x = drawn(60, 11, gumbel(20, 2));
    const Fit fit = fitted(x, {.values_in_storm = 500});
    REQUIRE(fit.interval == IntervalMethod::kProfile);
    for (const double level : {fit.level_lower, fit.level_upper}) {
      const auto height = [&](double scale) {
        const double location = level + scale * std::log(-std::log1p(-q));
        double sum = -n * std::log(scale);
        for (const double value : x) sum -= (value - location) / scale + std::exp(-(value - location) / scale);
        return sum;
      };
      CHECK(fit.log_likelihood - best_with(height, 0.5, 8.0) == near(drop, 1e-9));
    }
  }
  {
    const auto x = drawn(60, 12, weibull(0, 2, 1.5));
    const Fit fit = fitted(x, {.distribution = Distribution::kWeibull, .values_in_storm = 500});
    REQUIRE(fit.interval == IntervalMethod::kProfile);
    for (const double level : {fit.level_lower, fit.level_upper}) {
      const auto height = [&](double shape) {
        const double scale = level / std::pow(-std::log(q), 1 / shape);
        double sum = n * std::log(shape / scale);
        for (const double value : x) sum += (shape - 1) * std::log(value / scale) - std::pow(value / scale, shape);
        return sum;
      };
      CHECK(fit.log_likelihood - best_with(height, 0.5, 5.0) == near(drop, 1e-9));
    }
  }
  const double r = 500 / -std::log1p(-0.1);
  for (const double shape : {-0.2, 0.0, 0.2}) {
    const auto x = drawn(60, 13, pareto(0, 2, shape));
    const Fit fit = fitted(x, {.distribution = Distribution::kGpd, .values_in_storm = 500});
    REQUIRE(fit.interval == IntervalMethod::kProfile);
    for (const double level : {fit.level_lower, fit.level_upper}) {
      const auto height = [&](double xi) {
        const double scale = level * xi / std::expm1(xi * std::log(r));
        double sum = -n * std::log(scale);
        for (const double value : x) {
          if (1 + xi * value / scale <= 0) return -1e300;
          sum -= (1 / xi + 1) * std::log1p(xi * value / scale);
        }
        return sum;
      };
      CHECK(fit.log_likelihood - std::max(best_with(height, -0.9, -1e-7), best_with(height, 1e-7, 1.5)) == near(drop, 1e-7));
    }
  }
}

TEST_CASE("intervals: 95 % of them hold the level (1000 seeded samples each)") {
  // A share of 0.95 in 1000 has a standard deviation of 0.007; the bounds leave room for what small samples do to each method.
  const double q = -std::expm1(std::log1p(-0.1) / 500), r = 500 / -std::log1p(-0.1);
  FitOptions options{.values_in_storm = 500};
  CHECK(coverage(options, gumbel(20, 2), gumbel(20, 2)(q), 60, 1000) == near(0.95, 0.025));
  options.distribution = Distribution::kWeibull;
  CHECK(coverage(options, weibull(0, 2, 1.5), weibull(0, 2, 1.5)(q), 60, 1000) == near(0.95, 0.025));
  options.distribution = Distribution::kGpd;
  CHECK(coverage(options, pareto(0, 2, 0.1), pareto(0, 2, 0.1)(1 / r), 100, 1000) == near(0.94, 0.035));
  options.method = FitMethod::kPwm;
  options.distribution = Distribution::kGumbel;
  CHECK(coverage(options, gumbel(20, 2), gumbel(20, 2)(q), 60, 1000) == near(0.92, 0.045));
  options.distribution = Distribution::kWeibull;
  CHECK(coverage(options, weibull(0, 2, 1.5), weibull(0, 2, 1.5)(q), 60, 1000) == near(0.92, 0.05));
  options.method = FitMethod::kMoments;
  options.distribution = Distribution::kGumbel;
  CHECK(coverage(options, gumbel(20, 2), gumbel(20, 2)(q), 60, 1000) == near(0.90, 0.06));
}

TEST_CASE("intervals: the delta method's variance from the likelihood, of a Gumbel sample: as the expected information has it") {
  // Asymptotically n·var(location) = 1.1087 s², n·var(scale) = 0.6079 s², n·cov = 0.2570 s² (Coles 2001, after 3.3)
  const auto x = drawn(40000, 14, gumbel(0, 1));
  fits::Gumbel model;
  fits::Sample sample;
  sample.take_centred(x, 1.0);
  const double q = 0.001, y = -std::log(-std::log1p(-q));
  const auto best = model.by_likelihood(sample);
  const auto variance = fits::level_variance(model, sample, best, q);
  REQUIRE(variance.has_value());
  CHECK(*variance * 40000 / (best.scale * best.scale) == near(1.1087 + 2 * 0.2570 * y + 0.6079 * y * y, 0.02));
}
