#pragma once

#include <memory>

#include "javascript.h"
#include "layout/file_layout.h"

namespace wavemill::bindings {

/// NativeColumns (src/addon/native.ts): columns that JavaScript has decoded into the task's `bytes`. Null for undefined. The core checks that they lie there.
/// A wrong type throws a TypeError that names the property. JavaScript thread only.
std::shared_ptr<const layout::FileLayout> read_columns(const Napi::Value& value);

}  // namespace wavemill::bindings
