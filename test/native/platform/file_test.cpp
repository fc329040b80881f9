#include "platform/file.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <thread>
#include <vector>

#include "platform/temp_file.h"

using wavemill::base::ErrorCode;
using wavemill::platform::File;
using wavemill::test::TempFile;

namespace {

std::string text_of(const std::vector<std::byte>& bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

}  // namespace

TEST_CASE("a file is read from any offset") {
  const TempFile temp("0123456789");
  const auto file = File::open(temp.path());
  REQUIRE(file.ok());
  CHECK(file->size_bytes() == 10);
  std::vector<std::byte> four(4);
  REQUIRE(file->read_at(3, four.data(), 4).ok());
  CHECK(text_of(four) == "3456");
  REQUIRE(file->read_at(0, four.data(), 4).ok());
  CHECK(text_of(four) == "0123");
  CHECK(file->read_at(10, four.data(), 0).ok());
}

TEST_CASE("a file that is not there, a folder and a name with a NUL have codes of their own") {
  CHECK(File::open("/no/such/folder/file.outb").error().code == ErrorCode::kDiscoverNotFound);
  const TempFile temp("x");
  CHECK(File::open(temp.path() + std::string("\0.outb", 6)).error().code == ErrorCode::kDiscoverNotFound);
  const auto folder = File::open(std::filesystem::temp_directory_path().string());
  REQUIRE_FALSE(folder.ok());
  CHECK(folder.error().code == ErrorCode::kDiscoverNotAFile);
  CHECK(folder.error().message.find("a folder") != std::string::npos);
}

TEST_CASE("a name outside ASCII is opened") {
  const TempFile temp("abc", "-Höhe-波.outb");
  CHECK(File::open(temp.path()).ok());
}

TEST_CASE("an empty file opens: it is the formats that refuse it") {
  const TempFile temp;
  const auto file = File::open(temp.path());
  REQUIRE(file.ok());
  CHECK(file->size_bytes() == 0);
}

TEST_CASE("a file that became shorter is named, with the place where it ends now") {
  const TempFile temp("0123456789");
  const auto file = File::open(temp.path());
  REQUIRE(file.ok());
  temp.truncate(4);
  CHECK(file->size_bytes() == 10);
  CHECK(*file->current_size_bytes() == 4);
  std::vector<std::byte> bytes(8);
  for (const std::uint64_t offset : {std::uint64_t{2}, std::uint64_t{9}}) {
    const auto read = file->read_at(offset, bytes.data(), 1 + (offset == 2 ? 7 : 0));
    REQUIRE_FALSE(read.ok());
    CHECK(read.error().code == ErrorCode::kIoFileShrank);
    CHECK(read.error().offset_bytes == 4);
  }
}

TEST_CASE("a moved file keeps its handle, and the one moved from closes nothing") {
  const TempFile temp("0123456789");
  auto opened = File::open(temp.path());
  REQUIRE(opened.ok());
  File first(std::move(*opened));
  auto other = File::open(temp.path());
  REQUIRE(other.ok());
  *other = std::move(first);
  std::byte digit{};
  REQUIRE(other->read_at(7, &digit, 1).ok());
  CHECK(static_cast<char>(digit) == '7');
}

TEST_CASE("threads read one file at once") {
  const TempFile temp(std::string(100'000, 'a') + std::string(100'000, 'b'));
  const auto file = File::open(temp.path());
  REQUIRE(file.ok());
  std::vector<int> wrong(2, 0);
  std::vector<std::thread> threads;
  for (std::size_t half = 0; half < 2; ++half) {
    threads.emplace_back([&, half] {
      std::vector<std::byte> bytes(1000);
      for (std::uint64_t i = 0; i < 100; ++i) {
        if (!file->read_at(half * 100'000 + i * 1000, bytes.data(), 1000).ok()) ++wrong[half];
        if (text_of(bytes) != std::string(1000, half == 0 ? 'a' : 'b')) ++wrong[half];
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(wrong == std::vector<int>{0, 0});
}
