#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "decode/line_reader.h"
#include "decode/row_decoder.h"
#include "decode/row_index.h"
#include "decode/table_header.h"
#include "layout/file_layout.h"
#include "platform/byte_source.h"

namespace wavemill::decode {

/// A text file on its way into columns of f64. `open` reads the header and counts the rows; `want` says which channels are decoded; each chunk is decoded by
/// any lane, straight to its place; `finish` makes the time axis. Then `memory` is what the layout describes.
class TextTable {
 public:
  static constexpr std::size_t kChunk_bytes = std::size_t{4} << 20;

  /// @param time_step_s   of a table that has one column, and so no time
  /// @errors              those of read_table_header and index_rows
  static base::Result<std::unique_ptr<TextTable>> open(platform::ByteSource& file, TextFormat format, double time_step_s,
                                                       std::size_t chunk_bytes = kChunk_bytes);

  /// A table without names in it: what its columns are is said by a description, `described.text`. Lines before it that begin with # are left out.
  /// @errors              FORMAT_NO_SAMPLES, FORMAT_TRUNCATED_DATA, those of index_rows
  static base::Result<std::unique_ptr<TextTable>> open_described(platform::ByteSource& file, layout::FileLayout described,
                                                                 std::size_t chunk_bytes = kChunk_bytes);

  /// Channels by their indices, time excluded. Until then the layout has names, units and counts, and no place for samples.
  /// @errors        RESOURCE_MEMORY
  base::Status want(std::span<const std::uint32_t> channels);

  [[nodiscard]] std::size_t chunk_count() const { return index_.chunks.size(); }

  /// Thread-safe: chunks write to places of their own.
  /// @param file    of the calling lane
  /// @errors        those of decode_rows
  base::Status decode(std::size_t chunk, platform::ByteSource& file);

  /// When all chunks are decoded.
  /// @errors        FORMAT_BAD_TIME
  base::Status finish();

  [[nodiscard]] const layout::FileLayout& layout() const { return layout_; }
  [[nodiscard]] std::span<const double> times_s() const { return {columns_.get(), header_.has_time ? index_.row_count : 0}; }
  [[nodiscard]] std::span<const std::byte> memory() const;

 private:
  TextTable() = default;
  void describe(TextFormat format, double time_step_s);
  void describe_samples();
  base::Status skip_comments(LineReader& lines);
  base::Status judge_row_count(std::uint64_t file_size_bytes);
  void note(const Stars& stars);
  [[nodiscard]] std::size_t time_columns() const { return header_.has_time ? 1 : 0; }
  [[nodiscard]] std::size_t column_of(std::uint32_t channel) const {
    return layout_.text ? layout_.text->channel_fields[channel] : time_columns() + channel;
  }
  /// Of a column in memory; a last sample that is there in part has room, too.
  [[nodiscard]] std::uint64_t column_length() const {
    return (index_.row_count + header_.lines_per_sample - 1) / header_.lines_per_sample;
  }
  [[nodiscard]] base::Status check_times() const;

  struct Free {
    void operator()(double* memory) const { std::free(memory); }  // NOLINT(cppcoreguidelines-no-malloc): from calloc
  };

  Encoding encoding_ = Encoding::kBytes;
  TableHeader header_;
  RowIndex index_;
  layout::FileLayout layout_;
  std::unique_ptr<double[], Free> columns_;  // NOLINT(modernize-avoid-c-arrays): wanted columns × rows
  std::size_t column_count_ = 0;             // in `columns_`
  std::vector<double*> targets_;             // a place for each column of the table; null: not wanted
  std::mutex mutex_;                         // guards what follows
  Stars stars_;
};

}  // namespace wavemill::decode
