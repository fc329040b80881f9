#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace wavemill::tables {

/// Lines of a CSV table, one after another in one text.
class CsvRows {
 public:
  /// @param values    shape (column_count): a comma before each, nothing for NaN
  /// @param lead      what comes before the values, written as it is
  /// @cost            O(columns), some 50 ns each; the text grows by doubling
  void add(std::string_view lead, const double* values, std::size_t column_count);

  [[nodiscard]] std::string_view text() const { return {text_.data(), length_}; }

 private:
  std::vector<char> text_;  // room: what is written is `length_` long
  std::size_t length_ = 0;
};

}  // namespace wavemill::tables
