#include "fits/sample.h"

#include <algorithm>
#include <cmath>

namespace wavemill::fits {

namespace {

constexpr double kRounding = 1e-12;  // values that differ by less than this part of themselves are equal

double unit_near(double largest) { return largest > 0.0 ? std::ldexp(1.0, std::max(std::ilogb(largest), -1000)) : 1.0; }

void add_products(SampleStatistics& statistics, const std::array<double, 3>& influence) {
  for (std::size_t i = 0; i < 3; ++i)
    for (std::size_t j = 0; j < 3; ++j) statistics.covariance[i][j] += influence[i] * influence[j];
}

void divide(SampleStatistics& statistics, double n) {
  for (auto& row : statistics.covariance)
    for (double& entry : row) entry /= n * n;
}

}  // namespace

void Sample::take_above(std::span<const double> values, double location, double sign) {
  values_.clear();
  for (const double x : values)
    if (sign * x > sign * location) values_.push_back(sign * (x - location));
  origin_ = sign * location;
  unit_ = values_.empty() ? 1.0 : unit_near(*std::max_element(values_.begin(), values_.end()));
  for (double& x : values_) x /= unit_;
  describe();
}

void Sample::take_centred(std::span<const double> values, double sign) {
  values_.clear();
  for (const double x : values) values_.push_back(sign * x);
  if (values_.empty()) return describe();
  const auto [least, largest] = std::minmax_element(values_.begin(), values_.end());
  unit_ = unit_near(*largest - *least);
  double sum = 0.0;  // of the distances from the smallest: an offset costs no digits
  for (const double x : values_) sum += x - *least;
  origin_ = *least + sum / size();
  for (double& x : values_) x = (x - origin_) / unit_;
  describe();
}

void Sample::describe() {
  min_ = max_ = mean_ = variance_ = 0.0;
  if (values_.empty()) return;
  const auto [least, largest] = std::minmax_element(values_.begin(), values_.end());
  min_ = *least;
  max_ = *largest;
  for (const double x : values_) mean_ += x;
  mean_ /= size();
  for (const double x : values_) variance_ += (x - mean_) * (x - mean_);
  variance_ /= size();
}

bool Sample::has_equal_values() const {
  const double largest = std::max(std::fabs(origin_ + unit_ * min_), std::fabs(origin_ + unit_ * max_));
  return unit_ * (max_ - min_) <= kRounding * largest;
}

SampleStatistics Sample::moments() const {
  double third = 0.0;
  for (const double x : values_) third += (x - mean_) * (x - mean_) * (x - mean_);
  third /= size();
  SampleStatistics statistics{.value = {mean_, variance_, third}};
  for (const double x : values_) {
    const double d = x - mean_;
    add_products(statistics, {d, d * d - variance_, d * d * d - third - 3.0 * variance_ * d});
  }
  divide(statistics, size());
  return statistics;
}

SampleStatistics Sample::weighted_moments() const {
  sorted_.assign(values_.begin(), values_.end());
  std::sort(sorted_.begin(), sorted_.end());
  const double n = size();
  SampleStatistics statistics;
  auto& [b0, b1, b2] = statistics.value;
  for (std::size_t i = 0; i < sorted_.size(); ++i) {
    const double rank = static_cast<double>(i), x = sorted_[i] / n;
    b0 += x;
    b1 += x * rank / (n - 1.0);
    b2 += x * rank * (rank - 1.0) / ((n - 1.0) * (n - 2.0));
  }
  double above = 0.0, weighted_above = 0.0;  // ∫ t dF and ∫ t F dF beyond x
  for (std::size_t i = sorted_.size(); i-- > 0;) {
    const double x = sorted_[i], f = (static_cast<double>(i) + 0.5) / n;
    add_products(statistics, {x - b0, x * f + above - 2.0 * b1, x * f * f + 2.0 * weighted_above - 3.0 * b2});
    above += x / n;
    weighted_above += x * f / n;
  }
  divide(statistics, n);
  return statistics;
}

}  // namespace wavemill::fits
