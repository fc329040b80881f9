#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "platform/byte_source.h"

namespace wavemill::decode {

enum class Encoding : std::uint8_t { kBytes, kUtf8Marked, kUtf16Little, kUtf16Big };

/// By the mark at the file's begin. `kBytes` is ASCII, UTF-8 or Latin-1: numbers look the same in all of them.
Encoding encoding_of(std::span<const std::byte> head);

/// "UTF-16, little-endian"; empty for kBytes, which needs no word.
std::string_view name(Encoding encoding);

/// The file without its mark, one byte a character: what numbers, separators and line breaks need. A character of UTF-16 that is none of Latin-1 becomes
/// a byte that no number has. Offsets are those of this view; `file_offset` brings them back.
class TextBytes final : public platform::ByteSource {
 public:
  TextBytes(platform::ByteSource& file, Encoding encoding) : file_(file), encoding_(encoding) {}

  base::Result<const std::byte*> window(std::uint64_t offset, std::size_t length) override;
  [[nodiscard]] std::uint64_t size_bytes() const override;

  /// `length` characters from `offset` as UTF-8: of bytes that are not UTF-8, each is a letter of Latin-1.
  base::Result<std::string> text(std::uint64_t offset, std::size_t length);

  [[nodiscard]] std::uint64_t file_offset(std::uint64_t offset) const { return mark_bytes() + offset * character_bytes(); }

 private:
  [[nodiscard]] bool is_wide() const { return encoding_ == Encoding::kUtf16Little || encoding_ == Encoding::kUtf16Big; }
  [[nodiscard]] std::uint64_t character_bytes() const { return is_wide() ? 2 : 1; }
  [[nodiscard]] std::uint64_t mark_bytes() const;

  platform::ByteSource& file_;
  Encoding encoding_;
  std::vector<std::byte> narrowed_;
};

}  // namespace wavemill::decode
