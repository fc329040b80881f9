#include "formats/hawc2.h"

#include <doctest/doctest.h>

#include "formats/pair_files.h"
#include "formats/samples.h"

using wavemill::base::ErrorCode;
using wavemill::formats::parse_hawc2;
using wavemill::test::FieldWriter;
using wavemill::test::PairFiles;
using wavemill::test::sample;

namespace {

/// Time, one load of 31 letters and one that has nothing to say; 3 scans.
std::string sel(const std::string& counts, const std::string& format) {
  std::string text;
  for (int i = 0; i < 8; ++i) text += "____\r\n";
  text += "  " + counts + "  " + format + "\r\n\r\n  Channel   Variable Description\r\n\r\n";
  text += "     1      Time                           s          Time\r\n";
  text += "     2      Mx coo: tower node number     1[kNm]      Tower base\r\n";
  text += "     3      WSP\r\n";
  text += "____\r\n";
  if (format == "BINARY") text += "Scale factors:\r\n  1.0E-01\r\n  2.0D+00\r\n  0.0\r\n";
  return text;
}

PairFiles binary() {
  FieldWriter data;
  for (const int q : {1, 2, 3, -100, 0, 32767, 5, 6, 7}) data.put(static_cast<std::int16_t>(q));
  return {"a.sel", sel("3 3 1.5", "BINARY"), "a.dat", data.text(), parse_hawc2};
}

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  REQUIRE(text.find(what) != std::string::npos);
  return text.replace(text.find(what), what.size(), with);
}

void check_error(const std::string& text, ErrorCode code, const std::string& said) {
  PairFiles files = binary();
  files.text = text;
  const auto parsed = files.parsed();
  REQUIRE_FALSE(parsed.ok());
  CHECK(parsed.error().code == code);
  CHECK_MESSAGE(parsed.error().message.find(said) != std::string::npos, parsed.error().message);
}

}  // namespace

TEST_CASE("HAWC2 binary: channels one after another with a scale each, time from the .sel, its channel left out") {
  const PairFiles files = binary();
  const auto parsed = files.parsed();
  REQUIRE_MESSAGE(parsed.ok(), parsed.error().message);
  CHECK(parsed->format == "hawc2");
  CHECK(parsed->variant == "BINARY");
  CHECK(parsed->sample_count == 3);
  CHECK(parsed->time.start_s == 0.5);
  CHECK(parsed->time.step_s == 0.5);
  REQUIRE(parsed->channels.size() == 2);
  CHECK(parsed->channels[0].name == "Mx coo: tower node number     1");
  CHECK(parsed->channels[0].unit == "kNm");
  CHECK(parsed->channels[0].description == "Tower base");
  CHECK(parsed->channels[1].name == "WSP");
  CHECK(parsed->channels[1].unit.empty());
  CHECK(sample(files.data, parsed->channels[0].samples, 0) == -200.0);
  CHECK(sample(files.data, parsed->channels[0].samples, 2) == 65534.0);
  CHECK(sample(files.data, parsed->channels[1].samples, 1) == 0.0);
  CHECK(parsed->warnings.empty());
}

TEST_CASE("HAWC2 ASCII: the rows are text, and the first field is time") {
  PairFiles files = binary();
  files.text = sel("3 3 1.5", "ASCII");
  const auto parsed = files.parsed();
  REQUIRE_MESSAGE(parsed.ok(), parsed.error().message);
  REQUIRE(parsed->text.has_value());
  CHECK(parsed->text->fields_per_line == 3);
  CHECK(parsed->text->channel_fields == std::vector<std::uint32_t>{1, 2});
}

TEST_CASE("HAWC2: data of any shorter length is refused with how much is there; longer is a warning") {
  PairFiles files = binary();
  const std::string whole = files.data;
  for (std::size_t length = 0; length < whole.size(); ++length) {
    files.data = whole.substr(0, length);
    const auto parsed = files.parsed();
    REQUIRE_FALSE(parsed.ok());
    CHECK(parsed.error().code == ErrorCode::kFormatTruncatedData);
    CHECK(parsed.error().offset_bytes == length);
  }
  files.data = whole + "xyz";
  REQUIRE(files.parsed().ok());
  CHECK(files.parsed()->warnings == std::vector<std::string>{"3 bytes behind the last sample are ignored"});
}

TEST_CASE("HAWC2: a .sel cut after any line before its last is an error that names it, never a layout") {
  const PairFiles whole = binary();
  const std::size_t last = whole.text.rfind("  0.0");
  for (std::size_t length = 0; length < last; ++length) {
    PairFiles files = whole;
    files.text = whole.text.substr(0, length);
    const auto parsed = files.parsed();
    CAPTURE(length);
    REQUIRE_FALSE(parsed.ok());
    CHECK(wavemill::contract::name(parsed.error().code).starts_with("FORMAT_"));
    CHECK(parsed.error().message.find("a.sel") != std::string::npos);
  }
}

TEST_CASE("HAWC2: what a .sel may have wrong") {
  const std::string good = binary().text;
  check_error(replaced(good, "3 3 1.5", "-3 3 1.5"), ErrorCode::kFormatBadCount, "'a.sel', line 9");
  check_error(replaced(good, "3 3 1.5", "0 3 1.5"), ErrorCode::kFormatNoSamples, "no scan");
  check_error(replaced(good, "3 3 1.5", "3 0 1.5"), ErrorCode::kFormatNoChannels, "no channel");
  check_error(replaced(good, "3 3 1.5", "3 2000000 1.5"), ErrorCode::kFormatBadCount, "2000000 channels");
  check_error(replaced(good, "3 3 1.5", "3 5 1.5"), ErrorCode::kFormatDescription, "a.sel");
  check_error(replaced(good, "3 3 1.5", "3 3 -1"), ErrorCode::kFormatBadTime, "must be positive");
  check_error(replaced(good, "3 3 1.5", "18446744073709551615 3 1.5"), ErrorCode::kFormatTruncatedData, "more than 2^64");
  check_error(replaced(good, "BINARY", "GTSDF"), ErrorCode::kFormatDescription, "BINARY or ASCII");
  check_error(replaced(good, "1.0E-01", "one"), ErrorCode::kFormatDescription,
              "line 18: 'one' is not the scale factor of channel 1");
  check_error(replaced(good, "1.0E-01", "inf"), ErrorCode::kFormatBadScale, "is inf");
  check_error("BHawC 1.0\n" + good, ErrorCode::kFormatDescription, "BHawC");
  check_error("", ErrorCode::kFormatDescription, "ends with line 0");
}
