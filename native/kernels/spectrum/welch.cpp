#include "kernels/spectrum/welch.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "kernels/spectrum/turn.h"
#include "kernels/spectrum/window.h"

namespace wavemill::kernels {

namespace {

constexpr std::size_t kLong = std::size_t{1}
                              << 16;  // longer segments are transformed one by one: several would not fit the cache
constexpr std::size_t kLine = 8;      // doubles

std::uint64_t segment_of(const SpectrumOptions& options, std::uint64_t count, double step_s) {
  if (options.segment_samples > 0) return options.segment_samples;
  if (options.resolution_hz > 0.0) {
    const double least = std::ceil((1.0 - 1e-9) / (options.resolution_hz * step_s));
    return least < static_cast<double>(count) ? good_even_length_from(static_cast<std::size_t>(least)) : count + 1;
  }
  return count < 9 ? count + 1 : good_even_length_to(static_cast<std::size_t>(2 * count / 9));
}

}  // namespace

WelchShape WelchShape::of(const SpectrumOptions& options, std::uint64_t count, double step_s) {
  const std::uint64_t segment = segment_of(options, count, step_s);
  WelchShape shape;
  shape.window = options.window;
  shape.detrend = options.detrend;
  if (segment > count) return shape;
  shape.segment = static_cast<std::size_t>(segment);
  shape.step = shape.segment - static_cast<std::size_t>(options.overlap * static_cast<double>(segment));
  shape.transform = std::max(shape.segment, static_cast<std::size_t>(options.transform_samples));
  return shape;
}

Welch::Welch(const isa::Table& isa, const WelchShape& shape)
    : isa_(isa),
      shape_(shape),
      in_pairs_(shape.transform % 2 == 0),
      columns_(in_pairs_ ? shape.transform / 2 : shape.transform),
      lanes_((shape.transform > kLong ? 1 : isa.fft_lanes) * (in_pairs_ ? 1 : 2)),
      stride_(shape.transform > kLong ? 1 : kMostLanes),
      window_(window_of(shape.window, shape.segment)) {
  for (const double w : window_) window_power_ += w * w;
  fft_.plan(columns_);
  if (in_pairs_) {
    for (std::size_t k = 0; k <= columns_ / 2; ++k) {
      const Turn w = turn(k, shape.transform);
      twiddles_.push_back(w.cosine);
      twiddles_.push_back(-w.sine);
    }
  }
  memory_.resize(4 * (fft_.room() * lanes_ + kLine));
}

isa::Trend Welch::trend_of(const double* samples) const {
  if (shape_.detrend == Detrend::kOff) return {};
  const double n = static_cast<double>(shape_.segment);
  const isa::TrendSums sums = isa_.sum_trend(samples, shape_.segment, samples[0]);
  const bool is_linear = shape_.detrend == Detrend::kLinear && shape_.segment > 1;
  return {samples[0], sums.d / n, is_linear ? sums.dt / (n * (n * n - 1.0) / 12.0) : 0.0};
}

void Welch::add(const double* samples, std::size_t present, std::uint64_t number, double* sums) {
  std::array<isa::Trend, 2 * kMostLanes> trends{};
  for (std::size_t i = 0; i < present; ++i) trends[i] = trend_of(samples + i * shape_.step);
  const std::size_t per_lane = in_pairs_ ? 1 : 2, lanes = lanes_ / per_lane;  // an odd one: two segments make a complex series
  // A line apart, so that arrays of a power of two do not compete for the same places of the cache.
  const std::size_t room = fft_.room() * lanes + kLine;
  double* const memory = memory_.data();
  const isa::Planes x{memory, memory + room}, work{memory + 2 * room, memory + 3 * room};
  isa_.window_segments({samples, shape_.step, shape_.segment, window_.data(), trends.data(), lanes, present, in_pairs_, columns_},
                       x);
  const isa::Planes spectra = fft_.transform(isa_, lanes, x, work);
  // Segment number i is added to sum i mod 8, or i / 2 mod 8, whatever is transformed together.
  isa_.add_spectra({spectra, columns_, lanes, in_pairs_, twiddles_.data(), sums + number / per_lane % stride_, stride_});
}

void Welch::density(const double* sums, std::uint64_t segments, double step_s, double* density) const {
  const double scale = step_s / (4.0 * window_power_ * static_cast<double>(segments));
  const std::size_t count = frequency_count();
  for (std::size_t k = 0; k < count; ++k) {
    const double* a = sums + k * stride_;
    const double sum = stride_ == 1 ? a[0] : ((a[0] + a[4]) + (a[2] + a[6])) + ((a[1] + a[5]) + (a[3] + a[7]));
    const bool is_alone = k == 0 || (in_pairs_ && k == count - 1);  // no negative frequency to fold onto it
    density[k] = (is_alone ? 1.0 : 2.0) * scale * sum;
  }
}

std::shared_ptr<Welch> WelchShapes::of(const WelchShape& shape) {
  const auto has_shape = [&](const std::shared_ptr<Welch>& welch) { return welch->shape() == shape; };
  const auto found = std::find_if(kept_.begin(), kept_.end(), has_shape);
  if (found != kept_.end()) return *found;
  if (kept_.size() == kMost) kept_.erase(kept_.begin());
  return kept_.emplace_back(std::make_shared<Welch>(isa_, shape));
}

}  // namespace wavemill::kernels
