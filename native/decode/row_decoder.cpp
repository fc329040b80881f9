#include "decode/row_decoder.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <string>
#include <string_view>
#include <system_error>

#include "decode/number_field.h"
#include "decode/text_fields.h"
#include "formats/header_text.h"

namespace wavemill::decode {

namespace {

using base::Error;
using base::ErrorCode;

constexpr std::size_t kMostShown = 40;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

const char* find(const char* from, const char* end, char c) {
  const void* found = std::memchr(from, c, static_cast<std::size_t>(end - from));
  return found == nullptr ? end : static_cast<const char*>(found);
}

class RowDecoder {
 public:
  RowDecoder(TextBytes& bytes, const TableHeader& header, const Chunk& chunk, std::span<double* const> columns)
      : bytes_(bytes), header_(header), chunk_(chunk), all_columns_(columns), line_(chunk.first_line), row_(chunk.first_row) {}

  base::Result<Stars> decode() {
    const base::Result<const std::byte*> window = bytes_.window(chunk_.offset, chunk_.length);
    if (!window) return window.error();
    text_ = reinterpret_cast<const char*>(*window);
    const char* end = text_ + chunk_.length;
    for (const char* line = text_; line != end; ++line_) {
      const char* line_end = find(line, end, header_.line_break);
      is_unbroken_ = line_end == end && chunk_.offset + chunk_.length == bytes_.size_bytes();
      const bool is_decoded = decode_line(line, line_end);
      if (!is_decoded) return *error_;
      line = line_end == end ? end : line_end + 1;
    }
    if (row_ != chunk_.first_row + chunk_.row_count) return changed_meanwhile();
    return stars_;
  }

 private:
  bool decode_line(const char* at, const char* end) {
    while (end != at && is_blank(end[-1]) && end[-1] != header_.separator) --end;
    if (std::all_of(at, end, is_blank)) return true;  // blank lines are no rows, those of tabs neither
    if (row_ == chunk_.first_row + chunk_.row_count) {
      error_ = changed_meanwhile();
      return false;
    }
    begin_row();
    at = skip_blanks(at, end);
    for (std::size_t column = 0; column < columns_.size(); ++column) {
      if (at == end && (column == 0 || !is_separated_)) return wrong_count(column, at);
      at = columns_[column] == nullptr ? skip_field(at, end) : read_field(at, end, column);
      if (at == nullptr) return false;
    }
    // A separator behind the last field begins an empty one, which some programs write.
    if (skip_blanks(at, end) != end) return wrong_count(columns_.size() + remaining_fields(at, end), at);
    if (header_.has_time && !has_time_risen()) {
      error_ = time_error(line_, columns_[0][row_], row_ > chunk_.first_row ? columns_[0][row_ - 1] : HUGE_VAL);
      return false;
    }
    ++row_;
    return true;
  }

  /// The row's columns: of a sample that takes several lines, those of this one.
  void begin_row() {
    const std::uint64_t lines = header_.lines_per_sample;
    const std::size_t width = all_columns_.size() / static_cast<std::size_t>(lines);
    first_column_ = static_cast<std::size_t>(row_ % lines) * width;
    columns_ = all_columns_.subspan(first_column_, width);
    sample_ = row_ / lines;
  }

  /// Between chunks the table looks itself.
  [[nodiscard]] bool has_time_risen() const {
    const double* time = columns_[0] + row_;
    return std::isfinite(*time) && (row_ == chunk_.first_row || *time > time[-1]);
  }

  [[nodiscard]] const char* skip_blanks(const char* at, const char* end) const {
    while (at != end && is_blank(*at) && *at != header_.separator) ++at;
    return at;
  }

  /// Behind the field's separator; sets `is_separated_`.
  const char* past_separator(const char* at, const char* end) {
    const char* next = skip_blanks(at, end);
    is_separated_ = header_.separator == kBlanks ? next != at && next != end : next != end && *next == header_.separator;
    if (header_.separator == kBlanks) return next;
    return is_separated_ ? next + 1 : next;
  }

  [[nodiscard]] const char* field_end(const char* at, const char* end) const {
    if (header_.separator != kBlanks) {
      if (at != end && *at == '"') at = find(at + 1, end, '"');
      return find(at, end, header_.separator);
    }
    while (at != end && !is_blank(*at)) ++at;
    return at;
  }

  const char* skip_field(const char* at, const char* end) { return past_separator(field_end(skip_blanks(at, end), end), end); }

  const char* read_field(const char* at, const char* end, std::size_t column) {
    at = skip_blanks(at, end);
    double& sample = columns_[column][sample_];
    if (!header_.has_decimal_comma) {
      const auto [number_end, error] = std::from_chars(at, end, sample);
      const bool is_plain =
          error == std::errc{} && (number_end == end || is_blank(*number_end) || *number_end == header_.separator);
      if (is_plain) {
        const char* next = past_separator(number_end, end);
        if (is_separated_ || next == end || header_.separator == kBlanks) return next;
      }
    }
    return read_odd(at, end, column, sample);
  }

  const char* read_odd(const char* at, const char* end, std::size_t column, double& sample) {
    const char* stop = field_end(at, end);
    const FieldKind kind = read_odd_field({at, static_cast<std::size_t>(stop - at)}, header_.has_decimal_comma, sample);
    if (kind == FieldKind::kNotANumber) return not_a_number(at, stop, column);
    if (kind == FieldKind::kOverflowed) {
      if (stars_.count++ == 0) stars_.first = Place{line_, column, first_column_ + column};
    }
    return past_separator(stop, end);
  }

  [[nodiscard]] std::size_t remaining_fields(const char* at, const char* end) {
    std::size_t count = 0;
    while (at != end) {
      ++count;
      at = skip_field(at, end);
    }
    return count;
  }

  [[nodiscard]] std::uint64_t offset_of(const char* at) const {
    return bytes_.file_offset(chunk_.offset + static_cast<std::uint64_t>(at - text_));
  }

  const char* not_a_number(const char* at, const char* stop, std::size_t column) {
    const std::uint64_t offset = offset_of(at);
    std::string shown(at, std::min<std::size_t>(static_cast<std::size_t>(stop - at), kMostShown));
    while (!shown.empty() && is_blank(shown.back())) shown.pop_back();
    if (static_cast<std::size_t>(stop - at) > kMostShown) shown += "…";
    error_ = Error{ErrorCode::kFormatTextNumber,
                   "line " + std::to_string(line_) + ", column " + std::to_string(column + 1) + " ('" +
                       header_.names[first_column_ + column] + "'): '" + shown + "' is not a number",
                   offset};
    return nullptr;
  }

  bool wrong_count(std::size_t found, const char* at) {
    const std::string line = "line " + std::to_string(line_);
    const std::string counts = std::to_string(found) + (found == 1 ? " field" : " fields") + ", and there are " +
                               std::to_string(columns_.size()) + (header_.is_named ? " names" : " wanted");
    error_ =
        is_unbroken_ && found < columns_.size()
            ? Error{ErrorCode::kFormatTruncatedData,
                    "the file ends inside " + line + ", which has " + counts +
                        ": the simulation was stopped, or the disk was full",
                    offset_of(at)}
            : Error{ErrorCode::kFormatTextColumns,
                    line + " has " + counts + ": the row is incomplete, or a separator is missing or too many", offset_of(at)};
    return false;
  }

  /// There is room for the rows that were counted, and no more.
  static Error changed_meanwhile() {
    return {ErrorCode::kIoRead,
            "the file changed while it was being read: something is writing it; run again when that has ended",
            {}};
  }

  TextBytes& bytes_;
  const TableHeader& header_;
  const Chunk& chunk_;
  std::span<double* const> all_columns_;  // of the table
  std::span<double* const> columns_;      // of the row in hand
  std::size_t first_column_ = 0;          // its place among all
  std::uint64_t sample_ = 0;              // that the row belongs to
  const char* text_ = nullptr;
  std::uint64_t line_;
  std::uint64_t row_;
  bool is_separated_ = false;  // whether a separator stood behind the last field
  bool is_unbroken_ = false;   // the line in hand is the file's last, and has no break
  Stars stars_;
  std::optional<Error> error_;
};

}  // namespace

base::Error time_error(std::uint64_t line, double time_s, double before_s) {
  const std::string time = "line " + std::to_string(line) + " has the time " + formats::number_text(time_s) + " s";
  const std::string why = std::isfinite(before_s)
                              ? ", which is not later than the " + formats::number_text(before_s) + " s of the row before it"
                              : "";
  return {ErrorCode::kFormatBadTime, time + why + ": the first column has to rise", {}};
}

base::Result<Stars> decode_rows(TextBytes& bytes, const TableHeader& header, const Chunk& chunk,
                                std::span<double* const> columns) {
  return RowDecoder(bytes, header, chunk, columns).decode();
}

}  // namespace wavemill::decode
