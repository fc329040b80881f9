#include <doctest/doctest.h>

#include <cmath>
#include <cstddef>
#include <memory>
#include <vector>

#include "engine/running.h"

using namespace wavemill;
using namespace wavemill::test;
using base::ErrorCode;
using contract::Column;

namespace {

constexpr std::size_t kCount = 5;

/// Times, then a channel of uint16 whose 65535 is NaN, then one of f64.
struct Block {
  double times[kCount] = {0.0, 0.5, 1.0, 2.0, 4.0};
  double plain[kCount] = {5.0, -1.0, 2.0, 8.0, 3.0};
  std::uint16_t stored[kCount] = {10, 65535, 30, 20, 65534};
};

std::shared_ptr<layout::FileLayout> layout_of_block() {
  auto file = std::make_shared<layout::FileLayout>();
  file->format = "gtsdf";
  file->sample_count = kCount;
  const auto column = [](layout::SampleType type, std::size_t offset) {
    layout::ArrayLayout samples{.type = type};
    samples.offset_bytes = offset;
    samples.stride_bytes = layout::size_bytes(type);
    samples.count = kCount;
    return samples;
  };
  file->time.samples = column(layout::SampleType::kFloat64, offsetof(Block, times));
  file->channels.push_back({"plain", "m", column(layout::SampleType::kFloat64, offsetof(Block, plain))});
  layout::ArrayLayout stored = column(layout::SampleType::kUint16, offsetof(Block, stored));
  stored.scaling = layout::Scaling::kMultiplyAdd;
  stored.scale = 0.5;
  stored.bias = 1.0;
  stored.is_largest_missing = true;
  file->channels.push_back({"stored", "kN", stored});
  return file;
}

engine::StatisticsTask task_on(const Block& block, std::shared_ptr<const layout::FileLayout> layout) {
  engine::StatisticsTask task;
  task.file.path = "not there at all.hdf5";
  task.file.bytes = {reinterpret_cast<const std::byte*>(&block), sizeof block};
  task.file.given_layout = std::move(layout);
  task.periods = {kWholeFile};
  task.columns = {{Column::kMin}, {Column::kMax}, {Column::kNonfiniteCount}, {Column::kTimeOfMaxS}};
  return task;
}

Outcome run(const engine::StatisticsTask& task) {
  const std::unique_ptr<engine::Engine> engine = started();
  return outcome_of(*engine, task);
}

}  // namespace

TEST_CASE("given columns: memory with a description is computed like a file, and no file is opened") {
  const Block block;
  const auto outcome = run(task_on(block, layout_of_block()));
  REQUIRE(outcome.ok());
  const auto& result = std::get<engine::StatisticsResult>(*outcome);
  CHECK(result.format == "gtsdf");
  CHECK(result.read_path == engine::ReadPath::kDecoded);
  REQUIRE(result.values.size() == 8);
  CHECK(result.values[0] == -1.0);
  CHECK(result.values[1] == 8.0);
  CHECK(result.values[3] == 2.0);
  CHECK(result.values[4] == 6.0);
  CHECK(result.values[5] == 65534 * 0.5 + 1.0);
  CHECK(result.values[6] == 1.0);
  CHECK(result.values[7] == 4.0);
  CHECK(std::isnan(result.periods[0].time.step_s));
}

TEST_CASE("given columns: what does not lie in the memory, or is not as many, is refused") {
  const Block block;
  const auto refused = [&](auto change) {
    auto layout = layout_of_block();
    change(*layout);
    const auto outcome = run(task_on(block, layout));
    return !outcome.ok() && outcome.error().code == ErrorCode::kInternal;
  };
  CHECK(refused([](layout::FileLayout& file) { file.channels[1].samples.offset_bytes += 10; }));
  CHECK(refused([](layout::FileLayout& file) { file.channels[0].samples.stride_bytes = ~std::uint64_t{0} / 2; }));
  CHECK(refused([](layout::FileLayout& file) { file.channels[0].samples.count = 4; }));
  CHECK(refused([](layout::FileLayout& file) { file.time.samples->offset_bytes = sizeof(Block); }));
  CHECK(refused([](layout::FileLayout& file) { file.sample_count = 0; }));
}

TEST_CASE("given columns: times that do not rise are the file's fault, without a place in it") {
  Block block;
  block.times[3] = 1.0;
  const auto outcome = run(task_on(block, layout_of_block()));
  REQUIRE_FALSE(outcome.ok());
  CHECK(outcome.error().code == ErrorCode::kFormatBadTime);
  CHECK_FALSE(outcome.error().offset_bytes.has_value());
}
