#include "formats/npy.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "formats/npy_file.h"
#include "formats/samples.h"

using wavemill::base::ErrorCode;
using wavemill::base::Result;
using wavemill::formats::parse_npy;
using wavemill::formats::ParseHints;
using wavemill::layout::FileLayout;
using wavemill::test::FieldWriter;
using wavemill::test::MemoryBytes;
using wavemill::test::npy_dictionary;
using wavemill::test::npy_file;
using wavemill::test::sample;

namespace {

Result<FileLayout> parse(const std::string& content, const ParseHints& hints = {}) {
  MemoryBytes bytes(content);
  return parse_npy(bytes, hints);
}

/// `count` numbers 1, 2, 3, … as type T.
template <class T>
std::string numbers(int count, bool is_big_endian = false) {
  std::string data;
  for (int i = 1; i <= count; ++i) {
    std::string one = FieldWriter().put(static_cast<T>(i)).text();
    if (is_big_endian) std::reverse(one.begin(), one.end());
    data += one;
  }
  return data;
}

void check_values(const std::string& content, bool is_column_first = false) {
  const auto parsed = parse(content);
  REQUIRE_MESSAGE(parsed.ok(), parsed.error().message);
  CHECK(parsed->sample_count == 3);
  REQUIRE(parsed->channels.size() == 2);
  for (std::uint64_t c = 0; c < 2; ++c) {
    CHECK(parsed->channels[c].name == "col" + std::to_string(c));
    CHECK(parsed->channels[c].unit.empty());
    for (std::uint64_t i = 0; i < 3; ++i) {
      CHECK(sample(content, parsed->channels[c].samples, i) ==
            static_cast<double>(is_column_first ? 1 + c * 3 + i : 1 + i * 2 + c));
    }
  }
}

void check_error(const std::string& content, ErrorCode code, std::uint64_t offset) {
  const auto parsed = parse(content);
  REQUIRE_FALSE(parsed.ok());
  CAPTURE(parsed.error().message);
  CHECK(parsed.error().code == code);
  CHECK(parsed.error().offset_bytes == offset);
}

}  // namespace

TEST_CASE("every element type, both byte orders, both array orders") {
  for (const bool is_big : {false, true}) {
    for (const bool is_fortran : {false, true}) {
      const std::string mark = is_big ? ">" : "<";
      const auto file = [&](const std::string& type, const std::string& data) {
        return npy_file(npy_dictionary(mark + type, "(3, 2)", is_fortran), data);
      };
      check_values(file("f8", numbers<double>(6, is_big)), is_fortran);
      check_values(file("f4", numbers<float>(6, is_big)), is_fortran);
      check_values(file("i2", numbers<std::int16_t>(6, is_big)), is_fortran);
      check_values(file("i4", numbers<std::int32_t>(6, is_big)), is_fortran);
      check_values(file("u2", numbers<std::uint16_t>(6, is_big)), is_fortran);
    }
  }
}

TEST_CASE("versions 1.0, 2.0 and 3.0, and no other") {
  const std::string dictionary = npy_dictionary("<f8", "(3, 2)");
  for (const std::uint8_t major : {std::uint8_t{1}, std::uint8_t{2}, std::uint8_t{3}}) {
    const std::string content = npy_file(dictionary, numbers<double>(6), major);
    check_values(content);
    CHECK(parse(content)->variant == "version " + std::to_string(major) + ".0, C order");
  }
  check_error(npy_file(dictionary, numbers<double>(6), 4), ErrorCode::kFormatNpyVersion, 6);
  check_error(npy_file(dictionary, numbers<double>(6), 0), ErrorCode::kFormatNpyVersion, 6);
  check_error(npy_file(dictionary, numbers<double>(6), 1, 1), ErrorCode::kFormatNpyVersion, 6);
}

TEST_CASE("one dimension is one channel, whatever the order says") {
  for (const bool is_fortran : {false, true}) {
    const auto parsed = parse(npy_file(npy_dictionary("<f8", "(6,)", is_fortran), numbers<double>(6)));
    REQUIRE(parsed.ok());
    CHECK(parsed->sample_count == 6);
    REQUIRE(parsed->channels.size() == 1);
    CHECK(parsed->channels[0].samples.stride_bytes == 8);
    CHECK(parsed->channels[0].samples.offset_bytes == 128);
  }
}

TEST_CASE("the step is the caller's, and without one a warning says that it is assumed") {
  const std::string content = npy_file(npy_dictionary("<f8", "(3,)"), numbers<double>(3));
  const auto assumed = parse(content);
  REQUIRE(assumed.ok());
  CHECK(assumed->time.is_assumed);
  CHECK(assumed->time.step_s == 1.0);
  REQUIRE(assumed->warnings.size() == 1);
  CHECK(assumed->warnings[0] == "no time axis in .npy: a step of 1 s is assumed; give --time-step");
  const auto given = parse(content, {.time_step_s = 0.05});
  REQUIRE(given.ok());
  CHECK(given->time.is_assumed);
  CHECK(given->time.start_s == 0.0);
  CHECK(given->time.step_s == 0.05);
  CHECK(given->warnings.empty());
}

TEST_CASE("magic, length and data: what is missing has its code and its place") {
  const std::string content = npy_file(npy_dictionary("<f8", "(3, 2)"), numbers<double>(6));
  check_error("NUMPY!.........", ErrorCode::kFormatNpyMagic, 0);
  const std::size_t header = content.size() - 48;
  for (std::size_t length = 0; length < content.size(); ++length) {
    CAPTURE(length);
    const auto parsed = parse(content.substr(0, length));
    REQUIRE_FALSE(parsed.ok());
    CHECK(parsed.error().code == (length < header ? ErrorCode::kFormatTruncatedHeader : ErrorCode::kFormatTruncatedData));
    CHECK(parsed.error().offset_bytes.value() <= length);
  }
}

TEST_CASE("a header length of gigabytes takes no memory") {
  std::string content = npy_file(npy_dictionary("<f8", "(3,)"), numbers<double>(3), 2);
  content.replace(8, 4, "\xff\xff\xff\xff");
  check_error(content, ErrorCode::kFormatTruncatedHeader, 12);
  const std::string endless = npy_file("{" + std::string(2'000'000, ' '), "", 2);
  check_error(endless, ErrorCode::kFormatNpyHeader, 8);
}

TEST_CASE("bytes behind the data are counted") {
  const auto parsed = parse(npy_file(npy_dictionary("<f8", "(3,)"), numbers<double>(3) + "xyz"), {.time_step_s = 0.1});
  REQUIRE(parsed.ok());
  REQUIRE(parsed->warnings.size() == 1);
  CHECK(parsed->warnings[0].starts_with("3 bytes"));
}

TEST_CASE("element types that are not read") {
  const std::uint64_t descr = 10 + std::string("{'descr': ").size();
  for (const char* type : {"<c16", "<i8", "|u1", "|f8", "<f2", "f8", "<U10", "|O", ">u4", "<f8 ", "<M8[ns]", "<"}) {
    CAPTURE(type);
    check_error(npy_file(npy_dictionary(type, "(3,)"), numbers<double>(3)), ErrorCode::kFormatNpyType, descr);
  }
  const std::string structured = "{'descr': [('time', '<f8'), ('a)]', '<f4', (2,))], 'fortran_order': False, 'shape': (3,), }";
  check_error(npy_file(structured, numbers<double>(9)), ErrorCode::kFormatNpyType, descr);
}

TEST_CASE("shapes that are not read") {
  const std::uint64_t shape = 10 + std::string("{'descr': '<f8', 'fortran_order': False, 'shape': ").size();
  const auto file = [](const char* text) { return npy_file(npy_dictionary("<f8", text), numbers<double>(6)); };
  check_error(file("()"), ErrorCode::kFormatNpyShape, shape);
  check_error(file("(1, 2, 3)"), ErrorCode::kFormatNpyShape, shape);
  check_error(file("(0,)"), ErrorCode::kFormatNoSamples, shape);
  check_error(file("(0, 3)"), ErrorCode::kFormatNoSamples, shape);
  check_error(file("(3, 0)"), ErrorCode::kFormatNoChannels, shape);
  check_error(file("(-3, 2)"), ErrorCode::kFormatBadCount, shape + 1);
  check_error(file("(2, 99999999999999999999)"), ErrorCode::kFormatBadCount, shape + 4);
  check_error(file("(2, 1000001)"), ErrorCode::kFormatBadCount, shape);
  check_error(file("(2147483647, 2)"), ErrorCode::kFormatTruncatedData, 176);
  check_error(file("(18446744073709551615, 2)"), ErrorCode::kFormatTruncatedData, 176);
  check_error(file("(2305843009213693952,)"), ErrorCode::kFormatTruncatedData, 176);
}
