#include "formats/riflex_key.h"

#include <algorithm>
#include <optional>

#include "formats/description_text.h"
#include "formats/header_text.h"
#include "formats/riflex_tables.h"

namespace wavemill::formats {
namespace {

using base::Status;

/// What stands behind `phrase`, as far as the next blank.
std::string word_behind(std::string_view text, std::string_view phrase) {
  const std::size_t at = text.find(phrase);
  if (at == std::string_view::npos) return "";
  const std::vector<std::string_view> words = words_of(text.substr(at + phrase.size()));
  return words.empty() ? "" : header_text(words[0]);
}

std::string contents_of(const DescriptionText& text) {
  for (std::size_t i = 0; i < text.line_count(); ++i) {
    constexpr std::string_view kPhrase = "time series of";
    if (mentions(text.line(i), "contains") && mentions(text.line(i), kPhrase)) return word_behind(text.line(i), kPhrase);
  }
  return "";
}

bool is_rule(std::string_view line) {
  const std::string_view text = trimmed(line);
  return text.size() >= 10 && text.find_first_not_of('-') == std::string_view::npos;
}

/// The line under the heading of a table of elements or nodes.
std::optional<std::size_t> rule_of_elements(const DescriptionText& text) {
  bool has_heading = false;
  for (std::size_t i = 0; i < text.line_count(); ++i) {
    has_heading = has_heading || mentions(text.line(i), "column(s)");
    const bool is_comment = text.line(i).starts_with("'");
    if (has_heading && !is_comment && is_rule(text.line(i))) return i;
  }
  return std::nullopt;
}

/// "Column no. 2 contains the time." Without such a line the mark of the record, where there is one, is before time.
std::uint64_t time_column_of(const DescriptionText& text, std::size_t end) {
  bool is_marked = false;
  for (std::size_t i = 0; i < end; ++i) {
    const std::string_view line = text.line(i);
    const std::vector<std::string_view> words = words_of(line);
    if (words.size() < 4 || !mentions(words[0], "column") || !mentions(line, "contains")) continue;
    const std::optional<std::uint64_t> number = count_of(words[2]);
    if (mentions(line, "the time") && number) return *number;
    is_marked = is_marked || (mentions(line, "ignore") && number == 1U);
  }
  return is_marked ? 2 : 1;
}

/// Columns may stand in any order; behind time each has to be there once.
Status judge_columns(const DescriptionText& text, RiflexKey& key) {
  if (key.columns.empty()) return text.ended("a line that names a column besides time");
  std::sort(key.columns.begin(), key.columns.end(),
            [](const RiflexColumn& a, const RiflexColumn& b) { return a.number < b.number; });
  std::uint64_t before = key.time_column;
  for (const RiflexColumn& column : key.columns) {
    if (column.number != before + 1)
      return text.error(text.line_count() - 1, "column " + std::to_string(column.number) + " ('" + column.name +
                                                   "') follows column " + std::to_string(before) +
                                                   ", and behind time each column should be there once: the key is damaged");
    before = column.number;
  }
  return base::done();
}

}  // namespace

base::Result<RiflexKey> read_riflex_key(const Description& description) {
  const DescriptionText text(description);
  RiflexKey key;
  key.contents = contents_of(text);
  const std::optional<std::size_t> rule = rule_of_elements(text);
  if (rule) key.time_column = time_column_of(text, *rule);
  Status read = rule ? read_element_table(text, *rule, key) : read_named_columns(text, key);
  if (!read.ok()) return read.error();
  if (Status judged = judge_columns(text, key); !judged.ok()) return judged.error();
  return key;
}

}  // namespace wavemill::formats
