#include "kernels/crossings.h"

#include <doctest/doctest.h>

#include <cmath>

#include "kernels/computed.h"

using namespace wavemill::test;
using wavemill::contract::Column;
using wavemill::kernels::Crossings;
using wavemill::kernels::TimeView;

namespace {

/// The level is given: what the mean of a series is, is the summary's matter.
Computed crossed(const Series& x, double level, const TimeView& time = {}) {
  Computed computed(x, time);
  computed.summarise();
  computed.facts.mean = level;
  Crossings crossings(scalar());
  computed.run(crossings);
  return computed;
}

struct ReferenceCrossings {
  std::size_t count = 0;
  long double first_s = 0, last_s = 0;

  ReferenceCrossings(const Series& x, double level, const TimeView& time) {
    for (std::size_t i = 0; i + 1 < x.size(); ++i) {
      if (!(x[i] < level && level <= x[i + 1])) continue;
      const long double part = (static_cast<long double>(level) - x[i]) / (static_cast<long double>(x[i + 1]) - x[i]);
      last_s = time.at(i) + part * (static_cast<long double>(time.at(i + 1)) - time.at(i));
      if (count++ == 0) first_s = last_s;
    }
  }
};

void check(const Series& x, double level, const TimeView& time = {}) {
  const Computed computed = crossed(x, level, time);
  const ReferenceCrossings wanted(x, level, time);
  REQUIRE(computed[Column::kUpcrossingCount] == static_cast<double>(wanted.count));
  const double period_s = computed[Column::kMeanUpcrossingPeriodS];
  if (wanted.count < 2) {
    CHECK(std::isnan(period_s));
    return;
  }
  const long double wanted_s = (wanted.last_s - wanted.first_s) / static_cast<long double>(wanted.count - 1);
  CHECK(std::fabs(period_s - wanted_s) <= 1e-14L * std::fabs(wanted.last_s));
  CHECK(computed.facts.mean_upcrossing_period_s == period_s);
}

}  // namespace

TEST_CASE("crossings: as a plain loop finds them, levels between the samples and on them") {
  for (const std::size_t count : {2, 3, 64, 65, 66, 129, 2047, 2048, 2049, 2050, 4096, 4097, 9001}) {
    CAPTURE(count);
    for (const double level : {-0.5, 0.0, 0.25, 1.0}) {
      check(integer_walk(count, count, 1), level);
      check(few_levels(count, count, 3), level);
      check(white_noise(count, count), level, {.start_s = 5.0, .step_s = 0.05, .first_index = 17});
    }
  }
}

TEST_CASE("crossings: one that falls between two blocks counts once and at its own time") {
  Series x(4200, -1.0);
  for (std::size_t i = 2048; i < x.size(); ++i) x[i] = 3.0;
  for (std::size_t i = 100; i < 200; ++i) x[i] = 1.0;
  const Computed computed = crossed(x, 0.0, {.step_s = 2.0});
  CHECK(computed[Column::kUpcrossingCount] == 2);
  CHECK(computed[Column::kMeanUpcrossingPeriodS] == 2.0 * (2047.25 - 99.5));
}

TEST_CASE("crossings: a level that is touched at the first sample of a block, from below and from above") {
  Series x(4096, -1.0);
  x[2048] = 0.0;
  CHECK(crossed(x, 0.0)[Column::kUpcrossingCount] == 1);
  x[2047] = 0.0;
  CHECK(crossed(x, 0.0)[Column::kUpcrossingCount] == 1);
  x[2046] = 0.0;
  x[2048] = -1.0;
  CHECK(crossed(x, 0.0)[Column::kUpcrossingCount] == 1);
}

TEST_CASE("crossings: a block of one sample is crossed at its seam alone") {
  Series x(2049, -1.0);
  x[10] = 1.0;
  x[2048] = 1.0;
  CHECK(crossed(x, 0.0)[Column::kUpcrossingCount] == 2);
}

TEST_CASE("crossings: a level that is touched from below is crossed, one that is left is not") {
  CHECK(crossed({-1, 0, -1, 0, -1}, 0.0)[Column::kUpcrossingCount] == 2);
  CHECK(crossed({1, 0, 1, 0, 1}, 0.0)[Column::kUpcrossingCount] == 0);
  CHECK(crossed({-1, 0, 0, 0, 1}, 0.0)[Column::kUpcrossingCount] == 1);
}

TEST_CASE("crossings: uneven times are the file's own") {
  const Series times_s = {0, 1, 3, 4, 10, 11, 20}, x = {-1, 1, -1, -1, 3, -1, 1};
  const Computed computed = crossed(x, 0.0, {.times_s = times_s.data()});
  CHECK(computed[Column::kUpcrossingCount] == 3);
  CHECK(computed[Column::kMeanUpcrossingPeriodS] == (15.5 - 0.5) / 2);
}

TEST_CASE("crossings: none for one sample or a constant channel, null with NaN") {
  CHECK(crossed({5.0}, 5.0)[Column::kUpcrossingCount] == 0);
  CHECK(crossed(Series(3000, 5.0), 5.0)[Column::kUpcrossingCount] == 0);
  const Computed gapped = crossed({-1.0, 1.0, std::nan(""), -1.0, 1.0}, 0.0);
  CHECK(std::isnan(gapped[Column::kUpcrossingCount]));
  CHECK(std::isnan(gapped[Column::kMeanUpcrossingPeriodS]));
}
