#include "engine/engine.h"

#include <algorithm>
#include <mutex>
#include <unordered_map>
#include <utility>

#include "engine/job.h"
#include "engine/lane.h"
#include "platform/fault_guard.h"

namespace wavemill::engine {

struct Engine::State {
  State(const EngineOptions& given, const kernels::isa::Table& table) : options(given), isa(table) {}

  void forget(const Job& job) {
    const std::lock_guard lock(mutex);
    jobs.erase(job.id());
  }

  EngineOptions options;
  const kernels::isa::Table& isa;
  WorkQueue queue;
  std::vector<std::unique_ptr<Lane>> lanes;
  std::mutex mutex;  // guards what follows
  std::unordered_map<TaskId, std::shared_ptr<Job>> jobs;
  TaskId next_id = 1;
  bool is_closed = false;
};

Engine::Engine(std::unique_ptr<State> state) : state_(std::move(state)) {
  if (state_->options.guards_faults) platform::fault_guard::install();
}

Engine::~Engine() {
  close();
  if (state_->options.guards_faults) platform::fault_guard::uninstall();
}

base::Result<std::unique_ptr<Engine>> Engine::create(const EngineOptions& options) {
  const base::Result<const kernels::isa::Table*> isa = kernels::isa::select(options.isa);
  if (!isa) return isa.error();
  auto state = std::make_unique<State>(options, **isa);
  State& shared = *state;
  std::unique_ptr<Engine> engine(new Engine(std::move(state)));
  for (unsigned number = 0; number < std::max(1U, options.lanes); ++number) {
    shared.lanes.push_back(std::make_unique<Lane>(number, shared.queue, shared.isa, [&shared](Job& job) { shared.forget(job); }));
    const base::Status started = shared.lanes.back()->start();
    if (!started) return started.error();
  }
  return engine;
}

TaskId Engine::submit(Task task, Completion completion) {
  std::unique_lock lock(state_->mutex);
  const TaskId id = state_->next_id++;
  if (state_->is_closed) {
    lock.unlock();
    completion(cancelled_error());
    return id;
  }
  std::shared_ptr<Job> job = make_job(id, std::move(task), std::move(completion));
  state_->jobs.emplace(id, job);
  state_->queue.push_new(std::move(job));
  return id;
}

void Engine::cancel(TaskId id) {
  const std::lock_guard lock(state_->mutex);
  const auto found = state_->jobs.find(id);
  if (found != state_->jobs.end()) found->second->cancel();
}

void Engine::close() {
  {
    const std::lock_guard lock(state_->mutex);
    state_->is_closed = true;
    for (const auto& [id, job] : state_->jobs) job->cancel();
  }
  state_->queue.close();
  for (const std::unique_ptr<Lane>& lane : state_->lanes) lane->join();
}

unsigned Engine::lanes() const { return static_cast<unsigned>(state_->lanes.size()); }

std::string Engine::isa() const { return std::string(state_->isa.name); }

}  // namespace wavemill::engine
