#include "kernels/reversals.h"

#include <cmath>

namespace wavemill::kernels {

using contract::Column;

namespace {

std::vector<double> exponents_of(const std::vector<FamilyMember>& members) {
  std::vector<double> exponents;
  for (const FamilyMember& member : members) exponents.push_back(member.parameter);
  return exponents;
}

}  // namespace

Reversals::Reversals(const isa::Table& isa, const std::vector<FamilyMember>& damage_equivalent_loads, double equivalent_frequency_hz)
    : loads_(damage_equivalent_loads),
      equivalent_frequency_hz_(equivalent_frequency_hz),
      turning_points_(isa),
      damage_{RangePowers(isa, exponents_of(loads_)), RangePowers(isa, exponents_of(loads_))} {}

bool Reversals::begin(const Facts& facts) {
  crest_count_ = first_crest_ = last_crest_ = 0;
  if (!facts.is_finite() || facts.is_constant()) return false;
  turning_points_.begin();
  stack_.clear();
  scale_ = std::ldexp(1.0, std::ilogb(facts.max - facts.min));
  damage_.full_cycles.begin(1.0 / scale_);
  damage_.half_cycles.begin(1.0 / scale_);
  return true;
}

void Reversals::add(const Block& block) {
  turning_points_.find(block);
  note_crests(block);
  if (!loads_.empty()) {
    if (block.first_index == 0) stack_.push(block.samples, 1, damage_);
    stack_.push(turning_points_.values(), turning_points_.count(), damage_);
  }
  turning_points_.end_block(block);
}

/// Only the first and the last crest of a channel have a part in Tc.
void Reversals::note_crests(const Block& block) {
  const std::size_t count = turning_points_.count();
  if (count == 0) return;
  const std::size_t first = turning_points_.is_peak(0) ? 0 : 1;
  if (first >= count) return;
  const std::size_t last = turning_points_.is_peak(count - 1) ? count - 1 : count - 2;
  if (crest_count_ == 0) first_crest_ = turning_points_.index_of_flat_start(first, block);
  last_crest_ = turning_points_.index_of_flat_start(last, block);
  crest_count_ += (last - first) / 2 + 1;
}

void Reversals::finish_cycles(const Facts& facts, Row& row) {
  if (facts.count < 2) return;
  if (facts.is_constant()) {
    for (const FamilyMember& load : loads_) row.set(load, 0.0);
    return;
  }
  stack_.push(&facts.last, 1, damage_);
  stack_.finish(damage_);
  damage_.full_cycles.flush();
  damage_.half_cycles.flush();
  const double equivalent_cycles = equivalent_frequency_hz_ * facts.duration_s();
  for (std::size_t i = 0; i < loads_.size(); ++i) {
    const double sum = damage_.full_cycles.sum(i) + 0.5 * damage_.half_cycles.sum(i);
    row.set(loads_[i], scale_ * std::pow(sum / equivalent_cycles, 1.0 / loads_[i].parameter));
  }
}

void Reversals::finish(Facts& facts, Row& row) {
  if (!facts.is_finite()) return;
  finish_cycles(facts, row);
  if (crest_count_ < 2) return;
  facts.mean_crest_period_s = (facts.time.at(last_crest_) - facts.time.at(first_crest_)) / static_cast<double>(crest_count_ - 1);
  row.set(Column::kMeanCrestPeriodS, facts.mean_crest_period_s);
}

}  // namespace wavemill::kernels
