#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "kernels/adversarial.h"
#include "kernels/computed.h"
#include "kernels/crossings.h"
#include "kernels/order_statistics.h"
#include "kernels/reversals.h"

// A block may lie in a mapped file, to which somebody writes, or of which nothing but zeros is left: what a kernel saw may be gone when it looks again.
// Its numbers mean nothing then, and the engine drops them when it finds out; but no kernel may step outside its memory or run for ever. ASan watches.

using namespace wavemill;
using namespace wavemill::test;
using namespace wavemill::kernels;
using wavemill::contract::Column;

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kInf = std::numeric_limits<double>::infinity();

/// What may stand in a file instead of samples between 5 and 6.
std::vector<Series> other_contents(std::size_t count) {
  return {Series(count, 0.0),   Series(count, 5.5),  Series(count, 1e300),
          Series(count, -kInf), Series(count, kNan), white_noise(count, 3, 5.5, 1e6)};
}

Series between_5_and_6(std::size_t count) {
  Random random(count);
  Series x(count);
  for (double& sample : x) sample = 5.0 + random.uniform();
  return x;
}

}  // namespace

TEST_CASE("changing samples: order statistics end, whatever the later sweeps are given") {
  for (const std::size_t count : {100, 5000, 100'000}) {
    CAPTURE(count);
    const Series before = between_5_and_6(count);
    const std::vector<std::uint64_t> ranks = {0, count / 100, count / 2, count - 1};
    for (const Series& after : other_contents(count)) {
      for (const std::string_view name : isa::names()) {
        const auto isa = isa::select(name);
        if (!isa) continue;
        OrderStatistics order(**isa);
        for (int changes_after = 0; changes_after < 3; ++changes_after) {
          order.begin(ranks, count, 5.0, 6.0);
          int sweeps = 0;
          do {
            for_each_block(sweeps < changes_after ? before : after,
                           [&](const Block& block) { order.add(block.samples, block.count); });
          } while (order.end_sweep() && ++sweeps < 20);
          CHECK(sweeps < 20);
        }
      }
    }
  }
}

TEST_CASE("changing samples: a crossing that was counted and is gone is looked for inside the block only") {
  isa::Table seeing_one = scalar();
  seeing_one.count_upcrossings = [](const double*, std::size_t, double) { return std::size_t{1}; };
  for (const std::size_t count : {2, 3, 2048, 5000}) {
    for (const Series& x : other_contents(count)) {
      Computed computed(x);
      computed.facts.mean = 5.5;
      computed.facts.min = 5.0;
      computed.facts.max = 6.0;
      Crossings crossings(seeing_one);
      computed.run(crossings);
      CHECK(computed[Column::kUpcrossingCount] >= 1.0);
    }
  }
}

TEST_CASE("changing samples: an extreme that is gone has its time inside the block") {
  isa::Table seeing_others = scalar();
  seeing_others.sum_block = [](const double*, std::size_t, double) { return isa::BlockSums{0, 0, 0, 0, -123.0, 456.0}; };
  const Series x = between_5_and_6(2048), times_s = ramp(2048);
  Computed computed(x, {.times_s = times_s.data()});
  computed.summarise(seeing_others);
  CHECK(computed[Column::kTimeOfMinS] <= 2047.0);
  CHECK(computed[Column::kTimeOfMaxS] <= 2047.0);
}

TEST_CASE("changing samples: turning points and cycles of NaN and infinities end") {
  for (const std::size_t count : {100, 2048, 10'000}) {
    for (Series x : other_contents(count)) {
      for (std::size_t i = 0; i < count; i += 3) x[i] = i % 2 == 0 ? kNan : kInf;
      for (const kernels::Residue residue : {kernels::Residue::kHalf, kernels::Residue::kRepeat}) {
        kernels::FatigueOptions options{.residue = residue};
        options.settings.gate = 0.1;
        Computed computed(x, {}, 2);
        computed.facts.min = 5.0;
        computed.facts.max = 6.0;
        computed.facts.last = x.back();
        computed.facts.fatigue = &options.settings;
        Reversals reversals(scalar(), {Computed::family({3, 3.5}), {}}, 1.0, options);
        computed.run(reversals);
        CHECK(computed.sweeps == 1);
      }
    }
  }
}
