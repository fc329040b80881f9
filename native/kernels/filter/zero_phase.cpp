#include "kernels/filter/zero_phase.h"

namespace wavemill::kernels {

ZeroPhase::ZeroPhase(const FilterShape& shape, double step_s)
    : sections_(butterworth(shape, step_s)), padding_(std::size_t{3} * shape.order) {
  double level = 1.0;
  for (const Section& s : sections_) {
    const double out = (s.b0 + s.b1 + s.b2) / (1.0 + s.a1 + s.a2);
    const double second = s.b2 - s.a2 * out;
    unit_.push_back({level * (s.b1 - s.a1 * out + second), level * second});
    level *= out;
  }
}

ZeroPhase::States ZeroPhase::steady(double level) const {
  States states = unit_;
  for (State& state : states) {
    state.first *= level;
    state.second *= level;
  }
  return states;
}

/// One sample through all sections (transposed direct form II).
inline double ZeroPhase::step(double sample, States& states) const {
  for (std::size_t i = 0; i < sections_.size(); ++i) {
    const Section& s = sections_[i];
    State& state = states[i];
    const double out = s.b0 * sample + state.first;
    state.first = s.b1 * sample - s.a1 * out + state.second;
    state.second = s.b2 * sample - s.a2 * out;
    sample = out;
  }
  return sample;
}

void ZeroPhase::apply(std::span<double> x) const {
  const std::size_t n = x.size();
  const double first = x[0], last = x[n - 1];
  std::vector<double> behind(padding_);  // read before the samples that it mirrors are overwritten
  for (std::size_t i = 0; i < padding_; ++i) behind[i] = 2.0 * last - x[n - 2 - i];

  States states = steady(2.0 * first - x[padding_]);
  for (std::size_t i = padding_; i > 0; --i) step(2.0 * first - x[i], states);
  for (double& sample : x) sample = step(sample, states);
  for (double& sample : behind) sample = step(sample, states);

  states = steady(behind.empty() ? x[n - 1] : behind.back());
  for (std::size_t i = padding_; i > 0; --i) step(behind[i - 1], states);
  for (std::size_t i = n; i > 0; --i) x[i - 1] = step(x[i - 1], states);
}

}  // namespace wavemill::kernels
