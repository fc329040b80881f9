#include "formats/header_text.h"

#include <doctest/doctest.h>

#include <limits>

using wavemill::formats::header_text;
using wavemill::formats::number_text;
using wavemill::formats::unit_text;

TEST_CASE("blanks and NULs around a text are cut off, inside they stay") {
  CHECK(header_text("  Wind Vel \t") == "Wind Vel");
  CHECK(header_text(std::string_view("GenPwr\0\0\0\0", 10)) == "GenPwr");
  CHECK(header_text(std::string_view("\0 \0", 3)).empty());
  CHECK(header_text("").empty());
}

TEST_CASE("valid UTF-8 stays, all else is taken for Latin-1") {
  CHECK(header_text("kN·m") == "kN·m");
  CHECK(header_text("波浪 𝜎") == "波浪 𝜎");
  CHECK(header_text("kN\xb7m") == "kN·m");
  CHECK(header_text("\xb0/s") == "°/s");
  CHECK(header_text("\xc0\xaf") == "À¯");                 // overlong
  CHECK(header_text("\xed\xa0\x80") == "í\u00a0\u0080");  // a surrogate
  CHECK(header_text("\xf4\x90\x80\x80").size() == 8);     // past U+10FFFF
  CHECK(header_text("ab\xe6\xb3") == "abæ³");             // cut off
}

TEST_CASE("a unit loses one pair of brackets and no more") {
  CHECK(unit_text(" (kN-m)   ") == "kN-m");
  CHECK(unit_text("[m/s]") == "m/s");
  CHECK(unit_text("((deg))") == "(deg)");
  CHECK(unit_text("(kN)(m)") == "(kN)(m)");
  CHECK(unit_text("(kN·m/rad") == "(kN·m/rad");
  CHECK(unit_text("(m]") == "(m]");
  CHECK(unit_text("()").empty());
  CHECK(unit_text("(") == "(");
  CHECK(unit_text("( s )") == "s");
  CHECK(unit_text("(kN\xb7m)") == "kN·m");
}

TEST_CASE("numbers in messages are short") {
  CHECK(number_text(0.1) == "0.1");
  CHECK(number_text(std::numeric_limits<double>::quiet_NaN()).find("nan") != std::string::npos);
  CHECK(number_text(-std::numeric_limits<double>::infinity()) == "-inf");
}
