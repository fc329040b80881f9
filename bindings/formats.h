#pragma once

#include "javascript.h"

namespace wavemill::bindings {

// What JavaScript asks of the core's catalogue and of its rules for channel names: see src/addon/native.ts. In the calling thread, whichever that is.

/// `formatOf(path, head)`
Napi::Value js_format_of(const Napi::CallbackInfo& info);

/// `neededChannels(task, names, units)`
Napi::Value js_needed_channels(const Napi::CallbackInfo& info);

}  // namespace wavemill::bindings
