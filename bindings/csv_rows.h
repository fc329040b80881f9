#pragma once

#include "javascript.h"

namespace wavemill::bindings {

/// `csvRows(leads, values, columnCount)`: see src/addon/native.ts. Works in the calling thread, whichever that is.
Napi::Value js_csv_rows(const Napi::CallbackInfo& info);

}  // namespace wavemill::bindings
