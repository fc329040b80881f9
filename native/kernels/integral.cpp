#include "kernels/integral.h"

namespace wavemill::kernels {

bool Integral::begin(const Facts& facts) {
  time_ = facts.time;
  sum_ = 0.0;
  return facts.time.times_s != nullptr && facts.is_finite();
}

void Integral::add(const Block& block) {
  const double* times_s = time_.times_s + time_.first_index + block.first_index;
  double sum = 0.0;
  if (block.first_index > 0) sum += (times_s[0] - times_s[-1]) * (block.samples[0] + last_sample_);
  for (std::size_t i = 1; i < block.count; ++i) sum += (times_s[i] - times_s[i - 1]) * (block.samples[i] + block.samples[i - 1]);
  sum_ += 0.5 * sum;
  last_sample_ = block.samples[block.count - 1];
}

void Integral::finish(Facts& facts, Row& row) {
  if (!facts.is_finite()) return;
  if (facts.time.times_s != nullptr) return row.set(contract::Column::kIntegral, sum_);
  const double total = facts.mean * static_cast<double>(facts.count) - 0.5 * (facts.first + facts.last);
  row.set(contract::Column::kIntegral, total * facts.time.step_s);
}

}  // namespace wavemill::kernels
