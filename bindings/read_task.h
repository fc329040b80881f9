#pragma once

#include "engine/engine.h"
#include "javascript.h"

namespace wavemill::bindings {

// JavaScript objects (src/addon/native.ts) as the engine's tasks. Everything is copied, so that a lane never looks at
// JavaScript memory. A wrong type throws a TypeError that names the property. JavaScript thread only.

engine::EngineOptions read_engine_options(const Napi::Value& value);

/// `linked` of a statistics task.
engine::LinkedOptions read_linked_options(const Napi::Object& task);

engine::StatisticsTask read_statistics_task(const Napi::Value& value);
engine::InspectTask read_inspect_task(const Napi::Value& value);
engine::RainflowTask read_rainflow_task(const Napi::Value& value);

/// A number that `statistics`, `inspect` or `rainflow` gave.
engine::TaskId read_task_id(const Napi::Value& value);

}  // namespace wavemill::bindings
