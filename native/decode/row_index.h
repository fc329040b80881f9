#pragma once

#include <cstdint>
#include <vector>

#include "base/result.h"
#include "decode/table_header.h"
#include "decode/text_encoding.h"

namespace wavemill::decode {

/// A run of whole lines, decoded by one lane.
struct Chunk {
  std::uint64_t offset = 0;  // of TextBytes
  std::size_t length = 0;
  std::uint64_t first_line = 1;  // its number
  std::uint64_t first_row = 0;
  std::uint64_t row_count = 0;  // lines with text
  std::uint64_t first_row_line = 0;
};

/// Where the rows of a table are.
struct RowIndex {
  std::vector<Chunk> chunks;
  std::uint64_t row_count = 0;
};

/// Looks through the lines behind a header, at several GB/s: nothing is decoded yet.
/// @param chunk_bytes    about the length of a chunk
/// @errors        FORMAT_TEXT_NUL, FORMAT_TEXT_LINE, those of the byte source
base::Result<RowIndex> index_rows(TextBytes& bytes, const TableHeader& header, std::size_t chunk_bytes);

}  // namespace wavemill::decode
