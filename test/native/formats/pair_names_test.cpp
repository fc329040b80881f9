#include "formats/pair_names.h"

#include <doctest/doctest.h>

#include "formats/file_pattern.h"
#include "formats/memory_bytes.h"

using wavemill::base::ErrorCode;
using wavemill::formats::filled_pattern;
using wavemill::formats::identify;
using wavemill::formats::lone_file;
using wavemill::formats::match_pattern;
using wavemill::formats::pairs_of;
using wavemill::test::MemoryBytes;

TEST_CASE("a pattern's * is any text and its # digits, in any case of letters") {
  const auto bladed = match_pattern("*.%#", "run.1.%41");
  REQUIRE(bladed.has_value());
  CHECK(bladed->text == "run.1");
  CHECK(bladed->digits == "41");
  CHECK(filled_pattern("*.$#", *bladed, false) == "run.1.$41");
  const auto key = match_pattern("key_*.txt", "KEY_a.TXT");
  REQUIRE(key.has_value());
  CHECK(key->text == "a");
  CHECK(filled_pattern("*.bin", *key, true) == "a.BIN");
  CHECK(match_pattern("sensor", "Sensor").has_value());
}

TEST_CASE("* and # are one character at least") {
  for (const char* name : {".dat", "dat", "a.dat2", "adat"}) CHECK_FALSE(match_pattern("*.dat", name).has_value());
  for (const char* name : {"a.%", "a.%x", "a.%4x", ".%4", "%4"}) CHECK_FALSE(match_pattern("*.%#", name).has_value());
  CHECK_FALSE(match_pattern("key_*.txt", "key_.txt").has_value());
  CHECK_FALSE(match_pattern("sensor", "sensor2").has_value());
}

TEST_CASE("the partner's name has the case of the name that was given, then the other") {
  const auto pairs = pairs_of("/runs/x.dat/A.DAT");
  REQUIRE(pairs.size() >= 2);
  CHECK(pairs[0].data_path == "/runs/x.dat/A.DAT");
  CHECK(pairs[0].description_path == "/runs/x.dat/A.SEL");
  CHECK(pairs[1].description_path == "/runs/x.dat/A.sel");
  const auto described = pairs_of("a.sel");
  REQUIRE(described.size() >= 2);
  CHECK(described[0].is_description_named);
  CHECK(described[0].partner_path() == "a.dat");
  CHECK(described[1].data_path == "a.DAT");
  CHECK(pairs_of("a.csv").empty());
}

TEST_CASE("half a pair says which half it is, and what was looked for") {
  const auto sel = lone_file("runs/a.sel");
  REQUIRE(sel.has_value());
  CHECK(sel->code == ErrorCode::kFormatPartner);
  CHECK(sel->message.find("'a.sel'") != std::string::npos);
  CHECK(sel->message.find("HAWC2 data in 'a.dat'") != std::string::npos);
  CHECK_FALSE(lone_file("a.dat").has_value());
}

TEST_CASE("a name that other things have too: the contents decide, but numbers without names are nothing") {
  MemoryBytes table("time,x\n0,1\n1,2\n");
  const auto named = identify("a.dat", table);
  REQUIRE(named.ok());
  CHECK((*named)->files().name == "csv");
  for (const char* content : {"0.1 1.0\n0.2 1.5\n", "\x01\x02\x03"}) {
    MemoryBytes bytes(content);
    const auto format = identify("runs/a.dat", bytes);
    REQUIRE_FALSE(format.ok());
    CHECK(format.error().code == ErrorCode::kFormatPartner);
    CHECK(format.error().message.find("HAWC2 description in 'a.sel'") != std::string::npos);
  }
}
