#include "formats/riflex_key.h"

#include <doctest/doctest.h>

#include "formats/riflex_files.h"

using wavemill::base::ErrorCode;
using wavemill::base::Result;
using wavemill::formats::read_riflex_key;
using wavemill::formats::RiflexKey;
using wavemill::test::description;
using wavemill::test::element_key;
using wavemill::test::turbine_key;

namespace {

Result<RiflexKey> read(const std::string& text) { return read_riflex_key(description("key_a.txt", text)); }

void check_error(const std::string& text, const std::string& said) {
  const auto key = read(text);
  REQUIRE_FALSE(key.ok());
  CHECK(key.error().code == ErrorCode::kFormatDescription);
  CHECK_FALSE(key.error().offset_bytes.has_value());
  CHECK_MESSAGE(key.error().message.find(said) != std::string::npos, key.error().message);
}

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  REQUIRE(text.find(what) != std::string::npos);
  return text.replace(text.find(what), what.size(), with);
}

}  // namespace

TEST_CASE("a key's table of nodes, and components that have no abbreviation") {
  std::string text = replaced(element_key(), "element    responses", "node       responses");
  text = replaced(text, "Mom. about local y-axis, end 1", "displacement in x-direction");
  text = replaced(text, "DOF 1 = Axial force\r\n   DOF 2", "DOF 1 = Something new\r\n   DOF 2");
  const auto key = read(text);
  REQUIRE_MESSAGE(key.ok(), key.error().message);
  CHECK(key->columns[0].name == "RISER_Seg001_No012_DOF01");
  CHECK(key->columns[1].name == "RISER_Seg001_No012_Xd");
}

TEST_CASE("all abbreviations of a beam, as QATS has them") {
  std::string text = "For each beam element the following applies :\n";
  const char* kTexts[] = {"Axial force",
                          "Torsional moment",
                          "Mom. about local y-axis, end 1",
                          "Mom. about local z-axis, end 2",
                          "Shear force in local y-direction, end 2",
                          "Shear force in local z-direction, end 1",
                          "displacement in z - direction"};
  for (std::size_t i = 0; i < std::size(kTexts); ++i) text += "DOF " + std::to_string(i + 1) + " = " + kTexts[i] + "\n";
  text += "column(s)\n----------\n main riser 1 2 8 2 - 9\n";
  const auto key = read(text);
  REQUIRE_MESSAGE(key.ok(), key.error().message);
  const char* kExpected[] = {"Te", "Mx", "My1", "Mz2", "Sy2", "Sz1", "Zd", "DOF08"};
  for (std::size_t i = 0; i < std::size(kExpected); ++i)
    CHECK(key->columns[i].name == "main riser_Seg001_El002_" + std::string(kExpected[i]));
}

TEST_CASE("a key of text files: time is column 1") {
  std::string text = replaced(element_key(), "   Column no. 1 contains FORTRAN specific data (please ignore)\r\n", "");
  text = replaced(text, "Column no. 2 contains the time.", "Column no. 1 contains the time.");
  text = replaced(replaced(text, "3   -      4", "2   -      3"), "                 5\r\n", "                 4\r\n");
  const auto key = read(text);
  REQUIRE_MESSAGE(key.ok(), key.error().message);
  CHECK(key->time_column == 1);
  CHECK(key->columns[0].number == 2);
}

TEST_CASE("named columns before 4.20, and those of a blade: the place is in the name") {
  const auto old = read(
      "'  column   contents     unit      contents\n 1 FORTRAN specific data - IGNORE\n 2 Time s Time\n"
      " 3 Fx kN Aero force\n 4 FORTRAN specific data - IGNORE\n");
  REQUIRE_MESSAGE(old.ok(), old.error().message);
  CHECK(old->columns[0].name == "Fx");
  CHECK(old->columns[0].unit == "kN");
  const auto blade = read(
      "'  column  contents       line        local       local    unit        contents\n"
      "'    no     abbr           ID        segment     element               descriptive text\n"
      "       2   Time                                                        Time\n"
      "       3   f_lift_a      bl2foil          1          17    kN/m        Lift force intensity in foil system\n");
  REQUIRE_MESSAGE(blade.ok(), blade.error().message);
  CHECK(blade->columns[0].name == "bl2foil_Seg001_El017_f_lift_a");
  CHECK(blade->columns[0].unit == "kN/m");
  const auto both = read(
      "'  column wind contents line local local unit contents\n 2 - Time - - - s Time\n"
      " 3 WT02 aoa_a bl1 2 3 deg Angle of attack\n");
  REQUIRE_MESSAGE(both.ok(), both.error().message);
  CHECK(both->columns[0].name == "WT02_bl1_Seg002_El003_aoa_a");
}

TEST_CASE("keys that are damaged, or none") {
  check_error("", "before a line that names a column");
  check_error("Dear all,\n", "'key_a.txt', line 1: 'Dear' should be a column's number");
  check_error(replaced(turbine_key(), "       2     -      Time          s         Time\n", ""), "a column that is named Time");
  check_error(replaced(turbine_key(), "       4  WT01", "       3  WT01"), "column 3 ('WT01_GenTorq') follows column 3");
  check_error(replaced(turbine_key(), "       4  WT01", "       9  WT01"), "column 5 ('WT02_RotorSpeed') follows column 3");
  check_error(replaced(turbine_key(), "WT01      GenTorq       kNm       Mechanical generator torque on LSS", "WT01"),
              "line 10: here should be a column's number, name and unit");
  check_error(replaced(element_key(), "2         3   -      4", "9         3   -      4"), "line 26");
  check_error(replaced(element_key(), "3   -      4", "4   -      3"), "line 26");
  check_error(replaced(element_key(), " RISER           1 ", "                 1 "), "line 26");
  check_error(replaced(element_key(), "3   -      4", "3   -      x"), "line 26");
  check_error(replaced(element_key(), "           2         3   -      4", "  4000000000  1 - 4000000000"), "are believed");
}

TEST_CASE("a key cut at any byte is refused, or lacks what the data shows") {
  const std::string whole = element_key();
  for (std::size_t length = 0; length < whole.size(); ++length) {
    CAPTURE(length);
    auto files = wavemill::test::riflex_files(whole.substr(0, length));
    const auto parsed = files.parsed();
    if (parsed.ok()) CHECK(parsed->channels.size() == 3);
    if (!parsed.ok()) CHECK(parsed.error().code == ErrorCode::kFormatDescription);
  }
}
