#include "kernels/range_powers.h"

#include <algorithm>
#include <cmath>

namespace wavemill::kernels {

RangePowers::RangePowers(const isa::Table& isa, const std::vector<double>& exponents) : isa_(isa) {
  for (const double value : exponents) {
    const bool is_integer = value == std::floor(value) && value >= 1.0 && value <= 1000.0;
    exponents_.push_back({value, is_integer ? static_cast<unsigned>(value) : 0U, {}});
  }
}

void RangePowers::begin(double factor) {
  factor_ = factor;
  count_ = 0;
  for (Exponent& exponent : exponents_) exponent.accumulators.fill(0.0);
}

void RangePowers::add_by_libm(Exponent& exponent) const {
  for (std::size_t i = 0; i < count_; ++i) exponent.accumulators[i % 16] += std::pow(ranges_[i] * factor_, exponent.value);
}

void RangePowers::add(const double* ranges, std::size_t count) {
  while (count > 0) {
    const std::size_t taken = std::min(count, kBuffer - count_);
    std::copy_n(ranges, taken, ranges_.data() + count_);
    ranges += taken;
    count -= taken;
    count_ += taken;
    if (count_ == kBuffer) flush();
  }
}

void RangePowers::flush() {
  for (Exponent& exponent : exponents_) {
    if (exponent.integer == 0)
      add_by_libm(exponent);
    else
      isa_.add_powers(ranges_.data(), count_, factor_, exponent.integer, exponent.accumulators.data());
  }
  count_ = 0;
}

}  // namespace wavemill::kernels
