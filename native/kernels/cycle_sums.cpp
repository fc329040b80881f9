#include "kernels/cycle_sums.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace wavemill::kernels {

namespace {

std::vector<PowerTerm> terms_of(const CycleColumns& columns, const FatigueOptions& options) {
  std::vector<PowerTerm> terms;
  terms.reserve(columns.loads.size() + columns.damages.size());
  for (const FamilyMember& load : columns.loads) terms.push_back({load.parameter});
  for (const FamilyMember& damage : columns.damages) {
    const SnCurve& curve = options.curves[static_cast<std::size_t>(damage.parameter)];
    terms.push_back({curve.m1, curve.is_bilinear() ? curve.m2 : kNone});
  }
  return terms;
}

BinRule bins_of(const ChannelFatigue& settings, double range, bool is_upper) {
  if (settings.bin_count > 0) return {range / settings.bin_count, settings.bin_count - 1.0, is_upper};
  return {settings.bin_width, std::numeric_limits<double>::infinity(), is_upper};
}

}  // namespace

CycleSums::CycleSums(const isa::Table& isa, const CycleColumns& columns, double equivalent_frequency_hz,
                     const FatigueOptions& options)
    : full_cycles(isa, terms_of(columns, options)),
      half_cycles(isa, terms_of(columns, options)),
      columns_(columns),
      equivalent_frequency_hz_(equivalent_frequency_hz),
      options_(options) {
  for (const SnCurve& curve : options.curves) references_.push_back(reference_of(curve));
}

CycleSums::Reference CycleSums::reference_of(const SnCurve& curve) {
  const double log10_stress =
      curve.is_bilinear() ? (curve.log10_a2 - curve.log10_a1) / (curve.m2 - curve.m1) : (curve.log10_a1 - 7.0) / curve.m1;
  return {std::pow(10.0, log10_stress), std::pow(10.0, curve.log10_a1 - curve.m1 * log10_stress)};
}

/// Stress at the curve for one unit of the channel.
double CycleSums::stress_factor(const SnCurve& curve, const ChannelFatigue& settings) const {
  if (settings.thickness_mm <= curve.reference_thickness_mm) return settings.stress_per_unit;
  const double exponent = settings.thickness_exponent >= 0.0 ? settings.thickness_exponent : curve.thickness_exponent;
  return settings.stress_per_unit * std::pow(settings.thickness_mm / curve.reference_thickness_mm, exponent);
}

void CycleSums::begin(const Facts& facts) {
  const double range = facts.max - facts.min;
  scale_ = std::ldexp(1.0, std::max(std::ilogb(range), -1022));  // below, its inverse is infinite
  for (RangePowers* sums : {&full_cycles, &half_cycles}) {
    sums->begin(1.0 / scale_);
    sums->set_bins(bins_of(*facts.fatigue, range, options_.are_bins_upper));
    for (std::size_t i = 0; i < columns_.damages.size(); ++i) {
      const auto curve = static_cast<std::size_t>(columns_.damages[i].parameter);
      const double factor = stress_factor(options_.curves[curve], *facts.fatigue) / references_[curve].stress;
      sums->set_factor(columns_.loads.size() + i, factor);
    }
  }
}

double CycleSums::equivalent_cycles(const Facts& facts) const {
  const double duration_s = facts.duration_s();
  switch (options_.equivalent) {
    case EquivalentCycles::kDuration: return equivalent_frequency_hz_ * duration_s;
    case EquivalentCycles::kDurationAndStep:
      return equivalent_frequency_hz_ * (duration_s + duration_s / static_cast<double>(facts.count - 1));
    case EquivalentCycles::kGiven: break;
  }
  return options_.equivalent_cycles;
}

void CycleSums::write(const Facts& facts, Row& row) {
  full_cycles.flush();
  half_cycles.flush();
  const double cycles = equivalent_cycles(facts);
  const std::size_t load_count = columns_.loads.size();
  for (std::size_t i = 0; i < load_count; ++i)
    row.set(columns_.loads[i], scale_ * std::pow(sum(i) / cycles, 1.0 / columns_.loads[i].parameter));
  for (std::size_t i = 0; i < columns_.damages.size(); ++i) {
    const auto curve = static_cast<std::size_t>(columns_.damages[i].parameter);
    row.set(columns_.damages[i], sum(load_count + i) / references_[curve].cycles);
  }
}

}  // namespace wavemill::kernels
