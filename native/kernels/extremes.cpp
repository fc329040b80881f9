#include "kernels/extremes.h"

#include <algorithm>
#include <cmath>

#include "fits/rayleigh.h"

namespace wavemill::kernels {

using contract::ChannelStatus;
using contract::Column;
using contract::Distribution;

namespace {

std::vector<FamilyMember> percentiles_of(const ExtremeOptions& options) {
  std::vector<FamilyMember> members;
  if (options.upper.kind == Threshold::Kind::kPercentile) members.push_back({options.upper.value, 0});
  if (options.lower.kind == Threshold::Kind::kPercentile) members.push_back({options.lower.value, 1});
  return members;
}

}  // namespace

Extremes::Extremes(const isa::Table& isa, const ColumnPositions& positions, const ExtremeOptions& options)
    : options_(options),
      tails_{{{&kMaximaColumns, 1.0, options.upper, Peaks(isa, 1)}, {&kMinimaColumns, -1.0, options.lower, Peaks(isa, -1)}}},
      percentiles_(isa, percentiles_of(options)),
      finds_percentiles_(!percentiles_of(options).empty()) {
  for (Tail& tail : tails_) note_wanted(tail, positions);
}

void Extremes::note_wanted(Tail& tail, const ColumnPositions& positions) const {
  const auto is_asked = [&](Column column) {
    return positions.position[static_cast<std::size_t>(column)] != ColumnPositions::kAbsent;
  };
  const TailColumns& all = *tail.columns;
  tail.is_rayleigh_wanted = is_asked(all.rayleigh_mpm) || is_asked(all.rayleigh_risk) || is_asked(all.rayleigh_verdict);
  tail.is_wanted = is_asked(all.global_count) || is_asked(all.threshold) || is_asked(all.threshold_count);
  for (std::size_t i = 0; i < all.fits.size(); ++i) {
    const FitColumns& fit = all.fits[i];
    tail.is_interval_wanted[i] = is_asked(fit.lower) || is_asked(fit.upper) || is_asked(fit.interval);
    tail.is_fit_wanted[i] = tail.is_interval_wanted[i] || (fit.location && is_asked(*fit.location)) || is_asked(fit.scale) ||
                            (fit.shape && is_asked(*fit.shape)) || is_asked(fit.level) || is_asked(fit.verdict);
    tail.is_wanted = tail.is_wanted || tail.is_fit_wanted[i];
  }
}

bool Extremes::begin(const Facts& facts) {
  facts_ = facts;
  is_finding_percentiles_ = false;
  for (Tail& tail : tails_) tail.threshold = kNone;
  if (!facts.is_finite() || facts.is_constant()) return false;
  if (std::none_of(tails_.begin(), tails_.end(), [](const Tail& tail) { return tail.is_wanted; })) return false;
  is_finding_percentiles_ = finds_percentiles_ && percentiles_.begin(facts);
  if (!is_finding_percentiles_) begin_peaks();
  return true;
}

void Extremes::add(const Block& block) {
  if (is_finding_percentiles_) return percentiles_.add(block);
  for (Tail& tail : tails_)
    if (tail.is_wanted) tail.peaks.add(block);
}

bool Extremes::end_sweep() {
  if (!is_finding_percentiles_) {
    for (Tail& tail : tails_) tail.peaks.end();
    return false;
  }
  is_finding_percentiles_ = percentiles_.end_sweep();
  if (!is_finding_percentiles_) {
    const ColumnPositions nowhere;
    Row row(nowhere, percentile_.data());
    percentiles_.finish(facts_, row);
    begin_peaks();
  }
  return true;
}

void Extremes::begin_peaks() {
  for (std::size_t i = 0; i < tails_.size(); ++i) {
    tails_[i].threshold = threshold_of(tails_[i], percentile_[i]);
    tails_[i].peaks.begin(facts_, tails_[i].threshold, options_.decluster_s);
  }
}

double Extremes::threshold_of(const Tail& tail, double percentile) const {
  switch (tail.asked.kind) {
    case Threshold::Kind::kValue: return tail.asked.value;
    case Threshold::Kind::kPercentile: return percentile;
    case Threshold::Kind::kDeviations: return facts_.mean + tail.asked.value * std::sqrt(facts_.variance);
    case Threshold::Kind::kAbsent: break;
  }
  return kNone;
}

void Extremes::finish(Facts& facts, Row& row) {
  for (Tail& tail : tails_) {
    if (!facts.is_finite())
      tell_absence(tail, ChannelStatus::kNonfinite, row);
    else if (facts.count < 2 || facts.is_constant())
      tell_absence(tail, facts.count < 2 ? ChannelStatus::kTooShort : ChannelStatus::kConstant, row);
    else
      finish_tail(tail, facts, row);
  }
}

void Extremes::tell_absence(const Tail& tail, ChannelStatus why, Row& row) const {
  const double verdict = static_cast<double>(why);
  row.set(tail.columns->rayleigh_verdict, verdict);
  for (const FitColumns& fit : tail.columns->fits) row.set(fit.verdict, verdict);
  if (why == ChannelStatus::kNonfinite) return;
  row.set(tail.columns->global_count, 0.0);
  row.set(tail.columns->threshold_count, 0.0);
}

void Extremes::finish_tail(Tail& tail, Facts& facts, Row& row) {
  row.set(tail.columns->global_count, static_cast<double>(tail.peaks.global().size()));
  if (!std::isnan(tail.threshold)) {
    row.set(tail.columns->threshold, tail.threshold);
    row.set(tail.columns->threshold_count, static_cast<double>(tail.peaks.over_threshold().size()));
  }
  if (tail.is_rayleigh_wanted) tell_rayleigh(tail, facts, row);
  for (std::size_t i = 0; i < tail.is_fit_wanted.size(); ++i)
    if (tail.is_fit_wanted[i]) tell_fit(tail, i, facts, row);
}

void Extremes::tell_rayleigh(const Tail& tail, Facts& facts, Row& row) const {
  const double cycles = options_.storm_duration_s / facts.mean_upcrossing_period_s;
  const double deviation = tail.sign * std::sqrt(facts.variance);
  const double level = fits::rayleigh_level(facts.mean, deviation, cycles, options_.risk);
  const double observed = tail.sign > 0 ? facts.max : facts.min;
  row.set(tail.columns->rayleigh_mpm, fits::rayleigh_most_probable(facts.mean, deviation, cycles));
  ChannelStatus verdict = ChannelStatus::kOk;
  if (std::isnan(facts.mean_upcrossing_period_s))
    verdict = ChannelStatus::kFitFailedTooFewPeaks;
  else if (std::isnan(level))
    verdict = ChannelStatus::kFitFailedStormTooShort;
  else if (options_.storm_duration_s >= facts.duration_s() && tail.sign * level < tail.sign * observed)
    verdict = ChannelStatus::kFitFailedLevelBelowMaximum;
  if (verdict == ChannelStatus::kOk) row.set(tail.columns->rayleigh_risk, level);
  tell_verdict(tail.columns->rayleigh_verdict, verdict, facts, row);
}

void Extremes::tell_fit(const Tail& tail, std::size_t number, Facts& facts, Row& row) {
  const FitColumns& columns = tail.columns->fits[number];
  const bool is_over = columns.distribution == Distribution::kGpd || options_.takes_peaks_over_threshold;
  if (is_over && std::isnan(tail.threshold)) return;  // none was given for this tail
  const std::span<const double> peaks = is_over ? tail.peaks.over_threshold() : tail.peaks.global();
  fits::FitOptions asked{.distribution = columns.distribution, .method = options_.method};
  asked.is_of_smallest = tail.sign < 0;
  asked.location = is_over ? tail.threshold : facts.mean;
  asked.is_location_free = columns.distribution == Distribution::kWeibull && options_.is_weibull_location_free;
  asked.values_in_storm = static_cast<double>(peaks.size()) * options_.storm_duration_s / facts.duration_s();
  asked.risk = options_.risk;
  asked.confidence = options_.confidence;
  asked.wants_interval = tail.is_interval_wanted[number];
  asked.fewest = static_cast<std::size_t>(options_.fewest_peaks);
  asked.observed = tail.sign > 0 ? facts.max : facts.min;
  const fits::Fit& fit = fitter_.fit(peaks, asked);
  if (columns.location) row.set(*columns.location, fit.parameters.location);
  row.set(columns.scale, fit.parameters.scale);
  if (columns.shape) row.set(*columns.shape, fit.parameters.shape);
  row.set(columns.level, fit.level);
  row.set(columns.lower, fit.level_lower);
  row.set(columns.upper, fit.level_upper);
  row.set(columns.interval, static_cast<double>(fit.interval));
  tell_verdict(columns.verdict, fit.verdict, facts, row);
}

void Extremes::tell_verdict(Column column, ChannelStatus verdict, Facts& facts, Row& row) {
  row.set(column, static_cast<double>(verdict));
  if (facts.fit_status == ChannelStatus::kOk) facts.fit_status = verdict;
}

}  // namespace wavemill::kernels
