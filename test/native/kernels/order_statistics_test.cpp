#include "kernels/order_statistics.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "kernels/adversarial.h"
#include "kernels/computed.h"

using namespace wavemill::test;
using wavemill::kernels::Block;
using wavemill::kernels::OrderStatistics;

namespace {

constexpr int kMostSweeps = 12;

/// Each rank's sample equals the sorted series', by every instruction set that the CPU has.
void check(const NamedSeries& series, const std::vector<std::uint64_t>& ranks) {
  CAPTURE(series.name);
  const Series& x = series.samples;
  Series sorted = x;
  std::sort(sorted.begin(), sorted.end());
  for (const std::string_view name : wavemill::kernels::isa::names()) {
    const auto isa = wavemill::kernels::isa::select(name);
    if (!isa) continue;
    OrderStatistics order(**isa);
    order.begin(ranks, x.size(), sorted.front(), sorted.back());
    int sweeps = 0;
    do {
      for_each_block(x, [&](const Block& block) { order.add(block.samples, block.count); });
    } while (order.end_sweep() && ++sweeps < kMostSweeps);
    REQUIRE(sweeps < kMostSweeps);
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < ranks.size(); ++i) wrong += order.value(i) == sorted[ranks[i]] ? 0U : 1U;
    CHECK(wrong == 0);
  }
}

std::vector<std::uint64_t> even_ranks(std::size_t samples, std::size_t count) {
  std::vector<std::uint64_t> ranks;
  for (std::size_t i = 0; i < count; ++i) ranks.push_back(i * (samples - 1) / std::max<std::size_t>(1, count - 1));
  ranks.erase(std::unique(ranks.begin(), ranks.end()), ranks.end());
  return ranks;
}

}  // namespace

TEST_CASE("order statistics: exactly the sorted series' samples, for input made to be hard") {
  for (const NamedSeries& series : adversarial_series()) {
    check(series, even_ranks(series.samples.size(), 10));
    check(series, {0});
    check(series, {series.samples.size() - 1});
    check(series, {series.samples.size() / 2});
  }
}

TEST_CASE("order statistics: four hundred ranks at once") {
  for (const NamedSeries& series : adversarial_series()) check(series, even_ranks(series.samples.size(), 400));
}

TEST_CASE("order statistics: every rank of a short series") {
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    const std::size_t count = 2 + seed * 7;
    check({"noise", white_noise(count, seed)}, even_ranks(count, count));
    Series few = few_levels(count, seed, 3);
    few[0] = -1.0;
    check({"few levels", few}, even_ranks(count, count));
  }
}

TEST_CASE("order statistics: an object is used again for channels of any length") {
  OrderStatistics order(scalar());
  for (const std::size_t count : {100000, 2, 5000, 100001}) {
    Series x = white_noise(count, count), sorted = x;
    std::sort(sorted.begin(), sorted.end());
    const std::vector<std::uint64_t> ranks = even_ranks(count, 7);
    order.begin(ranks, count, sorted.front(), sorted.back());
    do {
      for_each_block(x, [&](const Block& block) { order.add(block.samples, block.count); });
    } while (order.end_sweep());
    for (std::size_t i = 0; i < ranks.size(); ++i) CHECK(order.value(i) == sorted[ranks[i]]);
  }
}
