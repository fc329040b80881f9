#include "kernels/cycle_counting.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "kernels/block.h"
#include "kernels/cycle_sums.h"
#include "kernels/four_point_stack.h"
#include "kernels/racetrack.h"
#include "kernels/rainflow_stack.h"

namespace wavemill::kernels {

namespace {

constexpr std::size_t kWorthClosing = 32;  // reversals in a block: with fewer the stack is as quick

/// Cycles for what their range is.
struct RangeSink {
  using Point = double;
  static constexpr bool kNeedsMeans = false;
  static double value(Point p) { return p; }

  void begin(const Facts& /*facts*/) {}
  void full(Point from, Point to) { sums.full_cycles.add(from < to ? to - from : from - to); }
  void half(Point from, Point to) { sums.half_cycles.add(from < to ? to - from : from - to); }
  [[nodiscard]] static bool is_valid() { return true; }

  CycleSums sums;
};

/// Cycles with Goodman's correction: S · (L_u − |L_fixed|) / (L_u − |mean|).
/// @reference     Hayman, MLife theory manual (NREL, 2012), 2.2; a cycle whose mean reaches the ultimate load has no equivalent
struct GoodmanSink {
  using Point = double;
  static constexpr bool kNeedsMeans = true;
  static double value(Point p) { return p; }

  void begin(const Facts& facts) {
    ultimate = facts.fatigue->ultimate;
    fixed_margin = ultimate - std::fabs(facts.fatigue->fixed_mean);
    least_margin = fixed_margin;
  }
  void full(Point from, Point to) { sums.full_cycles.add(corrected(from, to)); }
  void half(Point from, Point to) { sums.half_cycles.add(corrected(from, to)); }
  double corrected(double from, double to) {
    const double range = std::fabs(to - from);
    if (std::isinf(ultimate)) return range;
    const double margin = ultimate - std::fabs(from + 0.5 * (to - from));
    least_margin = std::min(least_margin, margin);
    return range * (fixed_margin / margin);
  }
  [[nodiscard]] bool is_valid() const { return least_margin > 0.0; }

  CycleSums sums;
  double ultimate = 0.0, fixed_margin = 0.0, least_margin = 0.0;
};

template <class Stack, class Sink>
class StackCounting final : public CycleCounting {
 public:
  StackCounting(const isa::Table& isa, const CycleColumns& columns, double equivalent_frequency_hz, const FatigueOptions& options)
      : isa_(isa), residue_(options.residue), sink_{CycleSums(isa, columns, equivalent_frequency_hz, options)} {}

  void begin(const Facts& facts) override {
    const ChannelFatigue& settings = *facts.fatigue;
    gate_ = settings.is_gate_relative ? settings.gate * (facts.max - facts.min) : settings.gate;
    stack_.clear();
    sink_.begin(facts);
    sink_.sums.begin(facts);
  }

  void add_first(double sample) override {
    if (gate_ > 0.0) racetrack_.begin(gate_, sample);
    stack_.push(&sample, 1, sink_);
  }

  void add(double* reversals, std::size_t count) override {
    if (gate_ > 0.0) count = racetrack_.filter(reversals, count);
    if constexpr (!Sink::kNeedsMeans) count = close_cycles(reversals, count);
    stack_.push(reversals, count, sink_);
  }

  void finish(const Facts& facts, Row& row) override {
    std::array<double, 2> last = {facts.last};
    stack_.push(last.data(), gate_ > 0.0 ? racetrack_.finish(facts.last, last.data()) : 1, sink_);
    end_count(stack_);
    if (sink_.is_valid()) sink_.sums.write(facts, row);
  }

 private:
  /// A range that is smaller than both of its neighbours closes whatever came before and whatever follows: with a reversal a before it, the range that the
  /// stack holds under b is never smaller than b − a, so 5.4.4 counts b − c as a full cycle as soon as it sees d, and goes on as if neither had been. Taking
  /// these out of the whole block at once, a few times over, leaves the stack, whose every step is a coin toss for the CPU, a tenth of the work on noise.
  /// What is counted is the same; only the order in which it is added up differs, and that depends on the block alone.
  std::size_t close_cycles(double* reversals, std::size_t count) {
    for (std::size_t closed = count; count >= kWorthClosing && 8 * closed >= count;) {
      closed = isa_.close_cycles(reversals, count, closed_.data());
      sink_.sums.full_cycles.add(closed_.data(), closed);
      count -= 2 * closed;
    }
    return count;
  }

  void end_count(RainflowStack<Sink>& stack) { stack.finish(sink_); }
  void end_count(FourPointStack<Sink>& stack) {
    if (residue_ == Residue::kRepeat) stack.close_by_repetition(sink_);
  }

  const isa::Table& isa_;
  Residue residue_;
  Sink sink_;
  Stack stack_;
  Racetrack<Sink> racetrack_;
  double gate_ = 0.0;
  std::array<double, kBlockSamples / 2 + 9> closed_;
};

bool has_ultimate(const FatigueOptions& options) {
  const auto is_finite = [](const ChannelFatigue& settings) { return !std::isinf(settings.ultimate); };
  return is_finite(options.settings) || std::any_of(options.rules.begin(), options.rules.end(),
                                                    [&](const FatigueRule& rule) { return is_finite(rule.settings); });
}

template <class Sink>
std::unique_ptr<CycleCounting> counting_into(const isa::Table& isa, const CycleColumns& columns, double equivalent_frequency_hz,
                                             const FatigueOptions& options) {
  if (options.residue == Residue::kHalf)
    return std::make_unique<StackCounting<RainflowStack<Sink>, Sink>>(isa, columns, equivalent_frequency_hz, options);
  return std::make_unique<StackCounting<FourPointStack<Sink>, Sink>>(isa, columns, equivalent_frequency_hz, options);
}

}  // namespace

std::unique_ptr<CycleCounting> make_cycle_counting(const isa::Table& isa, const CycleColumns& columns,
                                                   double equivalent_frequency_hz, const FatigueOptions& options) {
  return has_ultimate(options) ? counting_into<GoodmanSink>(isa, columns, equivalent_frequency_hz, options)
                               : counting_into<RangeSink>(isa, columns, equivalent_frequency_hz, options);
}

}  // namespace wavemill::kernels
