#include "kernels/cycle_matrices.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace wavemill::kernels {

CycleMatrices::CycleMatrices(const isa::Table& isa, const FatigueOptions& options)
    : matrices_(options.matrices), residue_(options.residue), turning_points_(isa) {
  sink_.bins = matrices_.bins;
  const std::size_t cells = sink_.bins * sink_.bins;
  if (matrices_.has_range_mean) sink_.range_mean.resize(cells);
  if (matrices_.has_from_to) sink_.from_to.resize(cells);
}

/// A file may be written to between two sweeps: whatever comes is in some bin.
std::size_t CycleMatrices::Sink::bin_of(double distance) const {
  const double place = distance / width;
  if (!(place >= 1.0)) return 0;
  return place < static_cast<double>(bins) ? static_cast<std::size_t>(place) : bins - 1;
}

void CycleMatrices::Sink::count(double from, double to, double count) {
  const double mean = from + 0.5 * (to - from);
  if (!range_mean.empty()) range_mean[bin_of(std::fabs(to - from)) * bins + bin_of(mean - min)] += count;
  if (!from_to.empty()) from_to[bin_of(from - min) * bins + bin_of(to - min)] += count;
}

bool CycleMatrices::begin(const Facts& facts) {
  is_counting_ = facts.is_finite() && !facts.is_constant();
  std::fill(sink_.range_mean.begin(), sink_.range_mean.end(), 0.0);
  std::fill(sink_.from_to.begin(), sink_.from_to.end(), 0.0);
  if (!is_counting_) return false;
  const double range = facts.max - facts.min;
  sink_.min = facts.min;
  sink_.width = range / static_cast<double>(sink_.bins);
  gate_ = facts.fatigue->is_gate_relative ? facts.fatigue->gate * range : facts.fatigue->gate;
  turning_points_.begin();
  half_stack_.clear();
  full_stack_.clear();
  return true;
}

void CycleMatrices::push(const double* reversals, std::size_t count) {
  if (residue_ == Residue::kHalf)
    half_stack_.push(reversals, count, sink_);
  else
    full_stack_.push(reversals, count, sink_);
}

void CycleMatrices::add(const Block& block) {
  turning_points_.find(block);
  if (block.first_index == 0) {
    racetrack_.begin(gate_, block.samples[0]);
    push(block.samples, 1);
  }
  double* const reversals = turning_points_.values(block);
  const std::size_t count = turning_points_.count();
  push(reversals, gate_ > 0.0 ? racetrack_.filter(reversals, count) : count);
  turning_points_.end_block(block);
}

void CycleMatrices::finish(Facts& facts, Row& /*row*/) {
  if (!is_counting_) return;
  std::array<double, 2> last = {facts.last};
  push(last.data(), gate_ > 0.0 ? racetrack_.finish(facts.last, last.data()) : 1);
  if (residue_ == Residue::kHalf) half_stack_.finish(sink_);
  if (residue_ == Residue::kRepeat) full_stack_.close_by_repetition(sink_);
}

std::vector<double> CycleMatrices::cells_of(const std::vector<double>& counts, double first_low) const {
  std::vector<double> cells;
  const auto low = [this](double begin, std::size_t bin) { return begin + static_cast<double>(bin) * sink_.width; };
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] == 0.0) continue;
    const std::size_t first = i / sink_.bins, second = i % sink_.bins;
    cells.insert(cells.end(), {low(first_low, first), low(first_low, first + 1), low(sink_.min, second),
                               low(sink_.min, second + 1), counts[i]});
  }
  return cells;
}

std::vector<double> CycleMatrices::range_mean_cells() const { return cells_of(sink_.range_mean, 0.0); }

std::vector<double> CycleMatrices::from_to_cells() const { return cells_of(sink_.from_to, sink_.min); }

}  // namespace wavemill::kernels
