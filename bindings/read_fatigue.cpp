#include "read_fatigue.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "property.h"

namespace wavemill::bindings {
namespace {

constexpr std::size_t kCurveNumbers = 6;
constexpr std::size_t kSettingNumbers = 9;
constexpr double kMostBins = 4294967295.0;
constexpr double kMostMatrixBins = 1000.0;

Napi::TypeError refused(const Napi::Object& object, const std::string& message) {
  return Napi::TypeError::New(object.Env(), message);
}

kernels::Residue residue_property(const Napi::Object& object) {
  const std::string residue = string_property(object, "residue");
  if (residue == "half") return kernels::Residue::kHalf;
  if (residue == "repeat") return kernels::Residue::kRepeat;
  if (residue == "discard") return kernels::Residue::kDiscard;
  throw refused(object, "residue: expected 'half', 'repeat' or 'discard', got '" + residue + "'");
}

kernels::EquivalentCycles equivalent_property(const Napi::Object& object) {
  const std::string equivalent = string_property(object, "equivalent");
  if (equivalent == "duration") return kernels::EquivalentCycles::kDuration;
  if (equivalent == "durationAndStep") return kernels::EquivalentCycles::kDurationAndStep;
  if (equivalent == "given") return kernels::EquivalentCycles::kGiven;
  throw refused(object, "equivalent: expected 'duration', 'durationAndStep' or 'given', got '" + equivalent + "'");
}

std::vector<double> rows_property(const Napi::Object& object, const char* name, std::size_t width) {
  std::vector<double> numbers = doubles_property(object, name);
  if (numbers.size() % width != 0) throw refused(object, std::string(name) + ": must hold rows of " + std::to_string(width));
  if (std::any_of(numbers.begin(), numbers.end(), [](double number) { return std::isnan(number); }))
    throw refused(object, std::string(name) + ": must not hold NaN");
  return numbers;
}

// In the order that NativeFatigue gives.
kernels::SnCurve curve_of(const double* numbers) {
  return {numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]};
}

kernels::ChannelFatigue settings_of(const double* numbers) {
  const double bins = std::clamp(numbers[8], 0.0, kMostBins);
  return {numbers[0],        numbers[1], numbers[2],
          numbers[3],        numbers[4], numbers[5],
          numbers[6] != 0.0, numbers[7], static_cast<std::uint32_t>(bins)};
}

std::uint32_t matrix_bins(const Napi::Object& object) {
  const double bins = number_property(object, "matrixBins");
  if (!(bins >= 1.0 && bins <= kMostMatrixBins && bins == std::floor(bins)))
    throw refused(object, "matrixBins: must be a whole number from 1 to 1000");
  return static_cast<std::uint32_t>(bins);
}

}  // namespace

kernels::FatigueOptions read_fatigue(const Napi::Value& value) {
  kernels::FatigueOptions options;
  if (value.IsUndefined()) return options;
  const Napi::Object object = expect_object(value, "fatigue");
  options.residue = residue_property(object);
  options.equivalent = equivalent_property(object);
  options.equivalent_cycles = number_property(object, "equivalentCycles");
  options.are_bins_upper = boolean_property(object, "areBinsUpper");
  const std::vector<double> curves = rows_property(object, "curves", kCurveNumbers);
  for (std::size_t i = 0; i < curves.size(); i += kCurveNumbers) options.curves.push_back(curve_of(curves.data() + i));
  const std::vector<std::string> patterns = strings_property(object, "patterns");
  const std::vector<double> settings = rows_property(object, "settings", kSettingNumbers);
  if (settings.size() != kSettingNumbers * (1 + patterns.size()))
    throw refused(object, "settings: must have a row more than patterns has elements");
  options.settings = settings_of(settings.data());
  for (std::size_t i = 0; i < patterns.size(); ++i)
    options.rules.push_back({patterns[i], settings_of(settings.data() + (i + 1) * kSettingNumbers)});
  options.matrices = {boolean_property(object, "hasRangeMean"), boolean_property(object, "hasFromTo"), matrix_bins(object)};
  return options;
}

kernels::CountingOptions read_counting(const Napi::Object& task) {
  return {residue_property(task), number_property(task, "gate"), boolean_property(task, "isGateRelative")};
}

}  // namespace wavemill::bindings
