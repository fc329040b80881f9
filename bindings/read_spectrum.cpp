#include "read_spectrum.h"

#include <array>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>

#include "property.h"

namespace wavemill::bindings {
namespace {

using kernels::Detrend;
using kernels::FilterType;
using kernels::WindowShape;

constexpr double kMostSamples = 1 << 24;  // of a segment, so that its memory stays below a GB
constexpr double kMostOrder = 20;

constexpr std::array<std::pair<std::string_view, WindowShape>, 7> kWindows{{{"hann", WindowShape::kHann},
                                                                            {"hamming", WindowShape::kHamming},
                                                                            {"blackman", WindowShape::kBlackman},
                                                                            {"blackmanharris", WindowShape::kBlackmanHarris},
                                                                            {"nuttall", WindowShape::kNuttall},
                                                                            {"flattop", WindowShape::kFlattop},
                                                                            {"boxcar", WindowShape::kBoxcar}}};
constexpr std::array<std::pair<std::string_view, Detrend>, 3> kDetrends{
    {{"constant", Detrend::kConstant}, {"linear", Detrend::kLinear}, {"none", Detrend::kOff}}};
constexpr std::array<std::pair<std::string_view, FilterType>, 4> kFilters{{{"lowpass", FilterType::kLowpass},
                                                                           {"highpass", FilterType::kHighpass},
                                                                           {"bandpass", FilterType::kBandpass},
                                                                           {"bandstop", FilterType::kBandstop}}};

template <class Words>
auto choice_property(const Napi::Object& object, const char* name, const Words& words) {
  const std::string given = string_property(object, name);
  for (const auto& [word, meaning] : words)
    if (word == given) return meaning;
  throw Napi::TypeError::New(object.Env(), std::string(name) + ": there is no '" + given + "'");
}

double bounded_property(const Napi::Object& object, const char* name, double least, double most) {
  const double number = number_property(object, name);
  if (number >= least && number <= most) return number;
  throw Napi::TypeError::New(object.Env(), std::string(name) + ": out of bounds");
}

}  // namespace

kernels::SpectrumOptions read_spectrum(const Napi::Object& task) {
  const Napi::Value value = task.Get("spectrum");
  if (value.IsUndefined()) return {};
  const Napi::Object given = expect_object(value, "spectrum");
  kernels::SpectrumOptions options;
  options.segment_samples = static_cast<std::uint64_t>(bounded_property(given, "segmentSamples", 0, kMostSamples));
  options.resolution_hz = bounded_property(given, "resolution_hz", 0, HUGE_VAL);
  options.window = choice_property(given, "window", kWindows);
  options.overlap = bounded_property(given, "overlap", 0, 0.99);
  options.detrend = choice_property(given, "detrend", kDetrends);
  options.transform_samples = static_cast<std::uint64_t>(bounded_property(given, "transformSamples", 0, kMostSamples));
  options.from_hz = bounded_property(given, "from_hz", 0, HUGE_VAL);
  options.to_hz = bounded_property(given, "to_hz", 0, HUGE_VAL);
  options.wants_density = boolean_property(given, "density");
  return options;
}

std::vector<engine::ChannelFilter> read_filters(const Napi::Object& task) {
  const Napi::Value value = task.Get("filters");
  if (value.IsUndefined()) return {};
  if (!value.IsArray()) throw wrong_type(value, "filters", "an array");
  const auto list = value.As<Napi::Array>();
  std::vector<engine::ChannelFilter> filters;
  for (std::uint32_t i = 0; i < list.Length(); ++i) {
    const Napi::Object given = expect_object(list.Get(i), "filters");
    const double low_hz = bounded_property(given, "low_hz", 0, HUGE_VAL);
    filters.push_back(
        {strings_property(given, "channels"),
         {choice_property(given, "type", kFilters), static_cast<unsigned>(bounded_property(given, "order", 1, kMostOrder)),
          low_hz, bounded_property(given, "high_hz", low_hz, HUGE_VAL)}});
  }
  return filters;
}

}  // namespace wavemill::bindings
