#include "formats/bladed.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "formats/bladed_header.h"
#include "formats/pair_files.h"
#include "formats/samples.h"

using wavemill::base::ErrorCode;
using wavemill::formats::bladed_unit;
using wavemill::formats::parse_bladed;
using wavemill::test::FieldWriter;
using wavemill::test::PairFiles;
using wavemill::test::sample;

namespace {

const std::string kTime = "AXISLAB\t'Time'\nAXIUNIT\tT\nAXIMETH\t2\nMIN \t1.0\nSTEP\t0.5\nNVARS\t0\n";
const std::string kPlaces = "AXISLAB\t'Distance along blade'\nAXIUNIT\t L\nAXIMETH\t3\nAXIVAL\t0.0 20.2000008\n";

std::string header(const std::string& format, const std::string& dimensions, const std::string& axes) {
  const char count = static_cast<char>('0' + std::count(dimensions.begin(), dimensions.end(), ' ') + 1);
  return std::string("FILE\tx.$41\nACCESS\tD\nFORM\tF\nRECL\t4\nFORMAT\t") + format + "\nNDIMENS\t" + count + "\nDIMENS\t" +
         dimensions + "\nGENLAB\t'Loads'\nVARIAB\t'My (root)'\n 'Fx'\nVARUNIT\tFL F\n" + axes + "ULOADS  1.0 2.0\n 3.0 4.0\n";
}

template <class T>
PairFiles flat(const std::string& format) {
  FieldWriter data;
  for (int i = 0; i < 6; ++i) data.put(static_cast<T>(10 * i));
  return {"x.%41", header(format, "2 3", kTime), "x.$41", data.text(), parse_bladed};
}

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  REQUIRE(text.find(what) != std::string::npos);
  return text.replace(text.find(what), what.size(), with);
}

void check_error(const std::string& text, ErrorCode code, const std::string& said) {
  PairFiles files = flat<float>("R*4");
  files.text = text;
  const auto parsed = files.parsed();
  REQUIRE_FALSE(parsed.ok());
  CHECK(parsed.error().code == code);
  CHECK_MESSAGE(parsed.error().message.find(said) != std::string::npos, parsed.error().message);
}

void check_flat(const PairFiles& files) {
  const auto parsed = files.parsed();
  REQUIRE_MESSAGE(parsed.ok(), parsed.error().message);
  CHECK(parsed->sample_count == 3);
  CHECK(parsed->time.start_s == 1.0);
  CHECK(parsed->time.step_s == 0.5);
  REQUIRE(parsed->channels.size() == 2);
  CHECK(parsed->channels[0].name == "My (root)");
  CHECK(parsed->channels[0].unit == "Nm");
  CHECK(parsed->channels[1].name == "Fx");
  CHECK(parsed->channels[1].unit == "N");
  CHECK(sample(files.data, parsed->channels[1].samples, 2) == 50.0);
}

}  // namespace

TEST_CASE("Bladed: float32, float64 and int32 rows") {
  check_flat(flat<float>("R*4"));
  check_flat(flat<double>("R*8"));
  check_flat(flat<std::int32_t>("I*4"));
}

TEST_CASE("Bladed: 3 dimensions are a channel for each variable and place") {
  PairFiles files = flat<float>("R*4");
  files.text = header("R*4", "2 2 1", kPlaces + kTime);
  const auto parsed = files.parsed();
  REQUIRE_MESSAGE(parsed.ok(), parsed.error().message);
  REQUIRE(parsed->channels.size() == 4);
  CHECK(parsed->channels[0].name == "My (root) @ 0 m");
  CHECK(parsed->channels[3].name == "Fx @ 20.2 m");
  CHECK(sample(files.data, parsed->channels[3].samples, 0) == 30.0);
  CHECK(parsed->warnings == std::vector<std::string>{"8 bytes behind the last sample are ignored"});

  files.text = header("R*4", "2 2 1", replaced(kPlaces, "AXIVAL\t0.0 20.2000008", "AXITICK\t'Mbr 1' 'Mbr 2'") + kTime);
  REQUIRE(files.parsed().ok());
  CHECK(files.parsed()->channels[2].name == "My (root) @ Mbr 2");
}

TEST_CASE("Bladed: a last dimension of 0 is as many samples as there are") {
  PairFiles files = flat<float>("R*4");
  files.text = header("R*4", "2 0", kTime);
  REQUIRE(files.parsed().ok());
  CHECK(files.parsed()->sample_count == 3);
  files.data.resize(files.data.size() - 3);
  REQUIRE(files.parsed().ok());
  CHECK(files.parsed()->sample_count == 2);
  CHECK(files.parsed()->warnings == std::vector<std::string>{"5 bytes behind the last sample are ignored"});
  files.data.resize(7);
  CHECK(files.parsed().error().code == ErrorCode::kFormatNoSamples);
}

TEST_CASE("Bladed: data of any shorter length is refused") {
  PairFiles files = flat<float>("R*4");
  const std::string whole = files.data;
  for (std::size_t length = 0; length < whole.size(); ++length) {
    files.data = whole.substr(0, length);
    REQUIRE_FALSE(files.parsed().ok());
    CHECK(files.parsed().error().code == ErrorCode::kFormatTruncatedData);
    CHECK(files.parsed().error().offset_bytes == length);
  }
}

TEST_CASE("Bladed: a header cut anywhere before its last number is an error that names it") {
  const PairFiles whole = flat<float>("R*4");
  for (std::size_t length = 0; length < whole.text.find("0.5\nNVARS"); ++length) {
    PairFiles files = whole;
    files.text = whole.text.substr(0, length);
    CAPTURE(length);
    REQUIRE_FALSE(files.parsed().ok());
    CHECK(files.parsed().error().message.find("x.%41") != std::string::npos);
  }
}

TEST_CASE("Bladed: only names with blanks in them are in quotes") {
  PairFiles files = flat<float>("R*4");
  files.text = replaced(files.text, "VARIAB\t'My (root)'\n 'Fx'", "VARIAB  MXT 'Tower Mxy'");
  auto parsed = files.parsed();
  REQUIRE_MESSAGE(parsed.ok(), parsed.error().message);
  CHECK(parsed->channels[0].name == "MXT");
  CHECK(parsed->channels[1].name == "Tower Mxy");
  files.text = replaced(files.text, "VARIAB  MXT 'Tower Mxy'", "VARIAB  'Tower Mxy' MXT");
  parsed = files.parsed();
  REQUIRE_MESSAGE(parsed.ok(), parsed.error().message);
  CHECK(parsed->channels[1].name == "MXT");
}

TEST_CASE("Bladed: what a header may have wrong") {
  const std::string good = flat<float>("R*4").text;
  check_error(replaced(good, "ACCESS\tD", "ACCESS\tX"), ErrorCode::kFormatDescription, "line 2: ACCESS is 'X'");
  check_error(replaced(good, "FORM\tF", "FORM\tQ"), ErrorCode::kFormatDescription, "FORM is 'Q' with ACCESS D");
  check_error(replaced(replaced(good, "ACCESS\tD", "ACCESS\tS"), "FORM\tF", "FORM\tU"), ErrorCode::kFormatDescription,
              "FORM is 'U' with ACCESS S");
  check_error(replaced(good, "R*4", "R*16"), ErrorCode::kFormatDescription, "FORMAT is 'R*16'");
  check_error(replaced(good, "DIMENS\t2 3", "DIMENS\t2 -3"), ErrorCode::kFormatBadCount, "'-3'");
  check_error(replaced(good, "NDIMENS\t2", "NDIMENS\t3"), ErrorCode::kFormatDescription, "NDIMENS says '3'");
  check_error(replaced(replaced(good, "NDIMENS\t2", "NDIMENS\t1"), "DIMENS\t2 3", "DIMENS\t2"), ErrorCode::kFormatDescription,
              "1 dimensions");
  check_error(replaced(good, "DIMENS\t2 3", "DIMENS\t0 3"), ErrorCode::kFormatNoChannels, "no channel");
  check_error(replaced(good, "DIMENS\t2 3", "DIMENS\t3000000 3"), ErrorCode::kFormatBadCount, "more channels");
  check_error(replaced(good, "DIMENS\t2 3", "DIMENS\t3 3"), ErrorCode::kFormatDescription,
              "VARIAB names 2 variables, and DIMENS says 3");
  check_error(replaced(good, "AXIUNIT\tT", "AXIUNIT\tA"), ErrorCode::kFormatDescription, "no time history");
  check_error(replaced(good, "STEP\t0.5", "STEP\t0"), ErrorCode::kFormatBadTime, "does not rise");
  check_error(replaced(good, "STEP\t0.5", "STEP\tx"), ErrorCode::kFormatDescription, "STEP: 'x'");
  check_error(replaced(good, "STEP\t0.5\n", ""), ErrorCode::kFormatBadTime, "no MIN and STEP");
  check_error(header("R*4", "2 3 1", kPlaces + kTime), ErrorCode::kFormatDescription, "has 2 places, and DIMENS says 3");
  check_error(header("R*4", "2 2 1", kTime), ErrorCode::kFormatDescription, "AXISLAB of time");
  check_error("", ErrorCode::kFormatDescription, "ACCESS");
}

TEST_CASE("Bladed: units that do not fit the variables are none, and a warning says so") {
  PairFiles files = flat<float>("R*4");
  files.text = replaced(files.text, "VARUNIT\tFL F", "VARUNIT\tFL");
  REQUIRE(files.parsed().ok());
  CHECK(files.parsed()->channels[0].unit.empty());
  CHECK(files.parsed()->warnings.size() == 1);
}

TEST_CASE("Bladed: letters for units") {
  CHECK(bladed_unit("FL") == "Nm");
  CHECK(bladed_unit("A/T") == "rad/s");
  CHECK(bladed_unit("L/TT") == "m/s^2");
  CHECK(bladed_unit("LLL") == "m^3");
  CHECK(bladed_unit("1/T") == "1/s");
  CHECK(bladed_unit("N").empty());
  CHECK(bladed_unit("Q/T") == "Q/T");
}
