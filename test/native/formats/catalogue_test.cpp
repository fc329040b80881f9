#include "formats/catalogue.h"

#include <doctest/doctest.h>

#include "formats/npy_file.h"
#include "formats/outb_file.h"

using wavemill::base::ErrorCode;
using wavemill::formats::identify;
using wavemill::test::MemoryBytes;
using wavemill::test::npy_dictionary;
using wavemill::test::npy_file;
using wavemill::test::OutbFile;

namespace {

std::string npy() { return npy_file(npy_dictionary("<f8", "(2,)"), std::string(16, '\0')); }

std::string format_of(const std::string& path, const std::string& content) {
  MemoryBytes bytes(content);
  const auto format = identify(path, bytes);
  if (!format.ok()) return std::string(wavemill::contract::name(format.error().code));
  if ((*format)->parse == nullptr) return std::string((*format)->files().name);
  const auto layout = (*format)->parse(bytes, {});
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
    CHECK(format_of("result.xyz", file.bytes()) == "outb");
  }
  CHECK(format_of("folder.outb/result", npy()) == "npy");
  CHECK(format_of("", npy()) == "npy");
}

TEST_CASE("an empty file has a code of its own, whatever its name") {
  for (const char* path : {"a.outb", "a.npy", "a.txt"}) CHECK(format_of(path, "") == "FORMAT_EMPTY_FILE");
}

TEST_CASE("what is of no format says which there are") {
  MemoryBytes bytes("Dear all,\nno numbers here\n");
  const auto format = identify("a.txt", bytes);
  REQUIRE_FALSE(format.ok());
  CHECK(format.error().code == ErrorCode::kFormatUnknown);
  CHECK(format.error().message.find(".outb (OpenFAST binary), .npy (NumPy array), .out (OpenFAST text)") != std::string::npos);
  CHECK(format_of("a.xyz", "\x02") == "FORMAT_UNKNOWN");
  OutbFile impossible;
  impossible.channel_count = 2'000'000;
  CHECK(format_of("a.xyz", impossible.bytes()) == "FORMAT_UNKNOWN");
}

TEST_CASE("text is known by its name, or by a row of numbers at its begin") {
  CHECK(format_of("a.OUT", "whatever") == "out");
  CHECK(format_of("a.csv", "whatever") == "csv");
  CHECK(format_of("a.tsv", "whatever") == "csv");
  CHECK(format_of("a.txt", "x\n\nTime  WindVxi\n(s)   (m/s)\n 0.0 1.0\n") == "out");
  CHECK(format_of("a.txt", "time;x\n0,5;1\n") == "csv");
  CHECK(format_of("a.txt", "-1.5e-3\n2.0\n") == "csv");
  CHECK(format_of("a.txt", "-1.5e-3\n\x01\n") == "FORMAT_UNKNOWN");
}

TEST_CASE("what libraries decode is known by its name, or by its first bytes, and nobody parses it here") {
  CHECK(format_of("a.hdf5", "whatever") == "gtsdf");
  CHECK(format_of("a.H5", "whatever") == "sima_h5");
  CHECK(format_of("a.pq", "whatever") == "parquet");
  CHECK(format_of("a.feather", "whatever") == "arrow");
  CHECK(format_of("a.mat", "whatever") == "mat");
  const std::string signature = "\x89HDF\r\n\x1a\n";
  CHECK(format_of("result", signature) == "gtsdf");
  CHECK(format_of("result", std::string(512, '\0') + signature) == "gtsdf");
  CHECK(format_of("result", std::string(511, '\0') + signature) == "FORMAT_UNKNOWN");
  CHECK(format_of("result", "MATLAB 7.3 MAT-file" + std::string(493, ' ') + signature) == "mat");
  CHECK(format_of("result", "MATLAB 5.0 MAT-file") == "mat");
  CHECK(format_of("result", "PAR1") == "parquet");
  CHECK(format_of("result", "ARROW1") == "arrow");
  CHECK(format_of("result", "PK\x03\x04") == "FORMAT_UNKNOWN");
  CHECK(wavemill::formats::find_format("parquet")->is_given);
  CHECK(wavemill::formats::find_format("no such") == nullptr);
}

TEST_CASE("a packed file that is not named so says what it is") {
  MemoryBytes bytes(std::string("\x1f\x8b\x08\0\0", 5));
  const auto format = identify("a.csv", bytes);
  REQUIRE_FALSE(format.ok());
  CHECK(format.error().code == ErrorCode::kFormatUnknown);
  CHECK(format.error().message.find("gzip") != std::string::npos);
}

TEST_CASE("every row of the catalogue is complete, and tells its contents or its description") {
  for (const auto& format : wavemill::formats::catalogue()) {
    CHECK_FALSE(format.files().name.empty());
    CHECK_FALSE(format.files().title.empty());
    CHECK_FALSE(format.files().files[0].empty());
    CHECK((format.recognises != nullptr) == format.files().description.empty());
    CHECK((format.parse_pair != nullptr) == !format.files().description.empty());
  }
}
