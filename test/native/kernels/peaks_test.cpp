#include "kernels/peaks.h"

#include <doctest/doctest.h>

#include <cmath>

#include "kernels/computed.h"
#include "kernels/crossings.h"

using namespace wavemill::test;
using wavemill::kernels::Excursion;
using wavemill::kernels::kNone;
using wavemill::kernels::Peaks;
using wavemill::kernels::TimeView;
namespace isa = wavemill::kernels::isa;

namespace {

using Values = std::vector<double>;

struct Found {
  Values global, over;
};

Found found(const Series& x, int sign, double mean, double threshold = kNone, double decluster_s = 0.0, const TimeView& time = {},
            const isa::Table& table = scalar()) {
  wavemill::kernels::Facts facts;
  facts.time = time;
  facts.count = x.size();
  facts.mean = mean;
  Peaks peaks(table, sign);
  peaks.begin(facts, threshold, decluster_s);
  for_each_block(x, [&](const auto& block) { peaks.add(block); });
  peaks.end();
  return {Values(peaks.global().begin(), peaks.global().end()),
          Values(peaks.over_threshold().begin(), peaks.over_threshold().end())};
}

/// As the definition has them, sample by sample.
Values plain_global(const Series& x, double mean) {
  std::vector<std::size_t> crossings;
  for (std::size_t i = 0; i + 1 < x.size(); ++i)
    if (x[i] < mean && mean <= x[i + 1]) crossings.push_back(i + 1);
  Values maxima;
  for (std::size_t k = 0; k + 1 < crossings.size(); ++k)
    maxima.push_back(*std::max_element(x.begin() + static_cast<std::ptrdiff_t>(crossings[k]),
                                       x.begin() + static_cast<std::ptrdiff_t>(crossings[k + 1])));
  return maxima;
}

Series negated(Series x) {
  for (double& sample : x) sample = -sample;
  return x;
}

}  // namespace

TEST_CASE("peaks: global maxima and minima as a plain loop finds them, whatever the instruction set") {
  for (const std::size_t count : {2, 3, 63, 64, 65, 2047, 2048, 2049, 4097, 9001}) {
    for (const double mean : {-0.5, 0.0, 1.0}) {
      CAPTURE(count);
      for (const Series& x :
           {integer_walk(count, count, 1), few_levels(count, count, 3), white_noise(count, count), sine(count, 700)}) {
        for (const std::string_view name : isa::names()) {
          const auto table = isa::select(name);
          if (!table) continue;
          CHECK(found(x, 1, mean, kNone, 0, {}, **table).global == plain_global(x, mean));
          CHECK(found(x, -1, mean, kNone, 0, {}, **table).global == negated(plain_global(negated(x), -mean)));
        }
      }
    }
  }
}

TEST_CASE("peaks: a record's ends are no whole cycles") {
  // mean 0: crossings at 2 and 6; what comes before and after is cut off
  CHECK(found({9, -1, 1, 3, 2, -1, 1, 8}, 1, 0).global == Values{3});
  CHECK(found({9, -1, 1, 3, 2, -1, 1, 8, -1}, 1, 0).global == Values{3});
  CHECK(found({9, -1, 1, 3, 2, -1, 1, 8, -1, 0}, 1, 0).global == Values{3, 8});
  CHECK(found({1, -4, -2, 1, 1, -5, 1, -1}, -1, 0).global == Values{-4, -5});
  CHECK(found({0, 1, 2, 3}, 1, 1.5).global.empty());
}

TEST_CASE("peaks: excursions over a threshold, their largest samples, and what the ends cut off") {
  CHECK(found({0, 3, 0, 4, 5, 4, 0, 2, 0}, 1, 0, 2.0).over == Values{3, 5});  // 2 meets it
  CHECK(found({3, 0, 5}, 1, 0, 2.0).over == Values{3, 5});
  CHECK(found({-3, 0, -5, -6, 0}, -1, 0, -2.0).over == Values{-3, -6});
  CHECK(found({0, 1}, 1, 0, 2.0).over.empty());
  Series long_one(5000, 0.0);
  for (std::size_t i = 2000; i < 4500; ++i) long_one[i] = 3.0 + 1e-3 * static_cast<double>(i % 977);
  CHECK(found(long_one, 1, 0, 2.0).over == Values{3.976});
}

TEST_CASE("peaks: those closer than the given time are one cluster, whose largest counts") {
  // peaks at 1, 3, 6, 12 s
  const Series x{0, 3, 0, 5, 0, 0, 4, 0, 0, 0, 0, 0, 6, 0};
  CHECK(found(x, 1, 0, 2.0, 0.0).over == Values{3, 5, 4, 6});
  CHECK(found(x, 1, 0, 2.0, 2.0).over == Values{3, 5, 4, 6});  // 2 s are not closer than 2 s
  CHECK(found(x, 1, 0, 2.0, 2.5).over == Values{5, 4, 6});
  CHECK(found(x, 1, 0, 2.0, 3.5).over == Values{5, 6});  // each is closer than that to the one before it
  CHECK(found(x, 1, 0, 2.0, 100).over == Values{6});
  CHECK(found(x, 1, 0, 2.0, 2.5, {.step_s = 0.5}).over == Values{5, 6});
  const Series times_s{0, 1, 2, 3, 4, 5, 5.1, 5.2, 6, 7, 8, 9, 10, 11};
  CHECK(found(x, 1, 0, 2.0, 2.2, {.times_s = times_s.data()}).over == Values{5, 6});
  CHECK(found(negated(x), -1, 0, -2.0, 2.5).over == Values{-5, -4, -6});
}
