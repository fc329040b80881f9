#include "decode/table_header.h"

#include <algorithm>
#include <optional>

#include "decode/line_reader.h"
#include "decode/number_field.h"
#include "decode/text_fields.h"
#include "formats/header_text.h"

namespace wavemill::decode {

namespace {

using base::Error;
using base::ErrorCode;

constexpr std::uint64_t kMostHeaderLines = 200;
constexpr std::size_t kRowsLookedAt = 10;

std::string lower_case(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

bool is_blank(const std::string& text) { return text.find_first_not_of(" \t\r") == std::string::npos; }

bool is_number(const std::string& field, bool has_decimal_comma) {
  double value = 0.0;
  return read_odd_field(field, has_decimal_comma, value) != FieldKind::kNotANumber;
}

bool is_time(const std::string& name) {
  const std::string word = lower_case(name.substr(0, name.find_first_of(" ([")));
  return word.starts_with("time") || word == "t" || word == "alpha";
}

/// Between blanks, "strain (m)" is one heading.
std::vector<std::string> with_units_joined(std::vector<std::string> fields) {
  std::vector<std::string> joined;
  for (std::string& field : fields) {
    if (!joined.empty() && (field.front() == '(' || field.front() == '['))
      joined.back() += " " + field;
    else
      joined.push_back(std::move(field));
  }
  return joined;
}

/// The lines of a header, and the one behind them that was looked at.
class Header {
 public:
  Header(TextBytes& bytes, LineReader& lines) : bytes_(bytes), lines_(lines) {}

  base::Result<TableHeader> openfast();
  base::Result<TableHeader> table();

 private:
  base::Result<std::optional<Line>> next_with_text();
  base::Result<TableHeader> finish(TableHeader header, const std::optional<Line>& first_row);
  base::Status look_at_rows(TableHeader& header, const Line& first_row);
  [[nodiscard]] Error nothing_found(const std::string& what) const {
    return {ErrorCode::kFormatTextHeader, what + ": this is not a table of time histories", bytes_.file_offset(0)};
  }

  TextBytes& bytes_;
  LineReader& lines_;
};

/// Blank lines, and comments that begin with #, belong to nothing.
base::Result<std::optional<Line>> Header::next_with_text() {
  for (;;) {
    base::Result<std::optional<Line>> line = lines_.next();
    if (!line || !line->has_value()) return line;
    if (!is_blank((*line)->text) && (*line)->text.front() != '#') return line;
  }
}

base::Result<TableHeader> Header::openfast() {
  for (std::uint64_t i = 0; i < kMostHeaderLines; ++i) {
    const base::Result<std::optional<Line>> line = next_with_text();
    if (!line) return line.error();
    if (!line->has_value()) break;
    const std::vector<std::string> names = split_fields((*line)->text, kBlanks);
    const std::string first = lower_case(names.front());
    if (first != "time" && first != "alpha") continue;
    const base::Result<std::optional<Line>> units = next_with_text();
    if (!units) return units.error();
    if (!units->has_value()) return nothing_found("the file ends after its names, at line " + std::to_string((*line)->number));
    TableHeader header;
    header.separator = kBlanks;
    header.may_end_early = true;
    header.names = names;
    for (const std::string& unit : split_fields((*units)->text, kBlanks)) header.units.push_back(formats::unit_text(unit));
    header.units.resize(names.size());
    const base::Result<std::optional<Line>> row = next_with_text();
    return row ? finish(std::move(header), *row) : row.error();
  }
  return nothing_found("no line begins with 'Time'");
}

base::Result<TableHeader> Header::table() {
  base::Result<std::optional<Line>> line = next_with_text();
  if (!line) return line.error();
  if (!line->has_value()) return nothing_found("the file has no line with text");
  TableHeader header;
  header.separator = separator_of((*line)->text);
  const bool may_have_comma = header.separator != ',';
  const auto is_numeric = [&](const std::string& field) { return is_number(field, may_have_comma); };
  const auto is_word = [&](const std::string& field) { return !is_numeric(field); };
  std::vector<std::string> fields = split_fields((*line)->text, header.separator);
  if (header.separator == kBlanks) fields = with_units_joined(std::move(fields));
  header.names.resize(fields.size());
  header.units.resize(fields.size());
  if (std::all_of(fields.begin(), fields.end(), is_numeric)) {
    for (std::size_t i = 0; i < fields.size(); ++i) header.names[i] = "column " + std::to_string(i + 1);
    return finish(std::move(header), *line);
  }
  for (std::size_t i = 0; i < fields.size(); ++i) {
    Heading heading = split_heading(fields[i]);
    header.names[i] = std::move(heading.name);
    header.units[i] = std::move(heading.unit);
  }
  line = next_with_text();
  if (!line) return line.error();
  if (line->has_value()) fields = split_fields((*line)->text, header.separator);
  const bool is_units = line->has_value() && fields.size() <= header.names.size() &&
                        std::all_of(fields.begin(), fields.end(), is_word) && !fields.empty() &&
                        std::all_of(fields.begin(), fields.end(),
                                    [](const std::string& unit) { return reads_like_unit(formats::unit_text(unit)); });
  if (is_units) {
    for (std::size_t i = 0; i < fields.size(); ++i) header.units[i] = formats::unit_text(fields[i]);
    line = next_with_text();
    if (!line) return line.error();
  }
  return finish(std::move(header), *line);
}

base::Result<TableHeader> Header::finish(TableHeader header, const std::optional<Line>& first_row) {
  header.line_break = lines_.line_break();
  if (!first_row)
    return Error{ErrorCode::kFormatNoSamples,
                 "the file has names and no row of numbers behind them: the simulation did not get that far",
                 bytes_.file_offset(bytes_.size_bytes())};
  header.data_offset = first_row->offset;
  header.data_line = first_row->number;
  header.has_time = header.names.size() > 1;
  if (header.has_time && !is_time(header.names[0]))
    header.warnings.push_back("the first column, '" + header.names[0] + "', is taken as the time in seconds");
  const base::Status looked = look_at_rows(header, *first_row);
  if (!looked) return looked.error();
  return header;
}

/// Whether numbers have a decimal comma is seen in the first of them.
base::Status Header::look_at_rows(TableHeader& header, const Line& first_row) {
  std::optional<Line> row = first_row;
  for (std::size_t i = 0; i < kRowsLookedAt && row && header.separator != ','; ++i) {
    if (row->text.find(',') != std::string::npos) header.has_decimal_comma = true;
    base::Result<std::optional<Line>> next = next_with_text();
    if (!next) return next.error();
    row = std::move(*next);
  }
  return base::done();
}

}  // namespace

base::Result<TableHeader> read_table_header(TextBytes& bytes, TextFormat format) {
  base::Result<LineReader> lines = LineReader::begin(bytes);
  if (!lines) return lines.error();
  Header header(bytes, *lines);
  return format == TextFormat::kOpenFast ? header.openfast() : header.table();
}

}  // namespace wavemill::decode
