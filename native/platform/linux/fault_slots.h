#pragma once

#include <sys/types.h>

#include <atomic>
#include <cstdint>

namespace wavemill::platform::fault_slots {

/// Which threads read which maps just now: written by threads, read by the signal handler. Only lock-free atomics, so that a handler may look.
struct Slot {
  std::atomic<pid_t> owner{0};  // the thread's kernel number; 0: free
  std::atomic<std::uintptr_t> begin{0};
  std::atomic<std::uintptr_t> end{0};
  std::atomic<std::atomic<bool>*> shrank{nullptr};
};

inline constexpr int kSlots = 1024;

/// The kernel's number of the calling thread. A raw system call: glibc has a wrapper only since 2.30.
pid_t this_thread();

/// Takes a slot for the calling thread. When all are taken it waits until one is free: a thread without a slot would read unprotected.
int take(std::uintptr_t begin, std::uintptr_t end, std::atomic<bool>& shrank);
void release(int slot);

/// The calling thread's slot whose map holds `address`, or null. Safe in a signal handler.
const Slot* find(std::uintptr_t address);

}  // namespace wavemill::platform::fault_slots
