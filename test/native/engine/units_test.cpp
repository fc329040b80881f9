#include <doctest/doctest.h>

#include <cstring>

#include "engine/job.h"
#include "engine/result_files.h"
#include "engine/running.h"
#include "platform/fault_guard.h"
#include "platform/temp_file.h"

using namespace wavemill;
using namespace wavemill::test;
using engine::Job;
using engine::Lane;
using engine::ReadMode;
using engine::StatisticsResult;
using engine::Work;

namespace {

/// Long channels: more than one unit's samples, and as int16 more than the file size up to which a file is read as a whole.
const std::vector<Series>& long_columns() {
  static const std::vector<Series> columns = integer_columns(40, 220'000);
  return columns;
}

/// A job whose units are run one by one, in whatever order, in the test's own thread.
class ByHand {
 public:
  explicit ByHand(engine::Task task)
      : job_(engine::make_job(1, std::move(task), [this](Outcome given) { outcome.emplace(std::move(given)); })) {
    queue_.push_new(job_);
  }

  /// Runs the first unit that is left. False: none is.
  bool step() {
    std::optional<Work> work = take();
    if (!work) return false;
    work->job->run(work->unit, lane_);
    work->job->leave(lane_);
    return true;
  }

  std::size_t finish() {
    std::size_t units = 0;
    while (!outcome && step()) ++units;
    return units;
  }

  [[nodiscard]] Job& job() { return *job_; }

  std::optional<Outcome> outcome;

 private:
  std::optional<Work> take() {
    if (outcome) return std::nullopt;  // the queue is empty then, and to take from it would wait
    return queue_.pop();
  }

  engine::WorkQueue queue_;
  Lane lane_{0, queue_, **kernels::isa::select("auto"), [](Job&) {}};
  std::shared_ptr<Job> job_;
};

struct GuardedFaults {
  GuardedFaults() { platform::fault_guard::install(); }
  ~GuardedFaults() { platform::fault_guard::uninstall(); }
};

}  // namespace

TEST_CASE("units: a file of long channels is split, and has the same bits on 1, 2 and 5 lanes, mapped and read") {
  for (const bool is_fortran_order : {false, true}) {
    const TempFile file(npy_of(long_columns(), "<i2", is_fortran_order), ".npy");
    ByHand by_hand(statistics_of(file.path()));
    CHECK(by_hand.finish() == 3);  // opening it and two units
    REQUIRE(by_hand.outcome->ok());
    const auto& wanted = std::get<StatisticsResult>(**by_hand.outcome);
    for (const unsigned lanes : {1U, 2U, 5U}) {
      if (is_fortran_order && lanes == 1) continue;
      const auto engine = started(lanes, lanes == 2 ? "scalar" : "auto");
      for (const ReadMode mode : {ReadMode::kMap, ReadMode::kRead}) {
        const auto result = succeed<StatisticsResult>(*engine, statistics_of(file.path(), mode));
        CHECK(result.read_path == (mode == ReadMode::kMap ? engine::ReadPath::kMapped : engine::ReadPath::kRead));
        CHECK(std::memcmp(result.values.data(), wanted.values.data(), wanted.values.size() * sizeof(double)) == 0);
        CHECK(result.status == wanted.status);
      }
    }
  }
}

TEST_CASE("units: a file that is cut between two of them is an error at the byte where it ends, mapped or read") {
  const GuardedFaults guarded;
  const std::string content = npy_of(long_columns(), "<i2");
  for (const ReadMode mode : {ReadMode::kMap, ReadMode::kRead}) {
    for (const std::uint64_t left :
         {std::uint64_t{0}, std::uint64_t{100}, std::uint64_t{4096 * 7 + 5}, content.size() / 2, content.size() - 1}) {
      CAPTURE(left);
      const TempFile file(content, ".npy");
      ByHand by_hand(statistics_of(file.path(), mode));
      REQUIRE(by_hand.step());
      file.truncate(left);
      by_hand.finish();
      REQUIRE(by_hand.outcome.has_value());
      REQUIRE(!by_hand.outcome->ok());
      CHECK(by_hand.outcome->error().code == base::ErrorCode::kIoFileShrank);
      CHECK(by_hand.outcome->error().offset_bytes == left);
    }
  }
}

TEST_CASE("units: a job that is cancelled between two of them ends so") {
  const TempFile file(npy_of(long_columns(), "<i2"), ".npy");
  ByHand by_hand(statistics_of(file.path()));
  by_hand.step();
  by_hand.step();
  by_hand.job().cancel();
  by_hand.finish();
  REQUIRE(!by_hand.outcome->ok());
  CHECK(by_hand.outcome->error().code == base::ErrorCode::kCancelled);
}
