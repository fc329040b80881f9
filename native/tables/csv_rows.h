#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wavemill::tables {

/// Lines of a CSV table, one after another in one text.
class CsvRows {
 public:
  /// Of a column that holds words as numbers, the words; of others, none.
  using Words = std::vector<std::string>;

  CsvRows() = default;

  /// @param words     shape (column_count)
  explicit CsvRows(std::vector<Words> words) : words_(std::move(words)) {}

  /// @param values    shape (column_count): a comma before each, nothing for NaN
  /// @param lead      what comes before the values, written as it is
  /// @cost            O(columns), some 50 ns each; the text grows by doubling
  void add(std::string_view lead, const double* values, std::size_t column_count);

  [[nodiscard]] std::string_view text() const { return {text_.data(), length_}; }

 private:
  [[nodiscard]] bool has_words(std::size_t column) const { return column < words_.size() && !words_[column].empty(); }
  [[nodiscard]] std::string_view word_of(std::size_t column, double number) const;
  [[nodiscard]] std::size_t most_word_bytes() const;

  std::vector<Words> words_;
  std::vector<char> text_;  // room: what is written is `length_` long
  std::size_t length_ = 0;
};

}  // namespace wavemill::tables
