#include "engine/job.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <memory>
#include <optional>
#include <string>
#include <thread>

#include "engine/running.h"

using namespace wavemill;
using engine::Job;
using engine::Lane;

namespace {

/// Some units, of which those from `first_failing` on fail with a message that says which they are.
class FailingJob final : public Job {
 public:
  FailingJob(std::size_t units, std::size_t first_failing, engine::Completion completion)
      : Job(1, std::move(completion)), units_(units), first_failing_(first_failing) {}

 protected:
  base::Result<std::size_t> open(Lane& /*lane*/) override { return units_; }
  base::Status compute(std::size_t unit, Lane& /*lane*/) override {
    if (unit < first_failing_) return base::done();
    return base::Error{base::ErrorCode::kIoRead, "unit " + std::to_string(unit), unit};
  }
  engine::TaskResult take_result() override { return engine::InspectResult{}; }

 private:
  std::size_t units_, first_failing_;
};

/// Runs the units in an order that no queue would choose, on as many threads as there are lanes.
std::string message_of(std::size_t units, std::size_t first_failing, const std::vector<std::size_t>& order) {
  engine::WorkQueue queue;
  Lane lane(0, queue, **kernels::isa::select("scalar"), [](Job&) {});
  std::vector<std::string> messages;
  const auto job = std::make_shared<FailingJob>(
      units, first_failing, [&](test::Outcome outcome) { messages.push_back(outcome ? "done" : outcome.error().message); });
  job->run(Job::kOpen, lane);
  CHECK(!job->leave(lane));
  for (std::size_t i = 0; i < order.size(); ++i) {
    job->run(order[i], lane);
    CHECK(job->leave(lane) == (i + 1 == order.size()));
  }
  REQUIRE(messages.size() == 1);
  return messages[0];
}

}  // namespace

TEST_CASE("job: the error of the lowest unit wins, whichever ran first") {
  std::vector<std::size_t> order = {1, 2, 3, 4, 5};
  do {
    CHECK(message_of(5, 2, order) == "unit 2");
  } while (std::next_permutation(order.begin(), order.end()));
  CHECK(message_of(5, 6, {5, 4, 3, 2, 1}) == "done");
}

TEST_CASE("job: on many threads too, and the completion is called once") {
  for (int round = 0; round < 200; ++round) {
    engine::WorkQueue queue;
    Lane lane(0, queue, **kernels::isa::select("scalar"), [](Job&) {});
    std::string message;
    int completions = 0;
    const auto job = std::make_shared<FailingJob>(8, 3, [&](test::Outcome outcome) {
      message = outcome.error().message;
      ++completions;
    });
    job->run(Job::kOpen, lane);
    job->leave(lane);
    std::vector<std::thread> threads;
    for (std::size_t unit = 8; unit >= 1; --unit) {
      threads.emplace_back([&job, &lane, unit] {
        job->run(unit, lane);
        job->leave(lane);
      });
    }
    for (std::thread& thread : threads) thread.join();
    CHECK(completions == 1);
    CHECK(message == "unit 3");
  }
}

TEST_CASE("job: a cancelled one has no result, even when all of it was computed") {
  engine::WorkQueue queue;
  Lane lane(0, queue, **kernels::isa::select("scalar"), [](Job&) {});
  std::optional<base::ErrorCode> code;
  const auto job = std::make_shared<FailingJob>(1, 2, [&](test::Outcome outcome) {
    if (!outcome) code = outcome.error().code;
  });
  job->run(Job::kOpen, lane);
  job->leave(lane);
  job->run(1, lane);
  job->cancel();
  CHECK(job->leave(lane));
  CHECK(code == base::ErrorCode::kCancelled);
}

namespace {

/// Phases of so many units each; counts them, and fails in one of them where it is told to.
class PhasedJob final : public Job {
 public:
  PhasedJob(std::vector<std::size_t> phases, std::size_t failing_phase, engine::Completion completion)
      : Job(1, std::move(completion)), phases_(std::move(phases)), failing_phase_(failing_phase) {}

  [[nodiscard]] std::size_t computed() const { return computed_; }

 protected:
  base::Result<std::size_t> open(Lane& /*lane*/) override { return phases_[0]; }
  base::Status compute(std::size_t /*unit*/, Lane& /*lane*/) override {
    if (phase_ == failing_phase_) return base::Error{base::ErrorCode::kIoRead, "phase " + std::to_string(phase_), {}};
    ++computed_;
    return base::done();
  }
  base::Result<std::size_t> next_phase(Lane& /*lane*/) override {
    ++phase_;
    return phase_ < phases_.size() ? phases_[phase_] : std::size_t{0};
  }
  engine::TaskResult take_result() override { return engine::InspectResult{}; }

 private:
  std::vector<std::size_t> phases_;
  std::size_t failing_phase_;
  std::size_t phase_ = 0;
  std::atomic<std::size_t> computed_{0};
};

/// Runs a job's units on so many lanes, through a queue.
std::string message_of(const std::shared_ptr<PhasedJob>& job, std::string& message, std::size_t lanes) {
  engine::WorkQueue queue;
  queue.push_new(job);
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < lanes; ++i) {
    threads.emplace_back([&queue] {
      Lane lane(0, queue, **kernels::isa::select("scalar"), [](Job&) {});
      while (std::optional<engine::Work> work = queue.pop()) {
        work->job->run(work->unit, lane);
        if (work->job->leave(lane)) queue.close();
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  return message;
}

}  // namespace

TEST_CASE("job: a phase begins when all units of the one before have ended; one that failed is the last") {
  for (int round = 0; round < 100; ++round) {
    for (const std::size_t lanes : {1U, 3U}) {
      std::string message = "never";
      const auto completion = [&](test::Outcome outcome) { message = outcome ? "done" : outcome.error().message; };
      const auto whole = std::make_shared<PhasedJob>(std::vector<std::size_t>{5, 1, 9}, 3, completion);
      CHECK(message_of(whole, message, lanes) == "done");
      CHECK(whole->computed() == 15);
      const auto failing = std::make_shared<PhasedJob>(std::vector<std::size_t>{5, 3, 9}, 1, completion);
      CHECK(message_of(failing, message, lanes) == "phase 1");
      CHECK(failing->computed() == 5);
    }
  }
}
