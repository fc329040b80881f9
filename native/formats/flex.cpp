#include "formats/flex.h"

#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "formats/flex_sensors.h"
#include "formats/header_reader.h"
#include "formats/header_text.h"
#include "formats/sample_range.h"

namespace wavemill::formats {
namespace {

using base::Error;
using base::ErrorCode;
using base::Status;
using layout::SampleType;

constexpr std::uint64_t kBeforeCount_bytes = 76;  // dates and a title

struct FlexHeader {
  std::vector<std::int32_t> numbers;  // of the sensors
  std::int32_t version = 0;
  float start_s = 0.0F, step_s = 0.0F;
  std::uint64_t scales_offset_bytes = 0;
  std::vector<float> scales;
  std::uint64_t end_bytes = 0;

  [[nodiscard]] bool is_channel_after_channel() const { return version == 3; }
};

Status read_numbers(HeaderReader& reader, FlexHeader& header) {
  reader.skip("the dates and the title", kBeforeCount_bytes);
  const std::uint64_t offset = reader.offset_bytes();
  const auto count = reader.read<std::int32_t>("the number of sensors");
  if (reader.failed()) return reader.error();
  if (count == 0) return Error{ErrorCode::kFormatNoChannels, "the header says that there is no sensor (byte 76)", offset};
  if (count < 0 || static_cast<std::uint64_t>(count) > kLargestChannelCount)
    return Error{ErrorCode::kFormatBadCount,
                 "the number of sensors is " + std::to_string(count) + " (byte 76): the file is damaged, or none of FLEX",
                 offset};
  if (!reader.expect("the numbers of the sensors", 4 * static_cast<std::uint64_t>(count))) return reader.error();
  header.numbers.resize(static_cast<std::size_t>(count));
  for (std::int32_t& number : header.numbers) number = reader.read<std::int32_t>("a sensor's number");
  return reader.failed() ? Status(reader.error()) : base::done();
}

Status read_version(HeaderReader& reader, FlexHeader& header) {
  reader.skip("a number without meaning", 4);
  const std::uint64_t offset = reader.offset_bytes();
  header.version = reader.read<std::int32_t>("the version");
  if (reader.failed()) return reader.error();
  if (header.version == 0 || header.version == 2 || header.version == 3) return base::done();
  return Error{ErrorCode::kFormatBadCount,
               "the version is " + std::to_string(header.version) + " (byte " + std::to_string(offset) +
                   "), and 0, 2 and 3 are read: the file is damaged, or none of FLEX",
               offset};
}

Status read_time(HeaderReader& reader, FlexHeader& header) {
  const std::uint64_t offset = reader.offset_bytes();
  header.start_s = reader.read<float>("the first time");
  header.step_s = reader.read<float>("the time step");
  if (reader.failed()) return reader.error();
  const bool rises = std::isfinite(header.start_s) && std::isfinite(header.step_s) && header.step_s > 0;
  if (rises) return base::done();
  return Error{ErrorCode::kFormatBadTime,
               "time begins at " + number_text(static_cast<double>(header.start_s)) + " s (byte " + std::to_string(offset) +
                   ") with a step of " + number_text(static_cast<double>(header.step_s)) + " s: it does not rise",
               offset};
}

Status read_scales(HeaderReader& reader, FlexHeader& header) {
  header.scales_offset_bytes = reader.offset_bytes();
  if (!reader.expect("the scale factors", 4 * header.numbers.size())) return reader.error();
  header.scales.resize(header.numbers.size());
  for (std::size_t i = 0; i < header.scales.size(); ++i) {
    header.scales[i] = reader.read<float>("a scale factor");
    if (reader.failed()) return reader.error();
    if (!std::isfinite(header.scales[i]))
      return Error{ErrorCode::kFormatBadScale,
                   "the scale factor of sensor " + std::to_string(header.numbers[i]) + " is " +
                       number_text(static_cast<double>(header.scales[i])) + ": the file is damaged, or none of FLEX",
                   header.scales_offset_bytes + 4 * i};
  }
  header.end_bytes = reader.offset_bytes();
  return base::done();
}

base::Result<FlexHeader> read_header(platform::ByteSource& data) {
  using Part = Status (*)(HeaderReader&, FlexHeader&);
  constexpr Part kParts[] = {read_numbers, read_version, read_time, read_scales};
  HeaderReader reader(data);
  FlexHeader header;
  for (const Part part : kParts)
    if (Status read = part(reader, header); !read) return read.error();
  return header;
}

layout::ArrayLayout samples_of(const FlexHeader& header, std::size_t channel, std::uint64_t sample_count) {
  const std::uint64_t size = layout::size_bytes(SampleType::kInt16);
  const bool is_apart = header.is_channel_after_channel();
  return {.type = SampleType::kInt16,
          .scaling = layout::Scaling::kMultiplyAdd,
          .offset_bytes = header.end_bytes + channel * size * (is_apart ? sample_count : 1),
          .stride_bytes = is_apart ? size : header.numbers.size() * size,
          .count = sample_count,
          .scale = static_cast<double>(header.scales[channel])};
}

void add_channels(const FlexHeader& header, const Description& description, layout::FileLayout& file) {
  const FlexSensors sensors = read_flex_sensors(DescriptionText(description));
  std::size_t unknown = 0;
  for (std::size_t i = 0; i < header.numbers.size(); ++i) {
    const auto known = sensors.by_number.find(header.numbers[i]);
    const bool is_known = known != sensors.by_number.end();
    unknown += is_known ? 0 : 1;
    const FlexSensors::Sensor sensor =
        is_known ? known->second : FlexSensors::Sensor{"sensor " + std::to_string(header.numbers[i]), "", ""};
    file.channels.push_back({sensor.name, sensor.unit, samples_of(header, i, file.sample_count), sensor.description});
  }
  if (description.name.empty())
    file.warnings.emplace_back("there is no file 'sensor' in the folder: channels have numbers for names, and no units");
  else if (unknown > 0)
    file.warnings.push_back("'" + std::string(description.name) + "' does not list " + std::to_string(unknown) + " of " +
                            std::to_string(header.numbers.size()) + " sensors: they have numbers for names, and no units");
  if (sensors.has_corrections)
    file.warnings.push_back("'" + std::string(description.name) +
                            "' has factors other than 1 or offsets other than 0, which are not applied");
}

}  // namespace

base::Result<layout::FileLayout> parse_flex(const Description& sensors, platform::ByteSource& data, const ParseHints& /*hints*/) {
  const base::Result<FlexHeader> header = read_header(data);
  if (!header) return header.error();
  layout::FileLayout file;
  const std::uint64_t row_bytes = header->numbers.size() * layout::size_bytes(SampleType::kInt16);
  file.format = "flex";
  file.variant = "version " + std::to_string(header->version);
  file.sample_count = (data.size_bytes() - header->end_bytes) / row_bytes;
  if (file.sample_count == 0)
    return Error{ErrorCode::kFormatNoSamples,
                 "the file ends before its first complete sample: the simulation did not get that far", data.size_bytes()};
  const SampleRange range{header->end_bytes, row_bytes, file.sample_count, !header->is_channel_after_channel()};
  if (Status judged = judge_range(range, data.size_bytes(), file.warnings); !judged) return judged.error();
  file.time.start_s = static_cast<double>(header->start_s);
  file.time.step_s = static_cast<double>(header->step_s);
  add_channels(*header, sensors, file);
  return file;
}

}  // namespace wavemill::formats
