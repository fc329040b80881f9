#include "write_layout.h"

#include <cstdint>

namespace wavemill::bindings {
namespace {

const char* type_name(layout::SampleType type) {
  switch (type) {
    case layout::SampleType::kInt16: return "int16";
    case layout::SampleType::kInt32: return "int32";
    case layout::SampleType::kUint16: return "uint16";
    case layout::SampleType::kFloat32: return "float32";
    case layout::SampleType::kFloat64: return "float64";
  }
  return "";
}

const char* scaling_formula(layout::Scaling scaling) {
  switch (scaling) {
    case layout::Scaling::kNone: return "x = q";
    case layout::Scaling::kSubtractDivide: return "x = (q - bias) / scale";
    case layout::Scaling::kMultiplyAdd: return "x = q * scale + bias";
  }
  return "";
}

Napi::Object write_channel(Napi::Env env, const layout::Channel& channel) {
  Napi::Object object = Napi::Object::New(env);
  object.Set("name", channel.name);
  object.Set("unit", channel.unit);
  object.Set("description", channel.description);
  object.Set("type", type_name(channel.samples.type));
  object.Set("byteOrder", channel.samples.order == layout::ByteOrder::kBig ? "big" : "little");
  object.Set("offsetBytes", static_cast<double>(channel.samples.offset_bytes));
  object.Set("strideBytes", static_cast<double>(channel.samples.stride_bytes));
  object.Set("scaling", scaling_formula(channel.samples.scaling));
  object.Set("scale", channel.samples.scale);
  object.Set("bias", channel.samples.bias);
  return object;
}

// A scope each: a file may have tens of thousands of channels.
Napi::Array write_channels(Napi::Env env, const std::vector<layout::Channel>& channels) {
  Napi::Array array = Napi::Array::New(env, channels.size());
  for (std::uint32_t i = 0; i < channels.size(); ++i) {
    const Napi::HandleScope scope(env);
    array.Set(i, write_channel(env, channels[i]));
  }
  return array;
}

}  // namespace

Napi::Object write_inspection(Napi::Env env, const engine::InspectResult& result) {
  Napi::Object object = Napi::Object::New(env);
  object.Set("format", std::string(result.layout.format));
  object.Set("variant", result.layout.variant);
  object.Set("descriptionPath", result.description_path);
  object.Set("sizeBytes", static_cast<double>(result.size_bytes));
  object.Set("sampleCount", static_cast<double>(result.layout.sample_count));
  object.Set("time", write_time_span(env, result.time));
  object.Set("isTimeAssumed", result.layout.time.is_assumed);
  object.Set("readPath", read_path(result.read_path));
  object.Set("channels", write_channels(env, result.layout.channels));
  object.Set("warnings", write_strings(env, result.layout.warnings));
  return object;
}

Napi::Object write_time_span(Napi::Env env, const engine::TimeSpan& time) {
  Napi::Object object = Napi::Object::New(env);
  object.Set("start_s", time.start_s);
  object.Set("stop_s", time.stop_s);
  object.Set("step_s", time.step_s);
  return object;
}

Napi::Array write_strings(Napi::Env env, const std::vector<std::string>& strings) {
  Napi::Array array = Napi::Array::New(env, strings.size());
  for (std::uint32_t i = 0; i < strings.size(); ++i) array.Set(i, strings[i]);
  return array;
}

}  // namespace wavemill::bindings
