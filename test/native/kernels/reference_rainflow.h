#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "kernels/cycle_list.h"
#include "kernels/series.h"

namespace wavemill::test {

/// A maximal run of equal samples.
struct Run {
  double value;
  std::uint64_t first, last;
};

inline std::vector<Run> runs_of(const Series& x) {
  std::vector<Run> runs;
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (runs.empty() || runs.back().value != x[i]) runs.push_back({x[i], i, i});
    runs.back().last = i;
  }
  return runs;
}

inline bool is_crest(const std::vector<Run>& runs, std::size_t i) {
  return i > 0 && i + 1 < runs.size() && runs[i - 1].value < runs[i].value && runs[i].value > runs[i + 1].value;
}
inline bool is_trough(const std::vector<Run>& runs, std::size_t i) {
  return i > 0 && i + 1 < runs.size() && runs[i - 1].value > runs[i].value && runs[i].value < runs[i + 1].value;
}

struct Reversal {
  double value;
  std::uint64_t index;
};

/// Turning points, each at its run's last sample, between the first sample and the last.
inline std::vector<Reversal> reversals_of(const Series& x) {
  std::vector<Reversal> reversals;
  if (x.empty()) return reversals;
  reversals.push_back({x.front(), 0});
  const std::vector<Run> runs = runs_of(x);
  for (std::size_t i = 0; i < runs.size(); ++i)
    if (is_crest(runs, i) || is_trough(runs, i)) reversals.push_back({runs[i].value, runs[i].last});
  if (x.size() > 1) reversals.push_back({x.back(), x.size() - 1});
  return reversals;
}

/// ASTM E1049-85 5.4.4 as it is written: all reversals stay where they are and are marked when they are discarded. Slow, and owes nothing to the core's.
class ReferenceRainflow {
 public:
  explicit ReferenceRainflow(const Series& x) : points_(reversals_of(x)), is_discarded_(points_.size(), false) {
    for (std::size_t read = 1; read <= points_.size(); ++read) {  // step 1
      while (compare(read)) {}
    }
    const std::vector<std::size_t> left = kept(points_.size());  // step 6
    for (std::size_t i = 1; i < left.size(); ++i) count(left[i - 1], left[i], 0.5);
  }

  [[nodiscard]] const std::vector<kernels::Cycle>& cycles() const { return cycles_; }

 private:
  /// The last three of the first `read` points at most, unless all are wanted.
  [[nodiscard]] std::vector<std::size_t> kept(std::size_t read, std::size_t most = SIZE_MAX) const {
    std::vector<std::size_t> indices;
    for (std::size_t i = read; i-- > start_ && indices.size() < most;)
      if (!is_discarded_[i]) indices.insert(indices.begin(), i);
    return indices;
  }

  /// Steps 2 to 5. False: the next point has to be read.
  bool compare(std::size_t read) {
    const std::vector<std::size_t> last = kept(read, 3);
    if (last.size() < 3) return false;
    const double x = std::fabs(points_[last[2]].value - points_[last[1]].value),
                 y = std::fabs(points_[last[1]].value - points_[last[0]].value);
    if (x < y) return false;
    if (last[0] == start_) {
      count(last[0], last[1], 0.5);
      is_discarded_[last[0]] = true;
      start_ = last[1];
    } else {
      count(last[0], last[1], 1.0);
      is_discarded_[last[0]] = is_discarded_[last[1]] = true;
    }
    return true;
  }

  void count(std::size_t from, std::size_t to, double count) {
    const Reversal &a = points_[from], &b = points_[to];
    cycles_.push_back({std::fabs(b.value - a.value), 0.5 * (a.value + b.value), count, a.index, b.index});
  }

  std::vector<Reversal> points_;
  std::vector<bool> is_discarded_;
  std::size_t start_ = 0;
  std::vector<kernels::Cycle> cycles_;
};

}  // namespace wavemill::test
