#include <doctest/doctest.h>

#include <atomic>
#include <cstdlib>
#include <new>

#include "engine/result_files.h"
#include "engine/running.h"
#include "platform/temp_file.h"

// Counts what the whole process asks of the heap: the global operators are replaced for this executable. Nothing else changes.

namespace {

std::atomic<std::uint64_t> allocation_count{0}, allocated_bytes{0};

void* allocate(std::size_t size) {
  allocation_count.fetch_add(1, std::memory_order_relaxed);
  allocated_bytes.fetch_add(size, std::memory_order_relaxed);
  void* memory = std::malloc(size == 0 ? 1 : size);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}

}  // namespace

void* operator new(std::size_t size) { return allocate(size); }
void* operator new[](std::size_t size) { return allocate(size); }
void* operator new(std::size_t size, const std::nothrow_t& /*tag*/) noexcept { return std::malloc(size == 0 ? 1 : size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t /*size*/) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t /*size*/) noexcept { std::free(memory); }

using namespace wavemill;
using namespace wavemill::test;
using engine::ReadMode;
using engine::StatisticsResult;

namespace {

struct Allocations {
  std::uint64_t count, bytes;
};

/// Of one more file after a few of the same shape, its result included and freed.
Allocations of_one_more(const std::string& content, const std::string& extension, ReadMode mode) {
  const TempFile file(content, extension);
  const auto engine = started(1);
  for (int i = 0; i < 3; ++i) succeed<StatisticsResult>(*engine, statistics_of(file.path(), mode));
  const Allocations before{allocation_count, allocated_bytes};
  succeed<StatisticsResult>(*engine, statistics_of(file.path(), mode));
  return {allocation_count - before.count, allocated_bytes - before.bytes};
}

/// A file, its job and the test's own waiting: measured 60 to 66, some of which are lists that double as they grow.
constexpr std::uint64_t kMostPerFile = 100;

}  // namespace

TEST_CASE("steady state: the number of allocations for a file does not grow with its channels") {
  for (const ReadMode mode : {ReadMode::kMap, ReadMode::kRead}) {
    const Allocations few = of_one_more(outb_of(integer_columns(4, 3000), 2), ".outb", mode);
    const Allocations many = of_one_more(outb_of(integer_columns(400, 3000), 2), ".outb", mode);
    MESSAGE("allocations for one more file: ", few.count, " with 4 channels, ", many.count, " with 400");
    CHECK(few.count <= kMostPerFile);
    CHECK(many.count <= kMostPerFile);
  }
}

TEST_CASE("steady state: no memory is asked for that grows with the samples") {
  for (const ReadMode mode : {ReadMode::kMap, ReadMode::kRead}) {
    for (const bool is_fortran_order : {false, true}) {
      const Allocations brief = of_one_more(npy_of(integer_columns(8, 3000), "<f8", is_fortran_order), ".npy", mode);
      const Allocations extended = of_one_more(npy_of(integer_columns(8, 120'000), "<f8", is_fortran_order), ".npy", mode);
      MESSAGE("bytes asked for one more file: ", brief.bytes, " with 3,000 samples, ", extended.bytes, " with 120,000");
      CHECK(extended.count <= kMostPerFile);
      CHECK(extended.bytes < brief.bytes + 4096);
    }
  }
}
