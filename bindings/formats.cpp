#include "formats.h"

#include <algorithm>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "derived_object.h"
#include "engine/needed_channels.h"
#include "formats/catalogue.h"
#include "guard.h"
#include "property.h"
#include "read_task.h"

namespace wavemill::bindings {

Napi::Value js_format_of(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  return guarded(env, [&]() -> Napi::Value {
    platform::MemoryBytes head(borrowed_bytes(info[1], "head"));
    const base::Result<const formats::Format*> format = formats::identify(expect_string(info[0], "path"), head);
    return format ? Napi::String::New(env, std::string((*format)->files().name)) : env.Undefined();
  });
}

Napi::Value js_needed_channels(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  return guarded(env, [&]() -> Napi::Value {
    const Napi::Object task = expect_object(info[0], "task");
    std::vector<std::string> units = expect_strings(info[2], "units");
    std::vector<layout::Channel> channels;
    for (std::string& name : expect_strings(info[1], "names"))
      channels.push_back({.name = std::move(name), .unit = "", .samples = {}});
    if (units.size() != channels.size()) throw Napi::TypeError::New(env, "units: must have as many elements as names");
    for (std::size_t i = 0; i < units.size(); ++i) channels[i].unit = std::move(units[i]);
    const auto needed = engine::needed_channels(strings_property(task, "channels"), read_linked_options(task),
                                                DerivedObject::of(task.Get("derived")), channels);
    if (!needed) throw coded_error(env, needed.error());
    Napi::Uint32Array indices = Napi::Uint32Array::New(env, needed->size());
    std::copy(needed->begin(), needed->end(), indices.Data());
    return indices;
  });
}

}  // namespace wavemill::bindings
