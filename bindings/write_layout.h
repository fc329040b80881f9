#pragma once

#include <string>
#include <vector>

#include "engine/engine.h"
#include "javascript.h"

namespace wavemill::bindings {

// What a file's header says, as JavaScript objects (src/addon/native.ts). JavaScript thread only.

/// NativeInspection.
Napi::Object write_inspection(Napi::Env env, const engine::InspectResult& result);

/// NativeTimeSpan.
Napi::Object write_time_span(Napi::Env env, const engine::TimeSpan& time);

Napi::Array write_strings(Napi::Env env, const std::vector<std::string>& strings);

constexpr const char* read_path(engine::ReadPath path) {
  switch (path) {
    case engine::ReadPath::kMapped: return "mapped";
    case engine::ReadPath::kRead: return "read";
    case engine::ReadPath::kDecoded: return "decoded";
  }
  return "";
}

}  // namespace wavemill::bindings
