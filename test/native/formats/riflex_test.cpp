#include "formats/riflex.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "formats/riflex_files.h"
#include "formats/samples.h"

using wavemill::base::ErrorCode;
using wavemill::layout::Channel;
using wavemill::test::element_key;
using wavemill::test::PairFiles;
using wavemill::test::riflex_files;
using wavemill::test::riflex_records;
using wavemill::test::sample;
using wavemill::test::turbine_key;

namespace {

constexpr std::size_t kRecord_bytes = 24;

void check_error(const PairFiles& files, ErrorCode code, std::optional<std::uint64_t> offset, const std::string& said) {
  const auto parsed = files.parsed();
  REQUIRE_FALSE(parsed.ok());
  CHECK(parsed.error().code == code);
  CHECK(parsed.error().offset_bytes == offset);
  CHECK_MESSAGE(parsed.error().message.find(said) != std::string::npos, parsed.error().message);
}

PairFiles with_number(std::size_t offset, std::int32_t value) {
  PairFiles files = riflex_files();
  files.data.replace(offset, 4, std::string(reinterpret_cast<const char*>(&value), 4));
  return files;
}

}  // namespace

TEST_CASE("RIFLEX: a table of elements gives names, time and samples") {
  const PairFiles files = riflex_files();
  const auto parsed = files.parsed();
  REQUIRE_MESSAGE(parsed.ok(), parsed.error().message);
  CHECK(parsed->format == "riflex");
  CHECK(parsed->variant == "element-forces");
  CHECK(parsed->sample_count == 4);
  CHECK(parsed->warnings.empty());
  REQUIRE(parsed->channels.size() == 3);
  CHECK(parsed->channels[0].name == "RISER_Seg001_El012_Te");
  CHECK(parsed->channels[1].name == "RISER_Seg001_El012_My1");
  CHECK(parsed->channels[2].name == "Lin07_Seg002_El001_Te");
  REQUIRE(parsed->time.samples.has_value());
  for (std::uint64_t i = 0; i < 4; ++i) {
    CHECK(sample(files.data, *parsed->time.samples, i) == static_cast<double>(0.1F * static_cast<float>(i + 1)));
    for (std::size_t channel = 0; channel < 3; ++channel)
      CHECK(sample(files.data, parsed->channels[channel].samples, i) ==
            10.0 * static_cast<double>(i + 1) + static_cast<double>(channel));
  }
}

TEST_CASE("RIFLEX 4.20: the turbine is in the name, so that two of them are told apart") {
  const auto parsed = riflex_files(turbine_key()).parsed();
  REQUIRE_MESSAGE(parsed.ok(), parsed.error().message);
  CHECK(parsed->channels[0].name == "WT01_RotorSpeed");
  CHECK(parsed->channels[0].unit == "deg/s");
  CHECK(parsed->channels[1].name == "WT01_GenTorq");
  CHECK(parsed->channels[1].unit == "kNm");
  CHECK(parsed->channels[2].name == "WT02_RotorSpeed");
}

TEST_CASE("RIFLEX: columns of the key may stand in any order, and mean what they say") {
  std::string key = turbine_key();
  key.replace(key.find("       3  WT01"), 14, "       5  WT01");
  key.replace(key.find("       5  WT02"), 14, "       3  WT02");
  const PairFiles files = riflex_files(key);
  const auto parsed = files.parsed();
  REQUIRE(parsed.ok());
  CHECK(parsed->channels[0].name == "WT02_RotorSpeed");
  CHECK(sample(files.data, parsed->channels[0].samples, 0) == 10.0);
  CHECK(parsed->channels[2].name == "WT01_RotorSpeed");
}

TEST_CASE("RIFLEX: what the key says of a column is its description") {
  const auto elements = riflex_files().parsed();
  REQUIRE(elements.ok());
  CHECK(elements->channels[1].description == "Mom. about local y-axis, end 1");
  const auto turbines = riflex_files(turbine_key()).parsed();
  REQUIRE(turbines.ok());
  CHECK(turbines->channels[1].description == "Mechanical generator torque on LSS");
}

TEST_CASE("RIFLEX: an .asc is rows of text behind the key's time") {
  PairFiles files = riflex_files();
  files.data_name = "A_ELMFOR.ASC";
  files.data = "# made by hand\n0 1 2 3\n1 4 5 6\n";
  const auto parsed = files.parsed();
  REQUIRE(parsed.ok());
  CHECK(parsed->variant == "element-forces, text");
  REQUIRE(parsed->text.has_value());
  CHECK(parsed->text->has_time);
  CHECK(parsed->text->fields_per_line == 4);
  CHECK(parsed->text->channel_fields == std::vector<std::uint32_t>{1, 2, 3});
}

TEST_CASE("RIFLEX: one record is enough") {
  const auto parsed = riflex_files(element_key(), 1).parsed();
  REQUIRE(parsed.ok());
  CHECK(parsed->sample_count == 1);
}

TEST_CASE("RIFLEX: a record mark that is none") {
  for (const std::int32_t mark : {0, -16, 4, 17, 2'000'000'000})
    check_error(with_number(0, mark), ErrorCode::kFormatRecordMark, 0, std::to_string(mark));
  check_error(with_number(20, 15), ErrorCode::kFormatRecordMark, 20, "record 1 of 4 is 15 (byte 20)");
  check_error(with_number(3 * kRecord_bytes, 0), ErrorCode::kFormatRecordMark, 72, "record 4 of 4 is 0 (byte 72)");
  check_error(with_number(4 * kRecord_bytes - 4, 0), ErrorCode::kFormatRecordMark, 92, "record 4 of 4");
}

TEST_CASE("RIFLEX: a file cut at any byte is refused, and says how many records are whole") {
  const PairFiles whole = riflex_files();
  for (std::size_t length = 0; length < whole.data.size(); ++length) {
    CAPTURE(length);
    PairFiles cut = whole;
    cut.data.resize(length);
    if (length < 4) {
      check_error(cut, ErrorCode::kFormatTruncatedHeader, 0, std::to_string(length) + " bytes");
    } else if (length % kRecord_bytes != 0) {
      check_error(cut, ErrorCode::kFormatTruncatedData, length, std::to_string(length / kRecord_bytes) + " records are whole");
    } else {
      REQUIRE(cut.parsed().ok());
      CHECK(cut.parsed()->sample_count == length / kRecord_bytes);
    }
  }
}

TEST_CASE("RIFLEX: a key of another file") {
  PairFiles files = riflex_files();
  files.data = riflex_records(4, 5);
  check_error(files, ErrorCode::kFormatDescription, 0,
              "'key_a_elmfor.txt' names 3 columns besides time, and a record of 'a_elmfor.bin' holds 5");
}

TEST_CASE("RIFLEX: any byte of data or key changed: an error of the format's own or a layout") {
  const PairFiles whole = riflex_files();
  for (const int value : {0x00, 0x20, 0x2d, 0x39, 0x7f, 0xff}) {
    for (std::size_t at = 0; at < whole.data.size(); ++at) {
      PairFiles changed = whole;
      changed.data[at] = static_cast<char>(value);
      const auto parsed = changed.parsed();
      if (!parsed.ok()) CHECK(wavemill::contract::name(parsed.error().code).starts_with("FORMAT_"));
    }
    for (std::size_t at = 0; at < whole.text.size(); ++at) {
      PairFiles changed = whole;
      changed.text[at] = static_cast<char>(value);
      const auto parsed = changed.parsed();
      if (!parsed.ok()) CHECK(wavemill::contract::name(parsed.error().code).starts_with("FORMAT_"));
    }
  }
}
