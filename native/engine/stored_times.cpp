#include "engine/stored_times.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "formats/header_text.h"

namespace wavemill::engine {

namespace {

using layout::ArrayLayout;
using layout::SampleType;

constexpr std::uint64_t kAtOnce_bytes = std::uint64_t{1} << 20;

/// The distance of two numbers that the file can tell apart, at the later end of its times.
double resolution_s(const ArrayLayout& samples, const std::vector<double>& times_s) {
  if (samples.type == SampleType::kFloat64) return 0.0;
  const double largest_s = std::max(std::fabs(times_s.front()), std::fabs(times_s.back()));
  double stored = 1.0;
  if (samples.type == SampleType::kFloat32) {
    const auto largest = static_cast<float>(largest_s);
    stored = static_cast<double>(std::nextafter(largest, HUGE_VALF)) - static_cast<double>(largest);
  }
  if (samples.scaling == layout::Scaling::kSubtractDivide) return std::fabs(stored / samples.scale);
  return samples.scaling == layout::Scaling::kMultiplyAdd ? std::fabs(stored * samples.scale) : stored;
}

/// The sample whose time is not later than the one before; the count where there is none.
std::uint64_t first_not_later(const std::vector<double>& times_s) {
  if (!std::isfinite(times_s[0])) return 0;
  for (std::uint64_t i = 1; i < times_s.size(); ++i)
    if (!(times_s[i] > times_s[i - 1]) || !std::isfinite(times_s[i])) return i;
  return times_s.size();
}

base::Error bad_time(const ArrayLayout& samples, const std::vector<double>& times_s, std::uint64_t i) {
  const std::string what = "sample " + std::to_string(i) + " has the time " + formats::number_text(times_s[i]) + " s";
  const bool is_none = i == 0 || !std::isfinite(times_s[i]);
  const std::string why =
      is_none ? ", which is none"
              : ", which is not later than the " + formats::number_text(times_s[i - 1]) + " s of the sample before it";
  return {base::ErrorCode::kFormatBadTime, what + why + ": the file is damaged, or was written to by two simulations",
          samples.offset_bytes + i * samples.stride_bytes};
}

/// Whether each time is what float32 makes of a uniform axis from the first to the last; they are then replaced by that axis.
bool replace_by_line(StoredTimes& stored) {
  std::vector<double>& times_s = stored.times_s;
  const double start_s = times_s.front();
  const double step_s = (times_s.back() - start_s) / static_cast<double>(times_s.size() - 1);
  if (!(step_s > 0.0) || !std::isfinite(step_s)) return false;
  const auto on_line = [=](std::uint64_t i) { return start_s + static_cast<double>(i) * step_s; };
  for (std::uint64_t i = 0; i < times_s.size(); ++i)
    if (!(std::fabs(times_s[i] - on_line(i)) <= stored.resolution_s)) return false;
  for (std::uint64_t i = 0; i < times_s.size(); ++i) times_s[i] = on_line(i);
  stored.warning = "neighbouring times are equal, since float32 says no more of them: a uniform step of " +
                   formats::number_text(step_s) + " s is taken";
  return true;
}

base::Status decode_into(std::vector<double>& times_s, platform::ByteSource& bytes, const ArrayLayout& samples,
                         const kernels::isa::Table& isa) {
  const std::uint64_t at_once = std::max<std::uint64_t>(1, kAtOnce_bytes / std::max<std::uint64_t>(1, samples.stride_bytes));
  for (std::uint64_t first = 0; first < samples.count; first += at_once) {
    const std::uint64_t count = std::min(at_once, samples.count - first);
    const auto length = static_cast<std::size_t>((count - 1) * samples.stride_bytes + layout::size_bytes(samples.type));
    const base::Result<const std::byte*> window = bytes.window(samples.offset_bytes + first * samples.stride_bytes, length);
    if (!window) return window.error();
    isa.decode(*window, samples, static_cast<std::size_t>(count), times_s.data() + first);
  }
  return base::done();
}

}  // namespace

base::Result<StoredTimes> read_stored_times(platform::ByteSource& bytes, const ArrayLayout& samples,
                                            const kernels::isa::Table& isa) {
  StoredTimes stored;
  stored.times_s.resize(static_cast<std::size_t>(samples.count));
  const base::Status decoded = decode_into(stored.times_s, bytes, samples, isa);
  if (!decoded) return decoded.error();
  stored.resolution_s = resolution_s(samples, stored.times_s);
  const std::uint64_t odd = first_not_later(stored.times_s);
  if (odd == samples.count) return stored;
  const bool may_be_rounded = samples.type == SampleType::kFloat32 && odd > 0 && stored.times_s[odd] == stored.times_s[odd - 1];
  if (may_be_rounded && replace_by_line(stored)) return stored;
  return bad_time(samples, stored.times_s, odd);
}

}  // namespace wavemill::engine
