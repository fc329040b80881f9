#include <algorithm>
#include <optional>

#include "formats/header_text.h"
#include "formats/riflex_tables.h"
#include "formats/sample_range.h"

namespace wavemill::formats {
namespace {

/// A row: "ML01  1  1  10  3 - 12".
struct ElementRow {
  std::string_view line_id, segment, element;
  std::uint64_t components = 0;
  std::uint64_t first_column = 0;
};

bool is_number(std::string_view text) { return count_of(text).has_value(); }

std::string padded(std::string_view number, std::size_t width) {
  return std::string(width - std::min(width, number.size()), '0') + header_text(number);
}

/// Takes the last word off `text`.
std::string_view take_last_word(std::string_view& text) {
  text = trimmed(text);
  const std::size_t begin = text.find_last_of(" \t-") + 1;
  const std::string_view word = text.substr(begin);
  text.remove_suffix(word.size());
  return word;
}

/// Takes "3 - 12" or "13" off the row's end; the last column is 0 where it is not said.
bool take_columns(std::string_view& text, ElementRow& row, std::uint64_t& last) {
  const auto number = count_of(take_last_word(text));
  if (!number) return false;
  text = trimmed(text);
  row.first_column = last = *number;
  if (!text.ends_with('-')) return true;
  text.remove_suffix(1);
  const auto first = count_of(take_last_word(text));
  if (!first || *first > last) return false;
  row.first_column = *first;
  return true;
}

/// From the right, since nothing keeps a line's name from holding a blank.
std::optional<ElementRow> read_row(std::string_view text) {
  ElementRow row;
  std::uint64_t last_column = 0;
  if (!take_columns(text, row, last_column)) return std::nullopt;
  const auto components = count_of(take_last_word(text));
  row.element = take_last_word(text);
  row.segment = take_last_word(text);
  row.line_id = trimmed(text);
  if (!components || !is_number(row.element) || !is_number(row.segment) || row.line_id.empty()) return std::nullopt;
  row.components = *components;
  if (row.components != last_column - row.first_column + 1) return std::nullopt;
  return row;
}

/// "El" or "No", by the heading above the rule.
std::string_view kind_of(const DescriptionText& text, std::size_t rule) {
  for (std::size_t i = rule; i-- > 0;) {
    if (mentions(text.line(i), "element")) return "El";
    if (mentions(text.line(i), "node")) return "No";
    if (mentions(text.line(i), "stored as follows")) break;
  }
  return "";
}

}  // namespace

std::string riflex_place(std::string_view line_id, std::string_view segment, std::string_view kind, std::string_view element) {
  const std::string line = is_number(line_id) ? "Lin" + padded(line_id, 2) : header_text(line_id);
  return line + "_Seg" + padded(segment, 3) + "_" + std::string(kind) + padded(element, 3);
}

base::Status read_element_table(const DescriptionText& text, std::size_t rule, RiflexKey& key) {
  const std::string_view kind = kind_of(text, rule);
  std::vector<RiflexComponent> components;
  for (std::size_t i = rule + 1; i < text.line_count(); ++i) {
    const std::string_view line = text.line(i);
    if (trimmed(line).empty() || mentions(line, "ignore")) continue;
    const std::optional<ElementRow> row = read_row(line);
    if (!row) return text.error(i, "here should be line, segment, element or node, number of responses and their columns");
    if (row->components > kLargestChannelCount - key.columns.size())
      return text.error(i, "no more than " + std::to_string(kLargestChannelCount) + " columns are believed");
    if (components.size() != row->components) components = riflex_components(text, rule, row->components);
    const std::string place = riflex_place(row->line_id, row->segment, kind, row->element);
    for (std::uint64_t k = 0; k < row->components; ++k)
      key.columns.push_back({row->first_column + k, place + "_" + components[k].abbreviation, "", components[k].text});
  }
  return base::done();
}

}  // namespace wavemill::formats
