#ifdef __linux__
#include <doctest/doctest.h>
#include <signal.h>
#include <sys/mman.h>

#include <atomic>
#include <memory>
#include <thread>
#include <vector>

#include "platform/child_process.h"
#include "platform/fault_guard.h"
#include "platform/file_map.h"
#include "platform/temp_file.h"

using wavemill::platform::File;
using wavemill::platform::FileMap;
using wavemill::test::exit_of_child;
using wavemill::test::forget_sigbus_handler;
using wavemill::test::TempFile;
namespace fault_guard = wavemill::platform::fault_guard;

namespace {

constexpr std::size_t kSize_bytes = std::size_t{4} << 20;

struct Installed {
  Installed() { fault_guard::install(); }
  ~Installed() { fault_guard::uninstall(); }
};

/// A test whose child is ended by a signal makes its files before: the child would not remove them.
struct MappedFile {
  TempFile temp{std::string(kSize_bytes, 'w')};
  std::unique_ptr<FileMap> map;

  MappedFile() {
    auto file = File::open(temp.path());
    REQUIRE(file.ok());
    auto mapped = FileMap::map(*file);
    REQUIRE(mapped.ok());
    map = std::move(*mapped);
  }
};

/// The sum over one byte of each page from `from`: enough to touch them all.
unsigned touch(const FileMap& map, std::size_t from = 0) {
  unsigned sum = 0;
  const volatile std::byte* data = map.data();
  for (std::size_t i = from; i < map.size_bytes(); i += 4096) sum += static_cast<unsigned>(data[i]);
  return sum;
}

// Where a test's own handler leaves what it saw. A child reads it, so nothing is shared with other tests.
std::atomic<int> calls{0};
const void* replaced_page = nullptr;

/// Repairs the fault as ours does, so that the child goes on and can say that this handler ran.
void repairing_handler(int, siginfo_t* info, void*) {
  ++calls;
  auto* page = reinterpret_cast<void*>(reinterpret_cast<std::uintptr_t>(info->si_addr) & ~std::uintptr_t{4095});
  replaced_page = mmap(page, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
}

void plain_handler(int) {
  ++calls;
  _exit(77);
}

void use_handler(void (*handler)(int, siginfo_t*, void*)) {
  struct sigaction action {};
  action.sa_sigaction = handler;
  action.sa_flags = SA_SIGINFO;
  sigaction(SIGBUS, &action, nullptr);
}

}  // namespace

TEST_CASE("a mapped file that is cut off gives zeros and says so; the process lives") {
  const Installed guard;
  const MappedFile file;
  CHECK(touch(*file.map) == 'w' * (kSize_bytes / 4096));
  file.temp.truncate(0);
  const fault_guard::Access access(*file.map);
  CHECK_FALSE(file.map->shrank());
  CHECK(touch(*file.map) == 0);
  CHECK(file.map->shrank());
}

TEST_CASE("what is left of a file that was cut in the middle keeps its bytes") {
  const Installed guard;
  const MappedFile file;
  file.temp.truncate(kSize_bytes / 2);
  const fault_guard::Access access(*file.map);
  CHECK(touch(*file.map) == 'w' * (kSize_bytes / 8192));
  CHECK(file.map->shrank());
}

TEST_CASE("several lanes in one map that is cut off all go on") {
  const Installed guard;
  const MappedFile file;
  file.temp.truncate(0);
  std::vector<std::thread> lanes;
  std::atomic<unsigned> sum{0};
  for (std::size_t lane = 0; lane < 4; ++lane) {
    lanes.emplace_back([&file, &sum, lane] {
      const fault_guard::Access access(*file.map);
      sum += touch(*file.map, lane * 1'000'000);
    });
  }
  for (std::thread& lane : lanes) lane.join();
  CHECK(sum == 0);
  CHECK(file.map->shrank());
}

TEST_CASE("more readers than slots wait for one and are guarded all the same") {
  const Installed guard;
  const MappedFile file;
  file.temp.truncate(0);
  std::atomic<int> inside{0};
  std::atomic<bool> may_leave{false};
  std::vector<std::thread> readers;
  constexpr int kReaders = 1030;
  for (int i = 0; i < kReaders; ++i) {
    readers.emplace_back([&] {
      const fault_guard::Access access(*file.map);
      ++inside;
      while (!may_leave) std::this_thread::yield();
      touch(*file.map, kSize_bytes - 4096);
    });
    if (i >= 1024) may_leave = true;
  }
  for (std::thread& reader : readers) reader.join();
  CHECK(inside == kReaders);
  CHECK(file.map->shrank());
}

TEST_CASE("without an Access the fault ends the process, as it would have without us") {
  const MappedFile file;
  const int code = exit_of_child([&] {
    forget_sigbus_handler();
    const Installed guard;
    file.temp.truncate(0);
    touch(*file.map);
    return 0;
  });
  CHECK(code == 128 + SIGBUS);
}

TEST_CASE("a fault in another file than the declared one is not ours") {
  const MappedFile declared;
  const MappedFile other;
  const int code = exit_of_child([&] {
    forget_sigbus_handler();
    const Installed guard;
    other.temp.truncate(0);
    const fault_guard::Access access(*declared.map);
    touch(*other.map);
    return 0;
  });
  CHECK(code == 128 + SIGBUS);
}

TEST_CASE("an Access of another thread does not cover this one") {
  const MappedFile file;
  const int code = exit_of_child([&] {
    forget_sigbus_handler();
    const Installed guard;
    file.temp.truncate(0);
    const fault_guard::Access access(*file.map);
    std::thread([&file] { touch(*file.map); }).join();
    return 0;
  });
  CHECK(code == 128 + SIGBUS);
}

TEST_CASE("the handler that was there before gets every other fault") {
  SUBCASE("of three arguments, and the process goes on") {
    const MappedFile file;
    const int code = exit_of_child([&] {
      use_handler(repairing_handler);
      const Installed guard;
      file.temp.truncate(0);
      const bool is_zero = touch(*file.map) == 0;
      return is_zero && calls == static_cast<int>(kSize_bytes / 4096) && !file.map->shrank() ? 0 : 1;
    });
    CHECK(code == 0);
  }
  SUBCASE("of one argument") {
    const MappedFile file;
    const int code = exit_of_child([&] {
      signal(SIGBUS, plain_handler);
      const Installed guard;
      file.temp.truncate(0);
      touch(*file.map);
      return 0;
    });
    CHECK(code == 77);
  }
  SUBCASE("ignored: a fault still ends the process, instead of repeating for ever") {
    const MappedFile file;
    const int code = exit_of_child([&] {
      signal(SIGBUS, SIG_IGN);
      const Installed guard;
      file.temp.truncate(0);
      touch(*file.map);
      return 0;
    });
    CHECK(code == 128 + SIGBUS);
  }
}

TEST_CASE("a SIGBUS that somebody sent is passed on as well") {
  SUBCASE("default: the process ends") {
    CHECK(exit_of_child([] {
            forget_sigbus_handler();
            const Installed guard;
            raise(SIGBUS);
            return 0;
          }) == 128 + SIGBUS);
  }
  SUBCASE("ignored: nothing happens") {
    CHECK(exit_of_child([] {
            signal(SIGBUS, SIG_IGN);
            const Installed guard;
            raise(SIGBUS);
            return 5;
          }) == 5);
  }
}

TEST_CASE("install is counted; the last uninstall puts the former handler back") {
  const int code = exit_of_child([] {
    use_handler(repairing_handler);
    fault_guard::install();
    fault_guard::install();
    struct sigaction current {};
    fault_guard::uninstall();
    sigaction(SIGBUS, nullptr, &current);
    if (current.sa_sigaction == repairing_handler) return 1;
    fault_guard::uninstall();
    sigaction(SIGBUS, nullptr, &current);
    return current.sa_sigaction == repairing_handler ? 0 : 2;
  });
  CHECK(code == 0);
}

TEST_CASE("a handler put over ours stays, and going round in a circle is impossible") {
  const MappedFile file;
  const int code = exit_of_child([&] {
    forget_sigbus_handler();
    fault_guard::install();
    static struct sigaction ours {};
    sigaction(SIGBUS, nullptr, &ours);
    use_handler([](int number, siginfo_t* info, void* context) {
      ++calls;
      ours.sa_sigaction(number, info, context);
    });
    fault_guard::uninstall();
    fault_guard::install();
    file.temp.truncate(0);
    const fault_guard::Access access(*file.map);
    return touch(*file.map) == 0 && calls == 1 && file.map->shrank() ? 0 : 1;
  });
  CHECK(code == 0);
}
#endif
