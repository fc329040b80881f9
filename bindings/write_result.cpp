#include "write_result.h"

#include <algorithm>
#include <string>
#include <variant>
#include <vector>

#include "write_layout.h"

namespace wavemill::bindings {
namespace {

constexpr std::size_t kCycleNumbers = 5;

// In the order that NativeCycles gives.
void write_cycle(const engine::Cycle& cycle, double* numbers) {
  numbers[0] = cycle.range;
  numbers[1] = cycle.mean;
  numbers[2] = cycle.count;
  numbers[3] = static_cast<double>(cycle.start_index);
  numbers[4] = static_cast<double>(cycle.end_index);
}

template <class Array, class Items, class Convert>
Array typed_array(Napi::Env env, const Items& items, Convert convert) {
  Array array = Array::New(env, items.size());
  std::transform(items.begin(), items.end(), array.Data(), convert);
  return array;
}

template <class Member>
Napi::Array channel_strings(Napi::Env env, const std::vector<engine::ChannelInfo>& channels, Member member) {
  Napi::Array array = Napi::Array::New(env, channels.size());
  for (std::uint32_t i = 0; i < channels.size(); ++i) array.Set(i, channels[i].*member);
  return array;
}

Napi::Array write_periods(Napi::Env env, const std::vector<engine::PeriodSamples>& periods) {
  Napi::Array array = Napi::Array::New(env, periods.size());
  for (std::uint32_t i = 0; i < periods.size(); ++i) {
    Napi::Object period = Napi::Object::New(env);
    period.Set("sampleCount", static_cast<double>(periods[i].count));
    period.Set("time", write_time_span(env, periods[i].time));
    array.Set(i, period);
  }
  return array;
}

Napi::Object write_extra(Napi::Env env, const engine::Extra& extra) {
  Napi::Object object = Napi::Object::New(env);
  object.Set("kind", static_cast<double>(extra.kind));
  object.Set("indices", typed_array<Napi::Uint32Array>(env, extra.further, [](const auto& channel) { return channel.index; }));
  object.Set("names", channel_strings(env, extra.further, &engine::ChannelInfo::name));
  object.Set("units", channel_strings(env, extra.further, &engine::ChannelInfo::unit));
  object.Set("rowCounts", typed_array<Napi::Uint32Array>(env, extra.row_counts, [](std::uint32_t count) { return count; }));
  object.Set("values", typed_array<Napi::Float64Array>(env, extra.values, [](double value) { return value; }));
  return object;
}

Napi::Array write_extras(Napi::Env env, const std::vector<engine::Extra>& extras) {
  Napi::Array array = Napi::Array::New(env, extras.size());
  for (std::uint32_t i = 0; i < extras.size(); ++i) array.Set(i, write_extra(env, extras[i]));
  return array;
}

Napi::Object write(Napi::Env env, const engine::StatisticsResult& result) {
  Napi::Object object = Napi::Object::New(env);
  object.Set("format", result.format);
  object.Set("periods", write_periods(env, result.periods));
  object.Set("readPath", read_path(result.read_path));
  object.Set("indices", typed_array<Napi::Uint32Array>(env, result.channels, [](const auto& channel) { return channel.index; }));
  object.Set("names", channel_strings(env, result.channels, &engine::ChannelInfo::name));
  object.Set("units", channel_strings(env, result.channels, &engine::ChannelInfo::unit));
  object.Set("status",
             typed_array<Napi::Uint8Array>(env, result.status, [](auto status) { return static_cast<std::uint8_t>(status); }));
  object.Set("values", typed_array<Napi::Float64Array>(env, result.values, [](double value) { return value; }));
  object.Set("extras", write_extras(env, result.extras));
  object.Set("warnings", write_strings(env, result.warnings));
  return object;
}

Napi::Object write(Napi::Env env, const engine::InspectResult& result) { return write_inspection(env, result); }

Napi::Object write(Napi::Env env, const engine::RainflowResult& result) {
  Napi::Float64Array cycles = Napi::Float64Array::New(env, result.cycles.size() * kCycleNumbers);
  for (std::size_t i = 0; i < result.cycles.size(); ++i) write_cycle(result.cycles[i], cycles.Data() + i * kCycleNumbers);
  Napi::Object object = Napi::Object::New(env);
  object.Set("index", result.channel.index);
  object.Set("name", result.channel.name);
  object.Set("unit", result.channel.unit);
  object.Set("cycles", cycles);
  return object;
}

}  // namespace

Napi::Object write_result(Napi::Env env, const engine::TaskResult& result) {
  return std::visit([env](const auto& alternative) { return write(env, alternative); }, result);
}

Napi::Object write_failure(Napi::Env env, const base::Error& error) {
  Napi::Object object = Napi::Object::New(env);
  object.Set("code", std::string(contract::name(error.code)));
  object.Set("message", error.message);
  if (error.offset_bytes) object.Set("offsetBytes", static_cast<double>(*error.offset_bytes));
  return object;
}

}  // namespace wavemill::bindings
