#pragma once

#include "javascript.h"

namespace wavemill::bindings {

/// fitExtremes(values, options): what a distribution makes of a few largest or smallest values. Busies the calling thread for some tens of microseconds.
Napi::Value js_fit_extremes(const Napi::CallbackInfo& info);

}  // namespace wavemill::bindings
