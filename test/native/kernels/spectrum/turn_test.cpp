#include "kernels/spectrum/turn.h"

#include <doctest/doctest.h>

#include <cmath>

#include "kernels/series.h"

using wavemill::kernels::Turn;
using wavemill::kernels::turn;

namespace {

void check(std::uint64_t numerator, std::uint64_t denominator) {
  CAPTURE(numerator);
  CAPTURE(denominator);
  const long double angle = 2.0L * 3.14159265358979323846264338327950288L * static_cast<long double>(numerator % denominator) /
                            static_cast<long double>(denominator);
  const Turn is = turn(numerator, denominator);
  // 0.8 units in the last place of the value, or what the reference itself loses near a zero.
  const auto near = [](double value, long double wanted) {
    return std::fabs(value - wanted) <= 0.9L * std::ldexp(1.0L, std::ilogb(value == 0.0 ? 1e-300 : value) - 52) + 1e-18L;
  };
  CHECK(near(is.cosine, std::cos(angle)));
  CHECK(near(is.sine, std::sin(angle)));
}

}  // namespace

TEST_CASE("turn: as the C library's long double has it, within 0.9 units in the last place") {
  for (const std::uint64_t denominator : {1, 2, 3, 5, 7, 8, 12, 97, 360, 1000, 4096, 4093, 59049})
    for (std::uint64_t i = 0; i <= 2 * denominator; i += 1 + denominator / 500) check(i, denominator);
  wavemill::test::Random random(1);
  for (int i = 0; i < 20000; ++i) {
    const std::uint64_t denominator = 1 + random.below(std::uint64_t{1} << 40);
    check(random.below(denominator), denominator);
  }
}

TEST_CASE("turn: quarters and eighths are exact, and octants mirror each other to the bit") {
  CHECK(turn(0, 9).cosine == 1.0);
  CHECK(turn(0, 9).sine == 0.0);
  CHECK(turn(1, 4).cosine == 0.0);
  CHECK(turn(3, 4).sine == -1.0);
  CHECK(turn(6, 12).cosine == -1.0);
  CHECK(turn(1, 8).cosine == turn(1, 8).sine);
  CHECK(turn(1, 12).sine == 0.5);
  for (std::uint64_t i = 0; i < 1000; ++i) {
    CHECK(turn(i, 1000).cosine == turn(1000 - i, 1000).cosine);
    CHECK(turn(i, 1000).sine == turn(1500 - i, 1000).sine);
  }
}
