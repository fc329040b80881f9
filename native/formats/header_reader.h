#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>

#include "base/result.h"
#include "platform/byte_source.h"

namespace wavemill::formats {

/// A cursor over a header: little-endian fields one after another. The first field that the file is too short for stops it; from then on each read
/// gives zero and `failed` says so. So a group of fields may be read and then looked at once, before any of its counts is used.
class HeaderReader {
 public:
  explicit HeaderReader(platform::ByteSource& bytes) : bytes_(bytes) {}

  template <class T>
  T read(std::string_view field) {
    static_assert(std::endian::native == std::endian::little, "headers are little-endian and are copied as they are");
    T value{};
    if (const std::byte* at = take(field, sizeof(T)); at != nullptr) std::memcpy(&value, at, sizeof(T));
    return value;
  }

  /// `length` characters, as they are; good until the next read. Empty after a failure.
  std::string_view read_text(std::string_view field, std::size_t length);

  void skip(std::string_view field, std::uint64_t length);

  /// Whether the next `length` bytes are in the file; fails as a read would. To be asked before memory is taken by a count.
  bool expect(std::string_view field, std::uint64_t length);

  [[nodiscard]] std::uint64_t offset_bytes() const { return offset_bytes_; }
  [[nodiscard]] bool failed() const { return failure_.has_value(); }
  /// @errors        FORMAT_TRUNCATED_HEADER, and those of the byte source; only after a failure
  [[nodiscard]] const base::Error& error() const { return *failure_; }

 private:
  const std::byte* take(std::string_view field, std::uint64_t length);
  bool fetch(std::uint64_t length);
  void stop(std::string_view field, std::uint64_t length);

  platform::ByteSource& bytes_;
  std::uint64_t offset_bytes_ = 0;
  const std::byte* chunk_ = nullptr;  // a window of the source, so that a small field costs no call
  std::uint64_t chunk_offset_ = 0;
  std::uint64_t chunk_length_ = 0;
  std::optional<base::Error> failure_;
};

}  // namespace wavemill::formats
