#include "decode/row_index.h"

#include <algorithm>
#include <cstring>
#include <string>
#include <string_view>

#include "decode/line_reader.h"

namespace wavemill::decode {

namespace {

constexpr std::string_view kEndWord = "This";

const char* first_letter(const char* line, const char* end) {
  while (line != end && (*line == ' ' || *line == '\t' || *line == '\r')) ++line;
  return line;
}

const char* find(const char* from, const char* end, char c) {
  const void* found = std::memchr(from, c, static_cast<std::size_t>(end - from));
  return found == nullptr ? end : static_cast<const char*>(found);
}

class Indexer {
 public:
  Indexer(TextBytes& bytes, const TableHeader& header, std::size_t chunk_bytes)
      : bytes_(bytes), header_(header), chunk_bytes_(chunk_bytes), offset_(header.data_offset), line_(header.data_line) {}

  base::Result<RowIndex> index() {
    while (!has_ended_ && offset_ < bytes_.size_bytes()) {
      const base::Status status = add_chunk(chunk_bytes_);
      if (!status) return status.error();
    }
    return std::move(index_);
  }

 private:
  /// A chunk of about `wanted` bytes: up to the last line break in them, more when there is none.
  base::Status add_chunk(std::size_t wanted) {
    const std::uint64_t left = bytes_.size_bytes() - offset_;
    const auto length = static_cast<std::size_t>(std::min<std::uint64_t>(wanted, left));
    const base::Result<const std::byte*> window = bytes_.window(offset_, length);
    if (!window) return window.error();
    const auto* text = reinterpret_cast<const char*>(*window);
    if (length == left) return take(text, length);
    for (std::size_t end = length; end > 0; --end)
      if (text[end - 1] == header_.line_break) return take(text, end);
    if (length >= kLongestLine_bytes) return line_too_long(bytes_, offset_, line_);
    return add_chunk(wanted * 4);
  }

  base::Status take(const char* text, std::size_t length) {
    Chunk chunk{.offset = offset_, .length = length, .first_line = line_, .first_row = index_.row_count};
    const char* end = text + length;
    for (const char* line = text; line != end;) {
      const char* line_end = find(line, end, header_.line_break);
      const char* first = first_letter(line, line_end);
      if (header_.may_end_early && std::string_view(first, static_cast<std::size_t>(line_end - first)).starts_with(kEndWord)) {
        chunk.length = static_cast<std::size_t>(line - text);
        has_ended_ = true;
        break;
      }
      if (first != line_end && ++chunk.row_count == 1) chunk.first_row_line = line_;
      ++line_;
      line = line_end == end ? end : line_end + 1;
    }
    // What lies behind the data's end may be anything.
    const char* data_end = text + chunk.length;
    if (const char* nul = find(text, data_end, '\0'); nul != data_end) return nul_error(text, nul, chunk.first_line);
    offset_ += length;
    index_.row_count += chunk.row_count;
    if (chunk.row_count > 0) index_.chunks.push_back(chunk);
    return base::done();
  }

  [[nodiscard]] base::Error nul_error(const char* text, const char* nul, std::uint64_t first_line) const {
    const std::uint64_t line = first_line + static_cast<std::uint64_t>(std::count(text, nul, header_.line_break));
    const std::uint64_t offset = bytes_.file_offset(offset_ + static_cast<std::uint64_t>(nul - text));
    return {base::ErrorCode::kFormatTextNul,
            "a NUL byte in line " + std::to_string(line) + ", byte " + std::to_string(offset) +
                ": the program that wrote it crashed, or the disk lost a part",
            offset};
  }

  TextBytes& bytes_;
  const TableHeader& header_;
  std::size_t chunk_bytes_;
  std::uint64_t offset_;
  std::uint64_t line_;
  bool has_ended_ = false;
  RowIndex index_;
};

}  // namespace

base::Result<RowIndex> index_rows(TextBytes& bytes, const TableHeader& header, std::size_t chunk_bytes) {
  return Indexer(bytes, header, chunk_bytes).index();
}

}  // namespace wavemill::decode
