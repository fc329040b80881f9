#include <cmath>

#include "fits/extremes.h"
#include "fits/fitted.h"

using namespace wavemill;
using namespace wavemill::test;

namespace {

void check_withheld(const Fit& fit) {
  CHECK(std::isnan(fit.level));
  CHECK(std::isnan(fit.level_lower));
  CHECK(std::isnan(fit.level_upper));
  CHECK(fit.interval == IntervalMethod::kNone);
}

void check_nothing(const Fit& fit) {
  check_withheld(fit);
  CHECK(std::isnan(fit.parameters.scale));
  CHECK(std::isnan(fit.parameters.location));
  CHECK(std::isnan(fit.parameters.shape));
}

}  // namespace

TEST_CASE("verdicts: two maxima are no Weibull distribution, whatever the method (QATS gives them a negative scale)") {
  for (const FitMethod method : kMethods) {
    for (const bool is_free : {false, true}) {
      const Fit fit = fitted(
          {5.0, 7.0}, {.distribution = Distribution::kWeibull, .method = method, .is_location_free = is_free, .fewest = 2});
      CHECK(fit.verdict == ChannelStatus::kFitFailedTooFewPeaks);
      check_nothing(fit);
    }
  }
}

TEST_CASE("verdicts: too few values, and none at all") {
  for (const Distribution distribution : {Distribution::kGumbel, Distribution::kWeibull, Distribution::kGpd}) {
    for (const std::size_t count : {0, 1, 2, 9}) {
      const Fit fit = fitted(drawn(count, 1, gumbel(10, 1)), {.distribution = distribution});
      CHECK(fit.verdict == ChannelStatus::kFitFailedTooFewPeaks);
      CHECK(fit.count == count);
      check_nothing(fit);
    }
  }
  // Those at or below the threshold do not count.
  auto values = drawn(9, 2, pareto(5, 1, 0.1));
  values.push_back(5.0);
  values.push_back(4.0);
  CHECK(fitted(values, {.distribution = Distribution::kGpd, .location = 5}).verdict == ChannelStatus::kFitFailedTooFewPeaks);
}

TEST_CASE("verdicts: equal values") {
  for (const Distribution distribution : {Distribution::kGumbel, Distribution::kWeibull, Distribution::kGpd}) {
    std::vector<double> values(20, 3.0);
    CHECK(fitted(values, {.distribution = distribution}).verdict == ChannelStatus::kFitFailedEqualPeaks);
    values[7] = std::nextafter(3.0, 4.0);
    const Fit fit = fitted(values, {.distribution = distribution});
    CHECK(fit.verdict == ChannelStatus::kFitFailedEqualPeaks);
    check_nothing(fit);
  }
}

TEST_CASE("verdicts: values that end hard are no generalised Pareto distribution with a regular likelihood") {
  std::vector<double> values;
  for (int i = 1; i <= 50; ++i) values.push_back(i);  // uniform: ξ = −1
  for (const FitMethod method : kMethods) {
    const Fit fit = fitted(values, {.distribution = Distribution::kGpd, .method = method});
    CHECK((fit.verdict == ChannelStatus::kFitFailedShapeOutOfRange || fit.verdict == ChannelStatus::kFitFailedNotConverged));
    check_nothing(fit);
  }
}

TEST_CASE("verdicts: Weibull of three parameters whose likelihood has no maximum") {
  // A shape under 1: the likelihood grows without end as the location comes up to the smallest value. Left-skewed: as it goes to −∞.
  auto mirrored = drawn(200, 3, weibull(0, 1, 0.8));
  for (double& x : mirrored) x = -x;
  for (const auto& values : {drawn(40, 3, weibull(0, 1, 0.5)), mirrored}) {
    const Fit fit = fitted(values, {.distribution = Distribution::kWeibull, .is_location_free = true});
    CHECK(fit.verdict != ChannelStatus::kOk);
    check_nothing(fit);
  }
}

TEST_CASE("verdicts: a level below what a record no longer than the storm has itself") {
  auto values = drawn(50, 4, weibull(0, 1, 3));
  values.push_back(4.0);  // far out
  for (const FitMethod method : kMethods) {
    const FitOptions options{.distribution = Distribution::kWeibull, .method = method, .values_in_storm = 51, .risk = 0.3};
    const Fit fit = fitted(values, options);
    CHECK(fit.verdict == ChannelStatus::kFitFailedLevelBelowMaximum);
    check_withheld(fit);
    CHECK(fit.parameters.shape > 1.0);  // they can be told: it is the level that cannot
  }
  // In a storm that is shorter than the record a larger value elsewhere is no wonder.
  const Fit shorter = fitted(values, {.distribution = Distribution::kWeibull, .values_in_storm = 50, .risk = 0.3});
  CHECK(shorter.verdict == ChannelStatus::kOk);
}

TEST_CASE("verdicts: a storm in which no value is expected") {
  const auto values = drawn(50, 5, pareto(0, 1, 0.1));
  const Fit fit = fitted(values, {.distribution = Distribution::kGpd, .values_in_storm = 0.05});
  CHECK(fit.verdict == ChannelStatus::kFitFailedStormTooShort);
  check_withheld(fit);
  CHECK(fit.parameters.scale > 0.0);
  CHECK(fitted(values, {.distribution = Distribution::kWeibull, .values_in_storm = 0.5}).verdict ==
        ChannelStatus::kFitFailedStormTooShort);
}

TEST_CASE("verdicts: nothing but a verdict for values of any kind, none of which hangs") {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    Random random(seed);
    std::vector<double> values(10 + random.below(30));
    const double size = std::pow(10.0, static_cast<double>(random.below(600)) - 300.0);
    for (double& x : values)
      x = size *
          (random.below(4) == 0 ? std::floor(4 * random.uniform()) : std::pow(random.uniform(), 1.0 + 8.0 * random.uniform()));
    for (const Distribution distribution : {Distribution::kGumbel, Distribution::kWeibull, Distribution::kGpd})
      for (const FitMethod method : kMethods)
        for (const bool is_free : {false, true}) {
          const Fit fit = fitted(
              values, {.distribution = distribution, .method = method, .is_location_free = is_free, .values_in_storm = 1e3});
          if (fit.verdict != ChannelStatus::kOk) {
            check_withheld(fit);
            continue;
          }
          CHECK(std::isfinite(fit.level));
          CHECK(fit.parameters.scale > 0.0);
          if (fit.interval == IntervalMethod::kNone) continue;
          CHECK(fit.level_lower <= fit.level);
          CHECK(fit.level <= fit.level_upper);
        }
  }
}
