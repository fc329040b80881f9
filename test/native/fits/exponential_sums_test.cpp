#include "fits/exponential_sums.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "fits/extremes.h"

using namespace wavemill::test;
using wavemill::fits::exponential_sums;

TEST_CASE("exponential sums: as the C library's exponential gives them, for any count and rate") {
  for (const std::size_t count : {1, 7, 8, 9, 100, 1001}) {
    for (const double rate : {1e-9, 0.1, 1.0, 30.0}) {
      CAPTURE(count);
      CAPTURE(rate);
      const auto x = white_noise(count, count, 3.0, 2.0);
      const double least = *std::min_element(x.begin(), x.end());
      long double s0 = 0, s1 = 0, s2 = 0, size1 = 0;
      for (const double value : x) {
        const long double weight = std::exp(-static_cast<long double>(rate) * (static_cast<long double>(value) - least));
        s0 += weight;
        s1 += value * weight;
        s2 += static_cast<long double>(value) * value * weight;
        size1 += std::fabs(value) * weight;
      }
      const auto sums = exponential_sums(x, least, rate);
      const double rounding = 4e-15 * (1.0 + rate);  // the exponent itself is rounded
      CHECK(std::fabs(sums.s0 - s0) <= rounding * s0);
      CHECK(std::fabs(sums.s1 - s1) <= rounding * size1);
      CHECK(std::fabs(sums.s2 - s2) <= rounding * s2);
    }
  }
}

TEST_CASE("exponential sums: far values weigh nothing, and neither overflow nor trap") {
  const std::vector<double> x{0.0, 1.0, 1e6};
  const auto sums = exponential_sums(x, 0.0, 1000.0);
  CHECK(sums.s0 == doctest::Approx(1.0));
  CHECK(sums.s1 < 1e-290);
}
