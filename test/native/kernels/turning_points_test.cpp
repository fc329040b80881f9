#include "kernels/turning_points.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "kernels/computed.h"
#include "kernels/reference_rainflow.h"

using namespace wavemill::test;
using wavemill::kernels::Block;
using wavemill::kernels::kBlockSamples;
using wavemill::kernels::TurningPoints;

namespace {

struct Found {
  std::vector<Reversal> points;
  std::uint64_t crest_count = 0, first_crest = 0, last_crest = 0;
};

Found found_in(const Series& x) {
  TurningPoints turning_points(scalar());
  turning_points.begin();
  Found found;
  for_each_block(x, [&](const Block& block) {
    turning_points.find(block);
    std::vector<double> values;
    turning_points.for_each(block, [&](double value, std::uint64_t index) {
      found.points.push_back({value, index});
      values.push_back(value);
    });
    const double* same = turning_points.values(block);
    REQUIRE(turning_points.count() == values.size());
    CHECK(std::equal(values.begin(), values.end(), same));
    const TurningPoints::Crests crests = turning_points.crests(block);
    if (crests.count > 0 && found.crest_count == 0) found.first_crest = crests.first_index;
    if (crests.count > 0) found.last_crest = crests.last_index;
    found.crest_count += crests.count;
    turning_points.end_block(block);
  });
  return found;
}

/// One check a series, so that millions of samples do not become millions of assertions.
void check(const Series& x) {
  const Found found = found_in(x);
  std::vector<Reversal> wanted = reversals_of(x);
  wanted.erase(wanted.begin());
  if (!wanted.empty()) wanted.pop_back();
  const auto is_same = [](const Reversal& a, const Reversal& b) { return a.value == b.value && a.index == b.index; };
  CHECK(std::equal(found.points.begin(), found.points.end(), wanted.begin(), wanted.end(), is_same));

  const std::vector<Run> runs = runs_of(x);
  std::vector<std::uint64_t> crests;
  for (std::size_t i = 0; i < runs.size(); ++i)
    if (is_crest(runs, i)) crests.push_back(runs[i].first);
  REQUIRE(found.crest_count == crests.size());
  if (crests.empty()) return;
  CHECK(found.first_crest == crests.front());
  CHECK(found.last_crest == crests.back());
}

/// `flat` equal samples between two rising ones, or before a fall.
Series with_flat(std::size_t before, std::size_t flat, double after) {
  Series x = ramp(before);
  x.insert(x.end(), flat, static_cast<double>(before));
  x.insert(x.end(), {after, after - 1.0, after});
  return x;
}

}  // namespace

TEST_CASE("turning points: as a plain loop finds them") {
  for (const std::size_t count : {1, 2, 3, 5, 63, 64, 65, 66, 128, 129, 2047, 2048, 2049, 2050, 4096, 4097, 7000}) {
    CAPTURE(count);
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
      check(integer_walk(count, seed, 1));
      check(few_levels(count, seed, 2));
      check(few_levels(count, seed, 7));
      check(white_noise(count, seed));
    }
  }
}

TEST_CASE("turning points: flat stretches of any length, over words, one block border and several") {
  for (const std::size_t before : {1, 2, 62, 63, 64, 2040, 2046, 2047, 2048, 2049}) {
    for (const std::size_t flat : {1, 2, 63, 64, 65, 127, 2047, 2048, 2049, 4096, 5000}) {
      CAPTURE(before);
      CAPTURE(flat);
      check(with_flat(before, flat, static_cast<double>(before) - 1.0));
      check(with_flat(before, flat, static_cast<double>(before) + 1.0));
    }
  }
}

TEST_CASE("turning points: a series that starts flat, ends flat, or is flat") {
  for (const std::size_t flat : {2, 64, 2047, 2048, 2049, 4500}) {
    CAPTURE(flat);
    Series starts(flat, 3.0), ends = few_levels(100, flat, 5);
    starts.insert(starts.end(), {1.0, 2.0, 0.0});
    ends.insert(ends.end(), flat, 9.0);
    check(starts);
    check(ends);
    check(Series(flat, -1.0));
  }
}

TEST_CASE("turning points: long flats everywhere, at random") {
  Random random(31);
  for (int round = 0; round < 300; ++round) {
    Series x;
    while (x.size() < 5000)
      x.insert(x.end(), 1 + random.below(random.below(4) == 0 ? 3000 : 80), static_cast<double>(random.below(3)));
    check(x);
  }
}

TEST_CASE("turning points: a flat top belongs to its last sample, a crest to its first") {
  const Found found = found_in({0, 1, 5, 5, 5, 2, 2, 3});
  REQUIRE(found.points.size() == 2);
  CHECK(found.points[0].index == 4);
  CHECK(found.points[1].index == 6);
  CHECK(found.crest_count == 1);
  CHECK(found.first_crest == 2);
}

TEST_CASE("turning points: an object that is used again has forgotten the channel before") {
  TurningPoints turning_points(scalar());
  const Series rises = ramp(10), falls = {5, 4, 3};
  for (const Series& x : {rises, falls}) {
    turning_points.begin();
    const Block block{x.data(), x.size(), 0};
    turning_points.find(block);
    CHECK(turning_points.count() == 0);
    turning_points.end_block(block);
  }
}
