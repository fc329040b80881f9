#include "tables/csv_rows.h"

#include <algorithm>

#include "tables/number_text.h"

namespace wavemill::tables {

void CsvRows::add(std::string_view lead, const double* values, std::size_t column_count) {
  const std::size_t most = lead.size() + column_count * (1 + kNumberText_bytes) + 2;
  if (text_.size() - length_ < most) text_.resize(std::max(2 * text_.size(), length_ + most));
  char* to = std::copy(lead.begin(), lead.end(), text_.data() + length_);
  for (std::size_t i = 0; i < column_count; ++i) {
    *to++ = ',';
    to = write_number(values[i], to);
  }
  *to++ = '\r';
  *to++ = '\n';
  length_ = static_cast<std::size_t>(to - text_.data());
}

}  // namespace wavemill::tables
