#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "kernels/computed.h"
#include "kernels/isa/variants.h"
#include "kernels/reference_residues.h"
#include "kernels/reversals.h"

using namespace wavemill::test;
using wavemill::kernels::ChannelFatigue;
using wavemill::kernels::Cycle;
using wavemill::kernels::CycleColumns;
using wavemill::kernels::EquivalentCycles;
using wavemill::kernels::FatigueOptions;
using wavemill::kernels::Residue;
using wavemill::kernels::Reversals;
using wavemill::kernels::SnCurve;
using wavemill::kernels::TimeView;

namespace {

const SnCurve kBilinear{.m1 = 3, .log10_a1 = 12.164, .m2 = 5, .log10_a2 = 15.606, .thickness_exponent = 0.2};
const SnCurve kSingle{.m1 = 3, .log10_a1 = 11.687, .thickness_exponent = 0.2};
const SnCurve kUneven{.m1 = 3.5, .log10_a1 = 12.0, .m2 = 5.25, .log10_a2 = 15.0};

/// Loads for the exponents, then a damage for each curve of the options.
Computed counted(const Series& x, const std::vector<double>& exponents, const FatigueOptions& options, const TimeView& time = {},
                 const wavemill::kernels::isa::Table& isa = scalar()) {
  std::vector<double> parameters = exponents;
  for (std::size_t i = 0; i < options.curves.size(); ++i) parameters.push_back(static_cast<double>(i));
  const auto members = Computed::family(parameters);
  const auto curves = members.begin() + static_cast<std::ptrdiff_t>(exponents.size());
  Computed computed(x, time, parameters.size());
  computed.facts.fatigue = &options.settings;
  computed.summarise(isa);
  Reversals reversals(isa, CycleColumns{{members.begin(), curves}, {curves, members.end()}}, 1.0, options);
  computed.run(reversals);
  return computed;
}

long double load_of(const std::vector<Cycle>& cycles, double exponent, long double equivalent_cycles) {
  long double largest = 1e-300L, sum = 0;
  for (const Cycle& cycle : cycles) largest = std::max<long double>(largest, cycle.range);
  for (const Cycle& cycle : cycles)
    sum += static_cast<long double>(cycle.count) * std::pow(cycle.range / largest, static_cast<long double>(exponent));
  return largest * std::pow(sum / equivalent_cycles, 1.0L / static_cast<long double>(exponent));
}

/// 1/N as the curve has it, without any shortcut.
long double damage_of(const SnCurve& curve, long double stress) {
  const auto cycles_at = [&](double m, double log10_a) {
    return std::pow(10.0L, static_cast<long double>(log10_a)) * std::pow(stress, -static_cast<long double>(m));
  };
  const long double steep = cycles_at(curve.m1, curve.log10_a1);
  if (!curve.is_bilinear()) return 1 / steep;
  const long double knee = std::pow(10.0L, (static_cast<long double>(curve.log10_a2) - curve.log10_a1) / (curve.m2 - curve.m1));
  return 1 / (stress >= knee ? steep : cycles_at(curve.m2, curve.log10_a2));
}

long double damage_of(const SnCurve& curve, const std::vector<Cycle>& cycles, long double factor) {
  long double sum = 0;
  for (const Cycle& cycle : cycles) sum += static_cast<long double>(cycle.count) * damage_of(curve, factor * cycle.range);
  return sum;
}

bool is_near(double value, long double wanted, long double within = 1e-12L) {
  return std::fabs(value - wanted) <= within * std::fabs(wanted);
}

std::vector<Cycle> as_cycles(const std::vector<double>& ranges) {
  std::vector<Cycle> cycles;
  for (const double range : ranges) cycles.push_back({range, 0.0, 1.0, 0, 0});
  return cycles;
}

std::vector<Series> several_series() {
  return {white_noise(3000, 1, 20.0, 60.0), integer_walk(5000, 2, 9), few_levels(5000, 3, 7), sine(4001, 21.7), ramp(100)};
}

const std::vector<double> kExponents = {1, 3, 3.5, 4, 10};

}  // namespace

TEST_CASE("fatigue: damage is Σ n/N of the standard's cycles, by curves of one slope, of two, and of broken exponents") {
  for (const Series& x : several_series()) {
    FatigueOptions options{.curves = {kBilinear, kSingle, kUneven}};
    options.settings.stress_per_unit = 0.8;
    const Computed computed = counted(x, kExponents, options);
    const std::vector<Cycle> cycles = ReferenceRainflow(x).cycles();
    for (std::size_t i = 0; i < options.curves.size(); ++i)
      CHECK(is_near(computed.member(kExponents.size() + i), damage_of(options.curves[i], cycles, 0.8L)));
    const long double duration_s = static_cast<long double>(x.size() - 1);
    for (std::size_t i = 0; i < kExponents.size(); ++i)
      CHECK(is_near(computed.member(i), load_of(cycles, kExponents[i], duration_s)));
  }
}

TEST_CASE("fatigue: a damage by hand, above the knee, below it and at it") {
  // One full cycle of range S in three samples, repeated residue: 1/N.
  const auto damage = [](double range, const SnCurve& curve) {
    return counted({0.0, range, 0.0}, {}, {.residue = Residue::kRepeat, .curves = {curve}}).member(0);
  };
  CHECK(is_near(damage(100.0, kBilinear), std::pow(10.0L, 6.0L - 12.164L)));  // N = 10^12.164 / 100³
  CHECK(is_near(damage(10.0, kBilinear), std::pow(10.0L, 5.0L - 15.606L)));   // N = 10^15.606 / 10⁵
  CHECK(is_near(damage(std::pow(10.0, 1.721), kBilinear), std::pow(10.0L, 3 * 1.721L - 12.164L)));
  CHECK(is_near(damage(10.0, kSingle), std::pow(10.0L, 3.0L - 11.687L)));
}

TEST_CASE("fatigue: thickness effect above the reference thickness alone, by the curve's exponent or one's own") {
  const Series x = {0.0, 80.0, 0.0};
  const auto damage = [&](double thickness_mm, double exponent) {
    FatigueOptions options{.residue = Residue::kRepeat, .curves = {kSingle}};
    options.settings.thickness_mm = thickness_mm;
    options.settings.thickness_exponent = exponent;
    return counted(x, {}, options).member(0);
  };
  const long double plain = damage_of(kSingle, 80.0L);
  CHECK(is_near(damage(0, -1), plain));
  CHECK(is_near(damage(20, -1), plain));
  CHECK(is_near(damage(25, -1), plain));
  CHECK(is_near(damage(50, -1), plain * std::pow(2.0L, 3 * 0.2L)));
  CHECK(is_near(damage(50, 0.25), plain * std::pow(2.0L, 3 * 0.25L)));
  CHECK(is_near(damage(50, 0), plain));
}

TEST_CASE("fatigue: residues repeated and discarded, in loads and damages") {
  for (const Series& x : several_series()) {
    for (const Residue residue : {Residue::kRepeat, Residue::kDiscard}) {
      const auto ranges = residue == Residue::kRepeat ? reference_repeated_ranges(x) : reference_closed_ranges(x);
      const std::vector<Cycle> cycles = as_cycles(ranges);
      const Computed computed = counted(x, kExponents, {.residue = residue, .curves = {kBilinear}});
      for (std::size_t i = 0; i < kExponents.size(); ++i)
        CHECK(is_near(computed.member(i), load_of(cycles, kExponents[i], static_cast<long double>(x.size() - 1))));
      CHECK(is_near(computed.member(kExponents.size()), damage_of(kBilinear, cycles, 1)));
    }
  }
}

TEST_CASE("fatigue: equivalent cycles from the duration, with a step more, and given") {
  const Series x = white_noise(1001, 5);
  const TimeView time{.step_s = 0.1};
  const std::vector<Cycle> cycles = ReferenceRainflow(x).cycles();
  const auto load = [&](EquivalentCycles equivalent, double given = 0.0) {
    return counted(x, {4}, {.equivalent = equivalent, .equivalent_cycles = given}, time).member(0);
  };
  CHECK(is_near(load(EquivalentCycles::kDuration), load_of(cycles, 4, 100.0L)));
  CHECK(is_near(load(EquivalentCycles::kDurationAndStep), load_of(cycles, 4, 100.1L)));
  CHECK(is_near(load(EquivalentCycles::kGiven, 1e7), load_of(cycles, 4, 1e7L)));
}

TEST_CASE("fatigue: Goodman's correction by hand, to zero and to a fixed mean") {
  // One full cycle from 2 to 6: range 4, mean 4, ultimate 10.
  const Series x = {2, 6, 2};
  const auto load = [&](double ultimate, double mean) {
    FatigueOptions options{.residue = Residue::kRepeat, .equivalent = EquivalentCycles::kGiven, .equivalent_cycles = 1};
    options.settings.ultimate = ultimate;
    options.settings.fixed_mean = mean;
    return counted(x, {3}, options).member(0);
  };
  CHECK(is_near(load(10, 0), 4.0L * 10 / 6));
  CHECK(is_near(load(10, 4), 4.0L));
  CHECK(is_near(load(10, 1), 4.0L * 9 / 6));
  CHECK(is_near(load(10, -1), 4.0L * 9 / 6));
  CHECK(std::isnan(load(4, 0)));  // the mean is the ultimate load
  CHECK(std::isnan(load(3, 0)));
  CHECK(std::isnan(load(10, 10)));  // so is the fixed one
}

TEST_CASE("fatigue: Goodman's correction over all cycles of a series, damage too") {
  for (const Series& x : several_series()) {
    std::vector<Cycle> cycles = ReferenceRainflow(x).cycles();
    FatigueOptions options{.curves = {kBilinear}};
    options.settings.ultimate = 2e4;
    options.settings.fixed_mean = 50.0;
    for (Cycle& cycle : cycles) cycle.range *= (2e4 - 50.0) / (2e4 - std::fabs(cycle.mean));
    const Computed computed = counted(x, kExponents, options);
    for (std::size_t i = 0; i < kExponents.size(); ++i)
      CHECK(is_near(computed.member(i), load_of(cycles, kExponents[i], static_cast<long double>(x.size() - 1))));
    CHECK(is_near(computed.member(kExponents.size()), damage_of(kBilinear, cycles, 1)));
  }
}

TEST_CASE("fatigue: bins from a up to b by width and by number, their middle and their upper end") {
  const Series x = {0, 1, 0, 2.5, 0, 5, 0, 10, 0};  // one cycle each of 1, 2.5, 5, 10 when repeated
  const auto load = [&](ChannelFatigue settings, bool is_upper) {
    FatigueOptions options{.residue = Residue::kRepeat, .equivalent = EquivalentCycles::kGiven, .equivalent_cycles = 1};
    options.are_bins_upper = is_upper;
    options.settings = settings;
    return counted(x, {1}, options).member(0);
  };
  CHECK(is_near(load({}, false), 18.5L));
  CHECK(is_near(load({.bin_width = 2.5}, false), 1.25L + 3.75L + 6.25L + 11.25L));
  CHECK(is_near(load({.bin_width = 2.5}, true), 2.5L + 5 + 7.5L + 12.5L));
  CHECK(is_near(load({.bin_count = 4}, false), 1.25L + 3.75L + 6.25L + 8.75L));  // the last bin holds its upper end
  CHECK(is_near(load({.bin_count = 4}, true), 2.5L + 5 + 7.5L + 10));
}

TEST_CASE("fatigue: racetrack in the channel's unit and as a part of its range") {
  for (const Series& x : several_series()) {
    const auto [min, max] = std::minmax_element(x.begin(), x.end());
    const double gate = 0.1 * (*max - *min);
    const std::vector<Cycle> cycles = ReferenceRainflow(reference_racetrack(values_of(reversals_of(x)), gate)).cycles();
    for (const ChannelFatigue& settings : {ChannelFatigue{.gate = gate}, ChannelFatigue{.gate = 0.1, .is_gate_relative = true}}) {
      const Computed computed = counted(x, {4}, {.settings = settings});
      CHECK(is_near(computed.member(0), load_of(cycles, 4, static_cast<long double>(x.size() - 1))));
    }
  }
}

TEST_CASE("fatigue: constant is 0, one sample and NaN are null, whatever the options") {
  for (const Residue residue : {Residue::kHalf, Residue::kRepeat, Residue::kDiscard}) {
    FatigueOptions options{.residue = residue, .curves = {kBilinear}};
    options.settings = {.ultimate = 100, .gate = 0.1, .bin_count = 10};
    for (const double value : {0.0, 4.35}) {
      const Computed computed = counted(Series(3000, value), {4}, options);
      CHECK(computed.member(0) == 0.0);
      CHECK(computed.member(1) == 0.0);
    }
    CHECK(std::isnan(counted({1.0}, {4}, options).member(1)));
    CHECK(std::isnan(counted({1.0, std::nan(""), 2.0}, {4}, options).member(1)));
  }
}

TEST_CASE("fatigue: a ramp is the half cycle, the whole one, none") {
  const auto load = [](Residue residue) { return counted(ramp(101), {1}, {.residue = residue}).member(0); };
  CHECK(is_near(load(Residue::kHalf), 0.5L));
  CHECK(is_near(load(Residue::kRepeat), 1.0L));
  CHECK(load(Residue::kDiscard) == 0.0);
}

TEST_CASE("fatigue: an offset changes nothing, a factor scales loads") {
  const Series x = integer_walk(5000, 8, 6);
  Series moved = x, scaled = x;
  for (double& sample : moved) sample += 1e6;
  for (double& sample : scaled) sample *= -4.0;
  for (const Residue residue : {Residue::kHalf, Residue::kRepeat, Residue::kDiscard}) {
    FatigueOptions options{.residue = residue, .curves = {kBilinear}};
    options.settings = {.gate = 0.05, .is_gate_relative = true, .bin_count = 64};
    const Computed plain = counted(x, {4}, options), of_moved = counted(moved, {4}, options),
                   of_scaled = counted(scaled, {4}, options);
    CHECK(of_moved.member(0) == plain.member(0));
    CHECK(of_moved.member(1) == plain.member(1));
    CHECK(of_scaled.member(0) == 4.0 * plain.member(0));
  }
}

TEST_CASE("fatigue: options that are off change no bit") {
  for (const Series& x : several_series()) {
    const Computed plain = counted(x, kExponents, {});
    const Computed with_curves = counted(x, kExponents, {.curves = {kBilinear, kSingle}});
    for (std::size_t i = 0; i < kExponents.size(); ++i) CHECK(has_same_bits(plain.member(i), with_curves.member(i)));
  }
}

TEST_CASE("fatigue: the same bits from every instruction set, with every option") {
  for_each_wide([](const wavemill::kernels::isa::Table& wide) {
    for (const Series& x : several_series()) {
      for (const Residue residue : {Residue::kHalf, Residue::kRepeat, Residue::kDiscard}) {
        for (const double ultimate : {1e4, 1e300}) {
          FatigueOptions options{.residue = residue, .curves = {kBilinear, kSingle}};
          options.settings = {.stress_per_unit = 0.7, .ultimate = ultimate, .gate = 0.5, .bin_width = 0.25};
          if (ultimate > 1e200) options.settings = {.stress_per_unit = 0.7};
          const Computed a = counted(x, {3, 4, 10}, options), b = counted(x, {3, 4, 10}, options, {}, wide);
          for (std::size_t i = 0; i < 5; ++i) CHECK(has_same_bits(a.member(i), b.member(i)));
        }
      }
    }
  });
}
