#include <doctest/doctest.h>

#include <cmath>

#include "engine/result_files.h"
#include "engine/running.h"
#include "kernels/filter/zero_phase.h"
#include "platform/temp_file.h"

using namespace wavemill;
using namespace wavemill::test;
using contract::ChannelStatus;
using contract::Column;
using engine::ReadMode;
using engine::StatisticsResult;

namespace {

engine::StatisticsTask task_of(const std::string& path, std::vector<engine::ColumnRequest> columns) {
  engine::StatisticsTask task{{path, ReadMode::kAuto, 0.5}, {}, {kWholeFile}, std::move(columns), 1.0};
  task.fatigue = two_curves();
  return task;
}

StatisticsResult computed(const engine::StatisticsTask& task, unsigned lanes = 1, const std::string& isa = "auto") {
  const auto engine = started(lanes, isa);
  return succeed<StatisticsResult>(*engine, task);
}

const std::vector<engine::ColumnRequest> kColumns{
    {Column::kMax}, {Column::kStd}, {Column::kSpectralM0}, {Column::kSpectralPeakPeriodS}};

}  // namespace

TEST_CASE("spectra: a row a frequency for each channel that has one, whose sum is the moment") {
  const Series x = white_noise(5000, 1);
  Series gapped = x;
  gapped[17] = std::nan("");
  const TempFile file(npy_of({x, gapped, sine(5000, 20.0)}), ".npy");
  engine::StatisticsTask task = task_of(file.path(), kColumns);
  task.periods.push_back({0.0, 499.5});
  task.spectrum.segment_samples = 500;
  task.spectrum.wants_density = true;
  const StatisticsResult result = computed(task);
  REQUIRE(result.extras.size() == 1);
  const engine::Extra& spectra = result.extras[0];
  CHECK(spectra.kind == contract::ExtraKind::kSpectra);
  CHECK(spectra.row_counts == std::vector<std::uint32_t>{251, 0, 251, 251, 0, 251});
  CHECK(spectra.values.size() == 2 * 4 * 251);
  double m0 = 0.0;
  for (std::size_t k = 0; k < 251; ++k) {
    CHECK(spectra.values[2 * k] == static_cast<double>(k) * (1.0 / 250.0));
    m0 += spectra.values[2 * k + 1] * (1.0 / 250.0);
  }
  CHECK(m0 == result.values[2]);
  CHECK(result.status[0] == ChannelStatus::kOk);
  CHECK(result.status[1] == ChannelStatus::kNonfinite);
}

TEST_CASE("spectra: a record that is shorter than a segment, and one with uneven times, say so and keep the rest") {
  const TempFile file(npy_of({white_noise(100, 1)}), ".npy");
  engine::StatisticsTask task = task_of(file.path(), kColumns);
  task.spectrum.segment_samples = 101;
  task.spectrum.wants_density = true;
  const StatisticsResult is_short = computed(task);
  CHECK(is_short.status[0] == ChannelStatus::kTooShort);
  CHECK(is_short.values[0] > 1.0);
  CHECK(std::isnan(is_short.values[2]));
  CHECK(is_short.extras[0].row_counts == std::vector<std::uint32_t>{0});

  const TempFile uneven(outb_of({integer_columns(1, 3000)}, 1), ".outb");
  const StatisticsResult result = computed(task_of(uneven.path(), kColumns));
  CHECK(result.status[0] == ChannelStatus::kNonuniformTime);
  CHECK(result.values[0] > 1.0);
  CHECK(std::isnan(result.values[2]));
  CHECK(computed(task_of(uneven.path(), {{Column::kMax}})).status[0] == ChannelStatus::kOk);  // nothing needs a uniform step
}

TEST_CASE("filters: every statistic is of the filtered samples, for the channels that are meant, period by period") {
  for (const std::size_t count : {4999, 100000}) {
    const Series x = white_noise(count, 1), y = sine(count, 300.0);
    const TempFile columns(npy_of({x, y}, "<f8", true), ".npy"), rows(npy_of({x, y}), ".npy");
    const kernels::FilterShape low{kernels::FilterType::kLowpass, 3, 0.1}, high{kernels::FilterType::kHighpass, 2, 0.01};
    Series wanted = x;
    kernels::ZeroPhase(low, 0.5).apply(wanted);
    kernels::ZeroPhase(high, 0.5).apply(wanted);
    const TempFile wanted_file(npy_of({wanted, y}), ".npy");
    const StatisticsResult reference = computed(statistics_of(wanted_file.path()));
    for (const TempFile* file : {&columns, &rows}) {
      engine::StatisticsTask task = statistics_of(file->path());
      task.filters = {{{"0"}, low}, {{"0"}, high}};
      for (const unsigned lanes : {1U, 3U}) {
        const StatisticsResult result = computed(task, lanes);
        CHECK(std::memcmp(result.values.data(), reference.values.data(), result.values.size() * sizeof(double)) == 0);
        CHECK(result.status == reference.status);
      }
    }
  }
}

TEST_CASE("filters: a period is filtered by itself") {
  const Series x = white_noise(3000, 1);
  const kernels::FilterShape shape{kernels::FilterType::kBandpass, 2, 0.05, 0.3};
  const TempFile file(npy_of({x}), ".npy");
  engine::StatisticsTask task = task_of(file.path(), kColumns);
  task.periods = {{0.0, 499.5}, {500.0, 1499.5}};
  task.filters = {{{}, shape}};
  const StatisticsResult result = computed(task);
  Series late(x.begin() + 1000, x.end());
  kernels::ZeroPhase(shape, 0.5).apply(late);
  CHECK(result.values[4] == *std::max_element(late.begin(), late.end()));
}

TEST_CASE("filters: what cannot be filtered has no statistic, and the status says why") {
  Series gapped = white_noise(500, 1);
  gapped[3] = HUGE_VAL;
  const kernels::FilterShape shape{kernels::FilterType::kLowpass, 4, 0.1};
  const TempFile file(npy_of({gapped, white_noise(500, 2)}), ".npy"), tiny(npy_of({white_noise(12, 1)}), ".npy"),
      uneven(outb_of({integer_columns(2, 3000)}, 1), ".outb");
  const auto filtered = [&](const TempFile& of) {
    engine::StatisticsTask task = task_of(of.path(), kColumns);
    task.filters = {{{"0"}, shape}};
    task.spectrum.wants_density = true;
    return computed(task);
  };
  const StatisticsResult result = filtered(file);
  CHECK(result.status == std::vector<ChannelStatus>{ChannelStatus::kNonfinite, ChannelStatus::kOk});
  for (std::size_t i = 0; i < 4; ++i) CHECK(std::isnan(result.values[i]));
  CHECK(result.extras[0].row_counts[0] == 0);
  CHECK(filtered(tiny).status[0] == ChannelStatus::kTooShort);
  CHECK(filtered(uneven).status[0] == ChannelStatus::kNonuniformTime);
  CHECK(std::isnan(filtered(uneven).values[0]));
}

TEST_CASE("filters: a cutoff that the file cannot hold, and a channel that it has not, are errors of the file") {
  const TempFile file(npy_of({white_noise(500, 1)}), ".npy");
  const auto engine = started();
  engine::StatisticsTask task = task_of(file.path(), kColumns);
  task.filters = {{{}, {kernels::FilterType::kBandpass, 2, 0.5, 1.0}}};
  const base::Error error = fail(*engine, task);
  CHECK(error.code == base::ErrorCode::kInputCutoff);
  CHECK(error.message.find("1 Hz") != std::string::npos);
  task.filters = {{{"Wave*"}, {kernels::FilterType::kLowpass, 2, 0.1}}};
  CHECK(fail(*engine, task).code == base::ErrorCode::kInputUnknownChannel);
}
