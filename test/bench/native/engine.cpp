// bench_engine FILE…: the whole engine over files, and the rate at which the machine reads them.
//   read N                       reads every byte with N threads
//   moments | percentiles | loads N   statistics of all channels with N lanes; each includes the one before
// The values are the first channel's row of the first file.

#include <cmath>
#include <latch>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "engine/engine.h"
#include "protocol.h"
#include "read_rate.h"
#include "requests.h"

namespace wavemill::bench {
namespace {

class EngineBench {
 public:
  explicit EngineBench(std::vector<std::string> paths) : paths_(std::move(paths)) {}

  Answer measure(const std::string& what, unsigned number) {
    if (what == "read") return read(number);
    if (what == "moments" || what == "percentiles" || what == "loads") return statistics(what, number);
    return {.error = "no measurement is called " + what};
  }

 private:
  Answer read(unsigned threads) {
    read_all(threads);  // idle page cache is reclaimed on some machines: warm again before each measurement
    Answer answer;
    bool is_read = true;
    answer.seconds = seconds_of([&] { is_read = read_all(threads); });
    if (!is_read) answer.error = "a file cannot be mapped";
    answer.values = {static_cast<double>(rate_.sum())};
    return answer;
  }

  bool read_all(unsigned threads) {
    bool is_read = true;
    for (const std::string& path : paths_) is_read = rate_.read(path, threads) && is_read;
    return is_read;
  }

  /// Lanes live as long as the engine, so their memory is warm as in a long batch; unmapping ends inside the time, because closing waits for it.
  Answer statistics(const std::string& what, unsigned lanes) {
    auto engine = engine::Engine::create({.lanes = lanes});
    if (!engine) return {.error = engine.error().message};
    answer_ = {};
    compute_all(**engine, what);
    read_all(lanes);
    answer_.seconds = seconds_of([&] {
      compute_all(**engine, what);
      (*engine)->close();
    });
    return answer_;
  }

  void compute_all(engine::Engine& engine, const std::string& what) {
    std::latch left(static_cast<std::ptrdiff_t>(paths_.size()));
    for (std::size_t i = 0; i < paths_.size(); ++i) {
      engine::StatisticsTask task{.file = {paths_[i]}, .periods = {{-HUGE_VAL, HUGE_VAL}}, .columns = cumulative(what)};
      engine.submit(std::move(task), [this, i, &left](base::Result<engine::TaskResult> result) {
        note(i, result);
        left.count_down();
      });
    }
    left.wait();
  }

  void note(std::size_t file, const base::Result<engine::TaskResult>& result) {
    const std::lock_guard lock(mutex_);
    if (!result) {
      answer_.error = paths_[file] + ": " + result.error().message;
    } else if (file == 0) {
      const auto& statistics = std::get<engine::StatisticsResult>(*result);
      const std::size_t columns = statistics.values.size() / statistics.channels.size();
      answer_.values.assign(statistics.values.begin(), statistics.values.begin() + static_cast<std::ptrdiff_t>(columns));
    }
  }

  std::vector<std::string> paths_;
  ReadRate rate_;
  std::mutex mutex_;
  Answer answer_;
};

}  // namespace
}  // namespace wavemill::bench

int main(int argc, char** argv) {
  wavemill::bench::EngineBench bench(std::vector<std::string>(argv + 1, argv + argc));
  return wavemill::bench::serve([&](const std::string& what, unsigned number) { return bench.measure(what, number); });
}
