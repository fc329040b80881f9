#pragma once

#include <list>
#include <optional>

#include "engine/engine.h"
#include "javascript.h"

namespace wavemill::bindings {

/// Brings finished tasks from the lanes to the JavaScript thread and calls their `done` there, once each and never inside
/// `submit`.
///
/// A PendingTask belongs to the JavaScript thread. Between `submit` and its delivery one lane, and one only, writes its result
/// and puts its address into the queue: JavaScript references live and die on their own thread, and handing a result over
/// allocates nothing on a lane.
///
/// While a task is pending the queue keeps the process alive and the task keeps the engine's JavaScript object from being
/// collected; afterwards neither holds anything.
class Completions {
 public:
  /// JavaScript thread.
  explicit Completions(Napi::Env env);

  /// JavaScript thread. The lanes must have been joined.
  ~Completions();

  Completions(const Completions&) = delete;
  Completions& operator=(const Completions&) = delete;

  /// Hands `task` to the lanes. JavaScript thread.
  /// @param keeper  the engine's JavaScript object, kept alive until `done` has returned
  /// @param bytes   the array that the task borrows, kept as long; undefined for a task that borrows none
  engine::TaskId submit(engine::Engine& engine, engine::Task task, Napi::Object keeper, Napi::Value bytes, Napi::Function done);

  /// Drops what is pending without calling it: the environment is going. The lanes must have been joined. JavaScript thread;
  /// may be called twice.
  void abandon();

 private:
  struct PendingTask {
    Napi::ObjectReference keeper;
    Napi::FunctionReference done;
    Napi::ObjectReference bytes;
    std::list<PendingTask>::iterator self;
    std::optional<base::Result<engine::TaskResult>> outcome;
  };

  static void deliver(Napi::Env env, Napi::Function, Completions* completions, PendingTask* task);
  using Queue = Napi::TypedThreadSafeFunction<Completions, PendingTask, &Completions::deliver>;

  PendingTask& expect(Napi::Object keeper, Napi::Value bytes, Napi::Function done);
  std::list<PendingTask> withdraw(Napi::Env env, PendingTask& task);

  Queue queue_;
  std::list<PendingTask> pending_;
  bool is_abandoned_ = false;
};

}  // namespace wavemill::bindings
