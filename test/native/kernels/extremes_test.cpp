#include "kernels/extremes.h"

#include <doctest/doctest.h>

#include <cmath>

#include "fits/rayleigh.h"
#include "kernels/computed.h"
#include "kernels/crossings.h"

using namespace wavemill::test;
using wavemill::contract::ChannelStatus;
using wavemill::contract::Column;
using wavemill::kernels::Crossings;
using wavemill::kernels::ExtremeOptions;
using wavemill::kernels::Extremes;
using wavemill::kernels::Threshold;
using wavemill::kernels::TimeView;

namespace {

wavemill::kernels::ColumnPositions everywhere() {
  wavemill::kernels::ColumnPositions positions;
  positions.position.fill(0);
  return positions;
}

Computed computed(const Series& x, const ExtremeOptions& options = {}, const TimeView& time = {}) {
  Computed result(x, time);
  result.summarise();
  Crossings crossings(scalar());
  result.run(crossings);
  const auto positions = everywhere();
  Extremes extremes(scalar(), positions, options);
  result.run(extremes);
  return result;
}

double code(ChannelStatus status) { return static_cast<double>(status); }

/// Waves of growing and falling height: two sines that beat, on a mean of 5.
Series waves(std::size_t count) {
  Series x(count);
  const Series noise = white_noise(count, 77);
  for (std::size_t i = 0; i < count; ++i) {
    const double t = static_cast<double>(i);
    x[i] = 5 + 2 * std::sin(t / 7) + 1.3 * std::sin(t / 5.3) + 0.9 * std::sin(t / 9.1) + 0.05 * noise[i];
  }
  return x;
}

}  // namespace

TEST_CASE("extremes: Rayleigh's are the formulas of mean, standard deviation and Tz") {
  const Series x = waves(20000);
  const TimeView time{.step_s = 0.5};
  const Computed result = computed(x, {.storm_duration_s = 10800, .risk = 0.01}, time);
  const double n = 10800 / result[Column::kMeanUpcrossingPeriodS], std = result[Column::kStd], mean = result[Column::kMean];
  CHECK(result[Column::kRayleighMaxMpm] == mean + std * std::sqrt(2 * std::log(n)));
  CHECK(result[Column::kRayleighMinMpm] == mean - std * std::sqrt(2 * std::log(n)));
  CHECK(result[Column::kRayleighMaxRisk] ==
        doctest::Approx(mean + std * std::sqrt(2 * std::log(-n / std::log(0.99)))).epsilon(1e-14));
  CHECK(result[Column::kRayleighMaxVerdict] == code(ChannelStatus::kOk));
}

TEST_CASE("extremes: fits are those of the peaks, for the storm's share of them") {
  const Series x = waves(20000);
  const TimeView time{.step_s = 0.5};
  ExtremeOptions options{.storm_duration_s = 20000, .risk = 0.05, .confidence = 0.9};
  options.upper = {Threshold::Kind::kValue, 7.5};
  options.lower = {Threshold::Kind::kPercentile, 10};
  options.decluster_s = 20;
  const Computed result = computed(x, options, time);
  wavemill::kernels::Peaks peaks(scalar(), 1);
  peaks.begin(result.facts, 7.5, 20);
  for_each_block(x, [&](const auto& block) { peaks.add(block); });
  peaks.end();
  CHECK(result[Column::kGlobalMaximaCount] == static_cast<double>(peaks.global().size()));
  CHECK(result[Column::kGlobalMaximaCount] == result[Column::kUpcrossingCount] - 1);
  CHECK(result[Column::kPotMaxThreshold] == 7.5);
  CHECK(result[Column::kPotMaxCount] == static_cast<double>(peaks.over_threshold().size()));
  Series sorted = x;
  std::sort(sorted.begin(), sorted.end());
  CHECK(result[Column::kPotMinThreshold] == doctest::Approx(sorted[1999] * 0.1 + sorted[2000] * 0.9).epsilon(1e-12));

  wavemill::fits::FitOptions asked{.distribution = wavemill::contract::Distribution::kWeibull, .location = result[Column::kMean]};
  asked.values_in_storm = static_cast<double>(peaks.global().size()) * 20000 / (19999 * 0.5);
  asked.risk = 0.05;
  asked.confidence = 0.9;
  asked.observed = result[Column::kMax];
  wavemill::fits::Fitter fitter;
  const wavemill::fits::Fit& fit = fitter.fit(peaks.global(), asked);
  CHECK(result[Column::kWeibullMaxVerdict] == code(fit.verdict));
  CHECK(result[Column::kWeibullMaxShape] == fit.parameters.shape);
  CHECK(result[Column::kWeibullMaxLocation] == doctest::Approx(result[Column::kMean]).epsilon(1e-14));
}

TEST_CASE("extremes: a channel that is turned over has its tails exchanged") {
  const Series x = waves(20000);
  Series turned = x;
  for (double& sample : turned) sample = -sample;
  ExtremeOptions options{.storm_duration_s = 2e5};
  options.takes_peaks_over_threshold = true;
  const Computed up = computed(x, options), down = computed(turned, options);
  CHECK(up[Column::kGlobalMaximaCount] == down[Column::kGlobalMinimaCount]);
  CHECK(up[Column::kPotMaxCount] == down[Column::kPotMinCount]);
  for (const auto& [max, min] : {std::pair{Column::kWeibullMaxLevel, Column::kWeibullMinLevel},
                                 {Column::kGumbelMaxLevel, Column::kGumbelMinLevel},
                                 {Column::kGpdMaxLevel, Column::kGpdMinLevel},
                                 {Column::kGumbelMaxLevelUpper, Column::kGumbelMinLevelLower},
                                 {Column::kGpdMaxLevelLower, Column::kGpdMinLevelUpper}}) {
    if (std::isnan(up[max])) {
      CHECK(std::isnan(down[min]));
      continue;
    }
    CHECK(up[max] == doctest::Approx(-down[min]).epsilon(1e-9));
  }
}

TEST_CASE("extremes: constant, ramp, short, non-finite: counts, verdicts, and no bare number") {
  const auto check_no_levels = [](const Computed& result) {
    for (const Column column :
         {Column::kWeibullMaxLevel, Column::kWeibullMinLevel, Column::kGumbelMaxLevel, Column::kGumbelMinLevel,
          Column::kGpdMaxLevel, Column::kGpdMinLevel, Column::kRayleighMaxRisk, Column::kRayleighMinRisk})
      CHECK(std::isnan(result[column]));
  };
  const Computed constant = computed(Series(3000, 5.0));
  CHECK(constant[Column::kGlobalMaximaCount] == 0);
  CHECK(constant[Column::kGpdMaxVerdict] == code(ChannelStatus::kConstant));
  check_no_levels(constant);
  const Computed single = computed({5.0});
  CHECK(single[Column::kWeibullMinVerdict] == code(ChannelStatus::kTooShort));
  check_no_levels(single);
  const Computed ramped = computed(ramp(3000));
  CHECK(ramped[Column::kGlobalMaximaCount] == 0);
  CHECK(ramped[Column::kWeibullMaxVerdict] == code(ChannelStatus::kFitFailedTooFewPeaks));
  CHECK(ramped[Column::kRayleighMaxVerdict] == code(ChannelStatus::kFitFailedTooFewPeaks));
  CHECK(ramped.facts.fit_status == ChannelStatus::kFitFailedTooFewPeaks);
  check_no_levels(ramped);
  const Computed two = computed({1.0, 2.0});
  CHECK(two[Column::kWeibullMaxVerdict] == code(ChannelStatus::kFitFailedTooFewPeaks));
  check_no_levels(two);
  Series gapped = waves(3000);
  gapped[1234] = std::nan("");
  const Computed nonfinite = computed(gapped);
  CHECK(std::isnan(nonfinite[Column::kGlobalMaximaCount]));
  CHECK(nonfinite[Column::kGumbelMaxVerdict] == code(ChannelStatus::kNonfinite));
  check_no_levels(nonfinite);
  const Computed same = computed(sine(64 * 40, 64));
  CHECK(same[Column::kWeibullMaxVerdict] == code(ChannelStatus::kFitFailedEqualPeaks));
  CHECK(same[Column::kMax] == 1.0);  // other statistics survive
}
