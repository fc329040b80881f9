#include "kernels/spectrum/spectrum.h"

#include <algorithm>
#include <cmath>

namespace wavemill::kernels {

using contract::Column;

bool Spectrum::begin(const Facts& facts) {
  welch_.reset();
  density_.clear();
  if (!facts.is_finite() || !facts.has_uniform_step()) return false;
  step_s_ = facts.uniform_step_s;
  const WelchShape shape = WelchShape::of(options_, facts.count, step_s_);
  if (shape.segment == 0) return false;
  welch_ = shapes_->of(shape);
  samples_.resize(std::max(samples_.size(), welch_->samples_at_once()));
  sums_.assign(welch_->sum_count(), 0.0);
  sample_count_ = 0;
  segment_count_ = 0;
  return true;
}

void Spectrum::add(const Block& block) {
  const std::size_t room = welch_->samples_at_once();
  for (std::size_t i = 0; i < block.count;) {
    const std::size_t count = std::min(block.count - i, room - sample_count_);
    std::copy_n(block.samples + i, count, samples_.begin() + static_cast<std::ptrdiff_t>(sample_count_));
    i += count;
    sample_count_ += count;
    if (sample_count_ == room) take(welch_->lanes());
  }
}

/// Transforms the first segments of what is there; the samples that the next one shares with them stay.
void Spectrum::take(std::size_t segments) {
  welch_->add(samples_.data(), segments, segment_count_, sums_.data());
  segment_count_ += segments;
  const auto first = samples_.begin();
  const auto taken = static_cast<std::ptrdiff_t>(segments * welch_->shape().step);
  const auto end = static_cast<std::ptrdiff_t>(sample_count_);
  if (taken < end) std::copy(first + taken, first + end, first);
  sample_count_ -= static_cast<std::size_t>(std::min(taken, end));
}

Spectrum::Moments Spectrum::moments() const {
  Moments m;
  double highest = 0.0;
  for (std::size_t k = 0; k < density_.size(); ++k) {
    const double f = static_cast<double>(k) * frequency_step_hz_;
    if (f < options_.from_hz || f > options_.to_hz) continue;
    const double power = density_[k] * frequency_step_hz_, slope = power * (f * f);
    m.m0 += power;
    if (k == 0) continue;  // no period
    m.m_minus1 += power / f;
    m.m1 += power * f;
    m.m2 += slope;
    m.m4 += slope * (f * f);
    if (!(density_[k] > highest)) continue;
    highest = density_[k];
    m.peak_hz = f;
  }
  return m;
}

namespace {

/// What rounding makes a little less than 0 is 0; NaN stays.
double root(double square) { return std::sqrt(square < 0.0 ? 0.0 : square); }

}  // namespace

/// A quotient of 0 by 0 is NaN, which is null: a constant channel has moments, all 0, and no period.
void Spectrum::finish(Facts& facts, Row& row) {
  facts.lacks_uniform_step = !facts.has_uniform_step();
  if (welch_ == nullptr) {
    facts.is_too_short = facts.is_finite() && facts.has_uniform_step();
    return;
  }
  const WelchShape& shape = welch_->shape();
  if (sample_count_ >= shape.segment) take((sample_count_ - shape.segment) / shape.step + 1);
  frequency_step_hz_ = 1.0 / (step_s_ * static_cast<double>(shape.transform));
  density_.resize(welch_->frequency_count());
  welch_->density(sums_.data(), segment_count_, step_s_, density_.data());

  const Moments m = moments();
  row.set(Column::kSpectralMMinus1, m.m_minus1);
  row.set(Column::kSpectralM0, m.m0);
  row.set(Column::kSpectralM1, m.m1);
  row.set(Column::kSpectralM2, m.m2);
  row.set(Column::kSpectralM4, m.m4);
  row.set(Column::kSpectralPeakFrequencyHz, m.peak_hz);
  row.set(Column::kSpectralPeakPeriodS, 1.0 / m.peak_hz);
  row.set(Column::kSpectralEnergyPeriodS, m.m_minus1 / m.m0);
  row.set(Column::kSpectralMeanPeriodS, m.m0 / m.m1);
  row.set(Column::kSpectralZeroCrossingPeriodS, std::sqrt(m.m0 / m.m2));
  row.set(Column::kSpectralCrestPeriodS, std::sqrt(m.m2 / m.m4));
  row.set(Column::kSpectralBandwidth, root(1.0 - (m.m2 / m.m0) * (m.m2 / m.m4)));
  row.set(Column::kSpectralNarrowness, root((m.m0 / m.m1) * (m.m2 / m.m1) - 1.0));
  row.set(Column::kSignificantHeight, 4.0 * std::sqrt(m.m0));
}

}  // namespace wavemill::kernels
