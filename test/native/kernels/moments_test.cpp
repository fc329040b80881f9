#include "kernels/moments.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "kernels/computed.h"
#include "kernels/reference_moments.h"

using namespace wavemill::test;
using wavemill::kernels::Moments;

namespace {

Moments of_part(const Series& x, std::size_t first, std::size_t count) {
  return Moments::from_sums(scalar().sum_block(x.data() + first, count, x[first]), count, x[first]);
}

/// Parts of random lengths, merged in order.
Moments merged(const Series& x, std::uint64_t seed, std::size_t longest) {
  Random random(seed);
  Moments total;
  for (std::size_t first = 0; first < x.size();) {
    const std::size_t count = std::min<std::size_t>(x.size() - first, 1 + random.below(longest));
    total.merge(of_part(x, first, count));
    first += count;
  }
  return total;
}

void check_against_reference(const Moments& moments, const Series& x) {
  const ReferenceMoments wanted(x);
  const long double n = static_cast<long double>(x.size()), sigma = wanted.std();
  REQUIRE(moments.count == x.size());
  CHECK(is_near(moments.mean(), wanted.mean, 1e-13L * sigma + 2e-16L * std::fabs(wanted.mean)));
  CHECK(is_near(moments.m2, wanted.m2, 1e-12L * wanted.m2));
  CHECK(is_near(moments.m3 / n / std::pow(sigma, 3.0L), wanted.skewness(), 1e-11L * std::max(1.0L, wanted.kurtosis())));
  CHECK(is_near(moments.m4, wanted.m4, 1e-11L * wanted.m4));
}

Series heavy_tailed(std::size_t count, std::uint64_t seed) {
  Series x = white_noise(count, seed);
  for (double& sample : x) sample = sample * sample * sample;
  return x;
}

}  // namespace

TEST_CASE("moments: merged parts are the whole, as a reference in long double has it") {
  const Series channels[] = {white_noise(9001, 1), white_noise(9001, 2, 1e9, 1e-3), integer_walk(9001, 3, 5), ramp(9001),
                             heavy_tailed(9001, 4)};
  for (const Series& x : channels) {
    for (const std::size_t longest : {1, 17, 2048}) {
      CAPTURE(longest);
      check_against_reference(merged(x, longest, longest), x);
    }
  }
}

TEST_CASE("moments: an outlier in one part does not spoil the others") {
  Series x = white_noise(5000, 5);
  x[4321] = 1e6;
  check_against_reference(merged(x, 6, 700), x);
}

TEST_CASE("moments: a shift leaves them, a factor of two scales them, to the bit") {
  const Series x = integer_walk(5000, 7, 9);
  Series shifted = x, doubled = x;
  for (double& sample : shifted) sample += 0x1p30;
  for (double& sample : doubled) sample *= 0x1p5;
  const Moments plain = merged(x, 8, 2048), moved = merged(shifted, 8, 2048), scaled = merged(doubled, 8, 2048);
  CHECK(moved.m2 == plain.m2);
  CHECK(moved.m3 == plain.m3);
  CHECK(moved.m4 == plain.m4);
  CHECK(moved.mean_offset == plain.mean_offset);
  CHECK(moved.origin == plain.origin + 0x1p30);
  CHECK(scaled.mean() == plain.mean() * 0x1p5);
  CHECK(scaled.m2 == plain.m2 * 0x1p10);
  CHECK(scaled.m3 == plain.m3 * 0x1p15);
  CHECK(scaled.m4 == plain.m4 * 0x1p20);
}

TEST_CASE("moments: equal samples have exactly none, whatever their value") {
  for (const double value : {0.1, 1e300, -1e-300, 12345.678}) {
    const Moments moments = merged(Series(10000, value), 9, 2048);
    CHECK(moments.mean() == value);
    CHECK(moments.m2 == 0.0);
    CHECK(moments.m3 == 0.0);
    CHECK(moments.m4 == 0.0);
  }
}

TEST_CASE("moments: nothing merged is nothing changed") {
  const Series x = white_noise(100, 10);
  const Moments whole = of_part(x, 0, 100);
  Moments appended = whole, prepended;
  appended.merge(Moments{});
  prepended.merge(whole);
  for (const Moments& moments : {appended, prepended}) {
    CHECK(moments.count == 100);
    CHECK(moments.mean() == whole.mean());
    CHECK(moments.m4 == whole.m4);
  }
}
