#include <doctest/doctest.h>

#include <cmath>
#include <string>

#include "engine/result_files.h"
#include "engine/running.h"
#include "platform/temp_file.h"

using namespace wavemill;
using namespace wavemill::test;
using engine::ReadMode;
using engine::StatisticsResult;
using expression::DerivedChannels;

namespace {

constexpr double kStep_s = 0.5;  // as statistics_of has it

std::shared_ptr<const DerivedChannels> derived_of(std::vector<expression::Definition> definitions) {
  auto parsed = DerivedChannels::parse(std::move(definitions));
  REQUIRE(parsed.index() == 0);
  return std::get<0>(parsed);
}

const std::vector<expression::Definition> kDefinitions{
    {"Sum", "0.5*col0 + 3*col1", "", {}},  {"Length", "sqrt(col0*col0 + col1*col1)", "", {}},
    {"Speed", "derivative(col0)", "", {}}, {"Volume", "integral(col1)", "", {}},
    {"Straight", "col1", "", {}},          {"Further", "Speed - derivative(Volume)", "", {}},
};

/// The same by loops over whole columns.
std::vector<Series> by_hand(const Series& a, const Series& b) {
  const std::size_t n = a.size();
  const auto gradient = [n](const Series& x) {
    Series d(n, std::nan(""));
    for (std::size_t i = 0; i < n && n > 1; ++i) {
      const bool is_inside = i > 0 && i + 1 < n;
      const std::size_t low = i == 0 ? 0 : i - 1, high = i + 1 < n ? i + 1 : i;
      d[i] = (x[high] - x[low]) / (is_inside ? 2.0 * kStep_s : kStep_s);
    }
    return d;
  };
  std::vector<Series> columns(6, Series(n));
  for (std::size_t i = 0; i < n; ++i) columns[0][i] = 0.5 * a[i] + 3.0 * b[i];
  for (std::size_t i = 0; i < n; ++i) columns[1][i] = std::sqrt(a[i] * a[i] + b[i] * b[i]);
  columns[2] = gradient(a);
  for (std::size_t i = 1; i < n; ++i) columns[3][i] = columns[3][i - 1] + 0.5 * kStep_s * (b[i] + b[i - 1]);
  columns[4] = b;
  const Series back = gradient(columns[3]);
  for (std::size_t i = 0; i < n; ++i) columns[5][i] = columns[2][i] - back[i];
  return columns;
}

void check_same(const StatisticsResult& derived, const StatisticsResult& stored, std::size_t first) {
  const std::size_t columns = every_column().size();
  REQUIRE(derived.channels.size() == first + stored.channels.size());
  for (std::size_t c = 0; c < stored.channels.size(); ++c) {
    CHECK(derived.status[first + c] == stored.status[c]);
    for (std::size_t k = 0; k < columns; ++k) {
      const double a = derived.values[(first + c) * columns + k], b = stored.values[c * columns + k];
      CAPTURE(k);
      CHECK_MESSAGE((a == b || (std::isnan(a) && std::isnan(b))), derived.channels[first + c].name, ": ", a, " for ", b);
    }
  }
}

}  // namespace

TEST_CASE("derived channels have the statistics, to the bit, of a file that stores them") {
  for (const std::size_t count : {1, 2, 2048, 2049, 5000, 300'000}) {
    const std::vector<Series> columns{white_noise(count, 1), sine(count, 77.0), white_noise(count, 3)};
    const TempFile stored(npy_of(by_hand(columns[0], columns[1])), ".npy");
    const auto wanted = succeed<StatisticsResult>(*started(), statistics_of(stored.path()));
    for (const bool is_fortran_order : {false, true}) {
      const TempFile file(npy_of(columns, "<f8", is_fortran_order), ".npy");
      for (const ReadMode mode : {ReadMode::kMap, ReadMode::kRead})
        for (const unsigned lanes : {1U, 3U}) {
          CAPTURE(count);
          CAPTURE(lanes);
          engine::StatisticsTask task = statistics_of(file.path(), mode);
          task.derived = derived_of(kDefinitions);
          const auto found = succeed<StatisticsResult>(*started(lanes), task);
          CHECK(found.channels[3].index == 3);
          CHECK(found.channels[3].name == "Sum");
          check_same(found, wanted, 3);
        }
    }
  }
}

TEST_CASE("derived channels of a period begin with it") {
  const std::vector<Series> columns{white_noise(9000, 1), sine(9000, 77.0)};
  const TempFile file(npy_of(columns), ".npy");
  const Series a(columns[0].begin() + 100, columns[0].begin() + 8001), b(columns[1].begin() + 100, columns[1].begin() + 8001);
  const TempFile stored(npy_of(by_hand(a, b)), ".npy");
  engine::StatisticsTask task = statistics_of(file.path(), ReadMode::kAuto, {50.0, 4000.0});
  task.derived = derived_of(kDefinitions);
  task.columns = {{contract::Column::kMin}, {contract::Column::kStd}, {contract::Column::kDamageEquivalentLoad, 4.0}};
  engine::StatisticsTask whole = statistics_of(stored.path());
  whole.columns = task.columns;
  const auto found = succeed<StatisticsResult>(*started(), task), wanted = succeed<StatisticsResult>(*started(), whole);
  for (std::size_t i = 0; i < wanted.values.size(); ++i)
    CHECK(found.values[2 * 3 + i] == doctest::Approx(wanted.values[i]).epsilon(1e-12));
}

TEST_CASE("derived channels: patterns choose them, what they are made of need not be chosen") {
  const std::vector<Series> columns{white_noise(100, 1), white_noise(100, 2), white_noise(100, 3)};
  const TempFile file(npy_of(columns), ".npy");
  engine::StatisticsTask task = statistics_of(file.path());
  task.derived = derived_of({{"A", "col0 + col1", "", {}}, {"B", "col2", "", {}}, {"R", "cos(angle)*col0", "", {0, 90, 180}}});
  const auto names = [&](std::vector<std::string> patterns) {
    task.channels = std::move(patterns);
    std::string all;
    for (const auto& channel : succeed<StatisticsResult>(*started(), task).channels) all += channel.name + " ";
    return all;
  };
  CHECK(names({"A"}) == "A ");
  CHECK(names({"R_*", "col1"}) == "col1 R_000deg R_090deg R_180deg ");
  CHECK(names({"4"}) == "B ");
  CHECK(names({}) == "col0 col1 col2 A B R_000deg R_090deg R_180deg ");
  task.channels = {"Q"};
  CHECK(fail(*started(), task).message.find("no channel is called or matches 'Q'") != std::string::npos);
}

TEST_CASE("derived channels of text: what they are made of is decoded") {
  std::string text = "t,a [kN],b [N],c\n";
  for (int i = 0; i < 3000; ++i)
    text += std::to_string(0.5 * i) + "," + std::to_string(i % 7) + "," + std::to_string(i % 11) + ",x\n";  // nobody asks for c
  const TempFile file(text, ".csv");
  engine::StatisticsTask task = statistics_of(file.path());
  task.derived = derived_of({{"A", "a + b", "", {}}});
  task.channels = {"A"};
  task.columns = {{contract::Column::kMax}};
  const auto found = succeed<StatisticsResult>(*started(), task);
  CHECK(found.values[0] == 6.01);
}

TEST_CASE("derived channels that a file cannot give fail it, and say why") {
  const TempFile file(outb_of({white_noise(50, 1), white_noise(50, 2)}, 3), ".outb");
  engine::StatisticsTask task = statistics_of(file.path());
  task.derived = derived_of({{"A", "Chan0 + 3[m]", "", {}}});
  const base::Error error = fail(*started(), task);
  CHECK(error.code == base::ErrorCode::kInputExpression);
  CHECK(error.message == "derived channel 'A': 'kN' and 'm' do not go together (character 7, at \"+ 3[m]\")");
  task.derived = derived_of({{"A", "Chan7", "", {}}});
  CHECK(fail(*started(), task).code == base::ErrorCode::kInputUnknownChannel);
}

TEST_CASE("derived channels are linked, and link to others") {
  const std::vector<Series> columns{white_noise(9000, 1), white_noise(9000, 2)};
  const TempFile file(npy_of(columns), ".npy");
  for (const char* expression : {"col0*col1", "integral(col0)", "derivative(col1)"}) {
    engine::StatisticsTask task = statistics_of(file.path());
    task.derived = derived_of({{"A", expression, "", {}}});
    task.linked = {true, {"A", "col0"}};
    const auto found = succeed<StatisticsResult>(*started(), task);
    const engine::Extra& extra = found.extras.at(0);
    REQUIRE(extra.column_count() == 5);
    CHECK(extra.further[1].name == "A");
    REQUIRE(extra.values.size() == 3 * 2 * 5);
    for (std::size_t row = 4; row < 6; ++row)
      CHECK(extra.values[row * 5 + 4] == extra.values[row * 5 + 2]);  // A where A has its extremes
    for (std::size_t row = 0; row < 2; ++row) CHECK(extra.values[row * 5 + 3] == extra.values[row * 5 + 2]);
  }
}
