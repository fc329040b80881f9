#include "read_extremes.h"

#include <cmath>
#include <string>

#include "property.h"

namespace wavemill::bindings {

namespace {

Napi::TypeError refused(const Napi::Object& object, const std::string& message) {
  return Napi::TypeError::New(object.Env(), "extremes." + message);
}

double positive_property(const Napi::Object& options, const char* name) {
  const double number = number_property(options, name);
  if (!(number > 0 && std::isfinite(number))) throw refused(options, std::string(name) + ": must be positive and finite");
  return number;
}

double from_zero_property(const Napi::Object& options, const char* name) {
  const double number = number_property(options, name);
  if (!(number >= 0 && std::isfinite(number))) throw refused(options, std::string(name) + ": must be finite and not negative");
  return number;
}

double part_property(const Napi::Object& options, const char* name) {
  const double part = number_property(options, name);
  if (!(part > 0 && part < 1)) throw refused(options, std::string(name) + ": must be between 0 and 1");
  return part;
}

fits::FitMethod method_property(const Napi::Object& options) {
  const double number = number_property(options, "method");
  for (std::size_t i = 0; i < contract::kFitMethodCount; ++i)
    if (number == static_cast<double>(i)) return static_cast<fits::FitMethod>(i);
  throw refused(options, "method: no method has the number " + std::to_string(number));
}

kernels::Threshold threshold_property(const Napi::Object& options, const char* name) {
  using Kind = kernels::Threshold::Kind;
  const Napi::Object threshold = expect_object(options.Get(name), name);
  const std::string kind = string_property(threshold, "kind");
  const double value = number_property(threshold, "value");
  if (!std::isfinite(value)) throw refused(options, std::string(name) + ".value: must be finite");
  if (kind == "none") return {Kind::kAbsent, 0.0};
  if (kind == "value") return {Kind::kValue, value};
  if (kind == "deviations") return {Kind::kDeviations, value};
  if (kind != "percentile") throw refused(options, std::string(name) + ".kind: is none of none, value, percentile, deviations");
  if (!(value >= 0 && value <= 100)) throw refused(options, std::string(name) + ".value: must be a percent from 0 to 100");
  return {Kind::kPercentile, value};
}

}  // namespace

kernels::ExtremeOptions read_extreme_options(const Napi::Value& value) {
  if (value.IsUndefined()) return {};
  const Napi::Object options = expect_object(value, "extremes");
  kernels::ExtremeOptions read;
  read.storm_duration_s = positive_property(options, "stormDuration_s");
  read.risk = part_property(options, "risk");
  read.confidence = part_property(options, "confidence");
  read.method = method_property(options);
  read.takes_peaks_over_threshold = boolean_property(options, "takesPeaksOverThreshold");
  read.is_weibull_location_free = boolean_property(options, "isWeibullLocationFree");
  read.upper = threshold_property(options, "upper");
  read.lower = threshold_property(options, "lower");
  read.decluster_s = from_zero_property(options, "decluster_s");
  read.fewest_peaks = from_zero_property(options, "fewestPeaks");
  return read;
}

}  // namespace wavemill::bindings
