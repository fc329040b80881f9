#include "fit_extremes.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "fits/fitter.h"
#include "guard.h"
#include "property.h"

namespace wavemill::bindings {

namespace {

Napi::TypeError refused(Napi::Env env, const std::string& message) { return Napi::TypeError::New(env, message); }

/// A word of the contract, by its number.
template <class Word>
Word word_property(const Napi::Object& options, const char* name, std::size_t count) {
  const double number = number_property(options, name);
  if (!(number >= 0 && number < static_cast<double>(count) && std::floor(number) == number))
    throw refused(options.Env(), std::string(name) + ": no word has the number " + std::to_string(number));
  return static_cast<Word>(number);
}

double part_property(const Napi::Object& options, const char* name) {
  const double part = number_property(options, name);
  if (!(part > 0 && part < 1)) throw refused(options.Env(), std::string(name) + ": must be between 0 and 1");
  return part;
}

fits::FitOptions read_fit_options(const Napi::Value& value) {
  const Napi::Object options = expect_object(value, "options");
  fits::FitOptions read;
  read.distribution = word_property<fits::Distribution>(options, "distribution", contract::kDistributionCount);
  if (read.distribution == fits::Distribution::kRayleigh) throw refused(options.Env(), "distribution: Rayleigh is not fitted");
  read.method = word_property<fits::FitMethod>(options, "method", contract::kFitMethodCount);
  read.is_of_smallest = boolean_property(options, "isOfSmallest");
  read.location = number_property(options, "location");
  read.is_location_free = boolean_property(options, "isLocationFree");
  read.values_in_storm = number_property(options, "valuesInStorm");
  read.risk = part_property(options, "risk");
  read.confidence = part_property(options, "confidence");
  const double fewest = number_property(options, "fewest");
  if (!std::isfinite(read.location)) throw refused(options.Env(), "location: must be finite");
  if (!(read.values_in_storm > 0 && std::isfinite(read.values_in_storm)))
    throw refused(options.Env(), "valuesInStorm: must be positive and finite");
  if (!(fewest >= 0 && fewest <= 1e9)) throw refused(options.Env(), "fewest: must be from 0 to 1e9");
  read.fewest = static_cast<std::size_t>(fewest);
  return read;
}

Napi::Object write_fit(Napi::Env env, const fits::Fit& fit) {
  Napi::Object object = Napi::Object::New(env);
  object.Set("verdict", static_cast<double>(fit.verdict));
  object.Set("count", static_cast<double>(fit.count));
  object.Set("location", fit.parameters.location);
  object.Set("scale", fit.parameters.scale);
  object.Set("shape", fit.parameters.shape);
  object.Set("logLikelihood", fit.log_likelihood);
  object.Set("level", fit.level);
  object.Set("lower", fit.level_lower);
  object.Set("upper", fit.level_upper);
  object.Set("interval", static_cast<double>(fit.interval));
  return object;
}

}  // namespace

Napi::Value js_fit_extremes(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  return guarded(env, [&]() -> Napi::Value {
    const auto values = expect_doubles(info[0], "values");
    const std::span<const double> given(values.Data(), values.ElementLength());
    if (!std::all_of(given.begin(), given.end(), [](double x) { return std::isfinite(x); }))
      throw refused(env, "values: must be finite");
    fits::Fitter fitter;
    return write_fit(env, fitter.fit(given, read_fit_options(info[1])));
  });
}

}  // namespace wavemill::bindings
