#include "kernels/quantiles.h"

#include <algorithm>
#include <cmath>

#include "kernels/finite.h"

namespace wavemill::kernels {

namespace {

/// Where a percentile lies among `count` ordered samples: between `below` and the one after it.
struct Place {
  std::uint64_t below;
  double fraction;
};

Place place_of(double percent, std::uint64_t count) {
  const double position = static_cast<double>(count - 1) * (percent / 100.0);
  const double below = std::floor(position);
  return {static_cast<std::uint64_t>(below), position - below};
}

double interpolate(double a, double b, double fraction) {
  const double difference = b - a;
  if (!std::isfinite(difference))
    return a * (1.0 - fraction) + b * fraction;  // only it overflows: what lies between a and b does not
  return fraction < 0.5 ? a + difference * fraction : b - difference * (1.0 - fraction);
}

}  // namespace

bool Quantiles::begin(const Facts& facts) {
  ranks_.clear();
  has_gaps_ = !facts.is_finite();
  if (facts.finite_count() == 0 || facts.is_constant()) return false;
  const std::uint64_t last = facts.finite_count() - 1;
  for (const FamilyMember& percentile : percentiles_) {
    const std::uint64_t below = place_of(percentile.parameter, facts.finite_count()).below;
    ranks_.push_back(below);
    ranks_.push_back(std::min(below + 1, last));
  }
  std::sort(ranks_.begin(), ranks_.end());
  ranks_.erase(std::unique(ranks_.begin(), ranks_.end()), ranks_.end());
  order_.begin(ranks_, facts.finite_count(), facts.min, facts.max);
  return true;
}

void Quantiles::add(const Block& block) {
  if (!has_gaps_) return order_.add(block.samples, block.count);
  order_.add(finite_samples_.data(), copy_finite(block, finite_samples_.data()));
}

double Quantiles::sample_of_rank(std::uint64_t rank) const {
  return order_.value(static_cast<std::size_t>(std::lower_bound(ranks_.begin(), ranks_.end(), rank) - ranks_.begin()));
}

void Quantiles::finish(Facts& facts, Row& row) {
  if (facts.finite_count() == 0) return;
  const std::uint64_t last = facts.finite_count() - 1;
  for (const FamilyMember& percentile : percentiles_) {
    const Place place = place_of(percentile.parameter, facts.finite_count());
    const double value = facts.is_constant() ? facts.min
                                             : interpolate(sample_of_rank(place.below),
                                                           sample_of_rank(std::min(place.below + 1, last)), place.fraction);
    row.set(percentile, value);
  }
}

}  // namespace wavemill::kernels
