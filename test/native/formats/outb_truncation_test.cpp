#include <doctest/doctest.h>

#include "contract/generated/contract.h"
#include "formats/outb.h"
#include "formats/outb_file.h"

using wavemill::base::ErrorCode;
using wavemill::formats::parse_outb;
using wavemill::test::MemoryBytes;
using wavemill::test::OutbFile;

TEST_CASE("a file cut at any byte is refused: in its header, then in its data") {
  for (std::int16_t id = 1; id <= 4; ++id) {
    OutbFile file;
    file.file_id = id;
    const std::string whole = file.bytes();
    const std::size_t header_length = file.header().size();
    for (std::size_t length = 0; length < whole.size(); ++length) {
      CAPTURE(id);
      CAPTURE(length);
      MemoryBytes bytes(whole.substr(0, length));
      const auto parsed = parse_outb(bytes, {});
      REQUIRE_FALSE(parsed.ok());
      CHECK(parsed.error().code ==
            (length < header_length ? ErrorCode::kFormatTruncatedHeader : ErrorCode::kFormatTruncatedData));
      REQUIRE(parsed.error().offset_bytes.has_value());
      CHECK(*parsed.error().offset_bytes <= length);
      CHECK(parsed.error().message.find(std::to_string(length)) != std::string::npos);
    }
    MemoryBytes bytes(whole);
    CHECK(parse_outb(bytes, {}).ok());
  }
}

TEST_CASE("data cut off: the message says what is needed, what is there, and how many samples are whole") {
  OutbFile file;
  const std::string whole = file.bytes();
  MemoryBytes bytes(whole.substr(0, whole.size() - 3));
  const auto parsed = parse_outb(bytes, {});
  REQUIRE_FALSE(parsed.ok());
  CHECK(parsed.error().offset_bytes == whole.size() - 3);
  const std::string expected = "needs " + std::to_string(whole.size()) + " bytes, and the file has " +
                               std::to_string(whole.size() - 3) + ", that is 2 complete samples of 3";
  CHECK_MESSAGE(parsed.error().message.find(expected) != std::string::npos, parsed.error().message);
}

TEST_CASE("any byte of the header changed: an error of the format's own or a layout, never another") {
  for (std::int16_t id = 1; id <= 4; ++id) {
    OutbFile file;
    file.file_id = id;
    const std::string whole = file.bytes();
    for (std::size_t at = 0; at < file.header().size(); ++at) {
      for (const int value : {0x00, 0x7f, 0x80, 0xff}) {
        std::string changed = whole;
        changed[at] = static_cast<char>(value);
        MemoryBytes bytes(changed);
        const auto parsed = parse_outb(bytes, {});
        if (parsed.ok()) continue;
        CAPTURE(at);
        CHECK(wavemill::contract::name(parsed.error().code).starts_with("FORMAT_"));
      }
    }
  }
}
