#include "formats/header_reader.h"

#include <doctest/doctest.h>

#include "formats/memory_bytes.h"

using wavemill::base::ErrorCode;
using wavemill::formats::HeaderReader;
using wavemill::test::FieldWriter;
using wavemill::test::MemoryBytes;

TEST_CASE("fields are read one after another, from odd offsets too") {
  FieldWriter out;
  out.put(std::int8_t{1}).put(std::int32_t{-7}).put(2.5).put_text("name", 6).put(std::int16_t{9});
  MemoryBytes bytes(out.text());
  HeaderReader reader(bytes);
  CHECK(reader.read<std::int8_t>("a") == 1);
  CHECK(reader.read<std::int32_t>("b") == -7);
  CHECK(reader.read<double>("c") == 2.5);
  CHECK(reader.read_text("d", 6) == "name  ");
  CHECK(reader.offset_bytes() == 19);
  CHECK(reader.read<std::int16_t>("e") == 9);
  CHECK_FALSE(reader.failed());
}

TEST_CASE("the first field that does not fit stops the cursor, and is the one that is named") {
  MemoryBytes bytes("abcdef");
  HeaderReader reader(bytes);
  CHECK(reader.read_text("start", 3) == "abc");
  CHECK(reader.read<double>("the first time") == 0.0);
  CHECK(reader.read<std::int8_t>("another") == 0);  // would fit, but comes after the failure
  REQUIRE(reader.failed());
  CHECK(reader.error().code == ErrorCode::kFormatTruncatedHeader);
  CHECK(reader.error().offset_bytes == 3);
  for (const char* said : {"the first time", "8 bytes", "byte 3", "ends at byte 6"})
    CHECK(reader.error().message.find(said) != std::string::npos);
}

TEST_CASE("lengths near 2^64 do not wrap round") {
  MemoryBytes bytes("abcdef");
  HeaderReader reader(bytes);
  reader.skip("a", 4);
  CHECK_FALSE(reader.expect("b", ~std::uint64_t{0} - 1));
  CHECK(reader.error().offset_bytes == 4);
}

TEST_CASE("a field across two chunks is whole") {
  std::string text(200'000, '.');
  text.replace(65'534, 4, "wave");
  MemoryBytes bytes(text);
  HeaderReader reader(bytes);
  CHECK(reader.read_text("first", 1) == ".");
  reader.skip("padding", 65'533);
  CHECK(reader.read_text("across", 4) == "wave");
  CHECK(reader.read_text("longer than a chunk", 100'000) == text.substr(65'538, 100'000));
  reader.skip("rest", 200'000 - 165'538);
  CHECK_FALSE(reader.failed());
}
