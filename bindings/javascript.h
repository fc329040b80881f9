#pragma once

// The one place that includes Node-API. A worker that is being terminated refuses to take exceptions; with this definition they
// are dropped there instead of ending the process.
#ifndef NODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS
#define NODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS
#endif

#include <napi.h>

#ifndef NODE_ADDON_API_CPP_EXCEPTIONS
#error "bindings/ needs node-addon-api with C++ exceptions: define NODE_ADDON_API_CPP_EXCEPTIONS"
#endif
static_assert(NAPI_VERSION >= 8, "bindings/ needs Node-API 8: define NAPI_VERSION=8");
