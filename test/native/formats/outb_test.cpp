#include "formats/outb.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "formats/outb_file.h"
#include "formats/samples.h"

using wavemill::base::ErrorCode;
using wavemill::base::Result;
using wavemill::formats::parse_outb;
using wavemill::layout::FileLayout;
using wavemill::layout::SampleType;
using wavemill::test::MemoryBytes;
using wavemill::test::OutbFile;
using wavemill::test::sample;

namespace {

constexpr float kNan = std::numeric_limits<float>::quiet_NaN();
constexpr float kInfinity = std::numeric_limits<float>::infinity();

Result<FileLayout> parse(const std::string& content) {
  MemoryBytes bytes(content);
  return parse_outb(bytes, {});
}

void check_error(const OutbFile& file, ErrorCode code, std::uint64_t offset, const std::string& said = "") {
  const auto parsed = parse(file.bytes());
  REQUIRE_FALSE(parsed.ok());
  CHECK(parsed.error().code == code);
  CHECK(parsed.error().offset_bytes == offset);
  CHECK_MESSAGE(parsed.error().message.find(said) != std::string::npos, parsed.error().message);
}

}  // namespace

TEST_CASE("each FileID: names, units, time and samples") {
  for (std::int16_t id = 1; id <= 4; ++id) {
    CAPTURE(id);
    OutbFile file;
    file.file_id = id;
    const std::string content = file.bytes();
    const auto parsed = parse(content);
    REQUIRE(parsed.ok());
    CHECK(parsed->format == "outb");
    CHECK(parsed->variant == "FileID " + std::to_string(id));
    CHECK(parsed->sample_count == 3);
    CHECK(parsed->warnings.empty());
    REQUIRE(parsed->channels.size() == 2);
    CHECK(parsed->channels[0].name == "GenPwr");
    CHECK(parsed->channels[1].name == "RotSpeed");
    CHECK(parsed->channels[0].unit == "kW");
    CHECK(parsed->channels[1].unit == "rpm");
    for (std::uint64_t i = 0; i < 3; ++i) {
      const auto q = static_cast<double>(2 * i);
      CHECK(sample(content, parsed->channels[0].samples, i) == (id == 3 ? q : (q + 50.0) / 100.0));
      CHECK(sample(content, parsed->channels[1].samples, i) == (id == 3 ? q + 1 : (q + 1 - 8.0) / 2.0));
    }
    CHECK_FALSE(parsed->time.is_assumed);
    CHECK(parsed->time.samples.has_value() == (id == 1));
    if (id == 1) {
      CHECK(parsed->time.samples->type == SampleType::kInt32);
      CHECK(sample(content, *parsed->time.samples, 2) == (300.0 - 0.5) / 10.0);
    } else {
      CHECK(parsed->time.start_s == 10.0);
      CHECK(parsed->time.step_s == 0.5);
    }
  }
}

TEST_CASE("scale and offset are widened from float, not read as double") {
  OutbFile file;
  file.scales = {0.1F, 65535.0F / std::sqrt(std::numeric_limits<float>::epsilon())};
  const auto parsed = parse(file.bytes());
  REQUIRE(parsed.ok());
  CHECK(parsed->channels[0].samples.scale == static_cast<double>(0.1F));
  CHECK(parsed->channels[1].samples.scale == static_cast<double>(file.scales[1]));
}

TEST_CASE("a FileID that does not exist") {
  for (const std::int16_t id : {std::int16_t{7}, std::int16_t{0}, std::int16_t{-1}, std::int16_t{5}}) {
    OutbFile file;
    file.file_id = id;
    check_error(file, ErrorCode::kFormatOutbFileId, 0, "FileID is " + std::to_string(id));
  }
}

TEST_CASE("counts that cannot be") {
  constexpr std::int32_t kLargest = std::numeric_limits<std::int32_t>::max();
  for (std::int16_t id = 1; id <= 4; ++id) {
    CAPTURE(id);
    OutbFile file;
    file.file_id = id;
    const OutbFile good = file;
    file.channel_count = -1;
    check_error(file, ErrorCode::kFormatBadCount, good.channel_count_offset(), "-1");
    file.channel_count = kLargest;
    check_error(file, ErrorCode::kFormatBadCount, good.channel_count_offset(),
                id == 4 ? "51539607552 bytes" : "42949672960 bytes");
    file.channel_count = 0;
    check_error(file, ErrorCode::kFormatNoChannels, good.channel_count_offset());
    file = good;
    file.sample_count = -3;
    check_error(file, ErrorCode::kFormatBadCount, good.sample_count_offset(), "-3");
    file.sample_count = 0;
    check_error(file, ErrorCode::kFormatNoSamples, good.sample_count_offset());
    file = good;
    file.description_length = -2;
    check_error(file, ErrorCode::kFormatBadCount, good.description_offset(), "-2");
    file.description_length = kLargest;
    check_error(file, ErrorCode::kFormatTruncatedHeader, good.description_offset() + 4, "the description");
    file = good;
    file.sample_count = kLargest;
    check_error(file, ErrorCode::kFormatTruncatedData, good.bytes().size(), "2147483647");
  }
}

TEST_CASE("a number of channels that may be, but whose scales or names the file has no room for") {
  OutbFile file;
  file.channel_count = 900'000;
  check_error(file, ErrorCode::kFormatTruncatedHeader, file.scales_offset(), "7200000 bytes");
  file.file_id = 3;
  check_error(file, ErrorCode::kFormatTruncatedHeader, file.description_offset() + 4 + 5, "names");
}

TEST_CASE("a length of channel names that cannot be") {
  for (const std::int16_t length : {std::int16_t{0}, std::int16_t{-10}, std::int16_t{1001}}) {
    OutbFile file;
    file.file_id = 4;
    std::string content = file.bytes();
    content.replace(2, 2, wavemill::test::FieldWriter().put(length).text());
    const auto parsed = parse(content);
    REQUIRE_FALSE(parsed.ok());
    CHECK(parsed.error().code == ErrorCode::kFormatBadCount);
    CHECK(parsed.error().offset_bytes == 2);
  }
}

TEST_CASE("a scale or an offset that cannot be is named with its channel and its byte") {
  OutbFile file;
  const OutbFile good;
  for (const float scale : {0.0F, kNan, kInfinity, -kInfinity}) {
    file.scales[1] = scale;
    check_error(file, ErrorCode::kFormatBadScale, good.scales_offset() + 4, "channel 1 'RotSpeed'");
  }
  file = good;
  for (const float bias : {kNan, kInfinity}) {
    file.biases[0] = bias;
    check_error(file, ErrorCode::kFormatBadScale, good.scales_offset() + 8, "channel 0 'GenPwr'");
  }
}

TEST_CASE("scale and offset both NaN: a channel of NaN, and a warning") {
  OutbFile file;
  file.scales[0] = kNan;
  file.biases[0] = kNan;
  const std::string content = file.bytes();
  const auto parsed = parse(content);
  REQUIRE(parsed.ok());
  REQUIRE(parsed->warnings.size() == 1);
  CHECK(parsed->warnings[0].find("'GenPwr'") != std::string::npos);
  CHECK(std::isnan(sample(content, parsed->channels[0].samples, 1)));
  CHECK(sample(content, parsed->channels[1].samples, 0) == -3.5);
}

TEST_CASE("time that does not rise") {
  OutbFile file;
  for (const double step : {0.0, -0.1, std::nan(""), HUGE_VAL, 1e-300, 1e308}) {
    CAPTURE(step);
    file.time_second = step;
    check_error(file, ErrorCode::kFormatBadTime, file.time_offset() + 8, "time step");
  }
  file.time_second = 0.1;
  file.time_first = std::nan("");
  check_error(file, ErrorCode::kFormatBadTime, file.time_offset(), "first time");
}

TEST_CASE("one sample needs no step") {
  OutbFile file;
  file.sample_count = 1;
  file.time_second = std::nan("");
  const auto parsed = parse(file.bytes());
  REQUIRE(parsed.ok());
  CHECK(parsed->time.start_s == 10.0);
  CHECK(parsed->time.step_s == 0.0);
}

TEST_CASE("packed times whose scale cannot be") {
  OutbFile file;
  file.file_id = 1;
  for (const double scale : {0.0, std::nan(""), HUGE_VAL}) {
    file.time_first = scale;
    check_error(file, ErrorCode::kFormatBadScale, file.time_offset(), "scale of time");
  }
  file.time_first = 1.0;
  file.time_second = std::nan("");
  check_error(file, ErrorCode::kFormatBadScale, file.time_offset() + 8, "offset of time");
}

TEST_CASE("bytes behind the last sample are fine, and counted") {
  OutbFile file;
  file.trailing = "garbage";
  const auto parsed = parse(file.bytes());
  REQUIRE(parsed.ok());
  REQUIRE(parsed->warnings.size() == 1);
  CHECK(parsed->warnings[0].starts_with("7 bytes"));
}
