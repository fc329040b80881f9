#include "kernels/peaks.h"

#include <algorithm>
#include <cmath>

namespace wavemill::kernels {

void Peaks::begin(const Facts& facts, double threshold, double decluster_s) {
  time_ = facts.time;
  mean_ = facts.mean;
  threshold_ = threshold;
  decluster_s_ = decluster_s;
  cycles_.begin(sign_);
  over_.begin(sign_);
  pending_ = last_peak_s_ = kNone;
  global_.clear();
  clusters_.clear();
}

void Peaks::add(const Block& block) {
  // The sample that meets the mean belongs to the cycle, one that meets the threshold is not over it.
  const auto short_of = sign_ > 0 ? isa_.below_bits : isa_.above_bits, beyond = sign_ > 0 ? isa_.above_bits : isa_.below_bits;
  short_of(block.samples, block.count, mean_, bits_.data());
  for (std::uint64_t& word : bits_) word = ~word;
  cycles_.add(
      block, bits_,
      [&] {
        if (!std::isnan(pending_)) global_.push_back(pending_);
        pending_ = kNone;
      },
      [&](const Excursion& excursion) { pending_ = excursion.begins_inside ? kNone : excursion.extreme; });
  if (std::isnan(threshold_)) return;
  beyond(block.samples, block.count, threshold_, bits_.data());
  over_.add(
      block, bits_, [] {}, [&](const Excursion& excursion) { take_over(excursion); });
}

void Peaks::end() {
  if (over_.is_inside()) take_over(over_.current());
}

void Peaks::take_over(const Excursion& excursion) {
  const double time_s = time_.at(excursion.extreme_index);
  const bool is_same_cluster = time_s - last_peak_s_ < decluster_s_;  // never for the first: NaN
  last_peak_s_ = time_s;
  if (!is_same_cluster)
    clusters_.push_back(excursion.extreme);
  else if (sign_ * excursion.extreme > sign_ * clusters_.back())
    clusters_.back() = excursion.extreme;
}

}  // namespace wavemill::kernels
