#include "tables/csv_rows.h"

#include <algorithm>

#include "tables/number_text.h"

namespace wavemill::tables {

/// Nothing for a number that is no word's, NaN among them.
std::string_view CsvRows::word_of(std::size_t column, double number) const {
  const Words& words = words_[column];
  return number >= 0.0 && number < static_cast<double>(words.size()) ? std::string_view(words[static_cast<std::size_t>(number)])
                                                                     : std::string_view();
}

std::size_t CsvRows::most_word_bytes() const {
  std::size_t most = 0;
  for (const Words& words : words_)
    for (const std::string& word : words) most = std::max(most, word.size());
  return most;
}

void CsvRows::add(std::string_view lead, const double* values, std::size_t column_count) {
  const std::size_t most = lead.size() + column_count * (1 + std::max(kNumberText_bytes, most_word_bytes())) + 2;
  if (text_.size() - length_ < most) text_.resize(std::max(2 * text_.size(), length_ + most));
  char* to = std::copy(lead.begin(), lead.end(), text_.data() + length_);
  for (std::size_t i = 0; i < column_count; ++i) {
    *to++ = ',';
    if (has_words(i)) {
      const std::string_view word = word_of(i, values[i]);
      to = std::copy(word.begin(), word.end(), to);
    } else {
      to = write_number(values[i], to);
    }
  }
  *to++ = '\r';
  *to++ = '\n';
  length_ = static_cast<std::size_t>(to - text_.data());
}

}  // namespace wavemill::tables
