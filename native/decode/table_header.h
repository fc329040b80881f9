#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "decode/text_encoding.h"
#include "layout/file_layout.h"

namespace wavemill::decode {

using layout::TextFormat;

/// What the lines before the numbers say. Offsets are those of TextBytes.
struct TableHeader {
  char separator = ',';
  bool has_decimal_comma = false;
  bool may_end_early = false;  // OpenFAST: a line that begins with "This" ends the data
  char line_break = '\n';
  std::uint64_t lines_per_sample = 1;  // more: the columns go on in the next line
  std::uint64_t data_offset = 0;
  std::uint64_t data_line = 1;            // its number, from 1
  std::vector<std::string> names, units;  // of every column, that of time included
  bool is_named = true;                   // by the file itself
  bool has_time = true;                   // the first column is the time
  std::vector<std::string> warnings;
};

/// A line longer than this is no line of a table, and is not loaded.
inline constexpr std::size_t kLongestLine_bytes = std::size_t{16} << 20;

/// @errors        FORMAT_TEXT_HEADER, FORMAT_TEXT_LINE, FORMAT_NO_SAMPLES, those of the byte source
base::Result<TableHeader> read_table_header(TextBytes& bytes, TextFormat format);

}  // namespace wavemill::decode
