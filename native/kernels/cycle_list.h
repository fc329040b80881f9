#pragma once

#include <cstdint>
#include <vector>

#include "kernels/fatigue_options.h"
#include "kernels/four_point_stack.h"
#include "kernels/kernel.h"
#include "kernels/racetrack.h"
#include "kernels/rainflow_stack.h"
#include "kernels/turning_points.h"

namespace wavemill::kernels {

/// A rainflow cycle. Indices count from the period's first sample; a cycle that closes when the record follows itself may end before it starts.
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
  /// @param gate   of the racetrack filter, in the channel's unit; 0: none
  explicit CycleList(const isa::Table& isa, Residue residue = Residue::kHalf, double gate = 0.0)
      : residue_(residue), gate_(gate), turning_points_(isa) {}

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
  void begin(const Sink::Point& first);
  void take(Sink::Point reversal);
  void push(const Sink::Point* reversals, std::size_t count);

  Residue residue_;
  double gate_;
  TurningPoints turning_points_;
  Racetrack<Sink> racetrack_;
  RainflowStack<Sink> half_stack_;  // for residues as half cycles, the other one for what closes
  FourPointStack<Sink> full_stack_;
  Sink sink_;
};

}  // namespace wavemill::kernels
