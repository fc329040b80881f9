#include "platform/fault_guard.h"

#include <signal.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <mutex>

#include "platform/linux/fault_slots.h"

namespace wavemill::platform::fault_guard {
namespace {

std::mutex install_mutex;
unsigned install_count = 0;
bool is_linked = false;  // our handler may be reached: it is the process's, or the one that is calls it
struct sigaction former {};
std::uintptr_t page_bytes = 4096;

std::uintptr_t page_of(std::uintptr_t address) { return address & ~(page_bytes - 1); }

/// Puts zero pages from the fault to the map's end. A raw mmap: no lock, no allocation, and nothing for a sanitizer to intercept in a handler. The
/// reader then goes on over zeros; nothing is unwound, so no C++ frame is skipped.
bool put_zero_pages(std::uintptr_t address) {
  const fault_slots::Slot* slot = fault_slots::find(address);
  if (slot == nullptr) return false;
  const std::uintptr_t from = page_of(address);
  const std::uintptr_t length = slot->end.load(std::memory_order_relaxed) - from;
  const long mapped =
      ::syscall(SYS_mmap, from, length, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED | MAP_NORESERVE, -1, 0L);
  if (mapped == -1) return false;
  slot->shrank.load(std::memory_order_relaxed)->store(true, std::memory_order_release);
  return true;
}

/// The default action. A fault repeats itself when the handler returns, and then ends the process at the right place; a signal that was sent has to
/// be sent again.
void act_by_default(int signal_number, bool is_fault) {
  struct sigaction standard {};
  standard.sa_handler = SIG_DFL;
  ::sigaction(signal_number, &standard, nullptr);
  if (!is_fault) ::raise(signal_number);
}

bool is_function(const struct sigaction& action) {
  return (action.sa_flags & SA_SIGINFO) != 0 || (action.sa_handler != SIG_DFL && action.sa_handler != SIG_IGN);
}

/// Calls the handler that was there before, as the kernel would have.
void pass_on(int signal_number, siginfo_t* info, void* context) {
  const bool is_fault = info->si_code > 0;  // not kill() or sigqueue()
  const struct sigaction next = former;
  if (!is_function(next)) {
    // The kernel ends a process that ignores a fault; to return would repeat it for ever.
    if (next.sa_handler == SIG_DFL || is_fault) act_by_default(signal_number, is_fault);
    return;
  }
  if ((next.sa_flags & SA_RESETHAND) != 0) former = {};
  sigset_t before;
  ::sigprocmask(SIG_BLOCK, &next.sa_mask, &before);  // of this thread, as on every Linux; pthread_sigmask asks for glibc 2.32
  if ((next.sa_flags & SA_SIGINFO) != 0) {
    next.sa_sigaction(signal_number, info, context);
  } else {
    next.sa_handler(signal_number);
  }
  ::sigprocmask(SIG_SETMASK, &before, nullptr);
}

void on_fault(int signal_number, siginfo_t* info, void* context) {
  const int saved_errno = errno;
  // BUS_ADRERR alone: a page without a file behind it. si_addr means nothing for a signal that was sent, and a broken memory module is not our case.
  const bool is_ours = info->si_code == BUS_ADRERR && put_zero_pages(reinterpret_cast<std::uintptr_t>(info->si_addr));
  if (!is_ours) pass_on(signal_number, info, context);
  errno = saved_errno;
}

bool is_our_handler(const struct sigaction& action) {
  return (action.sa_flags & SA_SIGINFO) != 0 && action.sa_sigaction == on_fault;
}

}  // namespace

void install() {
  const std::lock_guard lock(install_mutex);
  if (install_count++ > 0) return;
  page_bytes = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
  struct sigaction current {};
  ::sigaction(SIGBUS, nullptr, &current);
  // Somebody took over after us and calls us: going in front of that again would be a circle.
  if (is_linked && is_function(current)) return;
  former = current;  // before the handler can run, which reads it
  struct sigaction ours {};
  ours.sa_sigaction = on_fault;
  ours.sa_flags = SA_SIGINFO | SA_ONSTACK;
  ::sigemptyset(&ours.sa_mask);
  is_linked = ::sigaction(SIGBUS, &ours, nullptr) == 0;
}

void uninstall() {
  const std::lock_guard lock(install_mutex);
  if (install_count == 0 || --install_count > 0) return;
  struct sigaction current {};
  ::sigaction(SIGBUS, nullptr, &current);
  if (!is_our_handler(current))
    return;  // installed over ours: putting the former one back would remove that; ours only passes on now
  ::sigaction(SIGBUS, &former, nullptr);
  is_linked = false;
}

Access::Access(FileMap& map) {
  const auto begin = reinterpret_cast<std::uintptr_t>(map.data());
  slot_ = fault_slots::take(begin, begin + static_cast<std::uintptr_t>(map.size_bytes()), map.shrank());
}

Access::~Access() { fault_slots::release(slot_); }

}  // namespace wavemill::platform::fault_guard
