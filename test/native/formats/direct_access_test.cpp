#include "formats/direct_access.h"

#include <doctest/doctest.h>

#include <limits>

#include "formats/pair_files.h"
#include "formats/samples.h"

using wavemill::base::ErrorCode;
using wavemill::formats::parse_tda;
using wavemill::formats::parse_ts;
using wavemill::test::FieldWriter;
using wavemill::test::PairFiles;
using wavemill::test::sample;

namespace {

constexpr std::size_t kSamples = 6;
constexpr std::size_t kRecord_bytes = 4 * kSamples;

/// A record of 6 numbers: base, base + step, …
std::string record(float base, float step) {
  FieldWriter out;
  for (std::size_t i = 0; i < kSamples; ++i) out.put(base + step * static_cast<float>(i));
  return out.text();
}

template <class T>
std::string header(T samples, T records) {
  FieldWriter out;
  out.put(samples).put(records).put(0.5F).put(0.0F).put(0.0F).put(0.0F);
  return out.text();
}

PairFiles ts(std::int32_t records = 4) {
  return {"a.key", "' a comment\r\ntime\r\nSurge\r\nRoll\r\nEND\r\n", "a.ts",
          header(static_cast<std::int32_t>(kSamples), records) + record(0, 0.5F) + record(10, 1) + record(20, 2), parse_ts};
}

PairFiles tda(float records = 4) {
  return {"a.txt", "** Number of samples :     6\n** Channel name\nInfo_arr\n** x\nTime_arr\nSurge\nRoll\n", "a.tda",
          header(static_cast<float>(kSamples), records) + record(0, 0.5F) + record(10, 1) + record(20, 2), parse_tda};
}

void check_error(const PairFiles& files, ErrorCode code, std::optional<std::uint64_t> offset, const std::string& said) {
  const auto parsed = files.parsed();
  REQUIRE_FALSE(parsed.ok());
  CHECK(parsed.error().code == code);
  CHECK(parsed.error().offset_bytes == offset);
  CHECK_MESSAGE(parsed.error().message.find(said) != std::string::npos, parsed.error().message);
}

}  // namespace

TEST_CASE("direct access: names, time and samples of both kinds") {
  for (const PairFiles& files : {ts(), tda()}) {
    CAPTURE(files.data_name);
    const auto parsed = files.parsed();
    REQUIRE_MESSAGE(parsed.ok(), parsed.error().message);
    CHECK("a." + std::string(parsed->format) == files.data_name);
    CHECK(parsed->sample_count == 6);
    CHECK(parsed->warnings.empty());
    REQUIRE(parsed->channels.size() == 2);
    CHECK(parsed->channels[0].name == "Surge");
    CHECK(parsed->channels[1].name == "Roll");
    CHECK(sample(files.data, *parsed->time.samples, 5) == 2.5);
    CHECK(sample(files.data, parsed->channels[0].samples, 0) == 10.0);
    CHECK(sample(files.data, parsed->channels[1].samples, 5) == 30.0);
  }
}

TEST_CASE("direct access: the number of records may be one less than there are") {
  CHECK(ts(3).parsed().ok());
  CHECK(tda(3).parsed().ok());
}

TEST_CASE("direct access: what lies behind the series is ignored, counted or not, where it is zero") {
  for (const std::int32_t records : {4, 6}) {
    PairFiles files = ts(records);
    files.data += std::string(2 * kRecord_bytes + 3, '\0');
    const auto parsed = files.parsed();
    REQUIRE_MESSAGE(parsed.ok(), parsed.error().message);
    REQUIRE(parsed->warnings.size() == 1);
    CHECK(parsed->warnings[0] == "2 records (51 bytes) behind the last series that the key names are ignored");
  }
  PairFiles left_over = tda();
  left_over.data += record(800, 1);  // not counted: left from another run, as in real files
  CHECK(left_over.parsed().ok());
}

TEST_CASE("direct access: a key of another file") {
  PairFiles files = ts(5);
  files.data += record(30, 1);
  check_error(files, ErrorCode::kFormatDescription, 4, "'a.key' names 2 series");
  files = ts();
  files.text += "";
  files.text.insert(files.text.find("END"), "Pitch\r\n");
  check_error(files, ErrorCode::kFormatDescription, files.data.size(), "'a.ts' has 2 whole ones of 6 samples");
  files = tda(4);
  files.data += record(0, 0);
  files.data += record(0, 0);
  files.text += "Pitch\nYaw\n";
  check_error(files, ErrorCode::kFormatDescription, 4, "'a.txt' names 4 series");
  files = tda();
  files.text.replace(files.text.find("6\n"), 1, "7");
  check_error(files, ErrorCode::kFormatDescription, 0, "'a.txt' says that there are 7 samples, and 'a.tda' says 6 (byte 0)");
}

TEST_CASE("direct access: a first name that does not read like time") {
  PairFiles files = ts();
  files.text = "Tid\nSurge\nRoll\n";
  const auto parsed = files.parsed();
  REQUIRE(parsed.ok());
  REQUIRE(parsed->warnings.size() == 1);
  CHECK(parsed->warnings[0].find("'Tid'") != std::string::npos);
  files.text = "Surge\nRoll\n";
  check_error(files, ErrorCode::kFormatDescription, std::nullopt, "'Surge', should be that of time");
}

TEST_CASE("direct access: keys without a name") {
  for (const char* text : {"", "' nothing\n", "time\nEND\nSurge\n", "Info_arr\n", "Info_arr\nTime_arr\n"}) {
    PairFiles files = tda();
    files.text = text;
    check_error(files, ErrorCode::kFormatDescription, std::nullopt, "before the name of a series");
  }
  PairFiles binary = ts();
  binary.text = std::string("time\nSur\0ge\n", 12);
  check_error(binary, ErrorCode::kFormatDescription, std::nullopt, "'a.key', line 2");
}

TEST_CASE("direct access: counts that cannot be") {
  constexpr float kNan = std::numeric_limits<float>::quiet_NaN();
  for (const std::int32_t count : {-1, 1, std::numeric_limits<std::int32_t>::min()}) {
    PairFiles files = ts();
    files.data = header(count, 4) + record(0, 1);
    check_error(files, ErrorCode::kFormatBadCount, 0, "number of samples");
  }
  for (const float count : {-1.0F, 2.5F, 3.0F, kNan, std::numeric_limits<float>::infinity(), 1e30F}) {
    PairFiles files = tda();
    files.data = header(count, 4.0F) + record(0, 1);
    check_error(files, ErrorCode::kFormatBadCount, 0, "number of samples");
  }
  PairFiles none = ts();
  none.data = header(0, 4);
  check_error(none, ErrorCode::kFormatNoSamples, 0, "no sample");
  check_error(ts(0), ErrorCode::kFormatBadCount, 4, "number of records is 0");
  check_error(tda(kNan), ErrorCode::kFormatBadCount, 4, "number of records");
  PairFiles vast = ts();
  vast.data = header(std::numeric_limits<std::int32_t>::max(), 4);
  check_error(vast, ErrorCode::kFormatTruncatedData, vast.data.size(), "34359738352 bytes are needed");
}

TEST_CASE("direct access: a file cut at any byte says how many series are whole") {
  for (const PairFiles& whole : {ts(), tda()}) {
    for (std::size_t length = 0; length < whole.data.size(); ++length) {
      CAPTURE(length);
      PairFiles cut = whole;
      cut.data.resize(length);
      if (length < 8) {
        check_error(cut, ErrorCode::kFormatTruncatedHeader, length < 4 ? 0 : 4, "ends inside its header");
      } else if (length == 3 * kRecord_bytes) {
        check_error(cut, ErrorCode::kFormatTruncatedData, length, "1 whole ones of 6 samples");
      } else {
        const std::size_t series = length < 2 * kRecord_bytes ? 0 : length / kRecord_bytes - 2;
        check_error(cut, ErrorCode::kFormatTruncatedData, length, "has " + std::to_string(series) + " whole ones");
      }
    }
  }
}

TEST_CASE("direct access: any byte changed: an error of the format's own or a layout") {
  for (const PairFiles& whole : {ts(), tda()}) {
    for (const int value : {0x00, 0x0a, 0x27, 0x7f, 0x80, 0xff}) {
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
}
