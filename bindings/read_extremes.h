#pragma once

#include "javascript.h"
#include "kernels/extreme_options.h"

namespace wavemill::bindings {

/// The `extremes` of a statistics task; the core's own defaults for undefined.
kernels::ExtremeOptions read_extreme_options(const Napi::Value& value);

}  // namespace wavemill::bindings
