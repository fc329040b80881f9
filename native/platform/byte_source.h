#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "base/result.h"
#include "platform/file.h"
#include "platform/file_map.h"

namespace wavemill::platform {

/// A file's bytes, whichever way they come: mapped, or read through a reused buffer. Results never depend on which.
class ByteSource {
 public:
  virtual ~ByteSource() = default;

  /// `length` bytes of the file from `offset`. The pointer is good until the next call. The range must lie inside the file as it was when opened.
  /// @errors        IO_READ, IO_FILE_SHRANK
  virtual base::Result<const std::byte*> window(std::uint64_t offset, std::size_t length) = 0;

  [[nodiscard]] virtual std::uint64_t size_bytes() const = 0;
};

/// Points straight into a map. Cheap to make; one a lane and unit.
class MappedBytes final : public ByteSource {
 public:
  explicit MappedBytes(const FileMap& map) : map_(map) {}
  base::Result<const std::byte*> window(std::uint64_t offset, std::size_t length) override;
  [[nodiscard]] std::uint64_t size_bytes() const override { return map_.size_bytes(); }

 private:
  const FileMap& map_;
};

/// Bytes that are in memory already: decoded columns, or a file that somebody else has read.
class MemoryBytes final : public ByteSource {
 public:
  explicit MemoryBytes(std::span<const std::byte> bytes) : bytes_(bytes) {}
  base::Result<const std::byte*> window(std::uint64_t offset, std::size_t length) override;
  [[nodiscard]] std::uint64_t size_bytes() const override { return bytes_.size(); }

 private:
  std::span<const std::byte> bytes_;
};

/// Reads windows into the lane's buffer. A window holds more than was asked for, so that going forward through a file costs one read for each
/// `kWindow_bytes` and a small file is read once, whatever the number of passes.
class ReadBytes final : public ByteSource {
 public:
  static constexpr std::size_t kWindow_bytes = std::size_t{4}
                                               << 20;  // larger files: in windows that stay in the last-level cache
  static constexpr std::size_t kWholeFile_bytes = std::size_t{16} << 20;  // up to here the window is the file

  /// @param window_bytes   to read at once, at least
  ReadBytes(const File& file, std::vector<std::byte>& buffer, std::size_t window_bytes = kWindow_bytes)
      : file_(file), buffer_(buffer), window_bytes_(window_bytes) {}
  base::Result<const std::byte*> window(std::uint64_t offset, std::size_t length) override;
  [[nodiscard]] std::uint64_t size_bytes() const override { return file_.size_bytes(); }

 private:
  const File& file_;
  std::vector<std::byte>& buffer_;
  std::size_t window_bytes_;
  std::uint64_t window_offset_ = 0;
  std::size_t window_length_ = 0;
};

}  // namespace wavemill::platform
