#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace wavemill::test {

/// splitmix64: the same numbers with every compiler and standard library, which <random>'s distributions do not promise.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t bits() {
    state_ += 0x9e3779b97f4a7c15U;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31);
  }
  std::uint64_t below(std::uint64_t count) { return bits() % count; }
  double uniform() { return static_cast<double>(bits() >> 11) * 0x1p-53; }  // [0, 1)
  double normal() {
    double sum = -6.0;
    for (int i = 0; i < 12; ++i) sum += uniform();
    return sum;
  }

 private:
  std::uint64_t state_;
};

using Series = std::vector<double>;

inline Series white_noise(std::size_t count, std::uint64_t seed, double mean = 0.0, double spread = 1.0) {
  Random random(seed);
  Series x(count);
  for (double& sample : x) sample = mean + spread * random.normal();
  return x;
}

/// Steps of whole numbers from -largest to largest: small ones give many equal neighbours and equal ranges.
inline Series integer_walk(std::size_t count, std::uint64_t seed, std::int64_t largest_step = 1) {
  Random random(seed);
  Series x(count);
  std::int64_t at = 0;
  for (double& sample : x) {
    sample = static_cast<double>(at);
    at += static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(2 * largest_step + 1))) - largest_step;
  }
  return x;
}

/// Uneven integers between 0 and `levels` - 1.
inline Series few_levels(std::size_t count, std::uint64_t seed, std::uint64_t levels) {
  Random random(seed);
  Series x(count);
  for (double& sample : x) sample = static_cast<double>(random.below(levels));
  return x;
}

inline Series sine(std::size_t count, double samples_per_period, double phase = 0.0) {
  Series x(count);
  for (std::size_t i = 0; i < count; ++i)
    x[i] = std::sin(6.283185307179586 * static_cast<double>(i) / samples_per_period + phase);
  return x;
}

inline Series ramp(std::size_t count) {
  Series x(count);
  for (std::size_t i = 0; i < count; ++i) x[i] = static_cast<double>(i);
  return x;
}

}  // namespace wavemill::test
