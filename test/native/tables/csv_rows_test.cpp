#include "tables/csv_rows.h"

#include <doctest/doctest.h>

#include <cmath>

using wavemill::tables::CsvRows;

TEST_CASE("CSV rows: words in the place of the numbers that stand for them") {
  CsvRows rows({{}, {"ok", "a rather long word, longer than any number's text is, by far"}, {}});
  const double first[] = {1.5, 1.0, std::nan("")}, second[] = {1.0, 0.0, 2.0}, third[] = {0.0, std::nan(""), 7.0},
               fourth[] = {0.0, 9.0, 7.0};
  rows.add("a", first, 3);
  rows.add("b", second, 3);
  rows.add("c", third, 3);
  rows.add("d", fourth, 3);
  CHECK(rows.text() == "a,1.5,a rather long word, longer than any number's text is, by far,\r\nb,1,ok,2\r\nc,0,,7\r\nd,0,,7\r\n");
}
