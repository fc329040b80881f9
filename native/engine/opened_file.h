#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "base/result.h"
#include "engine/engine.h"
#include "kernels/facts.h"
#include "layout/file_layout.h"
#include "platform/byte_source.h"
#include "platform/fault_guard.h"
#include "platform/file.h"
#include "platform/file_map.h"

namespace wavemill::engine {

class Lane;

/// A result file that is open and understood. Shared by the lanes that work on it; closed and unmapped with the last of them.
class OpenedFile {
 public:
  /// @errors        those of File, FileMap and the formats; IO_FILE_SHRANK
  static base::Result<std::unique_ptr<OpenedFile>> open(const FileTask& task, Lane& lane);

  [[nodiscard]] const layout::FileLayout& layout() const { return layout_; }
  [[nodiscard]] const platform::File& file() const { return file_; }
  [[nodiscard]] platform::FileMap* map() const { return map_.get(); }

  /// The times of the samples from `first_index` on.
  [[nodiscard]] kernels::TimeView time(std::uint64_t first_index) const;

  /// @errors        IO_FILE_SHRANK where the file is shorter than when it was opened, IO_READ where a mapped page was lost: what was read cannot be trusted
  [[nodiscard]] base::Status check_whole() const;

 private:
  OpenedFile(platform::File file, std::unique_ptr<platform::FileMap> map) : file_(std::move(file)), map_(std::move(map)) {}
  base::Status describe(const FileTask& task, Lane& lane);
  base::Status read_times(platform::ByteSource& bytes, const kernels::isa::Table& isa);

  platform::File file_;
  std::unique_ptr<platform::FileMap> map_;
  layout::FileLayout layout_;
  std::vector<double> times_s_;  // only where the file stores them
};

/// An open file's bytes for one lane and unit: straight from the map under the fault guard, or through the lane's buffer.
class LaneBytes {
 public:
  LaneBytes(const OpenedFile& opened, Lane& lane);
  [[nodiscard]] platform::ByteSource& source() { return *source_; }

 private:
  std::optional<platform::fault_guard::Access> access_;
  std::optional<platform::MappedBytes> mapped_;
  std::optional<platform::ReadBytes> read_;
  platform::ByteSource* source_;
};

}  // namespace wavemill::engine
