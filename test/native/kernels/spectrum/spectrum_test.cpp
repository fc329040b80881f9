#include "kernels/spectrum/spectrum.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "kernels/computed.h"
#include "kernels/isa/variants.h"

using namespace wavemill::test;
using wavemill::contract::Column;
using namespace wavemill::kernels;

namespace {

Computed spectrum_of(const Series& x, double step_s, const SpectrumOptions& options = {}, const isa::Table& isa = scalar()) {
  Computed computed(x, {.step_s = step_s});
  computed.facts.uniform_step_s = step_s;
  computed.summarise(isa);
  Spectrum spectrum(options, std::make_shared<WelchShapes>(isa));
  computed.run(spectrum);
  return computed;
}

constexpr Column kAll[] = {Column::kSpectralMMinus1,      Column::kSpectralM0,
                           Column::kSpectralM1,           Column::kSpectralM2,
                           Column::kSpectralM4,           Column::kSpectralPeakFrequencyHz,
                           Column::kSpectralPeakPeriodS,  Column::kSpectralEnergyPeriodS,
                           Column::kSpectralMeanPeriodS,  Column::kSpectralZeroCrossingPeriodS,
                           Column::kSpectralCrestPeriodS, Column::kSpectralBandwidth,
                           Column::kSpectralNarrowness,   Column::kSignificantHeight};

bool is_near(double value, double wanted, double relative) { return std::fabs(value / wanted - 1.0) <= relative; }

Series scaled(Series x, double factor, double offset) {
  for (double& sample : x) sample = factor * sample + offset;
  return x;
}

}  // namespace

TEST_CASE("spectrum: a sine of amplitude A has m0 = A²/2, its period everywhere, and no width") {
  const double step_s = 0.1, amplitude = 3.0;
  const Series x = scaled(sine(20000, 64.0), amplitude, 100.0);  // 8 periods in a segment of 512
  const Computed is = spectrum_of(x, step_s, {.segment_samples = 512, .window = WindowShape::kBoxcar});
  CHECK(is_near(is[Column::kSpectralM0], amplitude * amplitude / 2, 1e-12));
  CHECK(is_near(is[Column::kSignificantHeight], 4 * amplitude / std::sqrt(2.0), 1e-12));
  CHECK(is_near(is[Column::kSpectralPeakPeriodS], 6.4, 1e-14));
  for (const Column period : {Column::kSpectralEnergyPeriodS, Column::kSpectralMeanPeriodS, Column::kSpectralZeroCrossingPeriodS,
                              Column::kSpectralCrestPeriodS})
    CHECK(is_near(is[period], 6.4, 1e-9));
  CHECK(is[Column::kSpectralBandwidth] < 1e-6);
  CHECK(is[Column::kSpectralNarrowness] < 1e-6);

  const Computed hann = spectrum_of(x, step_s, {.segment_samples = 512});  // what leaks to the neighbours is still counted
  CHECK(is_near(hann[Column::kSpectralM0], amplitude * amplitude / 2, 1e-12));
  CHECK(hann[Column::kSpectralPeakFrequencyHz] == 8.0 / 51.2);
}

TEST_CASE("spectrum: white noise has the variance, spread evenly over the frequencies") {
  const Computed is = spectrum_of(white_noise(400000, 4), 0.5, {.segment_samples = 1024});
  CHECK(is_near(is[Column::kSpectralM0], 1.0, 0.01));
  CHECK(is_near(is[Column::kSpectralM1], 0.5, 0.02));        // up to 1 Hz: ∫ f df
  CHECK(is_near(is[Column::kSpectralM2], 1.0 / 3.0, 0.02));  // ∫ f² df
  CHECK(is_near(is[Column::kSpectralM4], 1.0 / 5.0, 0.02));
}

TEST_CASE("spectrum: an offset changes nothing, a factor of 2 scales to the bit") {
  const Series x = sine(9001, 37.3);
  const Computed is = spectrum_of(x, 0.1), twice = spectrum_of(scaled(x, 2.0, 0.0), 0.1),
                 raised = spectrum_of(scaled(x, 1.0, 64.0), 0.1);
  CHECK(twice[Column::kSpectralM2] == 4.0 * is[Column::kSpectralM2]);
  CHECK(twice[Column::kSpectralCrestPeriodS] == is[Column::kSpectralCrestPeriodS]);
  CHECK(is_near(raised[Column::kSpectralM0], is[Column::kSpectralM0], 1e-12));
}

TEST_CASE("spectrum: band limits leave out what lies outside, both ends belong to it") {
  Series x = sine(10000, 50.0);
  const Series fast = sine(10000, 5.0);
  for (std::size_t i = 0; i < x.size(); ++i) x[i] += 2.0 * fast[i];
  const SpectrumOptions whole{.segment_samples = 1000};
  SpectrumOptions slow = whole, one = whole;
  slow.to_hz = 0.1;
  one.from_hz = one.to_hz = 0.02;
  CHECK(is_near(spectrum_of(x, 1.0, whole)[Column::kSpectralM0], 2.5, 1e-12));
  CHECK(spectrum_of(x, 1.0, whole)[Column::kSpectralPeakPeriodS] == 5.0);
  CHECK(is_near(spectrum_of(x, 1.0, slow)[Column::kSpectralM0], 0.5, 1e-9));
  CHECK(spectrum_of(x, 1.0, slow)[Column::kSpectralPeakPeriodS] == 50.0);
  CHECK(is_near(spectrum_of(x, 1.0, one)[Column::kSpectralM0], 0.5 * 2.0 / 3.0, 1e-9));  // a Hann window's middle line
}

TEST_CASE("spectrum: a constant channel has moments of 0 and no period") {
  const Computed is = spectrum_of(Series(5000, 7.7), 0.1);
  for (const Column moment : {Column::kSpectralMMinus1, Column::kSpectralM0, Column::kSpectralM1, Column::kSpectralM2,
                              Column::kSpectralM4, Column::kSignificantHeight})
    CHECK(is[moment] == 0.0);
  for (const Column period : {Column::kSpectralPeakFrequencyHz, Column::kSpectralPeakPeriodS, Column::kSpectralEnergyPeriodS,
                              Column::kSpectralMeanPeriodS, Column::kSpectralZeroCrossingPeriodS, Column::kSpectralBandwidth})
    CHECK(std::isnan(is[period]));
}

TEST_CASE("spectrum: none where the series is short, its step varies or a sample is not finite, and the facts say why") {
  const Computed is_short = spectrum_of(sine(100, 9.0), 0.1, {.segment_samples = 101});
  CHECK(is_short.facts.is_too_short);
  const Series constant(5000, 1.0);
  Computed uneven(constant);
  uneven.summarise();
  Spectrum spectrum({}, std::make_shared<WelchShapes>(scalar()));
  uneven.run(spectrum);
  CHECK(uneven.facts.lacks_uniform_step);
  CHECK_FALSE(uneven.facts.is_too_short);
  Series gapped = sine(5000, 9.0);
  gapped[4999] = std::numeric_limits<double>::infinity();
  const Computed is_gapped = spectrum_of(gapped, 0.1);
  CHECK_FALSE(is_gapped.facts.is_too_short);
  for (const Column column : kAll) {
    CHECK(std::isnan(is_short[column]));
    CHECK(std::isnan(uneven[column]));
    CHECK(std::isnan(is_gapped[column]));
  }
  CHECK(spectrum_of({1.0}, 0.1).facts.is_too_short);
  CHECK(spectrum_of({1.0, 2.0}, 0.1).facts.is_too_short);
}

TEST_CASE("spectrum: every segment is taken, whatever blocks and batches it lies across") {
  for (const std::size_t count : {2047, 2048, 2049, 4097, 6143, 9001, 12345}) {
    for (const std::size_t segment : {16, 250, 2048, 2000}) {
      if (segment > count) continue;
      CAPTURE(count);
      CAPTURE(segment);
      const Series x = white_noise(count, count);
      const SpectrumOptions options{.segment_samples = segment};
      const WelchShape shape = WelchShape::of(options, count, 0.1);
      Welch welch(scalar(), shape);
      Series sums(welch.sum_count()), density(welch.frequency_count());
      const std::size_t segments = (count - segment) / shape.step + 1;
      for (std::size_t i = 0; i < segments; i += welch.lanes())
        welch.add(x.data() + i * shape.step, std::min(welch.lanes(), segments - i), i, sums.data());
      welch.density(sums.data(), segments, 0.1, density.data());
      double m0 = 0.0;
      for (const double s : density) m0 += s * (1.0 / (0.1 * static_cast<double>(segment)));
      CHECK(spectrum_of(x, 0.1, options)[Column::kSpectralM0] == m0);
    }
  }
}

TEST_CASE("spectrum: the same bits from every instruction set") {
  const Series x = white_noise(30000, 6, 50.0);
  const Computed wanted = spectrum_of(x, 0.1);
  for_each_wide([&](const isa::Table& wide) {
    const Computed is = spectrum_of(x, 0.1, {}, wide);
    for (const Column column : kAll) CHECK(has_same_bits(is[column], wanted[column]));
  });
}
