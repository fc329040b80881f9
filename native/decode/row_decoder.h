#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "base/result.h"
#include "decode/row_index.h"
#include "decode/table_header.h"
#include "decode/text_encoding.h"

namespace wavemill::decode {

/// A field of a table, as a message names it.
struct Place {
  std::uint64_t line = 0;
  std::size_t column = 0;  // of the line, from 0
  std::size_t name = 0;    // of the table
};

/// What a chunk had of numbers that did not fit into Fortran's field.
struct Stars {
  std::optional<Place> first;
  std::uint64_t count = 0;
};

/// The error of a time that is not later than the one before, or is none.
base::Error time_error(std::uint64_t line, double time_s, double before_s);

/// Decodes the rows of a chunk.
/// @param columns   for each column of the table where its samples go, the first of all first; null: nobody wants it. Those of the chunk's rows are written.
/// @errors          FORMAT_BAD_TIME, FORMAT_TEXT_NUMBER, FORMAT_TEXT_COLUMNS, FORMAT_TRUNCATED_DATA, those of the byte source
/// @nan             missing and overflowed fields become NaN
/// @cost            O(length), some 20 ns a wanted number
base::Result<Stars> decode_rows(TextBytes& bytes, const TableHeader& header, const Chunk& chunk,
                                std::span<double* const> columns);

}  // namespace wavemill::decode
