#include "kernels/range_powers.h"

#include <algorithm>
#include <cmath>

namespace wavemill::kernels {

namespace {

unsigned whole_exponent(double value) {
  return value == std::floor(value) && value >= 1.0 && value <= 1000.0 ? static_cast<unsigned>(value) : 0U;
}

}  // namespace

RangePowers::RangePowers(const isa::Table& isa, const std::vector<PowerTerm>& terms) : isa_(isa) {
  for (const PowerTerm& power : terms)
    terms_.push_back({power, whole_exponent(power.exponent), whole_exponent(power.second), 1.0, {}});
}

void RangePowers::begin(double factor) {
  count_ = 0;
  bins_ = {};
  for (Term& term : terms_) {
    term.factor = factor;
    term.accumulators.fill(0.0);
  }
}

void RangePowers::add_by_libm(Term& term) const {
  const bool has_second = !std::isnan(term.power.second);
  for (std::size_t i = 0; i < count_; ++i) {
    const double x = ranges_[i] * term.factor;
    const double power = std::pow(x, term.power.exponent);
    term.accumulators[i % 16] += has_second ? std::min(power, std::pow(x, term.power.second)) : power;
  }
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

void RangePowers::bin() {
  const double within = bins_.is_upper ? 1.0 : 0.5;
  for (std::size_t i = 0; i < count_; ++i)
    ranges_[i] = (std::min(std::floor(ranges_[i] / bins_.width), bins_.last) + within) * bins_.width;
}

void RangePowers::add_term(Term& term) const {
  const bool has_second = !std::isnan(term.power.second);
  if (term.integer == 0 || (has_second && term.second_integer == 0))
    add_by_libm(term);
  else if (has_second)
    isa_.add_least_powers(ranges_.data(), count_, term.factor, term.integer, term.second_integer, term.accumulators.data());
  else
    isa_.add_powers(ranges_.data(), count_, term.factor, term.integer, term.accumulators.data());
}

void RangePowers::flush() {
  if (bins_.width > 0.0) bin();
  for (Term& term : terms_) add_term(term);
  count_ = 0;
}

}  // namespace wavemill::kernels
