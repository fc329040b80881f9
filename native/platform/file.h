#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "base/result.h"

namespace wavemill::platform {

/// A regular file opened for reading; closed on destruction. Thread-safe: reads carry their own offset.
class File {
 public:
  /// @param path    UTF-8; on Windows longer than 260 characters is fine
  /// @errors        DISCOVER_NOT_FOUND, DISCOVER_NOT_A_FILE, IO_PERMISSION, IO_OPEN
  static base::Result<File> open(const std::string& path);

  File(File&& other) noexcept;
  File& operator=(File&& other) noexcept;
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File();

  /// The size when the file was opened.
  [[nodiscard]] std::uint64_t size_bytes() const { return size_bytes_; }

  /// The size now: smaller than `size_bytes` when somebody truncated it.
  /// @errors        IO_READ
  [[nodiscard]] base::Result<std::uint64_t> current_size_bytes() const;

  /// Fills `buffer` with `length` bytes from `offset`.
  /// @errors        IO_READ; IO_FILE_SHRANK (offset: where the file ends now) when fewer bytes are there
  [[nodiscard]] base::Status read_at(std::uint64_t offset, std::byte* buffer, std::size_t length) const;

  /// Whether mapping it is safe: false on network drives where a fault could not be caught.
  [[nodiscard]] bool may_be_mapped() const;

  /// The operating system's handle: a descriptor or a HANDLE. For FileMap alone.
  [[nodiscard]] std::intptr_t native_handle() const { return handle_; }

 private:
  File(std::intptr_t handle, std::uint64_t size_bytes) : handle_(handle), size_bytes_(size_bytes) {}

  std::intptr_t handle_;
  std::uint64_t size_bytes_;
};

}  // namespace wavemill::platform
