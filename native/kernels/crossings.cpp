#include "kernels/crossings.h"

#include <cmath>

namespace wavemill::kernels {

using contract::Column;

bool Crossings::begin(const Facts& facts) {
  time_ = facts.time;
  level_ = facts.mean;
  count_ = 0;
  first_time_s_ = last_time_s_ = kNone;
  return facts.is_finite() && !facts.is_constant();
}

/// When the level was met between samples `index` and `index` + 1.
double Crossings::time_between_s(std::uint64_t index, double before, double after) const {
  const double from_s = time_.at(index), to_s = time_.at(index + 1);
  return from_s + (level_ - before) / (after - before) * (to_s - from_s);
}

void Crossings::note(double time_s) {
  if (std::isnan(first_time_s_)) first_time_s_ = time_s;
  last_time_s_ = time_s;
}

void Crossings::add(const Block& block) {
  const double* x = block.samples;
  if (block.first_index > 0 && last_sample_ < level_ && level_ <= x[0]) {
    note(time_between_s(block.first_index - 1, last_sample_, x[0]));
    ++count_;
  }
  const std::size_t inside = isa_.count_upcrossings(x, block.count, level_);
  if (inside > 0) note_ends(block);
  count_ += inside;
  last_sample_ = x[block.count - 1];
}

/// Only the first and the last crossing of a channel have a part in Tz: the block's others are counted, not looked at. That there is one is not relied
/// upon: a block may lie in a mapped file, to which somebody writes.
void Crossings::note_ends(const Block& block) {
  const double* x = block.samples;
  const auto is_crossing = [&](std::size_t i) { return x[i] < level_ && level_ <= x[i + 1]; };
  std::size_t first = 0, last = block.count - 2;
  while (first < last && !is_crossing(first)) ++first;
  while (last > first && !is_crossing(last)) --last;
  note(time_between_s(block.first_index + first, x[first], x[first + 1]));
  note(time_between_s(block.first_index + last, x[last], x[last + 1]));
}

void Crossings::finish(Facts& facts, Row& row) {
  if (!facts.is_finite()) return;
  row.set(Column::kUpcrossingCount, static_cast<double>(count_));
  if (count_ < 2) return;
  facts.mean_upcrossing_period_s = (last_time_s_ - first_time_s_) / static_cast<double>(count_ - 1);
  row.set(Column::kMeanUpcrossingPeriodS, facts.mean_upcrossing_period_s);
}

}  // namespace wavemill::kernels
