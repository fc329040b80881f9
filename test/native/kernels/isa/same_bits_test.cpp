#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <string_view>
#include <vector>

#include "kernels/isa/variants.h"

using namespace wavemill::test;
using wavemill::kernels::isa::BlockSums;
using wavemill::kernels::isa::Table;

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kInf = std::numeric_limits<double>::infinity();

/// Noise, integers with ties, magnitudes that make every order of summing another sum, denormals.
std::vector<Series> finite_series(std::size_t count) {
  Series wild = white_noise(count, count + 2), denormal = few_levels(count, count + 3, 100);
  for (std::size_t i = 0; i < count; ++i) wild[i] = std::ldexp(wild[i], static_cast<int>(i * 37 % 160) - 80);
  for (double& sample : denormal) sample *= std::numeric_limits<double>::denorm_min();
  return {white_noise(count, count + 1, 1e3), integer_walk(count, count), few_levels(count, count, 2), wild, denormal};
}

std::vector<Series> any_series(std::size_t count) {
  std::vector<Series> all = finite_series(count);
  for (const double value : {kNan, kInf, -kInf, -0.0}) {
    Series x = white_noise(count, count + 4);
    for (std::size_t i = count % 3; i < count; i += 5) x[i] = value;
    all.push_back(x);
  }
  return all;
}

/// The same but for the signs of NaN.
bool has_same_values(const double* a, const double* b, std::size_t count) {
  return std::equal(a, a + count, b, [](double x, double y) { return x == y || (std::isnan(x) && std::isnan(y)); });
}

/// The place of a series among the block's, so that a failure says which.
template <class Check>
void for_each_series(std::vector<Series> (*make)(std::size_t), Check check) {
  for_each_wide([&](const Table& wide) {
    for (const std::size_t count : lengths_to_try()) {
      for (const Series& series : make(count)) {
        CAPTURE(count);
        Unaligned<double> x(series);
        check(wide, x);
      }
    }
  });
}

}  // namespace

TEST_CASE("same bits: sums and extremes of a block") {
  for_each_series(finite_series, [](const Table& wide, Unaligned<double>& x) {
    if (x.size() == 0) return;
    for (const double pivot : {x.data()[0], x.data()[x.size() / 2]}) {
      const BlockSums a = reference_table().sum_block(x.data(), x.size(), pivot), b = wide.sum_block(x.data(), x.size(), pivot);
      CHECK(has_same_bits(a.d1, b.d1));
      CHECK(has_same_bits(a.d2, b.d2));
      CHECK(has_same_bits(a.d3, b.d3));
      CHECK(has_same_bits(a.d4, b.d4));
      CHECK(has_same_bits(a.min, b.min));
      CHECK(has_same_bits(a.max, b.max));
    }
  });
}

TEST_CASE("same bits: a block with a NaN or an infinity has no finite first sum, whatever the instruction set") {
  for (const std::string_view name : wavemill::kernels::isa::names()) {
    const auto table = wavemill::kernels::isa::select(name);
    if (!table) continue;
    for (const std::size_t count : lengths_to_try()) {
      if (count == 0) continue;
      for (const double value : {kNan, kInf, -kInf}) {
        for (const std::size_t place : {std::size_t{0}, count / 2, count - 1}) {
          Unaligned<double> x(white_noise(count, count));
          x.data()[place] = value;
          CHECK(!std::isfinite((*table)->sum_block(x.data(), count, x.data()[0]).d1));
        }
      }
    }
  }
}

TEST_CASE("same bits: number of up-crossings, also with NaN and infinities") {
  for_each_series(any_series, [](const Table& wide, Unaligned<double>& x) {
    for (const double level : {0.0, 0.5, 1.0, 1e3}) {
      std::size_t wanted = 0;
      for (std::size_t i = 0; i + 1 < x.size(); ++i) wanted += x.data()[i] < level && level <= x.data()[i + 1] ? 1U : 0U;
      const std::size_t scalar_count = reference_table().count_upcrossings(x.data(), x.size(), level);
      CHECK(wide.count_upcrossings(x.data(), x.size(), level) == scalar_count);
      bool has_nan = false;
      for (std::size_t i = 0; i < x.size(); ++i) has_nan = has_nan || std::isnan(x.data()[i]);
      if (!has_nan) CHECK(scalar_count == wanted);
    }
  });
}

TEST_CASE("same bits: rises and falls, also with NaN and infinities") {
  for_each_series(any_series, [](const Table& wide, Unaligned<double>& x) {
    if (x.size() < 2) return;
    const std::size_t pairs = x.size() - 1, words = (pairs + 63) / 64;
    Unaligned<std::uint64_t> rises(words), falls(words), wide_rises(words, 0xdeadU), wide_falls(words, 0xdeadU), wanted(words);
    reference_table().slope_bits(x.data(), x.size(), rises.data(), falls.data());
    wide.slope_bits(x.data(), x.size(), wide_rises.data(), wide_falls.data());
    for (std::size_t i = 0; i < pairs; ++i) wanted.data()[i / 64] |= std::uint64_t{x.data()[i] < x.data()[i + 1]} << i % 64;
    CHECK(has_same_bits(rises.data(), wanted.data(), words));
    CHECK(has_same_bits(rises.data(), wide_rises.data(), words));
    CHECK(has_same_bits(falls.data(), wide_falls.data(), words));
  });
}

TEST_CASE("same bits: marked samples side by side") {
  for_each_series(any_series, [](const Table& wide, Unaligned<double>& x) {
    const std::size_t words = (x.size() + 63) / 64, room = 64 * words + 8;
    Random random(x.size());
    for (const std::uint64_t sparse : {1, 2, 8, 64}) {
      std::vector<std::uint64_t> marks(words);
      std::vector<double> wanted;
      for (std::size_t i = 0; i < x.size(); ++i) {
        if (random.below(sparse) != 0) continue;
        marks[i / 64] |= std::uint64_t{1} << i % 64;
        wanted.push_back(x.data()[i]);
      }
      Unaligned<double> out(room);
      for (const Table* table : {&reference_table(), &wide}) {
        REQUIRE(table->gather_marked(x.data(), x.size(), marks.data(), out.data()) == wanted.size());
        CHECK(has_same_bits(out.data(), wanted.data(), wanted.size()));
      }
    }
  });
}

TEST_CASE("same bits: buckets, which are never outside, also of NaN and infinities") {
  constexpr std::uint32_t kLast = 1024;
  for_each_series(any_series, [](const Table& wide, Unaligned<double>& x) {
    for (const double low : {-2.0, 0.0, 998.0}) {
      for (const double inverse_width : {256.0, 1e-3, 1e300}) {
        Unaligned<std::uint32_t> buckets(x.size()), wide_buckets(x.size());
        reference_table().bucket_indices(x.data(), x.size(), low, inverse_width, kLast, buckets.data());
        wide.bucket_indices(x.data(), x.size(), low, inverse_width, kLast, wide_buckets.data());
        CHECK(has_same_bits(buckets.data(), wide_buckets.data(), x.size()));
        CHECK(std::all_of(buckets.data(), buckets.data() + x.size(), [](std::uint32_t bucket) { return bucket <= kLast; }));
      }
    }
  });
}

TEST_CASE("same bits: buckets never fall as samples rise, and the extremes are in the first and the last") {
  for (const Series& series : finite_series(2048)) {
    Series x = series;
    std::sort(x.begin(), x.end());
    const double inverse_width = 1024.0 / (x.back() - x.front());
    if (!std::isfinite(inverse_width)) continue;
    std::vector<std::uint32_t> buckets(x.size());
    reference_table().bucket_indices(x.data(), x.size(), x.front(), inverse_width, 1024, buckets.data());
    CHECK(std::is_sorted(buckets.begin(), buckets.end()));
    CHECK(buckets.front() == 0);
    CHECK(buckets.back() >= 1023);
  }
}

TEST_CASE("same bits: ranges smaller than both neighbours are taken out") {
  for_each_series(any_series, [](const Table& wide, Unaligned<double>& x) {
    if (x.size() < 3) return;
    const std::size_t room = x.size() / 2 + 8;
    Unaligned<double> left(x.size() + 8), wide_left(x.size() + 8), closed(room), wide_closed(room);
    std::copy_n(x.data(), x.size(), left.data());
    std::copy_n(x.data(), x.size(), wide_left.data());
    const std::size_t count = reference_table().close_cycles(left.data(), x.size(), closed.data());
    REQUIRE(wide.close_cycles(wide_left.data(), x.size(), wide_closed.data()) == count);
    REQUIRE(2 * count <= x.size());
    CHECK(has_same_bits(left.data(), wide_left.data(), x.size() - 2 * count));
    CHECK(has_same_values(closed.data(), wide_closed.data(), count));

    const auto range = [&](std::size_t i) { return std::fabs(x.data()[i + 1] - x.data()[i]); };
    std::vector<double> wanted;
    for (std::size_t i = 1; i + 2 < x.size(); ++i)
      if (range(i) < range(i - 1) && range(i) < range(i + 1)) wanted.push_back(range(i));
    CHECK(has_same_values(closed.data(), wanted.data(), std::min(count, wanted.size())));
    CHECK(count == wanted.size());
  });
}

TEST_CASE("same bits: sums of powers") {
  for_each_series(finite_series, [](const Table& wide, Unaligned<double>& x) {
    for (const unsigned exponent : {1U, 2U, 3U, 4U, 5U, 7U, 10U, 30U}) {
      Unaligned<double> sums(Series(16, 0.125)), wide_sums(Series(16, 0.125));
      reference_table().add_powers(x.data(), x.size(), 0.25, exponent, sums.data());
      wide.add_powers(x.data(), x.size(), 0.25, exponent, wide_sums.data());
      CHECK(has_same_bits(sums.data(), wide_sums.data(), 16));
    }
  });
}

TEST_CASE("same bits: sums of the smaller of two powers") {
  for_each_series(finite_series, [](const Table& wide, Unaligned<double>& x) {
    for (const unsigned second : {1U, 5U, 30U}) {
      Unaligned<double> sums(Series(16, 0.125)), wide_sums(Series(16, 0.125));
      reference_table().add_least_powers(x.data(), x.size(), 0.25, 3, second, sums.data());
      wide.add_least_powers(x.data(), x.size(), 0.25, 3, second, wide_sums.data());
      CHECK(has_same_bits(sums.data(), wide_sums.data(), 16));
    }
  });
}

TEST_CASE("same bits: range i of a sum of powers goes to accumulator i mod 16") {
  Series ranges(37);
  for (std::size_t i = 0; i < ranges.size(); ++i) ranges[i] = static_cast<double>(i + 1);
  double sums[16] = {};
  reference_table().add_powers(ranges.data(), ranges.size(), 2.0, 3, sums);
  for (std::size_t k = 0; k < 16; ++k) {
    double wanted = 0;
    for (std::size_t i = k; i < ranges.size(); i += 16) wanted += std::pow(2.0 * ranges[i], 3.0);
    CHECK(sums[k] == wanted);
  }
}
