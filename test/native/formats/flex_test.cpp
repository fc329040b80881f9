#include "formats/flex.h"

#include <doctest/doctest.h>

#include <limits>

#include "formats/pair_files.h"
#include "formats/samples.h"

using wavemill::base::ErrorCode;
using wavemill::formats::parse_flex;
using wavemill::test::FieldWriter;
using wavemill::test::PairFiles;
using wavemill::test::sample;

namespace {

struct FlexFile {
  std::int32_t count = 2, version = 0;
  float start_s = 0.5F, step_s = 0.25F;
  float second_scale = 2.0F;

  [[nodiscard]] std::string header() const {
    FieldWriter file;
    file.put_text("", 76, '\0').put(count);
    file.put(std::int32_t{1}).put(std::int32_t{7}).put(std::int32_t{0}).put(version);
    return file.put(start_s).put(step_s).put(0.5F).put(second_scale).text();
  }
};

const std::string kSensors =
    "Sensor list\n No   forst  offset  korr. c  Volt    Unit   Navn    Beskrivelse\n"
    "  1  1.000   0.000      1.00     0.00     m/s WSP Free wind speed\n  7  1.000   0.000      1.00     0.00       - Omega\n";

PairFiles files_of(const FlexFile& file) {
  FieldWriter data;
  for (std::int16_t q = 1; q <= 6; ++q) data.put(q);
  return {"sensor", kSensors, "a.int", file.header() + data.text(), parse_flex};
}

void check_error(const FlexFile& file, ErrorCode code, std::uint64_t offset) {
  const auto parsed = files_of(file).parsed();
  REQUIRE_FALSE(parsed.ok());
  CHECK(parsed.error().code == code);
  CHECK(parsed.error().offset_bytes == offset);
}

}  // namespace

TEST_CASE("FLEX: row after row, and channel after channel in version 3") {
  for (const std::int32_t version : {0, 2, 3}) {
    FlexFile file;
    file.version = version;
    const PairFiles files = files_of(file);
    const auto parsed = files.parsed();
    REQUIRE_MESSAGE(parsed.ok(), parsed.error().message);
    CHECK(parsed->sample_count == 3);
    CHECK(parsed->time.start_s == 0.5);
    CHECK(parsed->time.step_s == 0.25);
    REQUIRE(parsed->channels.size() == 2);
    CHECK(parsed->channels[0].name == "WSP");
    CHECK(parsed->channels[0].unit == "m/s");
    CHECK(parsed->channels[0].description == "Free wind speed");
    CHECK(parsed->channels[1].name == "Omega");
    CHECK(sample(files.data, parsed->channels[1].samples, 0) == (version == 3 ? 8.0 : 4.0));
    CHECK(sample(files.data, parsed->channels[0].samples, 2) == (version == 3 ? 1.5 : 2.5));
    CHECK(parsed->warnings.empty());
  }
}

TEST_CASE("FLEX: without its sensor file, or with one that lacks a sensor, channels have numbers, and a warning says so") {
  PairFiles files = files_of({});
  files.text = files.description_name = "";
  REQUIRE(files.parsed().ok());
  CHECK(files.parsed()->channels[1].name == "sensor 7");
  CHECK(files.parsed()->warnings.size() == 1);
  files.description_name = "sensor";
  files.text = kSensors.substr(0, kSensors.find("  7  "));
  CHECK(files.parsed()->channels[0].name == "WSP");
  CHECK(files.parsed()->channels[1].name == "sensor 7");
  CHECK(files.parsed()->warnings.size() == 1);
}

TEST_CASE("FLEX: cut anywhere: its header, no sample, or fewer samples") {
  const PairFiles whole = files_of({});
  const std::size_t header_length = FlexFile{}.header().size();
  for (std::size_t length = 0; length < whole.data.size(); ++length) {
    PairFiles files = whole;
    files.data = whole.data.substr(0, length);
    CAPTURE(length);
    const auto parsed = files.parsed();
    if (length < header_length + 4) {
      REQUIRE_FALSE(parsed.ok());
      CHECK(parsed.error().code == (length < header_length ? ErrorCode::kFormatTruncatedHeader : ErrorCode::kFormatNoSamples));
      continue;
    }
    REQUIRE(parsed.ok());
    CHECK(parsed->sample_count == (length - header_length) / 4);
    CHECK(parsed->warnings.empty() == ((length - header_length) % 4 == 0));
  }
}

TEST_CASE("FLEX: what a header may have wrong, with its byte") {
  check_error({.count = 0}, ErrorCode::kFormatNoChannels, 76);
  check_error({.count = -1}, ErrorCode::kFormatBadCount, 76);
  check_error({.count = 2'000'000}, ErrorCode::kFormatBadCount, 76);
  check_error({.count = 900'000}, ErrorCode::kFormatTruncatedHeader, 80);
  check_error({.version = 1}, ErrorCode::kFormatBadCount, 92);
  check_error({.step_s = 0.0F}, ErrorCode::kFormatBadTime, 96);
  check_error({.start_s = std::numeric_limits<float>::quiet_NaN()}, ErrorCode::kFormatBadTime, 96);
  check_error({.second_scale = std::numeric_limits<float>::infinity()}, ErrorCode::kFormatBadScale, 108);
}
