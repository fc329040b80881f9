#pragma once

#include "engine/engine.h"
#include "javascript.h"

namespace wavemill::bindings {

// The engine's results as JavaScript objects (src/addon/native.ts). Everything is copied: native memory never reaches
// JavaScript. JavaScript thread only.

/// NativeStatistics, NativeInspection or NativeCycles.
Napi::Object write_result(Napi::Env env, const engine::TaskResult& result);

/// NativeFailure.
Napi::Object write_failure(Napi::Env env, const base::Error& error);

}  // namespace wavemill::bindings
