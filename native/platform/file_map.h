#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>

#include "base/result.h"
#include "platform/file.h"

namespace wavemill::platform {

/// A whole file mapped read-only; unmapped on destruction. Its bytes may be read by several lanes at once, each inside a FaultGuard::Access.
class FileMap {
 public:
  /// True where this platform maps files at all (the fallback does not: callers then read).
  static bool is_available();

  /// @errors        IO_MAP; RESOURCE_MEMORY where the address space is full
  static base::Result<std::unique_ptr<FileMap>> map(const File& file);

  FileMap(const FileMap&) = delete;
  FileMap& operator=(const FileMap&) = delete;
  ~FileMap();

  [[nodiscard]] const std::byte* data() const { return data_; }
  [[nodiscard]] std::uint64_t size_bytes() const { return size_bytes_; }

  /// Set by the fault handler when a page of the map had no file behind it any more. Bytes read since are zeros: drop what was computed from them.
  [[nodiscard]] std::atomic<bool>& shrank() { return shrank_; }

 private:
  FileMap(const std::byte* data, std::uint64_t size_bytes) : data_(data), size_bytes_(size_bytes) {}

  const std::byte* data_;
  std::uint64_t size_bytes_;
  std::atomic<bool> shrank_{false};
};

}  // namespace wavemill::platform
