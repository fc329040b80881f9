#include "tables/number_text.h"

#include <doctest/doctest.h>

#include <bit>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <random>
#include <string>

#include "tables/csv_rows.h"

using wavemill::tables::kNumberText_bytes;
using wavemill::tables::write_number;

namespace {

std::string text_of(double value) {
  char text[kNumberText_bytes];
  return {text, write_number(value, text)};
}

}  // namespace

TEST_CASE("number text: as JavaScript writes it") {
  CHECK(text_of(0.0) == "0");
  CHECK(text_of(-0.0) == "0");
  CHECK(text_of(1.0) == "1");
  CHECK(text_of(-1.5) == "-1.5");
  CHECK(text_of(0.1) == "0.1");
  CHECK(text_of(100.0) == "100");
  CHECK(text_of(123456.789) == "123456.789");
  CHECK(text_of(1e-6) == "0.000001");
  CHECK(text_of(1.25e-7) == "1.25e-7");
  CHECK(text_of(1e-7) == "1e-7");
  CHECK(text_of(1e20) == "100000000000000000000");
  CHECK(text_of(123456789012345680000.0) == "123456789012345680000");
  CHECK(text_of(1e21) == "1e+21");
  CHECK(text_of(-1.7976931348623157e308) == "-1.7976931348623157e+308");
  CHECK(text_of(5e-324) == "5e-324");
  CHECK(text_of(INFINITY) == "Infinity");
  CHECK(text_of(-INFINITY) == "-Infinity");
  CHECK(text_of(std::numeric_limits<double>::quiet_NaN()).empty());
}

TEST_CASE("number text: reads back as the same bits, and fits") {
  std::mt19937_64 random(7);
  for (int i = 0; i < 200'000; ++i) {
    const auto value = std::bit_cast<double>(random());
    if (!std::isfinite(value)) continue;
    const std::string text = text_of(value);
    REQUIRE(text.size() <= kNumberText_bytes);
    REQUIRE(std::strtod(text.c_str(), nullptr) == value);
  }
}

TEST_CASE("csv rows: lead, values, nothing for NaN, CRLF") {
  const double values[] = {1.5, std::nan(""), -2.0};
  wavemill::tables::CsvRows rows;
  rows.add("a,b", values, 3);
  rows.add("c,d", values, 0);
  CHECK(rows.text() == "a,b,1.5,,-2\r\nc,d\r\n");
}
