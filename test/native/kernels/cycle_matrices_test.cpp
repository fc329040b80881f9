#include "kernels/cycle_matrices.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "kernels/computed.h"
#include "kernels/cycle_list.h"
#include "kernels/isa/variants.h"

using namespace wavemill::test;
using wavemill::kernels::Block;
using wavemill::kernels::Cycle;
using wavemill::kernels::CycleList;
using wavemill::kernels::CycleMatrices;
using wavemill::kernels::FatigueOptions;
using wavemill::kernels::Residue;

namespace {

struct Matrices {
  std::vector<double> range_mean, from_to;
};

Matrices matrices_of(const Series& x, const FatigueOptions& options, const wavemill::kernels::isa::Table& isa = scalar()) {
  Computed computed(x);
  computed.facts.fatigue = &options.settings;
  computed.summarise(isa);
  CycleMatrices matrices(isa, options);
  computed.run(matrices);
  return {matrices.range_mean_cells(), matrices.from_to_cells()};
}

FatigueOptions both(std::uint32_t bins, Residue residue = Residue::kHalf) {
  FatigueOptions options{.residue = residue};
  options.matrices = {true, true, bins};
  return options;
}

using Cells = std::map<std::array<double, 2>, double>;  // by the lower ends

Cells cells_of(const std::vector<double>& rows) {
  Cells cells;
  for (std::size_t i = 0; i < rows.size(); i += 5) cells[{rows[i], rows[i + 2]}] = rows[i + 4];
  return cells;
}

/// The lower end of the class that holds a value.
double class_of(double value, double begin, double width, std::uint32_t bins) {
  double low = begin;
  for (std::uint32_t i = 0; i < bins && begin + i * width <= value; ++i) low = begin + i * width;
  return low;
}

}  // namespace

TEST_CASE("cycle matrices: the worked example of ASTM E1049-85, classes as wide as 2") {
  const Matrices matrices = matrices_of({-2, 1, -3, 5, -1, 3, -4, 4, -2}, both(9));  // from -4 to 5, classes of 1
  const Cells range_mean = cells_of(matrices.range_mean);
  CHECK(range_mean.size() == 6);
  CHECK(range_mean.at({4, 1}) == 1.0);
  CHECK(range_mean.at({4, -1}) == 0.5);
  CHECK(range_mean.at({8, 0}) == 1.0);  // 8 and 9, which is the channel's range: the last class holds its upper end
  CHECK(range_mean.at({8, 1}) == 0.5);
  const Cells from_to = cells_of(matrices.from_to);
  CHECK(from_to.at({-1, 3}) == 1.0);
  CHECK(from_to.at({4, -4}) == 0.5);  // from 5 to −4
  CHECK(from_to.at({-2, 1}) == 0.5);
}

TEST_CASE("cycle matrices: what the list of cycles has, in classes") {
  for (const Residue residue : {Residue::kHalf, Residue::kRepeat, Residue::kDiscard}) {
    for (const std::uint32_t bins : {1U, 4U, 16U}) {
      const Series x = integer_walk(5000, bins, 7);  // whole numbers: class ends are exact
      const auto [min, max] = std::minmax_element(x.begin(), x.end());
      const double width = (*max - *min) / bins;
      CycleList list(scalar(), residue);
      for_each_block(x, [&](const Block& block) { list.add(block); });
      list.finish(x.back(), x.size());
      Cells range_mean, from_to;
      for (const Cycle& cycle : list.cycles()) {
        range_mean[{class_of(cycle.range, 0, width, bins), class_of(cycle.mean, *min, width, bins)}] += cycle.count;
        from_to[{class_of(x[cycle.start_index], *min, width, bins), class_of(x[cycle.end_index], *min, width, bins)}] +=
            cycle.count;
      }
      const Matrices matrices = matrices_of(x, both(bins, residue));
      CHECK(cells_of(matrices.range_mean) == range_mean);
      CHECK(cells_of(matrices.from_to) == from_to);
    }
  }
}

TEST_CASE("cycle matrices: none for a constant, for one sample, for NaN; nothing stays from the channel before") {
  CycleMatrices matrices(scalar(), both(8));
  for (const Series& x : {white_noise(3000, 1), Series(3000, 2.0), Series{1.0}, Series{1.0, std::nan(""), 2.0}}) {
    Computed computed(x);
    computed.summarise();
    computed.run(matrices);
    CHECK(matrices.range_mean_cells().empty() == (x.size() < 3000 || x[0] == 2.0));
  }
}

TEST_CASE("cycle matrices: the racetrack's gate holds, and every instruction set has the same") {
  const Series x = white_noise(5000, 3);
  FatigueOptions options = both(32);
  const Matrices plain = matrices_of(x, options);
  options.settings.gate = 0.3;
  options.settings.is_gate_relative = true;
  const Matrices gated = matrices_of(x, options);
  const auto cycles = [](const std::vector<double>& rows) {
    double sum = 0.0;
    for (std::size_t i = 4; i < rows.size(); i += 5) sum += rows[i];
    return sum;
  };
  CHECK(cycles(gated.range_mean) < 0.5 * cycles(plain.range_mean));
  CHECK(cycles(gated.range_mean) == cycles(gated.from_to));
  for_each_wide([&](const wavemill::kernels::isa::Table& wide) {
    const Matrices other = matrices_of(x, options, wide);
    CHECK(other.range_mean == gated.range_mean);
    CHECK(other.from_to == gated.from_to);
  });
}
