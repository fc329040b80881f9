#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "decode/text_table.h"
#include "engine/engine.h"
#include "engine/file_pair.h"
#include "engine/stored_times.h"
#include "kernels/facts.h"
#include "layout/file_layout.h"
#include "platform/byte_source.h"
#include "platform/fault_guard.h"
#include "platform/file.h"
#include "platform/file_map.h"

namespace wavemill::engine {

class Lane;

/// A result file that is open and understood. Shared by the lanes that work on it; closed and unmapped with the last of them.
///
/// Of a format of two files it is the data file that is open, whichever of them the task names; the other is read while opening.
///
/// A file that is mapped or read is ready at once. One that is decoded has chunks: they are decoded by any lanes after `want`, then `finish_decoding` once.
class OpenedFile {
 public:
  /// @errors        those of File, FileMap and the formats; IO_FILE_SHRANK
  static base::Result<std::unique_ptr<OpenedFile>> open(const FileTask& task, Lane& lane);

  /// Names, units and counts hold from the begin; where samples lie, and the times of a decoded file, once it is ready.
  [[nodiscard]] const layout::FileLayout& layout() const { return text_ ? text_->layout() : layout_; }
  [[nodiscard]] ReadPath read_path() const;
  /// Of a format of two files: where its description was found; else empty.
  [[nodiscard]] const std::string& description_path() const { return description_path_; }
  [[nodiscard]] std::uint64_t size_bytes() const { return file_ ? file_->size_bytes() : given_.size(); }

  /// Says which channels are looked at, so that only they are decoded.
  /// @errors        RESOURCE_MEMORY
  base::Status want(std::span<const std::uint32_t> channels);
  [[nodiscard]] std::size_t chunk_count() const { return text_ ? text_->chunk_count() : 0; }
  /// @errors        FORMAT_TEXT_NUMBER, FORMAT_TEXT_COLUMNS, FORMAT_TRUNCATED_DATA, those of the byte source
  base::Status decode(std::size_t chunk, Lane& lane);
  /// @errors        FORMAT_BAD_TIME
  base::Status finish_decoding();
  /// All of it on one lane.
  base::Status decode_all(std::span<const std::uint32_t> channels, Lane& lane);

  /// The times of the samples from `first_index` on.
  [[nodiscard]] kernels::TimeView time(std::uint64_t first_index) const;

  /// @errors        IO_FILE_SHRANK where the file is shorter than when it was opened, IO_READ where a mapped page was lost: what was read cannot be trusted
  [[nodiscard]] base::Status check_whole() const;

 private:
  friend class LaneBytes;

  OpenedFile() = default;
  base::Status open_file(const FileTask& task, const std::string& path);
  base::Status describe(const FileTask& task, const std::optional<FilePair>& pair, Lane& lane);
  base::Status describe_alone(const FileTask& task, platform::ByteSource& bytes);
  base::Status describe_pair(const FileTask& task, const FilePair& pair, platform::ByteSource& bytes);
  base::Status take_given(const FileTask& task, const kernels::isa::Table& isa);
  base::Status read_times(platform::ByteSource& bytes, const kernels::isa::Table& isa);

  std::optional<platform::File> file_;  // none where the caller gave the contents
  std::span<const std::byte> given_;
  std::string description_path_;
  std::unique_ptr<platform::FileMap> map_;
  layout::FileLayout layout_;
  StoredTimes stored_times_;  // only where a mapped or read file stores them
  std::unique_ptr<decode::TextTable> text_;
};

/// An open file's bytes for one lane and unit: straight from the map under the fault guard, through the lane's buffer, or from memory.
class LaneBytes {
 public:
  enum class Of : std::uint8_t { kFile, kSamples };  // the same, but for files that are decoded

  /// @param window_bytes   to read at once of a file that is not mapped
  LaneBytes(const OpenedFile& opened, Lane& lane, Of of = Of::kSamples,
            std::size_t window_bytes = platform::ReadBytes::kWindow_bytes);
  [[nodiscard]] platform::ByteSource& source() { return *source_; }

 private:
  std::optional<platform::fault_guard::Access> access_;
  std::optional<platform::MappedBytes> mapped_;
  std::optional<platform::ReadBytes> read_;
  std::optional<platform::MemoryBytes> memory_;
  platform::ByteSource* source_;
};

}  // namespace wavemill::engine
