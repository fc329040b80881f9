#include "platform/byte_source.h"

#include <doctest/doctest.h>

#include <cstring>

#include "platform/temp_file.h"

using wavemill::base::ErrorCode;
using wavemill::platform::ByteSource;
using wavemill::platform::File;
using wavemill::platform::FileMap;
using wavemill::platform::MappedBytes;
using wavemill::platform::ReadBytes;
using wavemill::test::TempFile;

namespace {

/// Bytes that differ from their neighbours, also a window apart.
std::string pattern(std::size_t length) {
  std::string text(length, '\0');
  for (std::size_t i = 0; i < length; ++i) text[i] = static_cast<char>((i * 2654435761U) >> 13);
  return text;
}

bool holds(ByteSource& bytes, const std::string& text, std::uint64_t offset, std::size_t length) {
  const auto window = bytes.window(offset, length);
  return window.ok() && std::memcmp(*window, text.data() + offset, length) == 0;
}

void check_windows(ByteSource& bytes, const std::string& text) {
  CHECK(bytes.size_bytes() == text.size());
  for (const std::size_t length : {std::size_t{1}, std::size_t{4096}, text.size() / 2, text.size()}) {
    CHECK(holds(bytes, text, 0, length));
    CHECK(holds(bytes, text, text.size() - length, length));
    CHECK(holds(bytes, text, (text.size() - length) / 2, length));
  }
  CHECK(bytes.window(text.size(), 0).ok());
}

void check_outside(ByteSource& bytes) {
  const std::uint64_t size = bytes.size_bytes();
  CHECK(bytes.window(size, 1).error().code == ErrorCode::kInternal);
  CHECK(bytes.window(size + 1, 0).error().code == ErrorCode::kInternal);
  CHECK(bytes.window(0, static_cast<std::size_t>(size) + 1).error().code == ErrorCode::kInternal);
  CHECK(bytes.window(~std::uint64_t{0}, 2).error().code == ErrorCode::kInternal);
}

}  // namespace

TEST_CASE("mapped and read windows show the same bytes") {
  for (const std::size_t length : {std::size_t{10'000}, ReadBytes::kWholeFile_bytes + 12'345}) {
    const std::string text = pattern(length);
    const TempFile temp(text);
    const auto file = File::open(temp.path());
    REQUIRE(file.ok());
    std::vector<std::byte> buffer;
    ReadBytes read(*file, buffer);
    check_windows(read, text);
    check_outside(read);
    if (!FileMap::is_available()) continue;
    const auto map = FileMap::map(*file);
    REQUIRE(map.ok());
    MappedBytes mapped(**map);
    check_windows(mapped, text);
    check_outside(mapped);
  }
}

TEST_CASE("a small file is read once: later windows come from memory") {
  const std::string text = pattern(50'000);
  const TempFile temp(text);
  const auto file = File::open(temp.path());
  REQUIRE(file.ok());
  std::vector<std::byte> buffer;
  ReadBytes bytes(*file, buffer);
  REQUIRE(holds(bytes, text, 40'000, 10));
  temp.truncate(0);
  CHECK(holds(bytes, text, 0, 50'000));
}

TEST_CASE("the buffer of a large file stays at one window, and at what was asked for") {
  const std::string text = pattern(ReadBytes::kWholeFile_bytes + 1);
  const TempFile temp(text);
  const auto file = File::open(temp.path());
  REQUIRE(file.ok());
  std::vector<std::byte> buffer;
  ReadBytes bytes(*file, buffer);
  for (std::uint64_t offset = 0; offset + 1000 <= text.size(); offset += 1'000'000) CHECK(holds(bytes, text, offset, 1000));
  CHECK(buffer.capacity() == ReadBytes::kWindow_bytes);
  CHECK(holds(bytes, text, 5, ReadBytes::kWindow_bytes + 7));
  CHECK(buffer.capacity() == ReadBytes::kWindow_bytes + 7);
}

TEST_CASE("a buffer that another file used is not taken for this one's") {
  const std::string first_text = pattern(9'000);
  const std::string second_text(9'000, 'z');
  const TempFile first_temp(first_text);
  const TempFile second_temp(second_text);
  const auto first = File::open(first_temp.path());
  const auto second = File::open(second_temp.path());
  REQUIRE((first.ok() && second.ok()));
  std::vector<std::byte> buffer;
  ReadBytes first_bytes(*first, buffer);
  REQUIRE(holds(first_bytes, first_text, 100, 50));
  ReadBytes second_bytes(*second, buffer);
  CHECK(holds(second_bytes, second_text, 100, 50));
}

TEST_CASE("a file that shrinks while it is read is IO_FILE_SHRANK, and nothing stale is shown afterwards") {
  const std::string text = pattern(ReadBytes::kWholeFile_bytes + 1);
  const TempFile temp(text);
  const auto file = File::open(temp.path());
  REQUIRE(file.ok());
  std::vector<std::byte> buffer;
  ReadBytes bytes(*file, buffer);
  REQUIRE(holds(bytes, text, 0, 100));
  temp.truncate(1000);
  const auto window = bytes.window(8'000'000, 100);
  REQUIRE_FALSE(window.ok());
  CHECK(window.error().code == ErrorCode::kIoFileShrank);
  CHECK(window.error().offset_bytes == 1000);
  CHECK_FALSE(bytes.window(0, 100).ok());
}
