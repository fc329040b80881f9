#include "kernels/spectrum/welch.h"

#include <doctest/doctest.h>

#include <cmath>
#include <complex>

#include "kernels/isa/variants.h"
#include "kernels/spectrum/window.h"

using namespace wavemill::test;
using namespace wavemill::kernels;

namespace {

constexpr double kStep_s = 0.25;

WelchShape shape_of(std::size_t segment, std::size_t step, std::size_t transform, Detrend detrend = Detrend::kConstant,
                    WindowShape window = WindowShape::kHann) {
  return {segment, step, transform, window, detrend};
}

std::size_t segments_of(const WelchShape& shape, std::size_t count) { return (count - shape.segment) / shape.step + 1; }

Series density_of(const isa::Table& isa, const WelchShape& shape, const Series& x) {
  Welch welch(isa, shape);
  Series sums(welch.sum_count()), density(welch.frequency_count());
  const std::size_t segments = segments_of(shape, x.size());
  for (std::size_t i = 0; i < segments; i += welch.lanes())
    welch.add(x.data() + i * shape.step, std::min(welch.lanes(), segments - i), i, sums.data());
  welch.density(sums.data(), segments, kStep_s, density.data());
  return density;
}

/// Welch's method as it is defined, in long double, a sum for each frequency.
std::vector<long double> by_definition(const WelchShape& shape, const Series& x) {
  const std::vector<double> window = window_of(shape.window, shape.segment);
  const std::size_t n = shape.transform, segments = segments_of(shape, x.size());
  std::vector<long double> density(n / 2 + 1);
  long double power = 0, mean_t = 0.5L * static_cast<long double>(shape.segment - 1);
  for (const double w : window) power += static_cast<long double>(w) * w;
  for (std::size_t segment = 0; segment < segments; ++segment) {
    const double* from = x.data() + segment * shape.step;
    long double mean = 0, slope = 0, tt = 0;
    for (std::size_t i = 0; i < shape.segment; ++i) mean += from[i] / static_cast<long double>(shape.segment);
    for (std::size_t i = 0; i < shape.segment; ++i) {
      const long double t = static_cast<long double>(i) - mean_t;
      slope += t * (from[i] - mean);
      tt += t * t;
    }
    slope = shape.detrend == Detrend::kLinear ? slope / tt : 0;
    if (shape.detrend == Detrend::kOff) mean = 0;
    for (std::size_t k = 0; k <= n / 2; ++k) {
      std::complex<long double> sum = 0;
      for (std::size_t i = 0; i < shape.segment; ++i) {
        const long double d = (from[i] - mean - slope * (static_cast<long double>(i) - mean_t)) * window[i];
        sum += d * std::polar(1.0L, -2.0L * 3.14159265358979323846264338327950288L * static_cast<long double>(i * k % n) /
                                        static_cast<long double>(n));
      }
      const bool is_alone = k == 0 || 2 * k == n;
      density[k] += (is_alone ? 1 : 2) * std::norm(sum) * kStep_s / (power * static_cast<long double>(segments));
    }
  }
  return density;
}

}  // namespace

TEST_CASE("welch: as the definition says, even, odd and prime segments, any overlap, zeros behind, every detrending") {
  const Series x = white_noise(700, 3, 20.0);
  for (const WelchShape& shape :
       {shape_of(64, 32, 64), shape_of(100, 50, 100), shape_of(63, 32, 63), shape_of(61, 31, 61), shape_of(62, 31, 62),
        shape_of(2, 1, 2), shape_of(3, 2, 3), shape_of(1, 1, 4), shape_of(700, 350, 700), shape_of(65, 65, 128),
        shape_of(65, 7, 129), shape_of(64, 16, 64, Detrend::kLinear), shape_of(63, 32, 63, Detrend::kLinear),
        shape_of(64, 32, 64, Detrend::kOff), shape_of(64, 32, 64, Detrend::kConstant, WindowShape::kFlattop),
        shape_of(33, 20, 40, Detrend::kLinear, WindowShape::kBoxcar)}) {
    CAPTURE(shape.segment);
    CAPTURE(shape.step);
    CAPTURE(shape.transform);
    const Series is = density_of(reference_table(), shape, x);
    const std::vector<long double> wanted = by_definition(shape, x);
    REQUIRE(is.size() == wanted.size());
    long double largest = 0;
    for (const long double value : wanted) largest = std::max(largest, value);
    for (std::size_t k = 0; k < is.size(); ++k) CHECK(std::fabs(is[k] - wanted[k]) <= 3e-14L * largest);
  }
}

TEST_CASE("welch: the same bits from every instruction set") {
  const Series x = white_noise(9001, 5, 1e3);
  for_each_wide([&](const isa::Table& wide) {
    for (const WelchShape& shape : {shape_of(256, 128, 256), shape_of(255, 128, 255), shape_of(254, 100, 254, Detrend::kLinear),
                                    shape_of(1999, 1000, 2000), shape_of(9001, 4501, 9001), shape_of(9000, 1, 131072)}) {
      CAPTURE(shape.segment);
      const Series wanted = density_of(reference_table(), shape, x), is = density_of(wide, shape, x);
      CHECK(has_same_bits(wanted.data(), is.data(), is.size()));
    }
  });
}

TEST_CASE("welch: Parseval: a boxcar's spectrum holds the segments' mean square") {
  const Series x = white_noise(4096, 8);
  for (const std::size_t segment : {4096, 512, 500, 375, 97}) {
    CAPTURE(segment);
    const WelchShape shape = shape_of(segment, segment, segment, Detrend::kOff, WindowShape::kBoxcar);
    long double square = 0, sum = 0;
    const std::size_t used = segments_of(shape, x.size()) * segment;
    for (std::size_t i = 0; i < used; ++i) square += static_cast<long double>(x[i]) * x[i] / static_cast<long double>(used);
    for (const double value : density_of(reference_table(), shape, x)) sum += value / (kStep_s * static_cast<double>(segment));
    CHECK(std::fabs(sum / square - 1) < 1e-14L);
  }
}

TEST_CASE("welch: a constant is exactly zero, whatever its size") {
  for (const double value : {0.1, -1e300, 3e-310})
    for (const double density : density_of(reference_table(), shape_of(100, 50, 100), Series(1000, value))) CHECK(density == 0.0);
}

TEST_CASE("welch: a length that was given is kept, a resolution finds the next good length, neither makes eight segments") {
  CHECK(WelchShape::of({.segment_samples = 997}, 5000, 0.1).segment == 997);
  CHECK(WelchShape::of({.segment_samples = 997}, 5000, 0.1).step == 499);
  CHECK(WelchShape::of({.segment_samples = 5001}, 5000, 0.1).segment == 0);
  CHECK(WelchShape::of({.resolution_hz = 0.01}, 5000, 0.1).segment == 1000);
  CHECK(WelchShape::of({.resolution_hz = 0.0098}, 5000, 0.1).segment == 1024);
  CHECK(WelchShape::of({.resolution_hz = 0.001}, 5000, 0.1).segment == 0);
  CHECK(WelchShape::of({.segment_samples = 100, .overlap = 0.75, .transform_samples = 128}, 5000, 0.1) == shape_of(100, 25, 128));
  CHECK(WelchShape::of({}, 8, 0.1).segment == 0);
  for (const std::uint64_t count : {9, 100, 6001, 12001, 36000, 1000003}) {
    const WelchShape shape = WelchShape::of({}, count, 0.1);
    CHECK(shape.segment % 2 == 0);
    CHECK(is_good_length(shape.segment));
    CHECK(segments_of(shape, count) >= 8);
  }
  CHECK(WelchShape::of({}, 12001, 0.1).segment == 2592);
}
