#pragma once

#include "javascript.h"
#include "kernels/fatigue_options.h"

namespace wavemill::bindings {

/// NativeFatigue; the defaults for undefined.
kernels::FatigueOptions read_fatigue(const Napi::Value& value);

/// How the cycles of a NativeRainflowTask are counted.
kernels::CountingOptions read_counting(const Napi::Object& task);

}  // namespace wavemill::bindings
