#include "kernels/cycle_list.h"

#include <array>
#include <cmath>

namespace wavemill::kernels {

void CycleList::Sink::keep(const Point& from, const Point& to, double count) {
  cycles.push_back({std::fabs(to.value - from.value), 0.5 * (from.value + to.value), count, from.index, to.index});
}

void CycleList::push(const Sink::Point* reversals, std::size_t count) {
  if (residue_ == Residue::kHalf)
    half_stack_.push(reversals, count, sink_);
  else
    full_stack_.push(reversals, count, sink_);
}

void CycleList::begin(const Sink::Point& first) {
  racetrack_.begin(gate_, first);
  push(&first, 1);
}

void CycleList::take(Sink::Point reversal) { push(&reversal, gate_ > 0.0 ? racetrack_.filter(&reversal, 1) : 1); }

void CycleList::add(const Block& block) {
  if (block.first_index == 0) begin({block.samples[0], 0});
  turning_points_.find(block);
  turning_points_.for_each(block, [this](double value, std::uint64_t index) { take({value, index}); });
  turning_points_.end_block(block);
}

void CycleList::finish(double last, std::uint64_t sample_count) {
  if (sample_count > 1) {
    std::array<Sink::Point, 2> end = {Sink::Point{last, sample_count - 1}};
    push(end.data(), gate_ > 0.0 ? racetrack_.finish(end[0], end.data()) : 1);
  }
  if (residue_ == Residue::kHalf) half_stack_.finish(sink_);
  if (residue_ == Residue::kRepeat) full_stack_.close_by_repetition(sink_);
}

}  // namespace wavemill::kernels
