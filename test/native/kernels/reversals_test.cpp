#include "kernels/reversals.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "kernels/computed.h"
#include "kernels/reference_rainflow.h"

using namespace wavemill::test;
using wavemill::contract::Column;
using wavemill::kernels::Cycle;
using wavemill::kernels::Reversals;
using wavemill::kernels::TimeView;

namespace {

Computed counted(const Series& x, const std::vector<double>& exponents, const TimeView& time = {},
                 double equivalent_frequency_hz = 1.0) {
  Computed computed(x, time, exponents.size());
  computed.summarise();
  Reversals reversals(scalar(), {Computed::family(exponents), {}}, equivalent_frequency_hz);
  computed.run(reversals);
  return computed;
}

/// (Σ n S^m / N_eq)^(1/m), every range divided by the largest first so that a long double's powers suffice.
long double reference_load(const Series& x, double exponent, long double equivalent_cycles) {
  long double largest = 0, sum = 0;
  const std::vector<Cycle> cycles = ReferenceRainflow(x).cycles();
  for (const Cycle& cycle : cycles) largest = std::max<long double>(largest, cycle.range);
  for (const Cycle& cycle : cycles)
    sum += static_cast<long double>(cycle.count) * std::pow(cycle.range / largest, static_cast<long double>(exponent));
  return largest * std::pow(sum / equivalent_cycles, 1.0L / static_cast<long double>(exponent));
}

void check_loads(const Series& x, const TimeView& time = {}, double equivalent_frequency_hz = 1.0) {
  const std::vector<double> exponents = {1, 2, 3, 3.5, 4, 5, 8, 10, 0.5, 12.25, 30, 100};
  const Computed computed = counted(x, exponents, time, equivalent_frequency_hz);
  const long double equivalent_cycles = static_cast<long double>(equivalent_frequency_hz) * (time.at(x.size() - 1) - time.at(0));
  for (std::size_t i = 0; i < exponents.size(); ++i) {
    CAPTURE(exponents[i]);
    const long double wanted = reference_load(x, exponents[i], equivalent_cycles);
    CHECK(std::fabs(computed.member(i) - wanted) <= 1e-13L * wanted);
  }
}

double crest_period_s(const Series& x, const TimeView& time = {}) { return counted(x, {}, time)[Column::kMeanCrestPeriodS]; }

}  // namespace

TEST_CASE("damage-equivalent loads: from the standard's cycles and long double powers, integer exponents and others") {
  for (const std::size_t count : {2, 3, 10, 2047, 2048, 2049, 5000}) {
    CAPTURE(count);
    check_loads(white_noise(count, count), {.start_s = 3.0, .step_s = 0.0125}, 2.0);
    check_loads(white_noise(count, count, 1e6, 1e-3));
    Series walk = integer_walk(count, count, 3);
    walk[0] = -0.5;  // never constant
    check_loads(walk);
  }
}

TEST_CASE("damage-equivalent loads: ranges of 1e30, 1e300 and 1e-300 neither overflow nor vanish at exponent 30") {
  for (const double factor : {1e30, 1e300, 1e-300}) {
    CAPTURE(factor);
    Series x = white_noise(3000, 51);
    for (double& sample : x) sample *= factor;
    check_loads(x);
  }
}

TEST_CASE("damage-equivalent loads: the smallest and the largest ranges that there are") {
  const double least = std::numeric_limits<double>::denorm_min();
  for (const double range : {least, 64 * least, 0x1p-1030, 0x1p-1022, 0x1p1023}) {
    CAPTURE(range);
    const Computed computed = counted({0.0, range, 0.0}, {1, 3});
    CHECK(computed.member(0) == 0.5 * range);  // two half cycles in two seconds
    CHECK(std::fabs(computed.member(1) - range * std::pow(0.5, 1.0 / 3.0)) <= std::max(1e-14 * range, least));
  }
}

TEST_CASE("damage-equivalent loads: a ramp is one half cycle of max - min") {
  const Computed computed = counted(ramp(5000), {3, 10}, {.step_s = 0.1});
  CHECK(computed.member(0) == doctest::Approx(4999 * std::cbrt(0.5 / 499.9)).epsilon(1e-13));
  CHECK(computed.member(1) == doctest::Approx(4999 * std::pow(0.5 / 499.9, 0.1)).epsilon(1e-13));
}

TEST_CASE("damage-equivalent loads: 0 for a constant channel, null for one sample and for NaN") {
  CHECK(counted(Series(3000, 4.35), {4}).member(0) == 0.0);
  CHECK(counted({1.0, 1.0}, {4}).member(0) == 0.0);
  CHECK(std::isnan(counted({1.0}, {4}).member(0)));
  CHECK(std::isnan(counted({1.0, 2.0, std::nan("")}, {4}).member(0)));
}

TEST_CASE("damage-equivalent loads: the same whichever exponents are asked for beside them") {
  const Series x = white_noise(5000, 52);
  const Computed together = counted(x, {3, 4, 5, 7, 9, 10});
  CHECK(counted(x, {5}).member(0) == together.member(2));
  CHECK(counted(x, {10, 3}).member(0) == together.member(5));
}

TEST_CASE("crest period: the mean time between local maxima, as a plain loop has it") {
  for (const std::size_t count : {5, 64, 65, 2047, 2048, 2049, 4097, 9000}) {
    CAPTURE(count);
    for (std::uint64_t seed = 0; seed < 10; ++seed) {
      const Series x = seed % 2 == 0 ? integer_walk(count, seed, 1) : white_noise(count, seed);
      const std::vector<Run> runs = runs_of(x);
      std::vector<std::uint64_t> crests;
      for (std::size_t i = 0; i < runs.size(); ++i)
        if (is_crest(runs, i)) crests.push_back(runs[i].first);
      const double period_s = crest_period_s(x, {.step_s = 0.25});
      if (crests.size() < 2)
        CHECK(std::isnan(period_s));
      else
        CHECK(period_s == 0.25 * static_cast<double>(crests.back() - crests.front()) / static_cast<double>(crests.size() - 1));
    }
  }
}

TEST_CASE("crest period: a flat top counts once, at its first sample, even when it fills blocks") {
  CHECK(crest_period_s({0, 2, 2, 2, 0, 1, 3, 3, 0}) == 5.0);
  CHECK(crest_period_s({0, 1, 1, 2, 0, 1, 0}) == 2.0);  // a step on the way up is no crest
  Series x = {0.0};
  x.insert(x.end(), 6000, 1.0);
  x.insert(x.end(), {0.0, 1.0, 0.0});
  CHECK(crest_period_s(x) == 6001.0);
}

TEST_CASE("crest period: the two ends of a series are no crests") {
  CHECK(std::isnan(crest_period_s({5, 1, 2, 1, 5})));
  CHECK(std::isnan(crest_period_s(ramp(100))));
  CHECK(crest_period_s({5, 5, 1, 2, 1, 3, 1, 5, 5}) == 2.0);
}

TEST_CASE("crest period: uneven times are the file's own") {
  const Series times_s = {0, 1, 5, 6, 7, 20, 21};
  CHECK(crest_period_s({0, 1, 0, 1, 0, 1, 0}, {.times_s = times_s.data()}) == (20.0 - 1.0) / 2.0);
}
