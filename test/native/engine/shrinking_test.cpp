#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <cstring>
#include <fstream>
#include <string>
#include <thread>

#include "engine/result_files.h"
#include "engine/running.h"
#include "platform/temp_file.h"

using namespace wavemill;
using namespace wavemill::test;
using base::ErrorCode;
using engine::ReadMode;
using engine::StatisticsResult;
using Clock = std::chrono::steady_clock;

namespace {

/// Opened after it was cut: then the file says itself that it is too short.
bool is_of_a_short_file(ErrorCode code) {
  return code == ErrorCode::kFormatEmptyFile || code == ErrorCode::kFormatTruncatedHeader ||
         code == ErrorCode::kFormatTruncatedData;
}

/// Submits a file, and cuts it after a while in this thread.
Outcome computed_while_cut(engine::Engine& engine, const TempFile& file, ReadMode mode, Clock::duration after,
                           std::uint64_t left) {
  std::promise<Outcome> promise;
  std::future<Outcome> outcome = promise.get_future();
  engine.submit(statistics_of(file.path(), mode), [&promise](Outcome given) { promise.set_value(std::move(given)); });
  for (const Clock::time_point start = Clock::now(); Clock::now() - start < after;) {}
  file.truncate(left);
  return outcome.get();
}

engine::RainflowTask cycles_of(const TempFile& file, ReadMode mode) {
  engine::RainflowTask task;
  task.file = {file.path(), mode};
  task.channel = "0";
  task.period = kWholeFile;
  return task;
}

Clock::duration shortest_time(engine::Engine& engine, const TempFile& file) {
  Clock::duration shortest = Clock::duration::max();
  for (int i = 0; i < 5; ++i) {
    const Clock::time_point start = Clock::now();
    succeed<StatisticsResult>(engine, statistics_of(file.path()));
    shortest = std::min(shortest, Clock::now() - start);
  }
  return shortest;
}

}  // namespace

TEST_CASE(
    "shrinking: 200 files cut at any moment while they are computed, mapped and read, are an error or right, and nothing dies") {
  const std::string content = npy_of(integer_columns(16, 12'000));
  const auto engine = started(2);
  const TempFile whole(content, ".npy");
  const auto wanted = succeed<StatisticsResult>(*engine, statistics_of(whole.path()));
  const Clock::duration once = shortest_time(*engine, whole);

  for (const ReadMode mode : {ReadMode::kMap, ReadMode::kRead}) {
    int right = 0, shrank = 0, too_short = 0;
    for (int round = 0; round < 200; ++round) {
      const TempFile file(content, ".npy");
      const std::uint64_t left = round % 3 == 0 ? 0 : round % 3 == 1 ? content.size() / 2 : content.size() - 1;
      const Outcome outcome = computed_while_cut(*engine, file, mode, once * (round % 40) / 40, left);
      if (outcome) {
        const auto& values = std::get<StatisticsResult>(*outcome).values;
        CHECK(std::memcmp(values.data(), wanted.values.data(), values.size() * sizeof(double)) == 0);
        ++right;
      } else if (outcome.error().code == ErrorCode::kIoFileShrank) {
        CHECK(outcome.error().offset_bytes == left);
        ++shrank;
      } else {
        CHECK(is_of_a_short_file(outcome.error().code));
        ++too_short;
      }
    }
    MESSAGE(std::string(mode == ReadMode::kMap ? "mapped: " : "read: "), right, " right, ", shrank, " shrank, ", too_short,
            " too short already when opened");
    CHECK(right + shrank + too_short == 200);
    CHECK(shrank > 0);
  }
  CHECK(succeed<StatisticsResult>(*engine, statistics_of(whole.path())).values.size() == wanted.values.size());
}

TEST_CASE("shrinking: long columns that are used where they lie in the map, cut between their sweeps") {
  std::vector<Series> columns(2, Series(300'000));
  Random random(9);
  for (Series& column : columns)
    for (double& sample : column) sample = 5.0 + random.uniform();  // zeros, as of pages that are gone, lie far outside
  const std::string content = npy_of(columns, "<f8", true);
  const auto engine = started(2);
  const TempFile whole(content, ".npy");
  const auto wanted = succeed<StatisticsResult>(*engine, statistics_of(whole.path()));
  const Clock::duration once = shortest_time(*engine, whole);
  for (int round = 0; round < 40; ++round) {
    const TempFile file(content, ".npy");
    const std::uint64_t left = round % 2 == 0 ? 0 : content.size() / 3;
    const Outcome outcome = computed_while_cut(*engine, file, ReadMode::kMap, once * round / 40, left);
    if (outcome)
      CHECK(std::memcmp(std::get<StatisticsResult>(*outcome).values.data(), wanted.values.data(),
                        wanted.values.size() * sizeof(double)) == 0);
    else
      CHECK((outcome.error().code == ErrorCode::kIoFileShrank || is_of_a_short_file(outcome.error().code)));
  }
}

TEST_CASE("shrinking: a file that is written over while it is computed gives some numbers, and nothing dies") {
  const std::size_t samples = 300'000;
  const std::string content = npy_of({white_noise(samples, 1), white_noise(samples, 2)}, "<f8", true),
                    zeros = npy_of({Series(samples), Series(samples)}, "<f8", true),
                    far = npy_of({white_noise(samples, 3, 1e9), Series(samples, NAN)}, "<f8", true);
  const TempFile file(content, ".npy");
  const auto engine = started(2);
  std::atomic<bool> is_done{false};
  std::thread writer([&] {
    std::fstream stream(file.path(), std::ios::binary | std::ios::in | std::ios::out);
    for (std::size_t i = 0; !is_done; ++i) {
      const std::string& next = i % 3 == 0 ? zeros : i % 3 == 1 ? far : content;
      stream.seekp(0);
      stream << next << std::flush;
    }
  });
  int completed = 0;
  for (int round = 0; round < 30; ++round)
    completed += outcome_of(*engine, statistics_of(file.path(), round % 3 == 0 ? ReadMode::kRead : ReadMode::kMap)).ok() ? 1 : 0;
  is_done = true;
  writer.join();
  CHECK(completed == 30);
}

TEST_CASE("shrinking: cycles of a file that is cut are an error or right too") {
  const std::string content = npy_of({white_noise(200'000, 1)});
  const auto engine = started(1);
  const TempFile whole(content, ".npy");
  const auto wanted = succeed<engine::RainflowResult>(*engine, cycles_of(whole, ReadMode::kAuto));
  for (const ReadMode mode : {ReadMode::kMap, ReadMode::kRead}) {
    for (int round = 0; round < 40; ++round) {
      const TempFile file(content, ".npy");
      std::promise<Outcome> promise;
      std::future<Outcome> future = promise.get_future();
      engine->submit(cycles_of(file, mode), [&promise](Outcome given) { promise.set_value(std::move(given)); });
      std::this_thread::sleep_for(std::chrono::microseconds(50 * round));
      file.truncate(5000);
      const Outcome outcome = future.get();
      if (outcome)
        CHECK(std::get<engine::RainflowResult>(*outcome).cycles.size() == wanted.cycles.size());
      else
        CHECK((outcome.error().code == ErrorCode::kIoFileShrank || is_of_a_short_file(outcome.error().code)));
    }
  }
}
