#include "kernels/reversals.h"

#include <algorithm>
#include <cmath>

namespace wavemill::kernels {

using contract::Column;

namespace {

constexpr std::size_t kWorthClosing = 32;  // reversals in a block: with fewer the stack is as quick

std::vector<double> exponents_of(const std::vector<FamilyMember>& members) {
  std::vector<double> exponents;
  exponents.reserve(members.size());
  for (const FamilyMember& member : members) exponents.push_back(member.parameter);
  return exponents;
}

}  // namespace

Reversals::Reversals(const isa::Table& isa, const std::vector<FamilyMember>& damage_equivalent_loads,
                     double equivalent_frequency_hz)
    : isa_(isa),
      loads_(damage_equivalent_loads),
      equivalent_frequency_hz_(equivalent_frequency_hz),
      turning_points_(isa),
      damage_{RangePowers(isa, exponents_of(loads_)), RangePowers(isa, exponents_of(loads_))} {}

bool Reversals::begin(const Facts& facts) {
  crest_count_ = first_crest_ = last_crest_ = 0;
  if (!facts.is_finite() || facts.is_constant()) return false;
  turning_points_.begin();
  stack_.clear();
  scale_ = std::ldexp(1.0, std::max(std::ilogb(facts.max - facts.min), -1022));  // below, its inverse is infinite
  damage_.full_cycles.begin(1.0 / scale_);
  damage_.half_cycles.begin(1.0 / scale_);
  return true;
}

void Reversals::add(const Block& block) {
  turning_points_.find(block);
  note_crests(block);
  if (!loads_.empty()) {
    if (block.first_index == 0) stack_.push(block.samples, 1, damage_);
    count_cycles(turning_points_.values(block), turning_points_.count());
  }
  turning_points_.end_block(block);
}

/// A range that is smaller than both of its neighbours closes whatever came before and whatever follows: with a reversal a before it, the range that the
/// stack holds under b is never smaller than b − a, so 5.4.4 counts b − c as a full cycle as soon as it sees d, and goes on as if neither had been. Taking
/// these out of the whole block at once, a few times over, leaves the stack, whose every step is a coin toss for the CPU, a tenth of the work on noise.
/// What is counted is the same; only the order in which it is added up differs, and that depends on the block alone.
void Reversals::count_cycles(double* reversals, std::size_t count) {
  for (std::size_t closed = count; count >= kWorthClosing && 8 * closed >= count;) {
    closed = isa_.close_cycles(reversals, count, closed_.data());
    damage_.full_cycles.add(closed_.data(), closed);
    count -= 2 * closed;
  }
  stack_.push(reversals, count, damage_);
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
