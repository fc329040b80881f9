#include "engine_object.h"

#include <utility>

#include "guard.h"
#include "property.h"
#include "read_columns.h"
#include "read_task.h"

namespace wavemill::bindings {

Napi::Function EngineObject::define(Napi::Env env) {
  return DefineClass(env, "Engine",
                     {
                         InstanceMethod<&EngineObject::js_statistics>("statistics"),
                         InstanceMethod<&EngineObject::js_inspect>("inspect"),
                         InstanceMethod<&EngineObject::js_rainflow>("rainflow"),
                         InstanceMethod<&EngineObject::js_cancel>("cancel"),
                         InstanceMethod<&EngineObject::js_close>("close"),
                         InstanceAccessor<&EngineObject::js_lanes>("lanes"),
                         InstanceAccessor<&EngineObject::js_isa>("isa"),
                     });
}

EngineObject::EngineObject(const Napi::CallbackInfo& info) : ObjectWrap(info) {
  const Napi::Env env = info.Env();
  guarded(env, [&] {
    auto created = engine::Engine::create(read_engine_options(info[0]));
    if (!created) throw coded_error(env, created.error());
    engine_ = std::move(*created);
    completions_ = std::make_unique<Completions>(env);
    // After the queue's own hook, and so run before it: the lanes still find the queue open while they are joined.
    if (napi_add_env_cleanup_hook(env, tear_down, this) != napi_ok) throw Napi::Error::New(env);
  });
}

EngineObject::~EngineObject() {
  if (!is_torn_down_ && completions_) napi_remove_env_cleanup_hook(Env(), tear_down, this);
}

void EngineObject::tear_down(void* self) {
  auto& object = *static_cast<EngineObject*>(self);
  object.is_torn_down_ = true;
  object.engine_->close();
  object.completions_->abandon();
}

template <class Task>
Napi::Value EngineObject::submit(const Napi::CallbackInfo& info, Task (*read)(const Napi::Value&)) {
  const Napi::Env env = info.Env();
  return guarded(env, [&]() -> Napi::Value {
    const auto done = expect_function(info[1], "done");
    Task task = read(info[0]);
    const Napi::Value bytes = info[0].As<Napi::Object>().Get("bytes");
    task.file.bytes = borrowed_bytes(bytes, "bytes");
    task.file.given_layout = read_columns(info[0].As<Napi::Object>().Get("given"));
    const engine::TaskId id = completions_->submit(*engine_, std::move(task), Value(), bytes, done);
    return Napi::Number::New(env, static_cast<double>(id));
  });
}

Napi::Value EngineObject::js_statistics(const Napi::CallbackInfo& info) { return submit(info, read_statistics_task); }

Napi::Value EngineObject::js_inspect(const Napi::CallbackInfo& info) { return submit(info, read_inspect_task); }

Napi::Value EngineObject::js_rainflow(const Napi::CallbackInfo& info) { return submit(info, read_rainflow_task); }

void EngineObject::js_cancel(const Napi::CallbackInfo& info) {
  guarded(info.Env(), [&] { engine_->cancel(read_task_id(info[0])); });
}

void EngineObject::js_close(const Napi::CallbackInfo& info) {
  guarded(info.Env(), [&] { engine_->close(); });
}

Napi::Value EngineObject::js_lanes(const Napi::CallbackInfo& info) { return Napi::Number::New(info.Env(), engine_->lanes()); }

Napi::Value EngineObject::js_isa(const Napi::CallbackInfo& info) {
  return guarded(info.Env(), [&] { return Napi::String::New(info.Env(), engine_->isa()); });
}

}  // namespace wavemill::bindings
