#include <doctest/doctest.h>

#include <cmath>

#include "engine/result_files.h"
#include "engine/running.h"
#include "platform/temp_file.h"

using namespace wavemill;
using namespace wavemill::test;
using base::Error;
using base::ErrorCode;
using engine::ReadMode;

namespace {

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

engine::RainflowTask cycles_of(const TempFile& file, const std::string& channel, const engine::Period& period = kWholeFile) {
  engine::RainflowTask task;
  task.file.path = file.path();
  task.channel = channel;
  task.period = period;
  return task;
}

constexpr std::uint64_t kNpyData = 128;  // where the samples of these small files begin

}  // namespace

TEST_CASE("engine errors: no such file, a folder, an empty file") {
  const TempFile empty("", ".npy");
  const auto engine = started();
  for (const ReadMode mode : {ReadMode::kAuto, ReadMode::kMap, ReadMode::kRead}) {
    CHECK(fail(*engine, statistics_of("/nowhere/at/all.npy", mode)).code == ErrorCode::kDiscoverNotFound);
    CHECK(fail(*engine, statistics_of("/tmp", mode)).code == ErrorCode::kDiscoverNotAFile);
    CHECK(fail(*engine, statistics_of(empty.path(), mode)).code == ErrorCode::kFormatEmptyFile);
  }
}

TEST_CASE("engine errors: a period without samples and a channel that is not there") {
  const TempFile file(outb_of(integer_columns(3, 101), 2, 60.0, 0.1), ".outb");
  const auto engine = started();
  const Error period = fail(*engine, statistics_of(file.path(), ReadMode::kAuto, {100.0, 200.0}));
  CHECK(period.code == ErrorCode::kInputEmptyPeriod);
  CHECK(contains(period.message, "60 s to 70 s"));
  auto task = statistics_of(file.path());
  task.channels = {"Chan1", "chan"};
  const Error channel = fail(*engine, task);
  CHECK(channel.code == ErrorCode::kInputUnknownChannel);
  CHECK(contains(channel.message, "Chan0, Chan1, Chan2"));
}

TEST_CASE("engine errors: cycles of a channel with a gap, at the byte where it is") {
  std::vector<Series> columns = integer_columns(3, 5000);
  columns[1][4321] = NAN;
  const TempFile file(npy_of(columns), ".npy");
  const auto engine = started();
  const Error error = fail(*engine, cycles_of(file, "col1"));
  CHECK(error.code == ErrorCode::kInputNonfinite);
  CHECK(error.offset_bytes == kNpyData + 8 * (3 * 4321 + 1));
  CHECK(contains(error.message, "'col1'"));
  CHECK(contains(error.message, "sample 4321"));
  CHECK(outcome_of(*engine, cycles_of(file, "col1", {0.0, 4320.0})).ok());
  CHECK(fail(*engine, cycles_of(file, "col1", {4000.0, 4400.0})).offset_bytes == error.offset_bytes);
}

TEST_CASE("engine errors: cycles of several channels at once") {
  const TempFile file(npy_of(integer_columns(3, 50)), ".npy");
  const auto engine = started();
  const Error error = fail(*engine, cycles_of(file, "col*"));
  CHECK(error.code == ErrorCode::kInputUnknownChannel);
  CHECK(contains(error.message, "3 channels"));
}

TEST_CASE("engine errors: times that do not rise, at the byte of the first that does not") {
  OutbFile file;
  file.file_id = 1;
  file.time_first = 10.0;
  file.time_second = 0.0;
  std::string bytes = file.bytes();
  const std::uint64_t second = file.header().size() + 8;
  bytes[second] = static_cast<char>(200);  // 100, 200, 200
  bytes[second + 1] = 0;
  const TempFile on_disk(bytes, ".outb");
  const auto engine = started();
  for (const ReadMode mode : {ReadMode::kMap, ReadMode::kRead}) {
    const Error error = fail(*engine, statistics_of(on_disk.path(), mode));
    CHECK(error.code == ErrorCode::kFormatBadTime);
    CHECK(error.offset_bytes == second);
    CHECK(contains(error.message, "sample 2"));
  }
}
