#pragma once

#include <memory>

#include "completion.h"
#include "engine/engine.h"
#include "javascript.h"

namespace wavemill::bindings {

/// The JavaScript class `Engine` (src/addon/native.ts). Everything here runs on the JavaScript thread of the environment that
/// made it.
///
/// The lanes are joined, whichever comes first: by `close()`, when the object is collected (never while a task is pending), or
/// when the environment ends with work under way. Joining on the JavaScript thread cannot deadlock: a lane never waits for that
/// thread, its queue has no limit.
class EngineObject final : public Napi::ObjectWrap<EngineObject> {
 public:
  static Napi::Function define(Napi::Env env);

  /// new Engine(options). Throws a TypeError for a wrong type, an Error with `code` for options that are refused.
  explicit EngineObject(const Napi::CallbackInfo& info);
  ~EngineObject() override;

 private:
  Napi::Value js_statistics(const Napi::CallbackInfo& info);
  Napi::Value js_inspect(const Napi::CallbackInfo& info);
  Napi::Value js_rainflow(const Napi::CallbackInfo& info);
  void js_cancel(const Napi::CallbackInfo& info);
  void js_close(const Napi::CallbackInfo& info);
  Napi::Value js_lanes(const Napi::CallbackInfo& info);
  Napi::Value js_isa(const Napi::CallbackInfo& info);

  template <class Task>
  Napi::Value submit(const Napi::CallbackInfo& info, Task (*read)(const Napi::Value&));

  static void tear_down(void* self);  // the environment's cleanup hook: no JavaScript runs any more

  // In this order: the engine goes first, so that no lane is left when the completions go.
  std::unique_ptr<Completions> completions_;
  std::unique_ptr<engine::Engine> engine_;
  bool is_torn_down_ = false;
};

}  // namespace wavemill::bindings
