// bench_rose FILE.npy: a load rose of 36 angles over the file's two columns, through the engine, one lane.
//   moments       of every angle: the six that the peers compute, and what comes with them
//   loads         and six damage-equivalent loads

#include <cmath>
#include <future>
#include <string>
#include <vector>

#include "engine/engine.h"
#include "protocol.h"
#include "requests.h"

namespace wavemill::bench {
namespace {

constexpr std::size_t kPeerColumns = 6;  // the first moments

std::shared_ptr<const expression::DerivedChannels> rose() {
  expression::Definition definition{"Rose", "cos(angle)*col0 + sin(angle)*col1", "", {}};
  for (int i = 0; i < 36; ++i) definition.angles_deg.push_back(10.0 * i);
  return std::get<0>(expression::DerivedChannels::parse({definition}));
}

class RoseBench {
 public:
  RoseBench(std::unique_ptr<engine::Engine> engine, std::string path) : engine_(std::move(engine)), path_(std::move(path)) {}

  Answer measure(const std::string& what) {
    std::vector<ColumnRequest> columns = moments();
    if (what == "loads") {
      const std::vector<ColumnRequest> more = loads();
      columns.insert(columns.end(), more.begin(), more.end());
    }
    engine::StatisticsTask task{.file = {path_}, .channels = {"Rose_*"}, .periods = {{-HUGE_VAL, HUGE_VAL}}, .columns = columns};
    task.derived = derived_;
    Answer answer;
    base::Result<engine::TaskResult> result = base::Error{};
    answer.seconds = seconds_of([&] {
      std::promise<base::Result<engine::TaskResult>> promise;
      engine_->submit(task, [&](base::Result<engine::TaskResult> outcome) { promise.set_value(std::move(outcome)); });
      result = promise.get_future().get();
    });
    if (!result) return {.error = result.error().message};
    const auto& values = std::get<engine::StatisticsResult>(*result).values;
    for (std::size_t row = 0; row < values.size(); row += columns.size())
      for (std::size_t i = 0; i < columns.size(); ++i)
        if (i < kPeerColumns || i >= moments().size()) answer.values.push_back(values[row + i]);
    return answer;
  }

 private:
  std::unique_ptr<engine::Engine> engine_;
  std::string path_;
  std::shared_ptr<const expression::DerivedChannels> derived_ = rose();
};

}  // namespace
}  // namespace wavemill::bench

int main(int argc, char** argv) {
  auto engine = wavemill::engine::Engine::create({.lanes = 1});
  if (argc < 2 || !engine) return 2;
  wavemill::bench::RoseBench bench(std::move(*engine), argv[1]);
  return wavemill::bench::serve([&](const std::string& what, unsigned) { return bench.measure(what); });
}
