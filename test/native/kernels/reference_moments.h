#pragma once

#include <cmath>
#include <cstddef>

#include "kernels/series.h"

namespace wavemill::test {

/// Two passes in long double over distances from the first sample, which doubles near each other have exactly.
struct ReferenceMoments {
  long double mean = 0, m2 = 0, m3 = 0, m4 = 0;  // Σ (x - mean)^k
  std::size_t count = 0;

  explicit ReferenceMoments(const Series& x) : count(x.size()) {
    long double sum = 0;
    for (const double sample : x) sum += static_cast<long double>(sample) - x[0];
    const long double offset = sum / static_cast<long double>(count);
    mean = x[0] + offset;
    for (const double sample : x) {
      const long double d = (static_cast<long double>(sample) - x[0]) - offset;
      m2 += d * d;
      m3 += d * d * d;
      m4 += d * d * d * d;
    }
  }

  [[nodiscard]] long double std() const { return std::sqrt(m2 / static_cast<long double>(count)); }
  [[nodiscard]] long double skewness() const { return m3 / static_cast<long double>(count) / std::pow(std(), 3.0L); }
  [[nodiscard]] long double kurtosis() const { return m4 / static_cast<long double>(count) / std::pow(std(), 4.0L); }
};

/// Whether two numbers differ by at most `within`.
inline bool is_near(long double a, long double b, long double within) { return std::fabs(a - b) <= within; }

}  // namespace wavemill::test
