#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"

namespace wavemill::formats {

constexpr std::uint64_t kLargestChannelCount = 1'000'000;  // a header that names more is not believed

/// Where a file's samples lie, whatever their order: `rows` times `row_bytes` from `offset_bytes`. A row: one sample of each channel.
struct SampleRange {
  std::uint64_t offset_bytes;
  std::uint64_t row_bytes;
  std::uint64_t rows;
  bool is_row_after_row;  // otherwise channel after channel
};

/// Whether the file holds the whole range. Bytes behind it are fine, real files have them, but a warning counts them.
/// @errors        FORMAT_TRUNCATED_DATA, at the file's end
base::Status judge_range(const SampleRange& range, std::uint64_t size_bytes, std::vector<std::string>& warnings);

}  // namespace wavemill::formats
