#include "kernels/integral.h"

#include <doctest/doctest.h>

#include <cmath>

#include "kernels/computed.h"
#include "kernels/crossings.h"
#include "kernels/period_moments.h"
#include "kernels/reference_moments.h"
#include "kernels/reversals.h"

using namespace wavemill::test;
using wavemill::contract::Column;
using wavemill::kernels::TimeView;

namespace {

double integral_of(const Series& x, const TimeView& time) {
  Computed computed(x, time);
  computed.summarise();
  wavemill::kernels::Integral integral;
  computed.run(integral);
  return computed[Column::kIntegral];
}

long double trapezia(const Series& x, const TimeView& time) {
  long double sum = 0;
  for (std::size_t i = 1; i < x.size(); ++i)
    sum += 0.5L * (static_cast<long double>(x[i]) + x[i - 1]) * (static_cast<long double>(time.at(i)) - time.at(i - 1));
  return sum;
}

}  // namespace

TEST_CASE("integral: the trapezium rule, for a uniform step and for the file's own times, across blocks") {
  for (const std::size_t count : {1, 2, 2047, 2048, 2049, 9001}) {
    CAPTURE(count);
    const Series x = white_noise(count, count, 2.0);
    Series times_s(count + 3);
    Random random(count);
    for (std::size_t i = 1; i < times_s.size(); ++i) times_s[i] = times_s[i - 1] + 0.01 + random.uniform();
    const TimeView uniform{.start_s = 100.0, .step_s = 0.125}, own{.first_index = 3, .times_s = times_s.data()};
    CHECK(is_near(integral_of(x, uniform), trapezia(x, uniform), 1e-12L * static_cast<long double>(count)));
    CHECK(is_near(integral_of(x, own), trapezia(x, own), 1e-12L * static_cast<long double>(count)));
  }
}

TEST_CASE("integral: null where a sample is not finite") {
  const Series times_s = {0, 1, 2};
  CHECK(std::isnan(integral_of({1.0, std::nan(""), 1.0}, {})));
  CHECK(std::isnan(integral_of({1.0, HUGE_VAL, 1.0}, {.times_s = times_s.data()})));
}

TEST_CASE("period moments: the identities of the definitions, null where a period is missing or Tc is larger than Tz") {
  const auto moments_of = [](const Series& x) {
    Computed computed(x, {.step_s = 0.1});
    computed.summarise();
    wavemill::kernels::Crossings crossings(scalar());
    wavemill::kernels::Reversals reversals(scalar(), {}, 1.0);
    wavemill::kernels::PeriodMoments periods;
    computed.run(crossings);
    computed.run(reversals);
    computed.run(periods);
    return computed;
  };
  const Computed noise = moments_of(white_noise(9001, 21));
  const double m0 = noise[Column::kM0], tz = noise[Column::kMeanUpcrossingPeriodS], tc = noise[Column::kMeanCrestPeriodS];
  CHECK(m0 == noise.facts.variance);
  CHECK(noise[Column::kM2] == doctest::Approx(m0 / (tz * tz)).epsilon(1e-14));
  CHECK(noise[Column::kM4] == doctest::Approx(noise[Column::kM2] / (tc * tc)).epsilon(1e-14));
  CHECK(noise[Column::kBandwidth] == doctest::Approx(std::sqrt(1 - tc * tc / (tz * tz))).epsilon(1e-14));
  CHECK(noise[Column::kBandwidth] > 0.5);  // white noise: three crests to two crossings

  const Computed ramped = moments_of(ramp(100));
  CHECK(ramped[Column::kM0] > 0.0);
  CHECK(std::isnan(ramped[Column::kM2]));
  CHECK(std::isnan(ramped[Column::kBandwidth]));
  // Up-crossings close together, crests far apart.
  const Computed slow = moments_of({0, 3, 0, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5, 0});
  REQUIRE(slow[Column::kMeanCrestPeriodS] > slow[Column::kMeanUpcrossingPeriodS]);
  CHECK(std::isnan(slow[Column::kBandwidth]));
}
