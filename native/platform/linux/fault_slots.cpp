#include "platform/linux/fault_slots.h"

#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <thread>

namespace wavemill::platform::fault_slots {
namespace {

static_assert(std::atomic<std::atomic<bool>*>::is_always_lock_free && std::atomic<std::uintptr_t>::is_always_lock_free);

constinit std::array<Slot, kSlots> slots;

/// From a place of its own for each thread, so that lanes do not contend for slot 0.
int try_take(pid_t thread) {
  for (int step = 0; step < kSlots; ++step) {
    const int index = (static_cast<int>(thread % kSlots) + step) % kSlots;
    pid_t free = 0;
    if (slots[static_cast<std::size_t>(index)].owner.compare_exchange_strong(free, thread, std::memory_order_acquire))
      return index;
  }
  return -1;
}

}  // namespace

pid_t this_thread() { return static_cast<pid_t>(::syscall(SYS_gettid)); }

int take(std::uintptr_t begin, std::uintptr_t end, std::atomic<bool>& shrank) {
  const pid_t thread = this_thread();
  int index = try_take(thread);
  while (index < 0) {
    std::this_thread::yield();
    index = try_take(thread);
  }
  Slot& slot = slots[static_cast<std::size_t>(index)];
  slot.shrank.store(&shrank, std::memory_order_relaxed);
  slot.begin.store(begin, std::memory_order_relaxed);
  slot.end.store(end, std::memory_order_relaxed);
  std::atomic_signal_fence(
      std::memory_order_seq_cst);  // only this thread's own handler acts on the slot: no other thread needs the order
  return index;
}

void release(int slot) {
  Slot& taken = slots[static_cast<std::size_t>(slot)];
  std::atomic_signal_fence(std::memory_order_seq_cst);
  taken.begin.store(0, std::memory_order_relaxed);
  taken.end.store(0, std::memory_order_relaxed);
  taken.owner.store(0, std::memory_order_release);
}

const Slot* find(std::uintptr_t address) {
  const pid_t thread = this_thread();
  for (const Slot& slot : slots) {
    if (slot.owner.load(std::memory_order_relaxed) != thread) continue;
    if (address >= slot.begin.load(std::memory_order_relaxed) && address < slot.end.load(std::memory_order_relaxed)) return &slot;
  }
  return nullptr;
}

}  // namespace wavemill::platform::fault_slots
