#include "kernels/cycle_list.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "kernels/computed.h"
#include "kernels/reference_rainflow.h"

using namespace wavemill::test;
using wavemill::kernels::Block;
using wavemill::kernels::Cycle;
using wavemill::kernels::CycleList;

namespace {

std::vector<Cycle> cycles_of(const Series& x) {
  CycleList list(scalar());
  for_each_block(x, [&](const Block& block) { list.add(block); });
  list.finish(x.back(), x.size());
  return list.cycles();
}

bool is_same(const Cycle& a, const Cycle& b) {
  return a.range == b.range && a.mean == b.mean && a.count == b.count && a.start_index == b.start_index &&
         a.end_index == b.end_index;
}

void check_against_reference(const Series& x) {
  const std::vector<Cycle> found = cycles_of(x), wanted = ReferenceRainflow(x).cycles();
  CHECK(std::equal(found.begin(), found.end(), wanted.begin(), wanted.end(), is_same));
}

double largest_range(const std::vector<Cycle>& cycles) {
  return std::max_element(cycles.begin(), cycles.end(), [](const Cycle& a, const Cycle& b) { return a.range < b.range; })->range;
}

}  // namespace

TEST_CASE("rainflow: the worked example of ASTM E1049-85") {
  const std::vector<Cycle> cycles = cycles_of({-2, 1, -3, 5, -1, 3, -4, 4, -2});
  std::map<double, double> counts;
  for (const Cycle& cycle : cycles) counts[cycle.range] += cycle.count;
  CHECK(counts == std::map<double, double>{{3, 0.5}, {4, 1.5}, {6, 0.5}, {8, 1.0}, {9, 0.5}});

  const std::vector<Cycle> one_by_one = {{3, -0.5, 0.5, 0, 1}, {4, -1, 0.5, 1, 2}, {4, 1, 1.0, 4, 5}, {8, 1, 0.5, 2, 3},
                                         {9, 0.5, 0.5, 3, 6},  {8, 0, 0.5, 6, 7},  {6, 1, 0.5, 7, 8}};
  CHECK(std::equal(cycles.begin(), cycles.end(), one_by_one.begin(), one_by_one.end(), is_same));
}

TEST_CASE("rainflow: random series, most with many equal ranges, as the standard's steps count them") {
  for (const std::size_t count : {1, 2, 3, 4, 10, 100, 2047, 2048, 2049, 5000}) {
    CAPTURE(count);
    for (std::uint64_t seed = 0; seed < 10; ++seed) {
      check_against_reference(integer_walk(count, seed, 1));
      check_against_reference(integer_walk(count, seed, 4));
      check_against_reference(few_levels(count, seed, 2));
      check_against_reference(few_levels(count, seed, 5));
      check_against_reference(white_noise(count, seed));
    }
  }
}

TEST_CASE("rainflow: every walk of one step up, down or level, up to 8 samples") {
  for (std::size_t steps = 1; steps < 8; ++steps) {
    std::uint64_t walks = 1;
    for (std::size_t i = 0; i < steps; ++i) walks *= 3;
    for (std::uint64_t walk = 0; walk < walks; ++walk) {
      Series x = {0.0};
      std::uint64_t choice = walk;
      for (std::size_t i = 0; i < steps; ++i, choice /= 3) x.push_back(x.back() + static_cast<double>(choice % 3) - 1.0);
      check_against_reference(x);
    }
  }
}

TEST_CASE("rainflow: narrowing and widening series, where nothing or everything closes") {
  Series widening, narrowing;
  for (int i = 0; i < 5000; ++i) widening.push_back(i % 2 == 0 ? i : -i);
  narrowing.assign(widening.rbegin(), widening.rend());
  check_against_reference(widening);
  check_against_reference(narrowing);
  CHECK(cycles_of(narrowing).size() == 4999);
}

TEST_CASE("rainflow: the largest range is max - min, and the half cycles join the first sample to the last") {
  for (std::uint64_t seed = 0; seed < 30; ++seed) {
    const Series x = white_noise(3000, seed);
    const auto [min, max] = std::minmax_element(x.begin(), x.end());
    const std::vector<Cycle> cycles = cycles_of(x);
    CHECK(largest_range(cycles) == *max - *min);
    std::uint64_t at = 0;
    for (const Cycle& cycle : cycles) {
      if (cycle.count != 0.5) continue;
      CHECK(cycle.start_index == at);
      at = cycle.end_index;
    }
    CHECK(at == x.size() - 1);
  }
}

TEST_CASE("rainflow: every reversal is the end of one half cycle or of one full one") {
  const Series x = white_noise(3000, 41);
  double reversals = 1.0;
  for (const Cycle& cycle : cycles_of(x)) reversals += 2.0 * cycle.count;
  CHECK(reversals == static_cast<double>(reversals_of(x).size()));
}

TEST_CASE("rainflow: an offset leaves the ranges and a factor scales them") {
  const Series x = integer_walk(5000, 42, 6);
  const std::vector<Cycle> plain = cycles_of(x);
  Series moved = x, scaled = x;
  for (double& sample : moved) sample += 1e9;
  for (double& sample : scaled) sample *= -4.0;
  const std::vector<Cycle> moved_cycles = cycles_of(moved), scaled_cycles = cycles_of(scaled);
  REQUIRE(moved_cycles.size() == plain.size());
  REQUIRE(scaled_cycles.size() == plain.size());
  for (std::size_t i = 0; i < plain.size(); ++i) {
    CHECK(is_same(moved_cycles[i],
                  {plain[i].range, plain[i].mean + 1e9, plain[i].count, plain[i].start_index, plain[i].end_index}));
    CHECK(is_same(scaled_cycles[i],
                  {plain[i].range * 4.0, plain[i].mean * -4.0, plain[i].count, plain[i].start_index, plain[i].end_index}));
  }
}

TEST_CASE("rainflow: a ramp is one half cycle, two samples are one, one sample is none") {
  const std::vector<Cycle> ramped = cycles_of(ramp(5000));
  REQUIRE(ramped.size() == 1);
  CHECK(is_same(ramped[0], {4999, 2499.5, 0.5, 0, 4999}));
  const std::vector<Cycle> two = cycles_of({3, -1});
  REQUIRE(two.size() == 1);
  CHECK(is_same(two[0], {4, 1, 0.5, 0, 1}));
  CHECK(cycles_of({3}).empty());
}
