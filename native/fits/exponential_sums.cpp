#include "fits/exponential_sums.h"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace wavemill::fits {

namespace {

constexpr std::size_t kLanes = 8;
using Lanes = std::array<double, kLanes>;

/// e^x for x from -700 to 0, within 2 ulp: x = k·ln 2 + r, Taylor's series of e^r for |r| <= ln 2 / 2, and k into the exponent.
inline double exponential(double x) {
  constexpr double kShift = 0x1.8p52;  // added to a number, it leaves its whole part in the low bits
  constexpr double kLn2High = 0x1.62e42fee00000p-1, kLn2Low = 0x1.a39ef35793c76p-33;
  x = x < -700.0 ? -700.0 : x;
  const double shifted = x * 1.4426950408889634 + kShift;
  const double k = shifted - kShift;
  const double r = (x - k * kLn2High) - k * kLn2Low;
  const double r2 = r * r, r4 = r2 * r2;
  const double p01 = 1.0 + r, p23 = 1.0 / 2 + r * (1.0 / 6), p45 = 1.0 / 24 + r * (1.0 / 120);
  const double p67 = 1.0 / 720 + r * (1.0 / 5040), p89 = 1.0 / 40320 + r * (1.0 / 362880);
  const double pab = 1.0 / 3628800 + r * (1.0 / 39916800), pcd = 1.0 / 479001600 + r * (1.0 / 6227020800);
  const double p = (p01 + r2 * p23) + r4 * ((p45 + r2 * p67) + r4 * ((p89 + r2 * pab) + r4 * pcd));
  return p * std::bit_cast<double>((std::bit_cast<std::uint64_t>(shifted) + 1023U) << 52U);
}

double sum_of(const Lanes& a) { return ((a[0] + a[4]) + (a[2] + a[6])) + ((a[1] + a[5]) + (a[3] + a[7])); }

}  // namespace

ExponentialSums exponential_sums(std::span<const double> values, double least, double rate) {
  Lanes s0{}, s1{}, s2{};
  const std::size_t whole = values.size() / kLanes * kLanes;
  for (std::size_t i = 0; i < whole; i += kLanes) {
    for (std::size_t j = 0; j < kLanes; ++j) {
      const double x = values[i + j], weight = exponential(-rate * (x - least)), moment = x * weight;
      s0[j] += weight;
      s1[j] += moment;
      s2[j] += x * moment;
    }
  }
  for (std::size_t i = whole; i < values.size(); ++i) {
    const double x = values[i], weight = exponential(-rate * (x - least)), moment = x * weight;
    s0[i - whole] += weight;
    s1[i - whole] += moment;
    s2[i - whole] += x * moment;
  }
  return {sum_of(s0), sum_of(s1), sum_of(s2)};
}

}  // namespace wavemill::fits
