#include "formats/header_reader.h"

#include <algorithm>
#include <string>

namespace wavemill::formats {
namespace {

constexpr std::uint64_t kChunk_bytes = std::uint64_t{64} << 10;

}  // namespace

std::string_view HeaderReader::read_text(std::string_view field, std::size_t length) {
  const std::byte* at = take(field, length);
  return at == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(at), length);
}

void HeaderReader::skip(std::string_view field, std::uint64_t length) {
  if (expect(field, length)) offset_bytes_ += length;
}

bool HeaderReader::expect(std::string_view field, std::uint64_t length) {
  if (failed()) return false;
#ifdef WAVEMILL_PLANTED_BUG
  const bool fits = length <= bytes_.size_bytes();  // forgets what was read already: the fuzzers have to find this
#else
  const bool fits = length <= bytes_.size_bytes() - offset_bytes_;
#endif
  if (!fits) stop(field, length);
  return fits;
}

const std::byte* HeaderReader::take(std::string_view field, std::uint64_t length) {
  if (!expect(field, length)) return nullptr;
  const bool is_held = chunk_ != nullptr && offset_bytes_ - chunk_offset_ + length <= chunk_length_;
  if (!is_held && !fetch(length)) return nullptr;
  const std::byte* at = chunk_ + (offset_bytes_ - chunk_offset_);
  offset_bytes_ += length;
  return at;
}

/// A new chunk from the cursor on: no more than the file has, and no less than the field that is read.
bool HeaderReader::fetch(std::uint64_t length) {
  const std::uint64_t chunk_length = std::max(length, std::min(kChunk_bytes, bytes_.size_bytes() - offset_bytes_));
  base::Result<const std::byte*> chunk = bytes_.window(offset_bytes_, static_cast<std::size_t>(chunk_length));
  if (!chunk.ok()) {
    failure_ = chunk.error();
    return false;
  }
  chunk_ = *chunk;
  chunk_offset_ = offset_bytes_;
  chunk_length_ = chunk_length;
  return true;
}

void HeaderReader::stop(std::string_view field, std::uint64_t length) {
  failure_ = base::Error{base::ErrorCode::kFormatTruncatedHeader,
                         "the file ends inside its header: " + std::string(field) + " should lie at byte " +
                             std::to_string(offset_bytes_) + ", " + std::to_string(length) + (length == 1 ? " byte" : " bytes") +
                             " long, and the file ends at byte " + std::to_string(bytes_.size_bytes()) +
                             "; the simulation did not finish writing it, or the copy is incomplete",
                         offset_bytes_};
}

}  // namespace wavemill::formats
