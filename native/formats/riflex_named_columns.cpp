#include <algorithm>
#include <optional>

#include "formats/header_text.h"
#include "formats/riflex_tables.h"
#include "formats/sample_range.h"

namespace wavemill::formats {
namespace {

/// Which word of a row is what. RIFLEX before 4.20 has no turbine; blresp has a place on a blade.
struct RowShape {
  std::size_t name = 1;
  std::optional<std::size_t> turbine, line_id, unit = 2;
};

constexpr std::string_view kComment = "'";

/// By the heading "column [wind] contents [line local local] unit contents": each word stands over a column of the table.
std::optional<RowShape> shape_of(std::string_view heading) {
  const std::vector<std::string_view> words = words_of(heading.substr(kComment.size()));
  if (words.size() < 2 || words[0] != "column") return std::nullopt;
  const auto place = [&words](std::string_view word) -> std::optional<std::size_t> {
    const auto found = std::find(words.begin(), words.end(), word);
    return found == words.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - words.begin()));
  };
  const auto name = place("contents");
  if (!name) return std::nullopt;
  return RowShape{*name, place("wind"), place("line"), place("unit")};
}

std::string name_of(const std::vector<std::string_view>& words, const RowShape& shape) {
  std::string name = header_text(words[shape.name]);
  if (shape.line_id) {
    const std::size_t at = *shape.line_id;
    name = riflex_place(words[at], words[at + 1], "El", words[at + 2]) + "_" + name;
  }
  return shape.turbine ? header_text(words[*shape.turbine]) + "_" + name : name;
}

bool is_time(std::string_view name) { return name.size() == 4 && mentions(name, "time"); }

std::size_t words_needed(const RowShape& shape) {
  return 1 + std::max({shape.name, shape.turbine.value_or(0), shape.unit.value_or(0), shape.line_id ? *shape.line_id + 2 : 0});
}

}  // namespace

base::Status read_named_columns(const DescriptionText& text, RiflexKey& key) {
  RowShape shape;
  for (std::size_t i = 0; i < text.line_count(); ++i) {
    const std::string_view line = text.line(i);
    if (line.starts_with(kComment)) {
      shape = shape_of(line).value_or(shape);
      continue;
    }
    const std::vector<std::string_view> words = words_of(line);
    if (words.empty() || mentions(line, "ignore")) continue;
    const std::optional<std::uint64_t> number = count_of(words[0]);
    if (!number) return text.error(i, "'" + header_text(words[0]) + "' should be a column's number");
    if (words.size() > shape.name && is_time(words[shape.name])) {
      key.time_column = *number;
      continue;
    }
    if (words.size() < words_needed(shape)) return text.error(i, "here should be a column's number, name and unit");
    if (key.columns.size() == kLargestChannelCount)
      return text.error(i, "no more than " + std::to_string(kLargestChannelCount) + " columns are believed");
    if (!shape.unit) {
      key.columns.push_back({*number, name_of(words, shape), "", ""});
      continue;
    }
    const std::string_view unit = words[*shape.unit];
    const std::string_view behind = line.substr(static_cast<std::size_t>(unit.data() + unit.size() - line.data()));
    key.columns.push_back({*number, name_of(words, shape), unit_text(unit), header_text(behind)});
  }
  if (key.time_column == 0 && !key.columns.empty()) return text.ended("a column that is named Time");
  return base::done();
}

}  // namespace wavemill::formats
