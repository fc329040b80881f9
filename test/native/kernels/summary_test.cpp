#include "kernels/summary.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "kernels/computed.h"
#include "kernels/reference_moments.h"

using namespace wavemill::test;
using wavemill::contract::Column;
using wavemill::kernels::TimeView;

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kInf = std::numeric_limits<double>::infinity();

Computed summarised(const Series& x, const TimeView& time = {}) {
  Computed computed(x, time);
  computed.summarise();
  return computed;
}

struct Gap {
  std::size_t first, end;
};

Series finite_ones(const Series& x) {
  Series finite;
  for (const double sample : x)
    if (std::isfinite(sample)) finite.push_back(sample);
  return finite;
}

void check_against_reference(const Series& x) {
  const Computed computed = summarised(x);
  const Series finite = finite_ones(x);
  const ReferenceMoments wanted(finite);
  const auto [min, max] = std::minmax_element(finite.begin(), finite.end());
  const long double n = static_cast<long double>(finite.size()), sigma = wanted.std();
  CHECK(computed[Column::kCount] == static_cast<double>(x.size()));
  CHECK(computed[Column::kNonfiniteCount] == static_cast<double>(x.size() - finite.size()));
  CHECK(computed[Column::kMin] == *min);
  CHECK(computed[Column::kMax] == *max);
  CHECK(computed[Column::kRange] == *max - *min);
  CHECK(computed[Column::kAbsMax] == std::max(std::fabs(*min), std::fabs(*max)));
  CHECK(computed[Column::kTimeOfMinS] == static_cast<double>(std::find(x.begin(), x.end(), *min) - x.begin()));
  CHECK(computed[Column::kTimeOfMaxS] == static_cast<double>(std::find(x.begin(), x.end(), *max) - x.begin()));
  CHECK(is_near(computed[Column::kMean], wanted.mean, 1e-13L * sigma));
  CHECK(is_near(computed[Column::kStd], sigma, 1e-13L * sigma));
  CHECK(is_near(computed[Column::kStdSample], std::sqrt(wanted.m2 / (n - 1)), 1e-13L * sigma));
  CHECK(is_near(computed[Column::kRms], std::sqrt(wanted.mean * wanted.mean + sigma * sigma), 1e-13L * sigma));
  CHECK(is_near(computed[Column::kSkewness], wanted.skewness(), 1e-11L));
  CHECK(is_near(computed[Column::kKurtosis], wanted.kurtosis(), 1e-11L));
  const long double g2 = wanted.kurtosis() - 3;
  CHECK(is_near(computed[Column::kSkewnessUnbiased], wanted.skewness() * std::sqrt(n * (n - 1)) / (n - 2), 1e-11L));
  CHECK(is_near(computed[Column::kKurtosisUnbiased], ((n + 1) * g2 + 6) * (n - 1) / ((n - 2) * (n - 3)) + 3, 1e-11L));
}

}  // namespace

TEST_CASE("summary: agrees with a reference in long double, whatever the last block's length") {
  for (const std::size_t count : {4, 15, 16, 17, 2047, 2048, 2049, 4096, 9001}) {
    CAPTURE(count);
    check_against_reference(white_noise(count, count, 3.0));
    check_against_reference(integer_walk(count, count + 1, 3));
  }
}

TEST_CASE("summary: what is not finite is skipped and counted, wherever it stands") {
  const Series x = white_noise(6500, 11);
  constexpr Gap kGaps[] = {{0, 1}, {0, 2048}, {2047, 2050}, {2048, 4096}, {4095, 6500}, {6499, 6500}, {100, 101}};
  for (const Gap& gap : kGaps) {
    for (const double value : {kNan, kInf, -kInf}) {
      CAPTURE(gap.first);
      CAPTURE(value);
      Series gapped = x;
      for (std::size_t i = gap.first; i < gap.end; ++i) gapped[i] = value;
      check_against_reference(gapped);
    }
  }
}

TEST_CASE("summary: infinities of both signs in one block, whose sum is no number, are two") {
  Series x = white_noise(300, 12);
  x[7] = kInf;
  x[200] = -kInf;
  check_against_reference(x);
}

TEST_CASE("summary: nothing but NaN has its counts alone") {
  const Computed computed = summarised(Series(5000, kNan));
  CHECK(computed[Column::kCount] == 5000);
  CHECK(computed[Column::kNonfiniteCount] == 5000);
  for (const Column column :
       {Column::kMin, Column::kMax, Column::kTimeOfMinS, Column::kMean, Column::kStd, Column::kRms, Column::kSkewness})
    CHECK(std::isnan(computed[column]));
}

TEST_CASE("summary: finite samples whose sum overflows are not taken for infinite ones") {
  const Computed computed = summarised(Series{1e308, -1e308, 1.5e308, 0.0});
  CHECK(computed[Column::kNonfiniteCount] == 0);
  CHECK(computed[Column::kMin] == -1e308);
  CHECK(computed[Column::kMax] == 1.5e308);
  CHECK(computed[Column::kTimeOfMaxS] == 2);
}

TEST_CASE("summary: of equal extremes the first counts, in one block or in several") {
  Series x(7000, 1.0);
  for (const std::size_t i : {1500, 2500, 6999}) x[i] = 5.0;
  for (const std::size_t i : {2048, 2049, 4096}) x[i] = -5.0;
  const Computed computed = summarised(x, {.start_s = 10.0, .step_s = 0.5, .first_index = 4});
  CHECK(computed[Column::kTimeOfMaxS] == 10.0 + 0.5 * (4 + 1500));
  CHECK(computed[Column::kTimeOfMinS] == 10.0 + 0.5 * (4 + 2048));
}

TEST_CASE("summary: the file's own times are used where it has them") {
  const Series times_s = {0.0, 0.5, 1.5, 4.0, 4.25}, x = {3, 1, 4, 1};
  const Computed computed = summarised(x, {.first_index = 1, .times_s = times_s.data()});
  CHECK(computed[Column::kTimeOfMaxS] == 4.0);
  CHECK(computed[Column::kTimeOfMinS] == 1.5);
}

TEST_CASE("summary: the sign of a zero never shows, and the first zero is the place") {
  const Series channels[] = {{0.0, -0.0, 1.0}, {-0.0, 0.0, 1.0}, {-1.0, -0.0, 0.0}, {-1.0, 0.0, -0.0}};
  for (const Series& x : channels) {
    const Computed computed = summarised(x);
    const bool is_lowest = x[2] == 1.0;
    const double zero = computed[is_lowest ? Column::kMin : Column::kMax];
    CHECK(zero == 0.0);
    CHECK(!std::signbit(zero));
    CHECK(computed[is_lowest ? Column::kTimeOfMinS : Column::kTimeOfMaxS] == (is_lowest ? 0.0 : 1.0));
  }
}

TEST_CASE("summary: a constant channel has a std of exactly 0 and no shape") {
  for (const double value : {0.1, -7e200, 4.35}) {
    const Computed computed = summarised(Series(10000, value));
    CHECK(computed[Column::kMean] == value);
    CHECK(computed[Column::kStd] == 0.0);
    CHECK(computed[Column::kStdSample] == 0.0);
    CHECK(std::isnan(computed[Column::kSkewness]));
    CHECK(std::isnan(computed[Column::kKurtosis]));
    CHECK(std::isnan(computed[Column::kKurtosisUnbiased]));
    CHECK(computed.facts.is_constant());
  }
}

TEST_CASE("summary: one, two and three samples have what so few can have") {
  const Computed one = summarised(Series{7.5});
  CHECK(one[Column::kMean] == 7.5);
  CHECK(one[Column::kStd] == 0.0);
  CHECK(std::isnan(one[Column::kStdSample]));
  const Computed two = summarised(Series{1.0, 3.0});
  CHECK(two[Column::kStd] == 1.0);
  CHECK(two[Column::kStdSample] == std::sqrt(2.0));
  CHECK(two[Column::kSkewness] == 0.0);
  CHECK(two[Column::kKurtosis] == 1.0);
  CHECK(std::isnan(two[Column::kSkewnessUnbiased]));
  const Computed three = summarised(Series{0.0, 0.0, 3.0});
  CHECK(three[Column::kSkewnessUnbiased] == doctest::Approx(std::sqrt(3.0)).epsilon(1e-14));
  CHECK(std::isnan(three[Column::kKurtosisUnbiased]));
}
