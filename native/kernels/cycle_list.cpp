#include "kernels/cycle_list.h"

#include <cmath>

namespace wavemill::kernels {

void CycleList::Sink::keep(const Point& from, const Point& to, double count) {
  cycles.push_back({std::fabs(to.value - from.value), 0.5 * (from.value + to.value), count, from.index, to.index});
}

void CycleList::push(double value, std::uint64_t index) {
  const Sink::Point point{value, index};
  stack_.push(&point, 1, sink_);
}

void CycleList::add(const Block& block) {
  if (block.first_index == 0) push(block.samples[0], 0);
  turning_points_.find(block);
  turning_points_.for_each(block, [this](double value, std::uint64_t index) { push(value, index); });
  turning_points_.end_block(block);
}

void CycleList::finish(double last, std::uint64_t sample_count) {
  if (sample_count > 1) push(last, sample_count - 1);
  stack_.finish(sink_);
}

}  // namespace wavemill::kernels
