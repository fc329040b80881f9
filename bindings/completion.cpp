#include "completion.h"

#include <utility>

#include "guard.h"
#include "write_result.h"

namespace wavemill::bindings {
namespace {

struct DoneArguments {
  napi_value failure;
  napi_value result;
};

// A result that cannot be turned into JavaScript values is a failure of its task: `done` is called whatever happens.
DoneArguments done_arguments(Napi::Env env, const base::Result<engine::TaskResult>& outcome) {
  if (!outcome) return {write_failure(env, outcome.error()), env.Undefined()};
  try {
    return {env.Undefined(), write_result(env, *outcome)};
  } catch (...) {
    return {write_failure(env, error_of_current_exception()), env.Undefined()};
  }
}

// What `done` throws has no caller to go to. Node would only warn of it (DEP0168), so it is made the uncaught exception that it
// is. While an environment is being terminated every call fails, and this one too: then there is nobody left to tell.
void call_done(Napi::Env env, const Napi::FunctionReference& done, const base::Result<engine::TaskResult>& outcome) {
  try {
    const DoneArguments arguments = done_arguments(env, outcome);
    done.Call({arguments.failure, arguments.result});
  } catch (const Napi::Error& error) {
    napi_fatal_exception(env, error.Value());
  }
}

}  // namespace

Completions::Completions(Napi::Env env)
    : queue_(Queue::New(env, "wavemill", /*maxQueueSize=*/0, /*initialThreadCount=*/1, this)) {
  queue_.Unref(env);
}

Completions::~Completions() { abandon(); }

engine::TaskId Completions::submit(engine::Engine& engine, engine::Task task, Napi::Object keeper, Napi::Value bytes,
                                   Napi::Function done) {
  PendingTask& pending = expect(keeper, bytes, done);
  try {
    return engine.submit(std::move(task), [this, &pending](base::Result<engine::TaskResult> outcome) {  // on a lane
      pending.outcome.emplace(std::move(outcome));
      queue_.NonBlockingCall(&pending);
    });
  } catch (...) {
    withdraw(keeper.Env(), pending);
    throw;
  }
}

void Completions::abandon() {
  if (std::exchange(is_abandoned_, true)) return;
  pending_.clear();
  queue_.Abort();  // addresses that are still in the queue are not looked at any more
}

void Completions::deliver(Napi::Env env, Napi::Function, Completions* completions, PendingTask* task) {
  // Without an environment the queue is being thrown away: neither pointer may be good.
  if (static_cast<napi_env>(env) == nullptr || completions->is_abandoned_) return;
  const std::list<PendingTask> delivered = completions->withdraw(env, *task);
  call_done(env, delivered.front().done, *delivered.front().outcome);
}

Completions::PendingTask& Completions::expect(Napi::Object keeper, Napi::Value bytes, Napi::Function done) {
  if (pending_.empty()) queue_.Ref(keeper.Env());
  PendingTask& task = pending_.emplace_front();
  task.self = pending_.begin();
  task.keeper = Napi::Persistent(keeper);
  task.done = Napi::Persistent(done);
  if (bytes.IsObject()) task.bytes = Napi::Persistent(bytes.As<Napi::Object>());
  return task;
}

// Before `done` is called, so that one that throws, submits or closes finds everything in order.
std::list<Completions::PendingTask> Completions::withdraw(Napi::Env env, PendingTask& task) {
  std::list<PendingTask> withdrawn;
  withdrawn.splice(withdrawn.begin(), pending_, task.self);
  if (pending_.empty()) queue_.Unref(env);
  return withdrawn;
}

}  // namespace wavemill::bindings
