#include "formats/sample_range.h"

#include <optional>

#include "base/checked.h"

namespace wavemill::formats {
namespace {

base::Error truncated(const SampleRange& range, std::optional<std::uint64_t> end, std::uint64_t size_bytes) {
  const std::string needed = end ? std::to_string(*end) : "more than 2^64";
  std::string message = "the header promises " + std::to_string(range.rows) + " samples, which needs " + needed +
                        " bytes, and the file has " + std::to_string(size_bytes);
  if (range.is_row_after_row) {
    const std::uint64_t have = size_bytes > range.offset_bytes ? size_bytes - range.offset_bytes : 0;
    message += ", that is " + std::to_string(have / range.row_bytes) + " complete samples of " + std::to_string(range.rows);
  }
  return {base::ErrorCode::kFormatTruncatedData,
          message + ": the simulation did not finish, or the copy is incomplete; run or copy it again", size_bytes};
}

}  // namespace

base::Status judge_range(const SampleRange& range, std::uint64_t size_bytes, std::vector<std::string>& warnings) {
  const std::optional<std::uint64_t> samples = base::checked_multiply(range.rows, range.row_bytes);
  const std::optional<std::uint64_t> end = samples ? base::checked_add(range.offset_bytes, *samples) : std::nullopt;
  if (!end || *end > size_bytes) return truncated(range, end, size_bytes);
  if (*end < size_bytes) warnings.push_back(std::to_string(size_bytes - *end) + " bytes behind the last sample are ignored");
  return base::done();
}

}  // namespace wavemill::formats
