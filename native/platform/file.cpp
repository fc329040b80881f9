#include "platform/file.h"

#include <utility>

namespace wavemill::platform {

// −1 means "no file" in every operating system's room, so that moving needs to know nothing of them.

File::File(File&& other) noexcept : handle_(std::exchange(other.handle_, -1)), size_bytes_(std::exchange(other.size_bytes_, 0)) {}

File& File::operator=(File&& other) noexcept {
  std::swap(handle_, other.handle_);
  std::swap(size_bytes_, other.size_bytes_);
  return *this;
}

}  // namespace wavemill::platform
