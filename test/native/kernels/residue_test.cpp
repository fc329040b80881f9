#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "kernels/computed.h"
#include "kernels/cycle_list.h"
#include "kernels/reference_residues.h"

using namespace wavemill::test;
using wavemill::kernels::Block;
using wavemill::kernels::Cycle;
using wavemill::kernels::CycleList;
using wavemill::kernels::Residue;

namespace {

const Series kAstm = {-2, 1, -3, 5, -1, 3, -4, 4, -2};  // ASTM E1049-85, figure 6

std::vector<Cycle> cycles_of(const Series& x, Residue residue, double gate = 0.0) {
  CycleList list(scalar(), residue, gate);
  for_each_block(x, [&](const Block& block) { list.add(block); });
  list.finish(x.back(), x.size());
  return list.cycles();
}

std::vector<double> sorted_ranges(const std::vector<Cycle>& cycles) {
  std::vector<double> ranges;
  for (const Cycle& cycle : cycles) ranges.push_back(cycle.range);
  std::sort(ranges.begin(), ranges.end());
  return ranges;
}

std::map<double, double> counts_of(const std::vector<Cycle>& cycles) {
  std::map<double, double> counts;
  for (const Cycle& cycle : cycles) counts[cycle.range] += cycle.count;
  return counts;
}

double spread(const Series& x) {
  const auto [min, max] = std::minmax_element(x.begin(), x.end());
  return *max - *min;
}

template <class Check>
void for_each_series(Check check) {
  for (const std::size_t count : {2, 3, 4, 5, 10, 100, 2047, 2048, 2049}) {
    CAPTURE(count);
    for (std::uint64_t seed = 0; seed < 10; ++seed)
      for (const Series& x : {integer_walk(count, seed, 1), integer_walk(count, seed, 4), few_levels(count, seed, 2),
                              few_levels(count, seed, 5), white_noise(count, seed), sine(count, 17.3, static_cast<double>(seed))})
        if (spread(x) > 0.0) check(x);
  }
}

}  // namespace

TEST_CASE("residue: the worked example of ASTM E1049-85, half cycles, repeated and discarded") {
  CHECK(counts_of(cycles_of(kAstm, Residue::kHalf)) ==
        std::map<double, double>{{3, 0.5}, {4, 1.5}, {6, 0.5}, {8, 1.0}, {9, 0.5}});
  // 5.4.5, figure 7: the record from its peak D on
  CHECK(counts_of(cycles_of(kAstm, Residue::kRepeat)) == std::map<double, double>{{3, 1}, {4, 1}, {7, 1}, {9, 1}});
  CHECK(counts_of(cycles_of(kAstm, Residue::kDiscard)) == std::map<double, double>{{4, 1}});
}

TEST_CASE("residue: repeated, the ranges are those of 5.4.5 step by step, each a full cycle") {
  for_each_series([](const Series& x) {
    const std::vector<Cycle> cycles = cycles_of(x, Residue::kRepeat);
    CHECK(sorted_ranges(cycles) == reference_repeated_ranges(x));
    CHECK(std::all_of(cycles.begin(), cycles.end(), [](const Cycle& cycle) { return cycle.count == 1.0; }));
  });
}

TEST_CASE("residue: repeated, the largest range is max - min, and it is counted") {
  for_each_series([](const Series& x) { CHECK(sorted_ranges(cycles_of(x, Residue::kRepeat)).back() == spread(x)); });
}

TEST_CASE("residue: discarded, what is left are the cycles that close, four points at a time") {
  for_each_series([](const Series& x) { CHECK(sorted_ranges(cycles_of(x, Residue::kDiscard)) == reference_closed_ranges(x)); });
}

TEST_CASE("residue: without ties, the full cycles of the standard's count are those that close, and repetition adds to them") {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const Series x = white_noise(3000, seed);
    std::vector<Cycle> full = cycles_of(x, Residue::kHalf);
    std::erase_if(full, [](const Cycle& cycle) { return cycle.count < 1.0; });
    const std::vector<double> closed = sorted_ranges(cycles_of(x, Residue::kDiscard));
    const std::vector<double> repeated = sorted_ranges(cycles_of(x, Residue::kRepeat));
    CHECK(sorted_ranges(full) == closed);
    CHECK(std::includes(repeated.begin(), repeated.end(), closed.begin(), closed.end()));
  }
}

TEST_CASE("residue: every walk of one step up, down or level, up to 8 samples, repeated and discarded") {
  for (std::size_t steps = 1; steps < 8; ++steps) {
    std::uint64_t walks = 1;
    for (std::size_t i = 0; i < steps; ++i) walks *= 3;
    for (std::uint64_t walk = 0; walk < walks; ++walk) {
      Series x = {0.0};
      std::uint64_t choice = walk;
      for (std::size_t i = 0; i < steps; ++i, choice /= 3) x.push_back(x.back() + static_cast<double>(choice % 3) - 1.0);
      if (spread(x) == 0.0) continue;
      CHECK(sorted_ranges(cycles_of(x, Residue::kRepeat)) == reference_repeated_ranges(x));
      CHECK(sorted_ranges(cycles_of(x, Residue::kDiscard)) == reference_closed_ranges(x));
    }
  }
}

TEST_CASE("residue: a ramp repeated is one cycle, discarded none; one sample is none") {
  CHECK(counts_of(cycles_of(ramp(5000), Residue::kRepeat)) == std::map<double, double>{{4999, 1}});
  CHECK(cycles_of(ramp(5000), Residue::kDiscard).empty());
  for (const Residue residue : {Residue::kRepeat, Residue::kDiscard}) CHECK(cycles_of({1.0}, residue).empty());
  CHECK(cycles_of({0, 5, 0}, Residue::kRepeat).size() == 1);  // both ends are one turning point
}

TEST_CASE("residue: indices of cycles name the samples, across the repetition too") {
  const Series x = white_noise(3000, 7);
  for (const Cycle& cycle : cycles_of(x, Residue::kRepeat)) {
    CHECK(std::fabs(x[cycle.end_index] - x[cycle.start_index]) == cycle.range);
    CHECK(0.5 * (x[cycle.end_index] + x[cycle.start_index]) == cycle.mean);
  }
}

TEST_CASE("racetrack: a gate of 0 is the identity") {
  for_each_series([](const Series& x) {
    for (const Residue residue : {Residue::kHalf, Residue::kRepeat, Residue::kDiscard}) {
      const std::vector<Cycle> plain = cycles_of(x, residue), gated = cycles_of(x, residue, 1e-300);
      CHECK(sorted_ranges(plain) == sorted_ranges(gated));
    }
  });
}

TEST_CASE("racetrack: what stays is what the words say, and the largest range with it") {
  for_each_series([](const Series& x) {
    for (const double part : {0.01, 0.2, 0.5, 0.9, 1.0, 1.1}) {
      const double gate = part * spread(x);
      std::vector<double> kept = reference_racetrack(values_of(reversals_of(x)), gate);
      const std::vector<double> ranges = sorted_ranges(cycles_of(x, Residue::kHalf, gate));
      if (part <= 1.0) CHECK(sorted_ranges(cycles_of(x, Residue::kRepeat, gate)).back() == spread(x));
      CHECK(ranges == sorted_ranges(cycles_of(kept.size() > 1 ? kept : Series{kept[0]}, Residue::kHalf)));
    }
  });
}

TEST_CASE("racetrack: by hand") {
  // 0 → 10 with a notch of 1; 10 → 4 → 5.5 → 0
  const Series x = {0, 6, 5, 10, 4, 5.5, 0};
  CHECK(counts_of(cycles_of(x, Residue::kHalf, 2.0)) == std::map<double, double>{{10, 1}});
  CHECK(counts_of(cycles_of(x, Residue::kHalf, 1.2)) == std::map<double, double>{{1.5, 1}, {10, 1}});
  CHECK(counts_of(cycles_of(x, Residue::kHalf, 1.5)) ==
        std::map<double, double>{{1.5, 1}, {10, 1}});  // as large as the gate: it stays
  CHECK(counts_of(cycles_of({1, 2, 1.5, 3}, Residue::kHalf, 9.0)) == std::map<double, double>{{2, 0.5}});  // the ends stay
  CHECK(cycles_of({1, 2, 1}, Residue::kHalf, 9.0).empty());
}
