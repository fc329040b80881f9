#include "kernels/summary.h"

#include <algorithm>
#include <cmath>

#include "kernels/finite.h"

namespace wavemill::kernels {

using contract::Column;

bool Summary::begin(const Facts& /*facts*/) {
  moments_ = Moments{};
  nonfinite_count_ = 0;
  first_ = last_ = min_ = max_ = kNone;
  min_index_ = max_index_ = 0;
  return true;
}

void Summary::add(const Block& block) {
  if (block.first_index == 0) first_ = block.samples[0];
  last_ = block.samples[block.count - 1];
  add_finite(block.samples, block.count, block);
}

void Summary::add_finite(const double* samples, std::size_t count, const Block& whole) {
  const double pivot = samples[0];
  const isa::BlockSums sums = isa_.sum_block(samples, count, pivot);
  // One test tells that all samples are finite, so it costs nothing where they are: a NaN or an infinity always ends up in the first sum.
  if (samples == whole.samples && !std::isfinite(sums.d1)) return add_with_gaps(whole);
  moments_.merge(Moments::from_sums(sums, count, pivot));
  note_extremes(sums, whole);
}

void Summary::add_with_gaps(const Block& block) {
  const std::size_t count = copy_finite(block, finite_samples_.data());
  nonfinite_count_ += block.count - count;
  if (count > 0) add_finite(finite_samples_.data(), count, block);
}

void Summary::note_extremes(const isa::BlockSums& sums, const Block& whole) {
  const auto place_of =
      [&](double value) {  // up to the last sample: a mapped file may have been written to since the value was found
        const double* last = whole.samples + whole.count - 1;
        return whole.first_index + static_cast<std::uint64_t>(std::find(whole.samples, last, value) - whole.samples);
      };
  if (!(sums.min >= min_)) {
    min_ = sums.min;
    min_index_ = place_of(min_);
  }
  if (!(sums.max <= max_)) {
    max_ = sums.max;
    max_index_ = place_of(max_);
  }
}

namespace {

void set_shape(const Moments& moments, Row& row) {
  const double n = static_cast<double>(moments.count);
  if (moments.m2 <= 0.0) return;
  const double variance = moments.m2 / n;
  const double g1 = (moments.m3 / n) / (variance * std::sqrt(variance));
  const double b2 = (moments.m4 / n) / (variance * variance);
  row.set(Column::kSkewness, g1);
  row.set(Column::kKurtosis, b2);
  if (moments.count >= 3) row.set(Column::kSkewnessUnbiased, g1 * std::sqrt(n * (n - 1.0)) / (n - 2.0));
  if (moments.count >= 4)
    row.set(Column::kKurtosisUnbiased, ((n + 1.0) * (b2 - 3.0) + 6.0) * (n - 1.0) / ((n - 2.0) * (n - 3.0)) + 3.0);
}

}  // namespace

void Summary::finish(Facts& facts, Row& row) {
  facts.nonfinite_count = nonfinite_count_;
  row.set(Column::kCount, static_cast<double>(facts.count));
  row.set(Column::kNonfiniteCount, static_cast<double>(nonfinite_count_));
  if (moments_.count == 0) return;

  const double n = static_cast<double>(moments_.count);
  const double variance = moments_.m2 / n;
  facts.first = first_;
  facts.last = last_;
  facts.min = min_;
  facts.max = max_;
  facts.min_index = min_index_;
  facts.max_index = max_index_;
  facts.mean = moments_.mean();
  facts.variance = variance;
  row.set(Column::kMin, min_);
  row.set(Column::kMax, max_);
  row.set(Column::kTimeOfMinS, facts.time.at(min_index_));
  row.set(Column::kTimeOfMaxS, facts.time.at(max_index_));
  row.set(Column::kAbsMax, std::max(std::fabs(min_), std::fabs(max_)));
  row.set(Column::kRange, max_ - min_);
  row.set(Column::kMean, facts.mean);
  row.set(Column::kStd, std::sqrt(variance));
  row.set(Column::kRms, std::sqrt(facts.mean * facts.mean + variance));
  if (moments_.count >= 2) row.set(Column::kStdSample, std::sqrt(moments_.m2 / (n - 1.0)));
  set_shape(moments_, row);
}

}  // namespace wavemill::kernels
