#pragma once

#include <cstddef>
#include <vector>

#include "kernels/fatigue_options.h"
#include "kernels/four_point_stack.h"
#include "kernels/kernel.h"
#include "kernels/racetrack.h"
#include "kernels/rainflow_stack.h"
#include "kernels/turning_points.h"

namespace wavemill::kernels {

/// How many rainflow cycles have which range and mean, and from which level to which they go. All classes are [a, b) and as wide as each other, from the
/// channel's smallest sample to its largest, ranges from 0; the last one holds its upper end too. Cycles are those of the loads, uncorrected.
/// @nan           a channel with one has none
/// @cost          O(n), a pass of its own; memory of bins² numbers a matrix
class CycleMatrices final : public Kernel {
 public:
  CycleMatrices(const isa::Table& isa, const FatigueOptions& options);

  bool begin(const Facts& facts) override;
  void add(const Block& block) override;
  void finish(Facts& facts, Row& row) override;

  /// The cells that hold cycles, five numbers each: range from and to, mean from and to, count.
  [[nodiscard]] std::vector<double> range_mean_cells() const;
  /// The same: the level where it starts from and to, where it ends from and to, count.
  [[nodiscard]] std::vector<double> from_to_cells() const;

 private:
  struct Sink {
    using Point = double;
    static double value(Point p) { return p; }
    void full(Point from, Point to) { count(from, to, 1.0); }
    void half(Point from, Point to) { count(from, to, 0.5); }
    void count(double from, double to, double count);
    [[nodiscard]] std::size_t bin_of(double distance) const;

    std::size_t bins = 0;
    double min = 0.0, width = 0.0;
    std::vector<double> range_mean, from_to;  // bins × bins; empty where nobody asked for it
  };
  void push(const double* reversals, std::size_t count);
  [[nodiscard]] std::vector<double> cells_of(const std::vector<double>& counts, double first_low) const;

  MatrixOptions matrices_;
  Residue residue_;
  TurningPoints turning_points_;
  Racetrack<Sink> racetrack_;
  RainflowStack<Sink> half_stack_;
  FourPointStack<Sink> full_stack_;
  double gate_ = 0.0;
  bool is_counting_ = false;
  Sink sink_;
};

}  // namespace wavemill::kernels
