#include "kernels/reversals.h"

namespace wavemill::kernels {

using contract::Column;

Reversals::Reversals(const isa::Table& isa, const CycleColumns& columns, double equivalent_frequency_hz,
                     const FatigueOptions& options)
    : columns_(columns),
      turning_points_(isa),
      counting_(columns.is_empty() ? nullptr : make_cycle_counting(isa, columns, equivalent_frequency_hz, options)) {}

bool Reversals::begin(const Facts& facts) {
  crest_count_ = first_crest_ = last_crest_ = 0;
  if (!facts.is_finite() || facts.is_constant()) return false;
  turning_points_.begin();
  if (counting_) counting_->begin(facts);
  return true;
}

void Reversals::add(const Block& block) {
  turning_points_.find(block);
  note_crests(block);
  if (counting_) {
    if (block.first_index == 0) counting_->add_first(block.samples[0]);
    counting_->add(turning_points_.values(block), turning_points_.count());
  }
  turning_points_.end_block(block);
}

/// Only the first and the last crest of a channel have a part in Tc.
void Reversals::note_crests(const Block& block) {
  const TurningPoints::Crests crests = turning_points_.crests(block);
  if (crests.count == 0) return;
  if (crest_count_ == 0) first_crest_ = crests.first_index;
  last_crest_ = crests.last_index;
  crest_count_ += crests.count;
}

void Reversals::finish_cycles(const Facts& facts, Row& row) {
  if (facts.count < 2) return;
  if (!facts.is_constant()) return counting_->finish(facts, row);
  for (const FamilyMember& load : columns_.loads) row.set(load, 0.0);
  for (const FamilyMember& damage : columns_.damages) row.set(damage, 0.0);
}

void Reversals::finish(Facts& facts, Row& row) {
  if (!facts.is_finite()) return;
  if (counting_) finish_cycles(facts, row);
  if (crest_count_ < 2) return;
  facts.mean_crest_period_s = (facts.time.at(last_crest_) - facts.time.at(first_crest_)) / static_cast<double>(crest_count_ - 1);
  row.set(Column::kMeanCrestPeriodS, facts.mean_crest_period_s);
}

}  // namespace wavemill::kernels
