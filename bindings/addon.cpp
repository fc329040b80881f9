#include "csv_rows.h"
#include "derived_object.h"
#include "engine_object.h"
#include "fit_extremes.h"
#include "formats.h"

namespace wavemill::bindings {

// Runs once for each environment (the main thread, each worker) that loads the addon, on that thread. Nothing is kept between
// them.
static Napi::Object export_methods(Napi::Env env, Napi::Object exports) {
  exports.Set("Engine", EngineObject::define(env));
  exports.Set("DerivedChannels", DerivedObject::define(env));
  exports.Set("csvRows", Napi::Function::New<js_csv_rows>(env, "csvRows"));
  exports.Set("fitExtremes", Napi::Function::New<js_fit_extremes>(env, "fitExtremes"));
  exports.Set("formatOf", Napi::Function::New<js_format_of>(env, "formatOf"));
  exports.Set("neededChannels", Napi::Function::New<js_needed_channels>(env, "neededChannels"));
  return exports;
}

NODE_API_MODULE(wavemill, export_methods)

}  // namespace wavemill::bindings
