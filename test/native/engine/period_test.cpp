#include "engine/period.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "kernels/series.h"

using namespace wavemill;
using engine::samples_in;
using engine::span_of;
using kernels::TimeView;

namespace {

constexpr double kInf = std::numeric_limits<double>::infinity();

/// First and last sample of a period.
using Ends = std::pair<std::uint64_t, std::uint64_t>;

Ends ends(double from_s, double to_s, const TimeView& time, std::uint64_t count) {
  const auto range = samples_in({from_s, to_s}, time, count);
  REQUIRE(range.ok());
  return {range->first, range->first + range->count - 1};
}

std::string refused(double from_s, double to_s, const TimeView& time, std::uint64_t count) {
  const auto range = samples_in({from_s, to_s}, time, count);
  REQUIRE(!range.ok());
  CHECK(range.error().code == base::ErrorCode::kInputEmptyPeriod);
  return range.error().message;
}

const TimeView kTenths{.start_s = 60.0, .step_s = 0.1};

}  // namespace

TEST_CASE("period: both ends are included, whatever 0.1 is in binary") {
  CHECK(ends(-kInf, kInf, kTenths, 6001) == Ends{0, 6000});
  for (std::uint64_t i = 0; i < 6000; i += 7) {
    const double from_s = std::round(600.0 + static_cast<double>(i)) / 10.0,
                 to_s = std::round(601.0 + static_cast<double>(i)) / 10.0;
    CHECK(ends(from_s, to_s, kTenths, 6001) == Ends{i, i + 1});
  }
}

TEST_CASE("period: within half a step of an end, and no further") {
  const TimeView seconds{.start_s = 0.0, .step_s = 1.0};
  CHECK(ends(2.5, 4.5, seconds, 10) == Ends{2, 5});
  CHECK(ends(2.51, 4.49, seconds, 10) == Ends{3, 4});
  CHECK(ends(2.4, 2.4, seconds, 10) == Ends{2, 2});
  CHECK(ends(9.5, 20, seconds, 10) == Ends{9, 9});
  CHECK(ends(-100, 0.2, seconds, 10) == Ends{0, 0});
  refused(9.51, 20, seconds, 10);
  refused(-5, -0.51, seconds, 10);
}

TEST_CASE("period: one half open") {
  CHECK(ends(-kInf, 61.0, kTenths, 6001) == Ends{0, 10});
  CHECK(ends(659.0, kInf, kTenths, 6001) == Ends{5990, 6000});
}

TEST_CASE("period: the file's own times, which may be uneven") {
  const test::Series times_s = {0, 1, 3, 3.5, 10};  // half a step on average: 1.25
  const TimeView own{.times_s = times_s.data()};
  CHECK(ends(-kInf, kInf, own, 5) == Ends{0, 4});
  CHECK(ends(2.5, 3.25, own, 5) == Ends{2, 3});
  CHECK(ends(5, 20, own, 5) == Ends{4, 4});
  refused(6, 8, own, 5);
}

TEST_CASE("period: a file of one sample") {
  const TimeView one{.start_s = 5.0, .step_s = 2.0};
  CHECK(ends(5.9, 100, one, 1) == Ends{0, 0});
  refused(6.1, 100, one, 1);
}

TEST_CASE("period: the message of an empty one has what was asked and what there is, as a person would write it") {
  CHECK(refused(700, 800, kTenths, 6001) == "no sample lies between 700 s and 800 s; the file has 60 s to 660 s");
  CHECK(refused(660.25, kInf, kTenths, 6001) == "no sample lies between 660.25 s and the end; the file has 60 s to 660 s");
  CHECK(refused(-kInf, 1e-9, kTenths, 6001) == "no sample lies between the start and 1e-09 s; the file has 60 s to 660 s");
}

TEST_CASE("time span: uniform, nearly uniform and uneven times") {
  const engine::TimeSpan uniform = span_of({.start_s = 60.0, .step_s = 0.1, .first_index = 10}, 11);
  CHECK(uniform.start_s == 60.0 + 10 * 0.1);
  CHECK(uniform.stop_s == 60.0 + 20 * 0.1);
  CHECK(uniform.step_s == 0.1);
  const test::Series nearly_s = {0, 1.0001, 2, 3, 4}, uneven_s = {0, 1, 2, 3.01, 4};
  CHECK(span_of({.times_s = nearly_s.data()}, 5).step_s == 1.0);
  CHECK(std::isnan(span_of({.times_s = uneven_s.data()}, 5).step_s));
}

namespace {

test::Series rounded_times(double step_s, double unit_s, int count) {
  test::Series times_s;
  for (int i = 0; i < count; ++i) times_s.push_back(std::round(i * step_s / unit_s) * unit_s);
  return times_s;
}

bool is_uniform(const test::Series& times_s) { return !std::isnan(span_of({.times_s = times_s.data()}, times_s.size()).step_s); }

}  // namespace

TEST_CASE("time span: a uniform step whose times were rounded when they were written") {
  CHECK(is_uniform(rounded_times(0.00625, 1e-4, 1000)));  // as OpenFAST's text has them
  CHECK(is_uniform(rounded_times(1.0 / 3.0, 1e-2, 50)));
  test::Series float_s;
  for (int i = 0; i < 20000; ++i) float_s.push_back(static_cast<double>(static_cast<float>(0.05 * i)));
  CHECK(is_uniform(float_s));
}

TEST_CASE("time span: what is missing or shifted is not rounding") {
  test::Series gap_s = rounded_times(0.00625, 1e-4, 1000);
  gap_s.erase(gap_s.begin() + 500);
  CHECK_FALSE(is_uniform(gap_s));
  test::Series shifted_s = rounded_times(0.00625, 1e-4, 1000);
  shifted_s[500] += 2e-4;
  CHECK_FALSE(is_uniform(shifted_s));
  CHECK_FALSE(is_uniform({0, 1, 3, 4, 5, 6}));
}
