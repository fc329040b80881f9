#include <doctest/doctest.h>

#include <atomic>
#include <thread>

#include "engine/result_files.h"
#include "engine/running.h"
#include "platform/temp_file.h"

using namespace wavemill;
using namespace wavemill::test;
using base::ErrorCode;
using engine::StatisticsResult;

namespace {

/// What many tasks ended as.
struct Tally {
  std::atomic<int> done{0}, cancelled{0}, other{0};

  engine::Completion one() {
    return [this](const Outcome& outcome) {
      if (outcome)
        ++done;
      else
        ++(outcome.error().code == ErrorCode::kCancelled ? cancelled : other);
    };
  }
};

}  // namespace

TEST_CASE("engine life: lanes and instruction set are what was asked for, at least one lane") {
  CHECK(started(5, "scalar")->lanes() == 5);
  CHECK(started(5, "scalar")->isa() == "scalar");
  CHECK(started(0)->lanes() == 1);
  const auto refused = engine::Engine::create({1, "bogus", true});
  REQUIRE(!refused.ok());
  CHECK(refused.error().code == ErrorCode::kConfigIsaUnknown);
}

TEST_CASE("engine life: a queued task that is cancelled ends so, the others are done") {
  const TempFile file(npy_of(integer_columns(20, 20'000)), ".npy");
  const auto engine = started(1);
  Tally tally, cancelled;
  std::vector<engine::TaskId> ids;
  for (int i = 0; i < 20; ++i) ids.push_back(engine->submit(statistics_of(file.path()), i == 15 ? cancelled.one() : tally.one()));
  engine->cancel(ids[15]);
  engine->cancel(ids[15]);
  succeed<StatisticsResult>(*engine, statistics_of(file.path()));  // one lane: all before it have ended
  CHECK(tally.done == 19);
  CHECK(cancelled.cancelled == 1);
}

TEST_CASE("engine life: a running task stops within a block, not at its end") {
  const TempFile file(npy_of({Series(6'000'000, 1.0)}, "<i2"), ".npy");
  const auto engine = started(1);
  for (int round = 0; round < 20; ++round) {
    Tally tally;
    const engine::TaskId id = engine->submit(statistics_of(file.path()), tally.one());
    std::this_thread::sleep_for(std::chrono::milliseconds(round % 5));
    engine->cancel(id);
    succeed<engine::InspectResult>(*engine, engine::InspectTask{{file.path()}});
    CHECK(tally.done + tally.cancelled == 1);
    CHECK(tally.other == 0);
  }
}

TEST_CASE("engine life: to cancel what has ended, or never was, does nothing") {
  const TempFile file(npy_of(integer_columns(2, 100)), ".npy");
  const auto engine = started(2);
  Tally tally;
  const engine::TaskId id = engine->submit(statistics_of(file.path()), tally.one());
  while (tally.done == 0) std::this_thread::yield();
  engine->cancel(id);
  engine->cancel(id + 1000);
  CHECK(succeed<StatisticsResult>(*engine, statistics_of(file.path())).periods[0].count == 100);
}

TEST_CASE("engine life: closing ends every task once, whatever is under way") {
  const TempFile file(npy_of(integer_columns(20, 20'000)), ".npy"), broken("", ".npy");
  for (const unsigned lanes : {1U, 2U, 5U}) {
    for (int wait_ms = 0; wait_ms < 4; ++wait_ms) {
      Tally tally;
      const auto engine = started(lanes);
      for (int i = 0; i < 50; ++i) engine->submit(statistics_of(i % 10 == 0 ? broken.path() : file.path()), tally.one());
      std::this_thread::sleep_for(std::chrono::milliseconds(wait_ms));
      engine->close();
      CHECK(tally.done + tally.cancelled + tally.other == 50);
      CHECK(tally.other <= 5);
      engine->close();
      engine->submit(statistics_of(file.path()), tally.one());
      CHECK(tally.done + tally.cancelled + tally.other == 51);
    }
  }
}

TEST_CASE("engine life: destroying an engine closes it, and engines do not disturb each other") {
  const TempFile file(npy_of(integer_columns(20, 20'000)), ".npy");
  Tally tally;
  const auto other = started(1);
  {
    const auto engine = started(2);
    for (int i = 0; i < 30; ++i) engine->submit(statistics_of(file.path()), tally.one());
  }
  CHECK(tally.done + tally.cancelled == 30);
  CHECK(succeed<StatisticsResult>(*other, statistics_of(file.path())).channels.size() == 20);
}

TEST_CASE("engine life: bad files among good ones, from many threads at once") {
  const TempFile good(npy_of(integer_columns(5, 3000)), ".npy"), empty("", ".npy"), noise("no result file at all", ".dat");
  const auto engine = started(3);
  Tally tally;
  std::vector<std::thread> callers;
  for (int caller = 0; caller < 4; ++caller) {
    callers.emplace_back([&] {
      for (int i = 0; i < 60; ++i)
        engine->submit(statistics_of(i % 3 == 0 ? empty.path() : i % 3 == 1 ? good.path() : noise.path()), tally.one());
    });
  }
  for (std::thread& caller : callers) caller.join();
  while (tally.done + tally.other < 240) std::this_thread::yield();
  CHECK(tally.done == 80);
  CHECK(tally.other == 160);
}
