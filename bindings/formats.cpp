#include "formats.h"

#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "engine/channel_selection.h"
#include "formats/catalogue.h"
#include "guard.h"
#include "property.h"

namespace wavemill::bindings {
Napi::Value js_format_of(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  return guarded(env, [&]() -> Napi::Value {
    platform::MemoryBytes head(borrowed_bytes(info[1], "head"));
    const base::Result<const formats::Format*> format = formats::identify(expect_string(info[0], "path"), head);
    return format ? Napi::String::New(env, std::string((*format)->files().name)) : env.Undefined();
  });
}

Napi::Value js_select_channels(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  return guarded(env, [&]() -> Napi::Value {
    std::vector<layout::Channel> channels;
    for (std::string& name : expect_strings(info[1], "names")) channels.push_back({std::move(name), "", {}});
    const auto selected = engine::select_channels(expect_strings(info[0], "patterns"), channels);
    if (!selected) throw coded_error(env, selected.error());
    Napi::Uint32Array indices = Napi::Uint32Array::New(env, selected->size());
    std::copy(selected->begin(), selected->end(), indices.Data());
    return indices;
  });
}

}  // namespace wavemill::bindings
