#pragma once

#include "javascript.h"

namespace wavemill::bindings {

// What JavaScript asks of the core's catalogue and of its rules for channel names: see src/addon/native.ts. In the calling thread, whichever that is.

/// `formatOf(path, head)`
Napi::Value js_format_of(const Napi::CallbackInfo& info);

/// `selectChannels(patterns, names)`
Napi::Value js_select_channels(const Napi::CallbackInfo& info);

}  // namespace wavemill::bindings
