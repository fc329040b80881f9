#include "formats/bladed.h"

#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <utility>

#include "formats/bladed_header.h"
#include "formats/sample_range.h"

namespace wavemill::formats {
namespace {

using base::Error;
using base::ErrorCode;
using base::Status;

/// As many digits as tell a float32 from its neighbours: Bladed writes 20.2000008 for 20.2.
std::string place_text(double value) {
  std::array<char, 32> text;
  const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), static_cast<float>(value));
  return {text.data(), end};
}

/// "Blade 1 Mx @ 20.2 m", or with the label of the place; its number where the axis says nothing.
std::string channel_name(const BladedHeader& header, std::size_t variable, std::size_t place) {
  std::string name = header.variables[variable];
  if (!header.places) return name;
  const BladedHeader::Axis& axis = *header.places;
  if (!axis.ticks.empty()) return name + " @ " + axis.ticks[place];
  const std::string unit = axis.unit.empty() ? "" : " " + axis.unit;
  if (!axis.values.empty()) return name + " @ " + place_text(axis.values[place]) + unit;
  if (!axis.min || !axis.step) return name + " @ place " + std::to_string(place + 1);
  return name + " @ " + place_text(*axis.min + static_cast<double>(place) * *axis.step) + unit;
}

void add_channels(const BladedHeader& header, layout::FileLayout& file) {
  const std::uint64_t size = layout::size_bytes(header.type);
  const std::uint64_t row_bytes = header.variable_count * header.place_count * size;
  for (std::size_t place = 0; place < header.place_count; ++place) {
    for (std::size_t variable = 0; variable < header.variable_count; ++variable) {
      const std::uint64_t field = place * header.variable_count + variable;
      const layout::ArrayLayout samples{
          .type = header.type, .offset_bytes = field * size, .stride_bytes = row_bytes, .count = file.sample_count};
      file.channels.push_back(
          {channel_name(header, variable, place), header.units[variable], header.is_text ? layout::ArrayLayout{} : samples});
      if (file.text) file.text->channel_fields.push_back(static_cast<std::uint32_t>(field));
    }
  }
}

/// Bladed leaves the number of samples 0 in what it is still writing, and in what it did not end.
Status settle_samples(const BladedHeader& header, const platform::ByteSource& data, layout::FileLayout& file) {
  file.sample_count = header.sample_count;
  if (header.is_text) return base::done();
  const std::uint64_t row_bytes = header.variable_count * header.place_count * layout::size_bytes(header.type);
  if (file.sample_count == 0) file.sample_count = data.size_bytes() / row_bytes;
  if (file.sample_count == 0)
    return Error{ErrorCode::kFormatNoSamples,
                 "the data has " + std::to_string(data.size_bytes()) + " bytes, and one sample of all channels takes " +
                     std::to_string(row_bytes) + ": the simulation ended before its first output",
                 data.size_bytes()};
  const SampleRange range{.offset_bytes = 0, .row_bytes = row_bytes, .rows = file.sample_count, .is_row_after_row = true};
  return judge_range(range, data.size_bytes(), file.warnings);
}

}  // namespace

base::Result<layout::FileLayout> parse_bladed(const Description& description, platform::ByteSource& data,
                                              const ParseHints& /*hints*/) {
  const base::Result<BladedHeader> header = read_bladed_header(DescriptionText(description));
  if (!header) return header.error();
  layout::FileLayout file;
  file.format = "bladed";
  file.variant = (header->is_text ? "ASCII" : header->format) + (header->places ? ", 3 dimensions" : ", 2 dimensions") +
                 (header->group.empty() ? "" : ", " + header->group);
  file.warnings = header->warnings;
  file.time.start_s = *header->time.min;
  file.time.step_s = *header->time.step;
  if (Status settled = settle_samples(*header, data, file); !settled) return settled.error();
  if (header->is_text)
    file.text.emplace(layout::TextRows{.lines_per_sample = header->place_count, .fields_per_line = header->variable_count});
  add_channels(*header, file);
  return file;
}

}  // namespace wavemill::formats
