#include "layout/file_layout.h"

#include "base/checked.h"

namespace wavemill::layout {

namespace {

bool lies_inside(const ArrayLayout& samples, std::uint64_t size) {
  if (samples.count == 0) return false;
  const std::optional<std::uint64_t> steps = base::checked_multiply(samples.count - 1, samples.stride_bytes);
  const std::optional<std::uint64_t> last = steps ? base::checked_add(*steps, samples.offset_bytes) : std::nullopt;
  const std::optional<std::uint64_t> end = last ? base::checked_add(*last, size_bytes(samples.type)) : std::nullopt;
  return end && *end <= size;
}

base::Error outside(const std::string& what) {
  return {base::ErrorCode::kInternal, what + " does not lie in the memory that was given", {}};
}

}  // namespace

base::Status check_inside(const FileLayout& layout, std::uint64_t size) {
  const std::optional<ArrayLayout>& times = layout.time.samples;
  if (layout.sample_count == 0) return outside("a file without samples");
  if (times && (times->count != layout.sample_count || !lies_inside(*times, size))) return outside("the time axis");
  for (const Channel& channel : layout.channels)
    if (channel.samples.count != layout.sample_count || !lies_inside(channel.samples, size))
      return outside("channel '" + channel.name + "'");
  return base::done();
}

}  // namespace wavemill::layout
