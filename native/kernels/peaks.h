#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "kernels/excursions.h"
#include "kernels/facts.h"
#include "kernels/isa/table.h"

namespace wavemill::kernels {

/// A channel's peaks in one direction: its global extremes, and its peaks over a threshold. It keeps its memory from channel to channel.
/// @nan           not allowed: callers ask only for finite channels
/// @cost          O(n), one pass: a comparison a sample and level, and a look at those beyond
class Peaks {
 public:
  /// @param sign    1: maxima, between up-crossings of the mean, x[i] < mean <= x[i + 1]; -1: minima, all of it mirrored
  Peaks(const isa::Table& isa, int sign) : isa_(isa), sign_(sign) {}

  /// @param threshold     NaN: no peaks over one
  /// @param decluster_s   peaks closer to the one before than this belong to its cluster, whose most extreme counts
  void begin(const Facts& facts, double threshold, double decluster_s);
  void add(const Block& block);
  void end();

  /// The most extreme value of each whole cycle between crossings.
  [[nodiscard]] std::span<const double> global() const { return global_; }

  /// The most extreme value of each cluster; an excursion that the period's ends cut off is one.
  [[nodiscard]] std::span<const double> over_threshold() const { return clusters_; }

 private:
  void take_over(const Excursion& excursion);

  const isa::Table& isa_;
  int sign_;
  TimeView time_;
  double mean_ = 0.0, threshold_ = 0.0, decluster_s_ = 0.0;
  Excursions cycles_, over_;
  double pending_ = kNone;  // extreme of a cycle whose end is not seen yet
  double last_peak_s_ = kNone;
  std::vector<double> global_, clusters_;
  BlockBits bits_;
};

}  // namespace wavemill::kernels
