#include "formats/outb_header.h"

#include "formats/header_text.h"
#include "formats/sample_range.h"

namespace wavemill::formats {
namespace {

using base::Error;
using base::ErrorCode;
using base::Status;

Status bad_count(std::uint64_t offset, const std::string& what) {
  return Error{ErrorCode::kFormatBadCount,
               what + " (byte " + std::to_string(offset) + "): the file is damaged, or is not an OpenFAST binary file", offset};
}

Status read_file_id(HeaderReader& reader, OutbHeader& header) {
  header.file_id = reader.read<std::int16_t>("FileID");
  if (reader.failed()) return reader.error();
  if (header.file_id >= OutbHeader::kWithTime && header.file_id <= OutbHeader::kChannelNameLength) return base::done();
  return Error{ErrorCode::kFormatOutbFileId,
               "FileID is " + std::to_string(header.file_id) +
                   " (byte 0), and an OpenFAST binary file has 1, 2, 3 or 4: the file is of another format, or damaged",
               0};
}

Status read_name_length(HeaderReader& reader, OutbHeader& header) {
  if (header.file_id != OutbHeader::kChannelNameLength) return base::done();
  const std::uint64_t offset = reader.offset_bytes();
  const auto length = reader.read<std::int16_t>("the length of channel names");
  if (reader.failed()) return reader.error();
  if (length < 1 || length > kLongestName_bytes)
    return bad_count(offset, "channel names of " + std::to_string(length) + " characters are promised");
  header.name_length = static_cast<std::uint64_t>(length);
  return base::done();
}

Status read_channel_count(HeaderReader& reader, OutbHeader& header) {
  const std::uint64_t offset = reader.offset_bytes();
  const auto count = reader.read<std::int32_t>("the number of channels");
  if (reader.failed()) return reader.error();
  if (count == 0)
    return Error{ErrorCode::kFormatNoChannels, "the header says that there is no channel besides time: check OutList", offset};
  if (count < 0) return bad_count(offset, "the number of channels is " + std::to_string(count));
  if (static_cast<std::uint64_t>(count) > kLargestChannelCount) {
    return bad_count(offset, "the number of channels is " + std::to_string(count) + ", more than the " +
                                 std::to_string(kLargestChannelCount) + " that are believed: their names alone would take " +
                                 std::to_string((static_cast<std::uint64_t>(count) + 1) * 2 * header.name_length) + " bytes");
  }
  header.channel_count = static_cast<std::uint64_t>(count);
  return base::done();
}

Status read_sample_count(HeaderReader& reader, OutbHeader& header) {
  const std::uint64_t offset = reader.offset_bytes();
  const auto count = reader.read<std::int32_t>("the number of samples");
  if (reader.failed()) return reader.error();
  if (count == 0)
    return Error{ErrorCode::kFormatNoSamples,
                 "the header says that there is no sample: the simulation ended before its first output", offset};
  if (count < 0) return bad_count(offset, "the number of samples is " + std::to_string(count));
  header.sample_count = static_cast<std::uint64_t>(count);
  return base::done();
}

Status read_time_and_scales(HeaderReader& reader, OutbHeader& header) {
  header.time_offset_bytes = reader.offset_bytes();
  header.time_first = reader.read<double>(header.has_times() ? "the scale of time" : "the first time");
  header.time_second = reader.read<double>(header.has_times() ? "the offset of time" : "the time step");
  header.scales_offset_bytes = reader.offset_bytes();
  if (header.is_scaled() && reader.expect("the scale and offset of each channel", 8 * header.channel_count)) {
    header.scales.resize(header.channel_count);
    header.biases.resize(header.channel_count);
    for (float& scale : header.scales) scale = reader.read<float>("a channel's scale");
    for (float& bias : header.biases) bias = reader.read<float>("a channel's offset");
  }
  return reader.failed() ? Status(reader.error()) : base::done();
}

Status skip_description(HeaderReader& reader, OutbHeader& /*header*/) {
  const std::uint64_t offset = reader.offset_bytes();
  const auto length = reader.read<std::int32_t>("the length of the description");
  if (length < 0) return bad_count(offset, "the description has " + std::to_string(length) + " characters");
  reader.skip("the description", static_cast<std::uint64_t>(length));
  return reader.failed() ? Status(reader.error()) : base::done();
}

/// Entry 0 of both lists is time's.
Status read_names_and_units(HeaderReader& reader, OutbHeader& header) {
  const std::uint64_t list_bytes = (header.channel_count + 1) * header.name_length;
  const auto name_length = static_cast<std::size_t>(header.name_length);
  if (!reader.expect("the channel names and units", 2 * list_bytes)) return reader.error();
  header.names.reserve(header.channel_count);
  header.units.reserve(header.channel_count);
  reader.skip("the name of time", header.name_length);
  for (std::uint64_t i = 0; i < header.channel_count; ++i)
    header.names.push_back(header_text(reader.read_text("a channel's name", name_length)));
  reader.skip("the unit of time", header.name_length);
  for (std::uint64_t i = 0; i < header.channel_count; ++i)
    header.units.push_back(unit_text(reader.read_text("a channel's unit", name_length)));
  header.end_bytes = reader.offset_bytes();
  return reader.failed() ? Status(reader.error()) : base::done();
}

}  // namespace

base::Result<OutbHeader> read_outb_header(HeaderReader& reader) {
  using ReadPart = Status (*)(HeaderReader&, OutbHeader&);
  constexpr ReadPart kParts[] = {read_file_id,         read_name_length, read_channel_count,  read_sample_count,
                                 read_time_and_scales, skip_description, read_names_and_units};
  OutbHeader header;
  for (const auto read_part : kParts) {
    if (Status read = read_part(reader, header); !read.ok()) return read.error();
  }
  return header;
}

}  // namespace wavemill::formats
