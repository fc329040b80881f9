#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "base/result.h"
#include "contract/generated/contract.h"
#include "engine/extra.h"
#include "expression/derived_channels.h"
#include "kernels/cycle_list.h"
#include "kernels/extreme_options.h"
#include "kernels/fatigue_options.h"
#include "kernels/filter/butterworth.h"
#include "kernels/spectrum/options.h"
#include "layout/file_layout.h"

namespace wavemill::engine {

enum class ReadMode : std::uint8_t { kAuto, kMap, kRead };

/// What every task says of its file.
struct FileTask {
  std::string path;  // UTF-8
  ReadMode read_mode = ReadMode::kAuto;
  double time_step_s = 1.0;  // for formats without a time axis
  std::span<const std::byte> bytes =
      {};  // the file's contents, where the caller has them; must outlive the task. No data: the file is opened
  std::shared_ptr<const layout::FileLayout> given_layout = nullptr;  // `bytes` are columns that somebody else decoded, and lie so
};

/// How a file's bytes came. Results never depend on it.
enum class ReadPath : std::uint8_t { kMapped, kRead, kDecoded };

/// From `from_s` to `to_s`, both ends included within half a step. Infinite: the file's own end.
struct Period {
  double from_s;
  double to_s;
};

/// A column of the result and the parameter of its family (percent, exponent), 0 for the others.
struct ColumnRequest {
  contract::Column column;
  double parameter = 0.0;
};

/// Whether other channels' values at each channel's extremes are wanted, and whose.
struct LinkedOptions {
  bool is_wanted = false;
  std::vector<std::string> channels;  // patterns; empty: all
};

/// A filter that channels pass before anything is computed of them.
struct ChannelFilter {
  std::vector<std::string> channels;  // patterns; empty: all
  kernels::FilterShape shape;
};

struct StatisticsTask {
  FileTask file;
  std::vector<std::string> channels;  // patterns: name, glob, name#2, index; empty: all
  std::vector<Period> periods;        // one at least; the file is opened, and decoded, once for all of them
  std::vector<ColumnRequest> columns;
  double equivalent_frequency_hz = 1.0;  // f_eq of the damage-equivalent load
  LinkedOptions linked = {};
  kernels::FatigueOptions fatigue = {};
  kernels::SpectrumOptions spectrum = {};
  std::vector<ChannelFilter> filters = {};                               // a channel passes each that means it, in this order
  std::shared_ptr<const expression::DerivedChannels> derived = nullptr;  // none: no derived channels
  kernels::ExtremeOptions extremes = {};
};

struct InspectTask {
  FileTask file;
};

struct RainflowTask {
  FileTask file;
  std::string channel;
  Period period;
  kernels::CountingOptions counting;
};

struct TimeSpan {
  double start_s;
  double stop_s;
  double step_s;  // NaN where the step varies
};

/// What a file has of a period.
struct PeriodSamples {
  std::uint64_t count = 0;
  TimeSpan time{};
};

struct StatisticsResult {
  std::string format;
  std::vector<PeriodSamples> periods;
  ReadPath read_path = ReadPath::kMapped;
  std::vector<ChannelInfo> channels;
  std::vector<contract::ChannelStatus> status;  // periods × channels
  std::vector<double> values;                   // periods × channels × columns, row-major; NaN: does not exist
  std::vector<Extra> extras;                    // those that were asked for, in the contract's order
  std::vector<std::string> warnings;
};

struct InspectResult {
  layout::FileLayout layout;
  std::uint64_t size_bytes = 0;
  TimeSpan time{};
  ReadPath read_path = ReadPath::kMapped;
  std::string description_path;  // of a format of two files: the one that describes the data; else empty
};

using kernels::Cycle;

struct RainflowResult {
  ChannelInfo channel;
  std::vector<Cycle> cycles;
};

using Task = std::variant<StatisticsTask, InspectTask, RainflowTask>;
using TaskResult = std::variant<StatisticsResult, InspectResult, RainflowResult>;
/// Called once for each task, on a lane (or in `submit`'s thread when the engine is closed).
using Completion = std::function<void(base::Result<TaskResult>)>;
using TaskId = std::uint64_t;

struct EngineOptions {
  unsigned lanes = 1;
  std::string isa;            // "", "auto", or one of kernels::isa::names()
  bool guards_faults = true;  // install the SIGBUS handler
};

/// Lanes: threads that the engine owns, fed by one queue.
class Engine {
 public:
  /// @errors        CONFIG_ISA_UNKNOWN, CONFIG_ISA_UNSUPPORTED, RESOURCE_THREADS
  static base::Result<std::unique_ptr<Engine>> create(const EngineOptions& options);
  ~Engine();
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  TaskId submit(Task task, Completion completion);

  /// The task ends soon with CANCELLED, unless it has ended already.
  void cancel(TaskId id);

  /// Cancels what is left and joins the lanes. Every completion has been called when it returns. May be called twice.
  void close();

  [[nodiscard]] unsigned lanes() const;
  [[nodiscard]] std::string isa() const;

 private:
  struct State;
  explicit Engine(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace wavemill::engine
