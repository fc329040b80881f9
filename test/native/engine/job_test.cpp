#include "engine/job.h"

#include <doctest/doctest.h>

#include <algorithm>
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
  CHECK(!job->leave());
  for (std::size_t i = 0; i < order.size(); ++i) {
    job->run(order[i], lane);
    CHECK(job->leave() == (i + 1 == order.size()));
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
    job->leave();
    std::vector<std::thread> threads;
    for (std::size_t unit = 8; unit >= 1; --unit) {
      threads.emplace_back([&job, &lane, unit] {
        job->run(unit, lane);
        job->leave();
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
  job->leave();
  job->run(1, lane);
  job->cancel();
  CHECK(job->leave());
  CHECK(code == base::ErrorCode::kCancelled);
}
