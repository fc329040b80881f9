#include "read_task.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "derived_object.h"
#include "guard.h"
#include "property.h"
#include "read_extremes.h"
#include "read_fatigue.h"
#include "read_spectrum.h"

namespace wavemill::bindings {
namespace {

constexpr double kMostLanes = 4096;
constexpr double kMostTaskId = 9007199254740991.0;  // Number.MAX_SAFE_INTEGER

bool is_whole(double number, double least, double most) {
  return number >= least && number <= most && std::floor(number) == number;
}

Napi::TypeError refused(const Napi::Object& object, const std::string& message) {
  return Napi::TypeError::New(object.Env(), message);
}

double time_property(const Napi::Object& task, const char* name) {
  const double time_s = number_property(task, name);
  if (std::isnan(time_s)) throw refused(task, std::string(name) + ": must not be NaN");
  return time_s;
}

// The operating system would stop at a NUL and open another file than the one named.
std::string path_property(const Napi::Object& task) {
  std::string path = string_property(task, "path");
  if (path.find('\0') != std::string::npos) throw refused(task, "path: must not hold a NUL character");
  return path;
}

engine::ReadMode read_mode_property(const Napi::Object& task) {
  const std::string mode = string_property(task, "readMode");
  if (mode == "auto") return engine::ReadMode::kAuto;
  if (mode == "map") return engine::ReadMode::kMap;
  if (mode == "read") return engine::ReadMode::kRead;
  throw refused(task, "readMode: expected 'auto', 'map' or 'read', got '" + mode + "'");
}

engine::FileTask file_task(const Napi::Object& task) {
  const double step_s = number_property(task, "timeStep_s");
  if (!(std::isfinite(step_s) && step_s > 0)) throw refused(task, "timeStep_s: must be positive and finite");
  return {path_property(task), read_mode_property(task), step_s};
}

std::vector<engine::Period> periods_property(const Napi::Object& task) {
  const auto ends = doubles_property(task, "periods");
  if (ends.empty() || ends.size() % 2 != 0) throw refused(task, "periods: must hold pairs of times, one at least");
  if (std::any_of(ends.begin(), ends.end(), [](double time_s) { return std::isnan(time_s); }))
    throw refused(task, "periods: must not hold NaN");
  std::vector<engine::Period> periods;
  for (std::size_t i = 0; i < ends.size(); i += 2) periods.push_back({ends[i], ends[i + 1]});
  return periods;
}

engine::Period period(const Napi::Object& task) { return {time_property(task, "from_s"), time_property(task, "to_s")}; }

std::vector<engine::ColumnRequest> column_requests(const Napi::Object& task) {
  const auto columns = bytes_property(task, "columns");
  const auto parameters = doubles_property(task, "parameters");
  if (columns.size() != parameters.size()) throw refused(task, "parameters: must have as many elements as columns");
  std::vector<engine::ColumnRequest> requests;
  requests.reserve(columns.size());
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i] >= contract::kColumnCount)
      throw refused(task, "columns: no column has the number " + std::to_string(columns[i]));
    requests.push_back({static_cast<contract::Column>(columns[i]), parameters[i]});
  }
  return requests;
}

/// A damage's parameter is the number of a curve.
void check_curves(const Napi::Object& object, const engine::StatisticsTask& task) {
  const double curves = static_cast<double>(task.fatigue.curves.size());
  for (const engine::ColumnRequest& request : task.columns)
    if (request.column == contract::Column::kDamage && !is_whole(request.parameter, 0, curves - 1))
      throw refused(object, "parameters: no curve has the number of a damage");
}

}  // namespace

engine::LinkedOptions read_linked_options(const Napi::Object& task) {
  if (task.Get("linked").IsUndefined()) return {};
  return {true, strings_property(task, "linked")};
}

engine::EngineOptions read_engine_options(const Napi::Value& value) {
  const Napi::Object options = expect_object(value, "options");
  const double lanes = number_property(options, "lanes");
  if (!is_whole(lanes, 1, kMostLanes)) {
    throw coded_error(value.Env(), {base::ErrorCode::kConfigValue, "lanes: must be a whole number from 1 to 4096", std::nullopt});
  }
  return {static_cast<unsigned>(lanes), string_property(options, "isa"), boolean_property(options, "guardsFaults")};
}

engine::StatisticsTask read_statistics_task(const Napi::Value& value) {
  const Napi::Object task = expect_object(value, "task");
  engine::StatisticsTask read = {file_task(task),
                                 strings_property(task, "channels"),
                                 periods_property(task),
                                 column_requests(task),
                                 number_property(task, "equivalentFrequency_hz"),
                                 read_linked_options(task)};
  read.fatigue = read_fatigue(task.Get("fatigue"));
  read.spectrum = read_spectrum(task);
  read.filters = read_filters(task);
  read.derived = DerivedObject::of(task.Get("derived"));
  read.extremes = read_extreme_options(task.Get("extremes"));
  check_curves(task, read);
  return read;
}

engine::InspectTask read_inspect_task(const Napi::Value& value) { return {file_task(expect_object(value, "task"))}; }

engine::RainflowTask read_rainflow_task(const Napi::Value& value) {
  const Napi::Object task = expect_object(value, "task");
  return {file_task(task), string_property(task, "channel"), period(task), read_counting(task)};
}

engine::TaskId read_task_id(const Napi::Value& value) {
  const double id = expect_number(value, "taskId");
  if (!is_whole(id, 0, kMostTaskId)) throw Napi::TypeError::New(value.Env(), "taskId: must be a number that a task was given");
  return static_cast<engine::TaskId>(id);
}

}  // namespace wavemill::bindings
