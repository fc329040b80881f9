#include "decode/text_table.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <string>
#include <utility>

#include "base/checked.h"
#include "decode/line_reader.h"
#include "decode/text_fields.h"

namespace wavemill::decode {

namespace {

std::string separator_text(char separator) {
  switch (separator) {
    case ',': return "commas";
    case ';': return "semicolons";
    case '\t': return "tabs";
    default: return "blanks";
  }
}

}  // namespace

base::Result<std::unique_ptr<TextTable>> TextTable::open(platform::ByteSource& file, TextFormat format, double time_step_s,
                                                         std::size_t chunk_bytes) {
  const auto head_length = static_cast<std::size_t>(std::min<std::uint64_t>(4, file.size_bytes()));
  const base::Result<const std::byte*> head = file.window(0, head_length);
  if (!head) return head.error();
  std::unique_ptr<TextTable> table(new TextTable());
  table->encoding_ = encoding_of({*head, head_length});
  TextBytes bytes(file, table->encoding_);
  base::Result<TableHeader> header = read_table_header(bytes, format);
  if (!header) return header.error();
  table->header_ = std::move(*header);
  base::Result<RowIndex> index = index_rows(bytes, table->header_, chunk_bytes);
  if (!index) return index.error();
  table->index_ = std::move(*index);
  if (table->index_.row_count == 0)
    return base::Error{base::ErrorCode::kFormatNoSamples,
                       "the file has names and no row of numbers behind them: the simulation did not get that far",
                       bytes.file_offset(table->header_.data_offset)};
  table->describe(format, time_step_s);
  return table;
}

void TextTable::describe(TextFormat format, double time_step_s) {
  const std::string encoding(name(encoding_));
  layout_.format = format == TextFormat::kOpenFast ? "out" : "csv";
  layout_.variant = "separated by " + separator_text(header_.separator) + (header_.has_decimal_comma ? ", decimal comma" : "") +
                    (encoding.empty() ? "" : ", " + encoding);
  layout_.sample_count = index_.row_count;
  layout_.warnings = header_.warnings;
  if (!header_.has_time) {
    layout_.time = {.start_s = 0.0, .step_s = time_step_s, .samples = std::nullopt, .is_assumed = true};
    if (time_step_s == 1.0)
      layout_.warnings.emplace_back("a table of one column has no time axis: a step of 1 s is assumed; give --time-step");
  }
  for (std::size_t column = time_columns(); column < header_.names.size(); ++column)
    layout_.channels.push_back({header_.names[column], header_.units[column], {}});
  describe_samples();
}

void TextTable::describe_samples() {
  for (layout::Channel& channel : layout_.channels)
    channel.samples = {.type = layout::SampleType::kFloat64, .stride_bytes = sizeof(double), .count = layout_.sample_count};
}

base::Result<std::unique_ptr<TextTable>> TextTable::open_described(platform::ByteSource& file, layout::FileLayout described,
                                                                   std::size_t chunk_bytes) {
  std::unique_ptr<TextTable> table(new TextTable());
  table->layout_ = std::move(described);
  const layout::TextRows& rows = *table->layout_.text;
  TextBytes bytes(file, table->encoding_);
  base::Result<LineReader> lines = LineReader::begin(bytes);
  if (!lines) return lines.error();
  TableHeader& header = table->header_;
  header.separator = kBlanks;
  header.line_break = lines->line_break();
  header.lines_per_sample = rows.lines_per_sample;
  header.has_time = rows.has_time;
  header.is_named = false;
  header.names.resize(static_cast<std::size_t>(rows.lines_per_sample * rows.fields_per_line), "time");
  for (std::size_t i = 0; i < rows.channel_fields.size(); ++i)
    header.names[rows.channel_fields[i]] = table->layout_.channels[i].name;
  if (const base::Status skipped = table->skip_comments(*lines); !skipped) return skipped.error();
  base::Result<RowIndex> index = index_rows(bytes, header, chunk_bytes);
  if (!index) return index.error();
  table->index_ = std::move(*index);
  const base::Status judged = table->judge_row_count(file.size_bytes());
  if (!judged) return judged.error();
  table->describe_samples();
  return table;
}

base::Status TextTable::skip_comments(LineReader& lines) {
  for (;;) {
    const base::Result<std::optional<Line>> line = lines.next();
    if (!line) return line.error();
    if (!line->has_value() || (*line)->text.find_first_not_of(" \t") != (*line)->text.find('#')) return base::done();
    header_.data_offset = (*line)->next_offset;
    header_.data_line = (*line)->number + 1;
  }
}

/// Rows behind those that the description promises are decoded, and left at that: a warning counts them.
base::Status TextTable::judge_row_count(std::uint64_t file_size_bytes) {
  const std::uint64_t complete = index_.row_count / header_.lines_per_sample;
  if (complete == 0 && layout_.sample_count == 0)
    return base::Error{base::ErrorCode::kFormatNoSamples,
                       "the file has no complete sample: the simulation ended before its first output", file_size_bytes};
  if (complete < layout_.sample_count)
    return base::Error{base::ErrorCode::kFormatTruncatedData,
                       "the file has " + std::to_string(index_.row_count) + " lines of numbers, that is " +
                           std::to_string(complete) + " complete samples of " + std::to_string(layout_.sample_count) +
                           ": the simulation did not finish, or the copy is incomplete; run or copy it again",
                       file_size_bytes};
  if (layout_.sample_count == 0) layout_.sample_count = complete;
  const std::uint64_t ignored = index_.row_count - layout_.sample_count * header_.lines_per_sample;
  if (ignored > 0) layout_.warnings.push_back(std::to_string(ignored) + " lines behind the last sample are ignored");
  return base::done();
}

base::Status TextTable::want(std::span<const std::uint32_t> channels) {
  column_count_ = time_columns() + channels.size();
  const std::optional<std::uint64_t> cells = base::checked_multiply(column_count_, column_length());
  const std::optional<std::uint64_t> bytes = cells ? base::checked_multiply(*cells, sizeof(double)) : std::nullopt;
  if (bytes && *bytes <= SIZE_MAX)
    columns_.reset(
        static_cast<double*>(std::calloc(std::max<std::size_t>(1, static_cast<std::size_t>(*cells)), sizeof(double))));  // NOLINT
  if (columns_ == nullptr)
    return base::Error{base::ErrorCode::kResourceMemory,
                       "no memory for " + std::to_string(column_count_) + " columns of " + std::to_string(column_length()) +
                           " rows; choose fewer channels, or fewer lanes",
                       {}};
  targets_.assign(header_.names.size(), nullptr);
  if (header_.has_time) targets_[0] = columns_.get();
  for (std::size_t i = 0; i < channels.size(); ++i) {
    const std::uint64_t place = (time_columns() + i) * column_length();
    targets_[column_of(channels[i])] = columns_.get() + place;
    layout_.channels[channels[i]].samples.offset_bytes = place * sizeof(double);
  }
  return base::done();
}

base::Status TextTable::decode(std::size_t chunk, platform::ByteSource& file) {
  TextBytes bytes(file, encoding_);
  const base::Result<Stars> stars = decode_rows(bytes, header_, index_.chunks[chunk], targets_);
  if (!stars) return stars.error();
  if (stars->count > 0) note(*stars);
  return base::done();
}

void TextTable::note(const Stars& stars) {
  const std::lock_guard lock(mutex_);
  stars_.count += stars.count;
  if (!stars_.first || stars.first->line < stars_.first->line) stars_.first = stars.first;
}

base::Status TextTable::finish() {
  if (stars_.count > 0)
    layout_.warnings.push_back(
        "numbers that did not fit into their fields (***) are taken as NaN: " + std::to_string(stars_.count) +
        ", the first in line " + std::to_string(stars_.first->line) + ", column " + std::to_string(stars_.first->column + 1) +
        " ('" + header_.names[stars_.first->name] + "')");
  if (!header_.has_time) return base::done();
  const std::span<const double> times = times_s();
  layout_.time.start_s = times.front();
  layout_.time.step_s = times.size() > 1 ? (times.back() - times.front()) / static_cast<double>(times.size() - 1) : 1.0;
  return check_times();
}

/// Inside a chunk its decoder has seen to it.
base::Status TextTable::check_times() const {
  const std::span<const double> times = times_s();
  double before = -std::numeric_limits<double>::infinity();
  for (const Chunk& chunk : index_.chunks) {
    const double first = times[chunk.first_row];
    if (!(first > before && std::isfinite(first))) return time_error(chunk.first_row_line, first, before);
    before = times[chunk.first_row + chunk.row_count - 1];
  }
  return base::done();
}

std::span<const std::byte> TextTable::memory() const {
  return std::as_bytes(std::span(columns_.get(), column_count_ * static_cast<std::size_t>(column_length())));
}

}  // namespace wavemill::decode
