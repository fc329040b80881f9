#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/result_files.h"
#include "engine/running.h"
#include "kernels/filter/zero_phase.h"
#include "platform/temp_file.h"

using namespace wavemill;
using namespace wavemill::test;
using engine::ReadMode;
using engine::StatisticsResult;

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr engine::Period kLate{20.0, 90.0};
constexpr double kStep_s = 0.5;

std::size_t place_of(const Series& x, std::size_t first, std::size_t end, bool is_max) {
  std::size_t best = end;
  for (std::size_t i = first; i < end; ++i) {
    if (!std::isfinite(x[i])) continue;
    if (best == end || (is_max ? x[i] > x[best] : x[i] < x[best])) best = i;
  }
  return best;
}

bool same(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

/// Rows by looking through the columns one sample after another.
void check_rows(const engine::Extra& extra, std::size_t period, const std::vector<Series>& columns,
                const std::vector<std::size_t>& linked, std::size_t first, std::size_t end) {
  REQUIRE(extra.column_count() == 3 + linked.size());
  for (std::size_t c = 0; c < columns.size(); ++c) {
    for (std::size_t e = 0; e < 2; ++e) {
      const double* row = extra.values.data() + ((period * columns.size() + c) * 2 + e) * extra.column_count();
      const std::size_t at = place_of(columns[c], first, end, e == 1);
      CAPTURE(c);
      CHECK(row[0] == static_cast<double>(e));
      CHECK(same(row[1], at == end ? kNan : static_cast<double>(at) * kStep_s));
      CHECK(same(row[2], at == end ? kNan : columns[c][at]));
      for (std::size_t k = 0; k < linked.size(); ++k) CHECK(same(row[3 + k], at == end ? kNan : columns[linked[k]][at]));
    }
  }
}

struct Content {
  std::string extension;
  std::string bytes;
};

std::vector<Content> files_of(const std::vector<Series>& columns) {
  return {{".npy", npy_of(columns)}, {".npy", npy_of(columns, ">f8", true)}, {".outb", outb_of(columns, 3, 0.0, kStep_s)}};
}

engine::StatisticsTask linked_task(const std::string& path, ReadMode mode, std::vector<std::string> linked) {
  engine::StatisticsTask task = statistics_of(path, mode);
  task.periods = {kWholeFile, kLate};
  task.linked = {true, std::move(linked)};
  return task;
}

}  // namespace

TEST_CASE(
    "linked values: every channel at each channel's first minimum and maximum, in each period, whatever the file and how it is "
    "read") {
  std::vector<Series> columns = integer_columns(21, 5000);
  columns[3][100] = kNan;
  columns[5] = Series(5000, kNan);
  columns[7][70] = std::numeric_limits<double>::infinity();
  std::vector<std::size_t> all(columns.size());
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
  auto one = started(1);
  auto three = started(3);
  for (const Content& file : files_of(columns)) {
    const TempFile stored(file.bytes, file.extension);
    for (const ReadMode mode : {ReadMode::kMap, ReadMode::kRead}) {
      for (engine::Engine* lanes : {one.get(), three.get()}) {
        const auto result = succeed<StatisticsResult>(*lanes, linked_task(stored.path(), mode, {}));
        REQUIRE(result.extras.size() == 1);
        CHECK(result.extras[0].row_counts == std::vector<std::uint32_t>(2 * columns.size(), 2));
        check_rows(result.extras[0], 0, columns, all, 0, 5000);
        check_rows(result.extras[0], 1, columns, all, 40, 181);
      }
    }
  }
}

TEST_CASE("linked values: of chosen channels, which need not be among those that are computed; text too") {
  const std::string text = "Time,Fx [kN],Fy [kN],Fz [kN]\n0,1,10,5\n0.5,3,20,4\n1,2,30,\n";
  const TempFile file(text, ".csv");
  engine::StatisticsTask task = statistics_of(file.path());
  task.channels = {"Fx*"};
  task.linked = {true, {"Fz*", "Fy*"}};
  const auto result = succeed<StatisticsResult>(*started(1), task);
  REQUIRE(result.channels.size() == 1);
  REQUIRE(result.extras.size() == 1);
  const engine::Extra& extra = result.extras[0];
  REQUIRE(extra.further.size() == 2);
  CHECK(extra.further[0].name == "Fy");
  CHECK(extra.further[1].unit == "kN");
  CHECK(extra.values == std::vector<double>{0, 0, 1, 10, 5, 1, 0.5, 3, 20, 4});
}

TEST_CASE("linked values: a pattern that means no channel is an error, as with the selection") {
  const TempFile file(npy_of(integer_columns(3, 50)), ".npy");
  engine::StatisticsTask task = statistics_of(file.path());
  task.linked = {true, {"Fz"}};
  CHECK(fail(*started(1), task).code == base::ErrorCode::kInputUnknownChannel);
}

TEST_CASE("linked values: none where they were not asked for") {
  const TempFile file(npy_of(integer_columns(3, 50)), ".npy");
  CHECK(succeed<StatisticsResult>(*started(1), statistics_of(file.path())).extras.empty());
}

TEST_CASE("linked values: single samples of a large file that is read are found where they lie") {
  const std::vector<Series> columns = integer_columns(24, 400'000);  // 19.2 MB: more than is held at once
  for (const bool is_fortran_order : {false, true}) {
    const TempFile file(npy_of(columns, "<i2", is_fortran_order), ".npy");
    engine::StatisticsTask task = statistics_of(file.path(), ReadMode::kRead);
    task.columns = {{contract::Column::kMax}};
    task.linked = {true, {"0", "11", "23"}};
    const auto result = succeed<StatisticsResult>(*started(2), task);
    check_rows(result.extras[0], 0, columns, {0, 11, 23}, 0, 400'000);
  }
}

TEST_CASE(
    "linked values: of channels that are filtered, the filtered ones, period by period; none where a channel cannot be "
    "filtered") {
  std::vector<Series> columns = integer_columns(4, 3000);
  columns[2][1500] = kNan;
  const kernels::FilterShape shape{kernels::FilterType::kLowpass, 2, 0.1, 0.0};
  for (const Content& file : files_of(columns)) {
    const TempFile stored(file.bytes, file.extension);
    engine::StatisticsTask task = linked_task(stored.path(), ReadMode::kAuto, {});
    task.filters = {{{"0", "2"}, shape}};
    const auto result = succeed<StatisticsResult>(*started(2), task);
    const engine::Extra& extra = result.extras[0];
    for (const std::size_t period : {std::size_t{0}, std::size_t{1}}) {
      const std::size_t first = period == 0 ? 0 : 40, end = period == 0 ? 3000 : 181;
      Series filtered(columns[0].begin() + static_cast<std::ptrdiff_t>(first),
                      columns[0].begin() + static_cast<std::ptrdiff_t>(end));
      kernels::ZeroPhase(shape, kStep_s).apply(filtered);
      for (const std::size_t channel : {std::size_t{0}, std::size_t{1}, std::size_t{3}}) {
        for (std::size_t e = 0; e < 2; ++e) {
          const double* row = extra.values.data() + ((period * 4 + channel) * 2 + e) * extra.column_count();
          const auto at = static_cast<std::size_t>(std::lround(row[1] / kStep_s));
          CHECK(row[3] == filtered[at - first]);
          CHECK(row[4] == columns[1][at]);
          CHECK(row[6] == columns[3][at]);
          CHECK(std::isnan(row[5]) == (period == 0));
          if (channel == 0) CHECK(row[3] == row[2]);
        }
      }
      const double* refused = extra.values.data() + (period * 4 + 2) * 2 * extra.column_count();
      CHECK(std::isnan(refused[2]) == (period == 0));
    }
  }
}
