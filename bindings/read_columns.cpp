#include "read_columns.h"

#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "formats/catalogue.h"
#include "property.h"

namespace wavemill::bindings {
namespace {

constexpr double kMostBytes = 9007199254740991.0;  // Number.MAX_SAFE_INTEGER

Napi::TypeError refused(const Napi::Object& object, const std::string& message) {
  return Napi::TypeError::New(object.Env(), "given." + message);
}

std::uint64_t whole(const Napi::Object& object, double number, const std::string& name) {
  if (!(number >= 0 && number <= kMostBytes && std::floor(number) == number))
    throw refused(object, name + ": must be a whole number");
  return static_cast<std::uint64_t>(number);
}

layout::SampleType sample_type(const Napi::Object& object, const std::string& name) {
  if (name == "int16") return layout::SampleType::kInt16;
  if (name == "int32") return layout::SampleType::kInt32;
  if (name == "uint16") return layout::SampleType::kUint16;
  if (name == "float32") return layout::SampleType::kFloat32;
  if (name == "float64") return layout::SampleType::kFloat64;
  throw refused(object, "types: there is no sample type '" + name + "'");
}

/// Parallel arrays, an element a channel.
struct ChannelArrays {
  std::vector<std::string> names, units, types;
  std::vector<double> offsets, strides, scales, biases;
  std::vector<std::uint8_t> are_largest_missing;

  explicit ChannelArrays(const Napi::Object& object)
      : names(strings_property(object, "names")),
        units(strings_property(object, "units")),
        types(strings_property(object, "types")),
        offsets(doubles_property(object, "offsetsBytes")),
        strides(doubles_property(object, "stridesBytes")),
        scales(doubles_property(object, "scales")),
        biases(doubles_property(object, "biases")),
        are_largest_missing(bytes_property(object, "areLargestMissing")) {
    for (const std::size_t length :
         {units.size(), types.size(), offsets.size(), strides.size(), scales.size(), biases.size(), are_largest_missing.size()})
      if (length != names.size()) throw refused(object, "names: all arrays must have as many elements");
  }

  [[nodiscard]] layout::ArrayLayout samples(const Napi::Object& object, std::size_t i, std::uint64_t count) const {
    layout::ArrayLayout samples{.type = sample_type(object, types[i])};
    samples.count = count;
    samples.offset_bytes = whole(object, offsets[i], "offsetsBytes");
    samples.stride_bytes = whole(object, strides[i], "stridesBytes");
    samples.scale = scales[i];
    samples.bias = biases[i];
    if (scales[i] != 1.0 || biases[i] != 0.0) samples.scaling = layout::Scaling::kMultiplyAdd;
    samples.is_largest_missing = are_largest_missing[i] != 0;
    return samples;
  }
};

layout::TimeAxis read_time(const Napi::Object& object, std::uint64_t count) {
  layout::TimeAxis time{.start_s = number_property(object, "start_s"), .step_s = number_property(object, "step_s")};
  time.is_assumed = boolean_property(object, "isTimeAssumed");
  const Napi::Value offset = object.Get("timesOffsetBytes");
  if (offset.IsUndefined()) {
    if (!std::isfinite(time.start_s) || !(std::isfinite(time.step_s) && time.step_s > 0))
      throw refused(object, "step_s: must be positive and finite where no times are given");
    return time;
  }
  layout::ArrayLayout samples{.type = layout::SampleType::kFloat64};
  samples.count = count;
  samples.offset_bytes = whole(object, expect_number(offset, "given.timesOffsetBytes"), "timesOffsetBytes");
  samples.stride_bytes = sizeof(double);
  time.samples = samples;
  return time;
}

}  // namespace

std::shared_ptr<const layout::FileLayout> read_columns(const Napi::Value& value) {
  if (value.IsUndefined()) return nullptr;
  const Napi::Object object = expect_object(value, "given");
  const formats::Format* format = formats::find_format(string_property(object, "format"));
  if (format == nullptr) throw refused(object, "format: the catalogue has no such format");
  auto file = std::make_shared<layout::FileLayout>();
  file->format = format->files().name;
  file->variant = string_property(object, "variant");
  file->sample_count = whole(object, number_property(object, "sampleCount"), "sampleCount");
  file->time = read_time(object, file->sample_count);
  file->warnings = strings_property(object, "warnings");
  ChannelArrays channels(object);
  file->channels.reserve(channels.names.size());
  for (std::size_t i = 0; i < channels.names.size(); ++i)
    file->channels.push_back(
        {std::move(channels.names[i]), std::move(channels.units[i]), channels.samples(object, i, file->sample_count)});
  return file;
}

}  // namespace wavemill::bindings
