#include "platform/byte_source.h"

#include <algorithm>
#include <string>

namespace wavemill::platform {
namespace {

bool lies_inside(std::uint64_t offset, std::size_t length, std::uint64_t size_bytes) {
  return offset <= size_bytes && length <= size_bytes - offset;
}

/// Formats promise that every range they name lies inside the file: a range that does not is our defect, not the file's.
base::Error outside(std::uint64_t offset, std::size_t length, std::uint64_t size_bytes) {
  return {base::ErrorCode::kInternal,
          std::to_string(length) + " bytes were asked for from byte " + std::to_string(offset) + " of a file that has " +
              std::to_string(size_bytes),
          offset};
}

/// `reserve` first: `resize` alone would double the capacity, and the old bytes need no copying.
void grow(std::vector<std::byte>& buffer, std::size_t length) {
  if (buffer.size() >= length) return;
  buffer.clear();
  buffer.reserve(length);
  buffer.resize(length);
}

}  // namespace

base::Result<const std::byte*> MappedBytes::window(std::uint64_t offset, std::size_t length) {
  if (!lies_inside(offset, length, size_bytes())) return outside(offset, length, size_bytes());
  return map_.data() + offset;
}

base::Result<const std::byte*> MemoryBytes::window(std::uint64_t offset, std::size_t length) {
  if (!lies_inside(offset, length, size_bytes())) return outside(offset, length, size_bytes());
  return bytes_.data() + offset;
}

base::Result<const std::byte*> ReadBytes::window(std::uint64_t offset, std::size_t length) {
  if (!lies_inside(offset, length, size_bytes())) return outside(offset, length, size_bytes());
  const bool is_held = offset >= window_offset_ && offset - window_offset_ <= window_length_ &&
                       length <= window_length_ - (offset - window_offset_);
  if (is_held) return buffer_.data() + (offset - window_offset_);

  const bool is_small = size_bytes() <= kWholeFile_bytes;
  const std::uint64_t from = is_small ? 0 : offset;
  const std::uint64_t wanted = is_small ? size_bytes() : std::max<std::uint64_t>(window_bytes_, length);
  const auto window_length = static_cast<std::size_t>(std::min(wanted, size_bytes() - from));
  window_length_ = 0;  // nothing is held while the buffer is being filled, nor after a failure
  grow(buffer_, window_length);
  if (base::Status read = file_.read_at(from, buffer_.data(), window_length); !read.ok()) return read.error();
  window_offset_ = from;
  window_length_ = window_length;
  return buffer_.data() + (offset - from);
}

}  // namespace wavemill::platform
