#include "formats/outb.h"

#include <cmath>
#include <cstring>

#include "formats/header_text.h"
#include "formats/outb_header.h"
#include "formats/sample_range.h"

namespace wavemill::formats {
namespace {

using base::Error;
using base::ErrorCode;
using base::Status;
using layout::ArrayLayout;
using layout::SampleType;
using layout::Scaling;

Status bad_scale(std::uint64_t offset, const std::string& what, double value) {
  return Error{ErrorCode::kFormatBadScale,
               what + " is " + number_text(value) + " (byte " + std::to_string(offset) +
                   "), and a value is (stored - offset) / scale: the header is damaged; write the file again",
               offset};
}

Status judge_packed_times(const OutbHeader& header) {
  const double scale = header.time_first;
  const double bias = header.time_second;
  if (scale == 0 || !std::isfinite(scale)) return bad_scale(header.time_offset_bytes, "the scale of time", scale);
  if (!std::isfinite(bias)) return bad_scale(header.time_offset_bytes + 8, "the offset of time", bias);
  return base::done();
}

Status bad_time(std::uint64_t offset, const std::string& what, double value) {
  return Error{
      ErrorCode::kFormatBadTime,
      what + " is " + number_text(value) + " (byte " + std::to_string(offset) + "): time does not rise; write the file again",
      offset};
}

/// A step that is lost beside a large first time does not rise either, hence the sums.
Status judge_uniform_time(const OutbHeader& header) {
  const double start_s = header.time_first;
  const double step_s = header.time_second;
  const std::uint64_t step_offset = header.time_offset_bytes + 8;
  if (!std::isfinite(start_s)) return bad_time(header.time_offset_bytes, "the first time", start_s);
  if (header.sample_count == 1) return base::done();
  const auto steps = static_cast<double>(header.sample_count - 1);
  const double last_s = start_s + steps * step_s;
  const bool rises = step_s > 0 && std::isfinite(last_s) && start_s + step_s > start_s && last_s > start_s + (steps - 1) * step_s;
  return rises ? base::done() : bad_time(step_offset, "the time step", step_s);
}

bool is_all_nan(const OutbHeader& header, std::size_t channel) {
  return std::isnan(header.scales[channel]) && std::isnan(header.biases[channel]);
}

std::string of_channel(const OutbHeader& header, std::size_t channel) {
  return " of channel " + std::to_string(channel) + " '" + header.names[channel] + "'";
}

Status judge_scales(const OutbHeader& header) {
  for (std::size_t i = 0; i < header.scales.size(); ++i) {
    if (is_all_nan(header, i)) continue;
    const float scale = header.scales[i];
    if (scale == 0 || !std::isfinite(scale))
      return bad_scale(header.scales_offset_bytes + 4 * i, "the scale" + of_channel(header, i), scale);
    if (!std::isfinite(header.biases[i]))
      return bad_scale(header.biases_offset_bytes() + 4 * i, "the offset" + of_channel(header, i), header.biases[i]);
  }
  return base::done();
}

Status judge(const OutbHeader& header) {
  if (Status time = header.has_times() ? judge_packed_times(header) : judge_uniform_time(header); !time.ok()) return time;
  return judge_scales(header);
}

layout::TimeAxis time_axis(const OutbHeader& header) {
  layout::TimeAxis time;
  if (header.has_times()) {
    time.samples = ArrayLayout{.type = SampleType::kInt32,
                               .scaling = Scaling::kSubtractDivide,
                               .offset_bytes = header.end_bytes,
                               .stride_bytes = 4,
                               .count = header.sample_count,
                               .scale = header.time_first,
                               .bias = header.time_second};
    return time;
  }
  time.start_s = header.time_first;
  time.step_s = std::isfinite(header.time_second) ? header.time_second
                                                  : 0.0;  // of one sample nobody needs the step, and 0 · NaN would spoil its time
  return time;
}

ArrayLayout channel_layout(const OutbHeader& header, std::size_t channel, std::uint64_t data_offset) {
  const SampleType type = header.is_scaled() ? SampleType::kInt16 : SampleType::kFloat64;
  ArrayLayout samples{.type = type,
                      .offset_bytes = data_offset + channel * layout::size_bytes(type),
                      .stride_bytes = header.channel_count * layout::size_bytes(type),
                      .count = header.sample_count};
  if (!header.is_scaled()) return samples;
  samples.scaling = Scaling::kSubtractDivide;
  samples.scale = static_cast<double>(header.scales[channel]);
  samples.bias = static_cast<double>(header.biases[channel]);
  return samples;
}

/// One line for all of them, so that a file full of them stays readable.
void warn_of_nan_channels(const OutbHeader& header, std::vector<std::string>& warnings) {
  constexpr std::size_t kNamed = 10;
  std::size_t count = 0;
  std::string names;
  for (std::size_t i = 0; i < header.scales.size(); ++i) {
    if (!is_all_nan(header, i)) continue;
    if (count < kNamed) names += (count > 0 ? ", '" : "'") + header.names[i] + "'";
    ++count;
  }
  if (count == 0) return;
  if (count > kNamed) names += " and " + std::to_string(count - kNamed) + " more";
  warnings.push_back("scale and offset are NaN, so every sample is NaN: " + names);
}

template <class T>
T field_at(std::span<const std::byte> head, std::size_t offset) {
  T value;
  std::memcpy(&value, head.data() + offset, sizeof value);
  return value;
}

}  // namespace

bool recognises_outb(std::span<const std::byte> head) {
  constexpr std::size_t kLongest_bytes = 12;
  if (head.size() < kLongest_bytes) return false;
  const auto file_id = field_at<std::int16_t>(head, 0);
  if (file_id < OutbHeader::kWithTime || file_id > OutbHeader::kChannelNameLength) return false;
  const bool has_name_length = file_id == OutbHeader::kChannelNameLength;
  const auto name_length = has_name_length ? field_at<std::int16_t>(head, 2) : std::int16_t{10};
  const std::size_t counts = has_name_length ? 4 : 2;
  const auto channels = field_at<std::int32_t>(head, counts);
  const auto samples = field_at<std::int32_t>(head, counts + 4);
  const bool is_count = channels >= 1 && static_cast<std::uint64_t>(channels) <= kLargestChannelCount;
  return is_count && samples >= 1 && name_length >= 1 && name_length <= kLongestName_bytes;
}

base::Result<layout::FileLayout> parse_outb(platform::ByteSource& bytes, const ParseHints& /*hints*/) {
  HeaderReader reader(bytes);
  base::Result<OutbHeader> read = read_outb_header(reader);
  if (!read.ok()) return read.error();
  OutbHeader& header = *read;
  if (Status judged = judge(header); !judged.ok()) return judged.error();

  const std::uint64_t sample_bytes = layout::size_bytes(header.is_scaled() ? SampleType::kInt16 : SampleType::kFloat64);
  const SampleRange range{.offset_bytes = header.end_bytes + (header.has_times() ? 4 * header.sample_count : 0),
                          .row_bytes = header.channel_count * sample_bytes,
                          .rows = header.sample_count,
                          .is_row_after_row = true};
  layout::FileLayout file;
  file.format = "outb";
  file.variant = "FileID " + std::to_string(header.file_id);
  file.sample_count = header.sample_count;
  if (Status judged = judge_range(range, bytes.size_bytes(), file.warnings); !judged.ok()) return judged.error();
  warn_of_nan_channels(header, file.warnings);
  file.time = time_axis(header);
  file.channels.reserve(header.names.size());
  for (std::size_t i = 0; i < header.names.size(); ++i) {
    file.channels.push_back(
        {std::move(header.names[i]), std::move(header.units[i]), channel_layout(header, i, range.offset_bytes)});
  }
  return file;
}

}  // namespace wavemill::formats
