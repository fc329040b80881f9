#include "kernels/filter/zero_phase.h"

#include <doctest/doctest.h>

#include <cmath>
#include <complex>

#include "kernels/series.h"

using namespace wavemill::test;
using namespace wavemill::kernels;

namespace {

constexpr double kPi = 3.14159265358979323846;
constexpr FilterType kTypes[] = {FilterType::kLowpass, FilterType::kHighpass, FilterType::kBandpass, FilterType::kBandstop};

double gain_at(const std::vector<Section>& sections, double frequency_hz, double step_s) {
  const std::complex<double> z = std::polar(1.0, 2.0 * kPi * frequency_hz * step_s);
  std::complex<double> gain = 1.0;
  for (const Section& s : sections) gain *= ((s.b0 * z + s.b1) * z + s.b2) / ((z + s.a1) * z + s.a2);
  return std::abs(gain);
}

/// |H|² of a Butterworth filter, the frequencies warped by the bilinear transformation.
double wanted_gain(const FilterShape& shape, double frequency_hz, double step_s) {
  const auto warped = [&](double f) { return std::tan(kPi * f * step_s); };
  const double f = warped(frequency_hz), low = warped(shape.low_hz), high = warped(shape.high_hz);
  const double band = (f * f - low * high) / (f * (high - low));
  const double x = shape.type == FilterType::kLowpass    ? f / low
                   : shape.type == FilterType::kHighpass ? low / f
                   : shape.type == FilterType::kBandpass ? band
                                                         : 1.0 / band;
  return 1.0 / std::sqrt(1.0 + std::pow(x, 2.0 * shape.order));
}

}  // namespace

TEST_CASE("butterworth: the gain is the definition's at every frequency, and each section is stable") {
  for (const FilterType type : kTypes) {
    for (const unsigned order : {1U, 2U, 3U, 4U, 5U, 8U, 12U}) {
      for (const auto& [low, high] : {std::pair{0.5, 1.5}, {0.02, 0.2}, {1.0, 4.9}, {2.4, 2.6}}) {
        const FilterShape shape{type, order, low, high};
        const std::vector<Section> sections = butterworth(shape, 0.1);
        CAPTURE(static_cast<int>(type));
        CAPTURE(order);
        CAPTURE(low);
        for (const Section& s : sections) {
          CHECK(std::fabs(s.a2) < 1.0);
          CHECK(std::fabs(s.a1) < 1.0 + s.a2);
        }
        for (double f = 0.013; f < 5.0; f += 0.037)
          CHECK(std::fabs(gain_at(sections, f, 0.1) - wanted_gain(shape, f, 0.1)) < 1e-9);
      }
    }
  }
}

TEST_CASE("zero phase: a low-pass leaves a constant and a ramp as they are, a high-pass takes a constant away") {
  for (const unsigned order : {1U, 2U, 5U}) {
    Series constant(200, 7.25), straight = ramp(200), none(200, 7.25);
    ZeroPhase({FilterType::kLowpass, order, 0.1}, 1.0).apply(constant);
    ZeroPhase({FilterType::kLowpass, order, 0.1}, 1.0).apply(straight);
    ZeroPhase({FilterType::kHighpass, order, 0.1}, 1.0).apply(none);
    for (std::size_t i = 0; i < 200; ++i) {
      CHECK(constant[i] == doctest::Approx(7.25).epsilon(1e-11));
      CHECK(std::fabs(none[i]) < 1e-11);
    }
    for (std::size_t i = 80; i < 120; ++i) CHECK(straight[i] == doctest::Approx(static_cast<double>(i)).epsilon(1e-3));
  }
}

TEST_CASE("zero phase: a sine keeps its phase and takes the square of the gain") {
  const FilterShape shape{FilterType::kBandpass, 3, 0.02, 0.05};
  const Series x = sine(20000, 30.0);
  Series y = x;
  ZeroPhase(shape, 1.0).apply(y);
  const double gain = std::pow(wanted_gain(shape, 1.0 / 30.0, 1.0), 2);
  for (std::size_t i = 5000; i < 15000; ++i) CHECK(std::fabs(y[i] - gain * x[i]) < 1e-9);
}

TEST_CASE("zero phase: the shortest series that can be filtered, and what is linear stays so") {
  for (const FilterType type : kTypes) {
    const ZeroPhase filter({type, 4, 0.1, 0.3}, 1.0);
    CHECK(filter.padding() == 12);
    const Series a = white_noise(13, 1), b = white_noise(13, 2);
    Series fa = a, fb = b, sum(13);
    for (std::size_t i = 0; i < 13; ++i) sum[i] = 2.0 * a[i] - b[i];
    filter.apply(fa);
    filter.apply(fb);
    filter.apply(sum);
    for (std::size_t i = 0; i < 13; ++i) CHECK(std::fabs(sum[i] - (2.0 * fa[i] - fb[i])) < 1e-12);
  }
}
