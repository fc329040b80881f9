#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "formats/header_reader.h"

namespace wavemill::formats {

/// The header of an OpenFAST binary file as it was written (OpenFAST NWTC_IO.f90, WrBinFAST); counts are judged, values are not yet.
struct OutbHeader {
  enum FileId : std::int16_t { kWithTime = 1, kWithoutTime = 2, kNoCompression = 3, kChannelNameLength = 4 };

  std::int16_t file_id = 0;
  std::uint64_t name_length = 10;
  std::uint64_t channel_count = 0;  // time excluded
  std::uint64_t sample_count = 0;
  // FileID 1: how the packed times are scaled; the others: the first time and the step.
  double time_first = 0.0;
  double time_second = 0.0;
  std::uint64_t time_offset_bytes = 0;
  std::vector<float> scales;  // empty for FileID 3
  std::vector<float> biases;
  std::uint64_t scales_offset_bytes = 0;
  std::vector<std::string> names;
  std::vector<std::string> units;
  std::uint64_t end_bytes = 0;  // of the header: the packed times or the samples follow

  [[nodiscard]] bool is_scaled() const { return file_id != kNoCompression; }
  [[nodiscard]] bool has_times() const { return file_id == kWithTime; }
  [[nodiscard]] std::uint64_t biases_offset_bytes() const { return scales_offset_bytes + 4 * channel_count; }
};

constexpr std::int64_t kLongestName_bytes = 1'000;  // a header that names a greater length is not believed

/// @errors        FORMAT_OUTB_FILE_ID, FORMAT_BAD_COUNT, FORMAT_NO_CHANNELS, FORMAT_NO_SAMPLES, FORMAT_TRUNCATED_HEADER, those of the byte source
base::Result<OutbHeader> read_outb_header(HeaderReader& reader);

}  // namespace wavemill::formats
