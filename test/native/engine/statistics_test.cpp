#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "engine/channel_kernels.h"
#include "engine/period.h"
#include "engine/result_files.h"
#include "engine/running.h"
#include "formats/catalogue.h"
#include "formats/samples.h"
#include "kernels/computed.h"
#include "platform/temp_file.h"

using namespace wavemill;
using namespace wavemill::test;
using engine::ReadMode;
using engine::StatisticsResult;

namespace {

struct NamedFile {
  std::string name;
  std::string extension;
  std::string content;
};

/// Every stored type, both orders of a .npy, .outb with int16 and with f64: all hold the same integers.
std::vector<NamedFile> files_of(const std::vector<Series>& columns) {
  std::vector<NamedFile> files;
  for (const char* descr : {"<f8", "<f4", "<i2", "<i4", "<u2", ">f8", ">i2", ">f4"})
    for (const bool is_fortran_order : {false, true})
      files.push_back({std::string("npy ") + descr + (is_fortran_order ? " Fortran" : " C"), ".npy",
                       npy_of(columns, descr, is_fortran_order)});
  files.push_back({"outb int16", ".outb", outb_of(columns, 2)});
  files.push_back({"outb f64", ".outb", outb_of(columns, 3)});
  return files;
}

/// The samples by the tests' own decoder, the kernels one channel after another: no tiles, no groups, no lanes.
StatisticsResult one_by_one(const NamedFile& file, const engine::StatisticsTask& task, std::uint64_t first, std::uint64_t count) {
  MemoryBytes bytes(file.content);
  const auto format = formats::identify("x" + file.extension, bytes);
  REQUIRE(format.ok());
  const auto layout = (*format)->parse(bytes, {.time_step_s = task.file.time_step_s});
  REQUIRE(layout.ok());
  const engine::StatisticsPlan plan(task.columns, task.equivalent_frequency_hz, task.fatigue);
  engine::ChannelKernels kernels(scalar(), plan, std::make_shared<kernels::WelchShapes>(scalar()));
  StatisticsResult wanted;
  wanted.values.resize(layout->channels.size() * task.columns.size());
  Series times_s;
  for (std::uint64_t k = 0; layout->time.samples && k < layout->sample_count; ++k)
    times_s.push_back(sample(file.content, *layout->time.samples, k));
  const kernels::TimeView time{layout->time.start_s, layout->time.step_s, first, times_s.empty() ? nullptr : times_s.data()};
  for (std::size_t i = 0; i < layout->channels.size(); ++i) {
    Series x(count);
    for (std::uint64_t k = 0; k < count; ++k) x[k] = sample(file.content, layout->channels[i].samples, first + k);
    kernels.begin(time, engine::span_of(time, count).step_s, count, wanted.values.data() + i * task.columns.size());
    while (kernels.wants_sweep()) {
      for_each_block(x, [&](const kernels::Block& block) { kernels.add(block); });
      kernels.end_sweep();
    }
    wanted.status.push_back(kernels.finish());
  }
  return wanted;
}

bool has_same_bits(const std::vector<double>& a, const std::vector<double>& b) {
  return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(double)) == 0;
}

void check_everywhere(const NamedFile& file, const engine::Period& period, std::uint64_t first, std::uint64_t count) {
  CAPTURE(file.name);
  const TempFile on_disk(file.content, file.extension);
  const StatisticsResult wanted = one_by_one(file, statistics_of("", ReadMode::kAuto, period), first, count);
  for (const std::string_view isa : kernels::isa::names()) {
    if (!kernels::isa::select(isa)) continue;
    for (const unsigned lanes : {1U, 2U, 5U}) {
      if (lanes > 1 && isa == "scalar") continue;
      const auto engine = started(lanes, std::string(isa));
      for (const ReadMode mode : {ReadMode::kMap, ReadMode::kRead}) {
        const auto result = succeed<StatisticsResult>(*engine, statistics_of(on_disk.path(), mode, period));
        CHECK(result.read_path == (mode == ReadMode::kMap ? engine::ReadPath::kMapped : engine::ReadPath::kRead));
        CHECK(result.periods[0].count == count);
        CHECK(has_same_bits(result.values, wanted.values));
        CHECK(result.status == wanted.status);
      }
    }
  }
}

}  // namespace

TEST_CASE(
    "engine: 70 channels of 9001 samples have the same bits in either order, mapped and read, on any lanes and instruction set") {
  const std::vector<Series> columns = integer_columns(70, 9001);
  check_everywhere({"npy <f8 C", ".npy", npy_of(columns, "<f8", false)}, kWholeFile, 0, 9001);
  check_everywhere({"npy <f8 Fortran", ".npy", npy_of(columns, "<f8", true)}, kWholeFile, 0, 9001);
  check_everywhere({"npy >i2 C", ".npy", npy_of(columns, ">i2", false)}, kWholeFile, 0, 9001);
  check_everywhere({"outb int16", ".outb", outb_of(columns, 2)}, kWholeFile, 0, 9001);
  check_everywhere({"outb f64", ".outb", outb_of(columns, 3)}, kWholeFile, 0, 9001);
}

TEST_CASE("engine: so have a few short channels of every stored type, and a period of them") {
  const std::vector<NamedFile> files = files_of(integer_columns(3, 2049));
  for (const NamedFile& file : files) {
    const double step_s = file.extension == ".npy" ? 0.5 : 0.05;
    check_everywhere(file, kWholeFile, 0, 2049);
    check_everywhere(file, {17 * step_s, 2000 * step_s}, 17, 1984);
    check_everywhere(file, {5 * step_s, 5 * step_s}, 5, 1);
  }
}

TEST_CASE("engine: several periods in one task are each as by itself, overlapping, apart and in any order") {
  const TempFile file(outb_of(integer_columns(70, 9001), 2), ".outb");
  const std::vector<engine::Period> periods{{100.0, 300.0}, kWholeFile, {0.0, 110.0}, {449.0, 450.0}};
  for (const unsigned lanes : {1U, 3U}) {
    const auto engine = started(lanes);
    auto task = statistics_of(file.path());
    task.periods = periods;
    const auto together = succeed<StatisticsResult>(*engine, task);
    REQUIRE(together.periods.size() == periods.size());
    const std::size_t channels = together.channels.size();
    for (std::size_t i = 0; i < periods.size(); ++i) {
      const auto alone = succeed<StatisticsResult>(*engine, statistics_of(file.path(), ReadMode::kAuto, periods[i]));
      CHECK(together.periods[i].count == alone.periods[0].count);
      CHECK(together.periods[i].time.start_s == alone.periods[0].time.start_s);
      const auto from = together.values.begin() + static_cast<std::ptrdiff_t>(i * alone.values.size());
      CHECK(has_same_bits({from, from + static_cast<std::ptrdiff_t>(alone.values.size())}, alone.values));
      for (std::size_t k = 0; k < channels; ++k) CHECK(together.status[i * channels + k] == alone.status[k]);
    }
  }
}

TEST_CASE("engine: a file with times of its own, uneven ones") {
  const std::vector<Series> columns = integer_columns(7, 5000);
  const NamedFile file{"outb with time", ".outb", outb_of(columns, 1, 60.0)};
  check_everywhere(file, kWholeFile, 0, 5000);
  const auto time_s = [](std::size_t i) { return 60.0 + packed_time(i) / 10.0; };
  check_everywhere(file, {time_s(1002), time_s(3002)}, 1002, 2001);

  const TempFile on_disk(file.content, file.extension);
  const auto result = succeed<StatisticsResult>(*started(), statistics_of(on_disk.path()));
  CHECK(result.periods[0].time.start_s == 60.0);
  CHECK(result.periods[0].time.stop_s == doctest::Approx(time_s(4999)).epsilon(1e-15));
  CHECK(std::isnan(result.periods[0].time.step_s));
  const double* row = result.values.data();
  const auto first_max = static_cast<std::size_t>(std::max_element(columns[0].begin(), columns[0].end()) - columns[0].begin());
  CHECK(row[static_cast<std::size_t>(contract::Column::kTimeOfMaxS)] == doctest::Approx(time_s(first_max)).epsilon(1e-15));
  double area = 0;
  for (std::size_t i = 1; i < 5000; ++i) area += 0.5 * (columns[0][i] + columns[0][i - 1]) * (time_s(i) - time_s(i - 1));
  CHECK(row[static_cast<std::size_t>(contract::Column::kIntegral)] == doctest::Approx(area).epsilon(1e-12));
}

TEST_CASE("engine: any number of channels to a row") {
  for (std::size_t channels = 1; channels <= 35; ++channels) {
    CAPTURE(channels);
    const std::vector<Series> columns = integer_columns(channels, 300);
    check_everywhere({"outb int16", ".outb", outb_of(columns, 2)}, kWholeFile, 0, 300);
    check_everywhere({"npy <u2", ".npy", npy_of(columns, "<u2")}, kWholeFile, 0, 300);
    check_everywhere({"npy >i2", ".npy", npy_of(columns, ">i2")}, kWholeFile, 0, 300);
  }
}

TEST_CASE("engine: channels that are chosen have the bits that they have among all") {
  Random random(5);
  const auto engine = started(2);
  for (const NamedFile& file : files_of(integer_columns(40, 2500))) {
    CAPTURE(file.name);
    const TempFile on_disk(file.content, file.extension);
    auto task = statistics_of(on_disk.path());
    const auto all = succeed<StatisticsResult>(*engine, task);
    for (int round = 0; round < 10; ++round) {
      task.channels.clear();
      for (std::size_t i = 0; i < 40; ++i)
        if (random.below(1 + static_cast<std::uint64_t>(round)) == 0) task.channels.push_back(std::to_string(i));
      if (task.channels.empty()) continue;
      const auto some = succeed<StatisticsResult>(*engine, task);
      REQUIRE(some.channels.size() == task.channels.size());
      std::size_t wrong = 0;
      const std::size_t width = task.columns.size();
      for (std::size_t i = 0; i < some.channels.size(); ++i)
        wrong += std::memcmp(&some.values[i * width], &all.values[some.channels[i].index * width], width * sizeof(double)) == 0
                     ? 0U
                     : 1U;
      CHECK(wrong == 0);
    }
  }
}

TEST_CASE("engine: a one-dimensional array and one sample of many channels") {
  check_everywhere({"1-D", ".npy", npy_file(npy_dictionary("<f8", "(3,)"), std::string(24, '\0'))}, kWholeFile, 0, 3);
  for (const bool is_fortran_order : {false, true})
    check_everywhere({"one sample", ".npy", npy_of(integer_columns(40, 1), "<i2", is_fortran_order)}, kWholeFile, 0, 1);
}

TEST_CASE("engine: channels with gaps among others without") {
  std::vector<Series> columns = integer_columns(20, 5000);
  for (std::size_t i = 0; i < columns.size(); i += 3)
    for (std::size_t k = i * 200; k < 5000; k += 1 + i * 37) columns[i][k] = i % 2 == 0 ? NAN : INFINITY;
  columns[5].assign(5000, NAN);
  for (const bool is_fortran_order : {false, true})
    check_everywhere({"gaps", ".npy", npy_of(columns, "<f8", is_fortran_order)}, kWholeFile, 0, 5000);
}

TEST_CASE("engine: the values are those of the series, whatever the file's type") {
  const std::vector<Series> columns = integer_columns(4, 3000);
  const auto engine = started(2);
  for (const NamedFile& file : files_of(columns)) {
    if (file.name == "outb int16" || file.name == "outb f64") continue;  // another time step
    CAPTURE(file.name);
    const TempFile on_disk(file.content, file.extension);
    const auto result = succeed<StatisticsResult>(*engine, statistics_of(on_disk.path()));
    for (std::size_t i = 0; i < columns.size(); ++i) {
      Computed computed(columns[i], {.step_s = 0.5});
      computed.summarise();
      const double* row = result.values.data() + i * every_column().size();
      for (const auto column : {contract::Column::kMin, contract::Column::kMax, contract::Column::kMean, contract::Column::kStd})
        CHECK(row[static_cast<std::size_t>(column)] == computed[column]);
    }
  }
}

TEST_CASE("engine: what it says of the file, its time and its channels") {
  const TempFile file(outb_of(integer_columns(3, 101), 2, 60.0, 0.1), ".outb");
  const auto engine = started();
  auto task = statistics_of(file.path(), ReadMode::kAuto, {61.0, 62.0});
  task.channels = {"Chan2", "0"};
  const auto result = succeed<StatisticsResult>(*engine, task);
  CHECK(result.format == "outb");
  CHECK(result.periods[0].count == 11);
  CHECK(result.periods[0].time.start_s == 60.0 + 10 * 0.1);
  CHECK(result.periods[0].time.stop_s == 60.0 + 20 * 0.1);
  REQUIRE(result.channels.size() == 2);
  CHECK(result.channels[0].index == 0);
  CHECK(result.channels[1].index == 2);
  CHECK(result.channels[1].name == "Chan2");
  CHECK(result.channels[1].unit == "kN");
  CHECK(result.values.size() == 2 * task.columns.size());
}

TEST_CASE("engine: only the columns that were asked for, in their order") {
  const TempFile file(npy_of({{1, 5, 3, 5}}), ".npy");
  const auto engine = started();
  auto task = statistics_of(file.path());
  task.columns = {{contract::Column::kPercentile, 50.0},
                  {contract::Column::kMax},
                  {contract::Column::kPercentile, 0.0},
                  {contract::Column::kUpcrossingCount}};
  CHECK(succeed<StatisticsResult>(*engine, task).values == std::vector<double>{4, 5, 1, 2});
  task.columns = {};
  CHECK(succeed<StatisticsResult>(*engine, task).values.empty());
}

TEST_CASE("engine: a lane that did another plan before gives the same") {
  const TempFile file(npy_of(integer_columns(5, 3000)), ".npy");
  const auto used = started(), fresh = started();
  auto few = statistics_of(file.path());
  few.columns = {{contract::Column::kDamageEquivalentLoad, 7.0}, {contract::Column::kPercentile, 10.0}};
  succeed<StatisticsResult>(*used, few);
  const auto after = succeed<StatisticsResult>(*used, statistics_of(file.path()));
  CHECK(has_same_bits(after.values, succeed<StatisticsResult>(*fresh, statistics_of(file.path())).values));
  CHECK(has_same_bits(succeed<StatisticsResult>(*used, few).values, succeed<StatisticsResult>(*fresh, few).values));
}

TEST_CASE("engine: settings of fatigue by channel, the last that matches; a name that is not there is a warning") {
  const TempFile file(outb_of(integer_columns(3, 2001), 2), ".outb");
  const auto engine = started();
  engine::StatisticsTask task = statistics_of(file.path());
  task.columns = {{contract::Column::kDamage, 1.0}};  // one slope of 3
  const auto damages = [&] { return succeed<StatisticsResult>(*engine, task); };
  const StatisticsResult plain = damages();
  CHECK(plain.warnings.empty());
  task.fatigue.rules = {{"*", {.stress_per_unit = 10.0}}, {plain.channels[1].name, {.stress_per_unit = 2.0}}, {"gone", {}}};
  const StatisticsResult own = damages();
  CHECK(own.values[0] == doctest::Approx(1000.0 * plain.values[0]).epsilon(1e-12));
  CHECK(own.values[1] == doctest::Approx(8.0 * plain.values[1]).epsilon(1e-12));
  CHECK(own.values[2] == doctest::Approx(1000.0 * plain.values[2]).epsilon(1e-12));
  REQUIRE(own.warnings.size() == 1);
  CHECK(own.warnings[0].find("'gone'") != std::string::npos);
}

TEST_CASE("engine: matrices of cycles are extras, a row a cell, in the order of periods and channels") {
  const TempFile file(outb_of(integer_columns(3, 2001), 2), ".outb");
  const auto engine = started(2);
  engine::StatisticsTask task = statistics_of(file.path());
  task.fatigue.matrices = {true, true, 8};
  const auto result = succeed<StatisticsResult>(*engine, task);
  REQUIRE(result.extras.size() == 2);
  CHECK(result.extras[0].kind == contract::ExtraKind::kRangeMean);
  CHECK(result.extras[1].kind == contract::ExtraKind::kFromTo);
  std::vector<double> cycles[2];
  for (std::size_t i = 0; i < 2; ++i) {
    const engine::Extra& extra = result.extras[i];
    REQUIRE(extra.row_counts.size() == 3);
    const double* row = extra.values.data();
    for (const std::uint32_t rows : extra.row_counts) {
      double sum = 0.0;
      for (std::uint32_t k = 0; k < rows; ++k, row += extra.column_count()) sum += row[4];
      cycles[i].push_back(sum);
    }
    CHECK(row == extra.values.data() + extra.values.size());
  }
  CHECK(cycles[0] == cycles[1]);
  CHECK(cycles[0][0] > 1.0);
}
