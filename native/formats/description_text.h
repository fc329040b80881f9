#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "formats/catalogue.h"

namespace wavemill::formats {

/// The lines of a description file, without their breaks (LF, CRLF or CR), and errors that name file and line. Borrows the description's bytes.
class DescriptionText {
 public:
  explicit DescriptionText(const Description& description);

  [[nodiscard]] std::size_t line_count() const { return lines_.size(); }
  /// Empty behind the last line.
  [[nodiscard]] std::string_view line(std::size_t index) const {
    return index < lines_.size() ? lines_[index] : std::string_view();
  }

  /// "'a.sel', line 9: …"
  /// @param index   of the line, from 0; the message counts from 1
  [[nodiscard]] base::Error error(std::size_t index, const std::string& what,
                                  base::ErrorCode code = base::ErrorCode::kFormatDescription) const;

  /// The error of a file that ends too soon.
  [[nodiscard]] base::Error ended(const std::string& expected) const;

 private:
  std::string_view name_;
  std::vector<std::string_view> lines_;
};

/// The words of a line, split at blanks and tabs.
std::vector<std::string_view> words_of(std::string_view line);

/// A text that is a number and nothing else: as C reads it, a plus sign and Fortran's D too. Blanks around it are fine.
std::optional<double> number_of(std::string_view text);

/// A text that is a whole number from 0 and nothing else.
std::optional<std::uint64_t> count_of(std::string_view text);

/// Without blanks, tabs and carriage returns around it.
std::string_view trimmed(std::string_view text);

/// Whether a text holds a word, in any case of letters.
/// @param word    in lower case
bool mentions(std::string_view text, std::string_view word);

/// A part of a line by its columns, from 0; fewer characters, or none, where the line is short.
std::string_view columns_of(std::string_view line, std::size_t from, std::size_t to = std::string_view::npos);

}  // namespace wavemill::formats
