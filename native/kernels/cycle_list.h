#pragma once

#include <cstdint>
#include <vector>

#include "kernels/kernel.h"
#include "kernels/rainflow_stack.h"
#include "kernels/turning_points.h"

namespace wavemill::kernels {

/// A rainflow cycle. Indices count from the period's first sample.
struct Cycle {
  double range;
  double mean;
  double count;  // 1, or 0.5 for a half cycle
  std::uint64_t start_index;
  std::uint64_t end_index;
};

/// Keeps the cycles that the damage-equivalent loads only add up, in the order in which they close.
class CycleList {
 public:
  explicit CycleList(const isa::Table& isa) : turning_points_(isa) {}

  /// @nan           not allowed: look at the channel's summary first
  void add(const Block& block);

  /// @param last    the channel's last sample
  void finish(double last, std::uint64_t sample_count);

  [[nodiscard]] std::vector<Cycle>& cycles() { return sink_.cycles; }

 private:
  struct Sink {
    struct Point {
      double value;
      std::uint64_t index;
    };
    static double value(const Point& p) { return p.value; }
    void full(const Point& from, const Point& to) { keep(from, to, 1.0); }
    void half(const Point& from, const Point& to) { keep(from, to, 0.5); }
    void keep(const Point& from, const Point& to, double count);

    std::vector<Cycle> cycles;
  };
  void push(double value, std::uint64_t index);

  TurningPoints turning_points_;
  RainflowStack<Sink> stack_;
  Sink sink_;
};

}  // namespace wavemill::kernels
