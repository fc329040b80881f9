#include "kernels/range_powers.h"

#include <doctest/doctest.h>

#include <cmath>

#include "kernels/computed.h"

using namespace wavemill::test;
using wavemill::kernels::PowerTerm;
using wavemill::kernels::RangePowers;

namespace {

const std::vector<double> kExponents = {1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 30, 31, 0.5, 3.5, 9.99};

std::vector<PowerTerm> terms_of(const std::vector<double>& exponents) {
  std::vector<PowerTerm> terms;
  for (const double exponent : exponents) terms.push_back({exponent});
  return terms;
}

Series ranges(std::size_t count, double largest) {
  Random random(count);
  Series x(count);
  for (double& range : x) range = largest * random.uniform();
  return x;
}

}  // namespace

TEST_CASE("range powers: sums of any number of ranges agree with long double") {
  for (const std::size_t count : {0, 1, 15, 16, 17, 255, 256, 257, 1000, 10007}) {
    CAPTURE(count);
    const Series given = ranges(count, 3.0);
    RangePowers powers(scalar(), terms_of(kExponents));
    powers.begin(0.5);
    for (const double range : given) powers.add(range);
    powers.flush();
    for (std::size_t i = 0; i < kExponents.size(); ++i) {
      CAPTURE(kExponents[i]);
      long double wanted = 0;
      for (const double range : given)
        wanted += std::pow(0.5L * static_cast<long double>(range), static_cast<long double>(kExponents[i]));
      CHECK(std::fabs(powers.sum(i) - wanted) <= 1e-13L * wanted);
    }
  }
}

TEST_CASE("range powers: exponent 30 with ranges of 1e30 does not overflow") {
  const double factor = std::ldexp(1.0, -std::ilogb(1e30));
  RangePowers powers(scalar(), terms_of({30, 100}));
  powers.begin(factor);
  for (int i = 0; i < 1000; ++i) powers.add(1e30);
  powers.flush();
  const long double scaled = 1e30L * factor;
  CHECK(std::fabs(powers.sum(0) - 1000 * std::pow(scaled, 30.0L)) <= 1e-12L * 1000 * std::pow(scaled, 30.0L));
  CHECK(std::isfinite(powers.sum(1)));
}

TEST_CASE("range powers: flushing at any moment between full buffers loses nothing, and a new channel starts at zero") {
  const Series given = ranges(700, 2.0);
  RangePowers powers(scalar(), terms_of({3}));
  for (int channel = 0; channel < 2; ++channel) {
    powers.begin(1.0);
    for (const double range : given) powers.add(range);
    powers.flush();
    const double once = powers.sum(0);
    powers.flush();
    CHECK(powers.sum(0) == once);
    long double wanted = 0;
    for (const double range : given) wanted += static_cast<long double>(range) * range * range;
    CHECK(std::fabs(once - wanted) <= 1e-13L * wanted);
  }
}
