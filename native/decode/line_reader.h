#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/result.h"
#include "decode/text_encoding.h"

namespace wavemill::decode {

/// A line of a text file, without its break.
struct Line {
  std::uint64_t offset = 0;       // of TextBytes
  std::uint64_t next_offset = 0;  // of the line behind it
  std::uint64_t number = 1;
  std::string text;  // UTF-8
};

/// The first lines of a text file, one after another.
class LineReader {
 public:
  /// Breaks are LF, with a CR before it or not; CR alone where the file's begin has no LF.
  /// @errors        those of the byte source
  static base::Result<LineReader> begin(TextBytes& bytes);

  /// Nothing: the file has ended.
  /// @errors        FORMAT_TEXT_LINE, those of the byte source
  base::Result<std::optional<Line>> next();

  [[nodiscard]] char line_break() const { return line_break_; }

 private:
  LineReader(TextBytes& bytes, char line_break) : bytes_(bytes), line_break_(line_break) {}
  base::Result<std::size_t> length_from(std::uint64_t offset);

  TextBytes& bytes_;
  char line_break_;
  std::uint64_t offset_ = 0;
  std::uint64_t number_ = 0;
};

/// The error of a line that has no end in sight.
base::Error line_too_long(const TextBytes& bytes, std::uint64_t offset, std::uint64_t number);

}  // namespace wavemill::decode
