#include "formats/catalogue.h"

#include <doctest/doctest.h>

#include "formats/npy_file.h"
#include "formats/outb_file.h"

using wavemill::base::ErrorCode;
using wavemill::formats::describe;
using wavemill::test::MemoryBytes;
using wavemill::test::npy_dictionary;
using wavemill::test::npy_file;
using wavemill::test::OutbFile;

namespace {

std::string npy() { return npy_file(npy_dictionary("<f8", "(2,)"), std::string(16, '\0')); }

std::string format_of(const std::string& path, const std::string& content) {
  MemoryBytes bytes(content);
  const auto layout = describe(path, bytes, {});
  return layout.ok() ? std::string(layout->format) : std::string(wavemill::contract::name(layout.error().code));
}

}  // namespace

TEST_CASE("a file's name decides, in any case of letters") {
  CHECK(format_of("/runs/a.outb", OutbFile().bytes()) == "outb");
  CHECK(format_of("C:\\runs\\A.OUTB", OutbFile().bytes()) == "outb");
  CHECK(format_of("a.Npy", npy()) == "npy");
}

TEST_CASE("a file of a format's name that is none is an error of that format") {
  CHECK(format_of("a.outb", npy()) == "FORMAT_OUTB_FILE_ID");
  CHECK(format_of("a.npy", OutbFile().bytes()) == "FORMAT_NPY_MAGIC");
}

TEST_CASE("another name: the content decides") {
  for (std::int16_t id = 1; id <= 4; ++id) {
    OutbFile file;
    file.file_id = id;
    CHECK(format_of("result.bin", file.bytes()) == "outb");
  }
  CHECK(format_of("folder.outb/result", npy()) == "npy");
  CHECK(format_of("", npy()) == "npy");
}

TEST_CASE("an empty file has a code of its own, whatever its name") {
  for (const char* path : {"a.outb", "a.npy", "a.txt"}) CHECK(format_of(path, "") == "FORMAT_EMPTY_FILE");
}

TEST_CASE("what is of no format says which there are") {
  MemoryBytes bytes("Time  WindVxi\n(s)   (m/s)\n");
  const auto layout = describe("a.txt", bytes, {});
  REQUIRE_FALSE(layout.ok());
  CHECK(layout.error().code == ErrorCode::kFormatUnknown);
  CHECK(layout.error().message.find(".outb (OpenFAST binary), .npy (NumPy array)") != std::string::npos);
  CHECK(format_of("a.bin", "\x02") == "FORMAT_UNKNOWN");
  OutbFile impossible;
  impossible.channel_count = 2'000'000;
  CHECK(format_of("a.bin", impossible.bytes()) == "FORMAT_UNKNOWN");
}

TEST_CASE("every row of the catalogue is complete") {
  for (const auto& format : wavemill::formats::catalogue()) {
    CHECK_FALSE(format.name.empty());
    CHECK_FALSE(format.title.empty());
    CHECK(format.extension.starts_with("."));
    CHECK((format.recognises != nullptr));
    CHECK((format.parse != nullptr));
  }
}
