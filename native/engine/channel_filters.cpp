#include "engine/channel_filters.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "engine/channel_selection.h"

namespace wavemill::engine {

using contract::ChannelStatus;

namespace {

std::string hertz(double frequency_hz) {
  char text[32];
  std::snprintf(text, sizeof text, "%.6g Hz", frequency_hz);
  return text;
}

bool is_band(kernels::FilterType type) {
  return type == kernels::FilterType::kBandpass || type == kernels::FilterType::kBandstop;
}

}  // namespace

base::Status ChannelFilters::select(const std::vector<ChannelFilter>& filters, const std::vector<layout::Channel>& channels,
                                    std::span<const std::uint32_t> selected) {
  of_channel_.assign(selected.size(), {});
  is_used_.assign(filters.size(), false);
  for (std::size_t number = 0; number < filters.size(); ++number) {
    const base::Result<std::vector<std::uint32_t>> meant = select_channels(filters[number].channels, channels);
    if (!meant) return meant.error();
    for (std::size_t i = 0; i < selected.size(); ++i) {
      if (!std::binary_search(meant->begin(), meant->end(), selected[i])) continue;
      of_channel_[i].push_back(number);
      is_used_[number] = true;
    }
  }
  return base::done();
}

base::Status ChannelFilters::design(const std::vector<ChannelFilter>& filters, double step_s) {
  std::vector<kernels::ZeroPhase>& designed = of_period_.emplace_back();
  if (!(step_s > 0.0)) return base::done();
  const double limit_hz = 0.5 / step_s;
  for (std::size_t i = 0; i < filters.size(); ++i) {
    const kernels::FilterShape& shape = filters[i].shape;
    const double cutoff_hz = is_band(shape.type) ? shape.high_hz : shape.low_hz;
    if (is_used_[i] && cutoff_hz >= limit_hz)
      return base::Error{base::ErrorCode::kInputCutoff,
                         "filter " + std::to_string(i + 1) + " has its cutoff at " + hertz(cutoff_hz) + ", and a step of " +
                             std::to_string(step_s) + " s holds only what is under " + hertz(limit_hz) + ": choose a lower one",
                         {}};
    designed.emplace_back(is_used_[i] ? shape : kernels::FilterShape{shape.type, 1, 0.125 / step_s, 0.25 / step_s}, step_s);
  }
  return base::done();
}

bool ChannelFilters::any(std::size_t first, std::size_t count) const {
  if (of_channel_.empty()) return false;
  const auto begin = of_channel_.begin() + static_cast<std::ptrdiff_t>(first);
  return std::any_of(begin, begin + static_cast<std::ptrdiff_t>(count), [](const auto& filters) { return !filters.empty(); });
}

ChannelStatus ChannelFilters::apply(std::size_t period, std::size_t channel, std::span<double> samples) const {
  const std::vector<std::size_t>& numbers = of_channel_[channel];
  if (numbers.empty()) return ChannelStatus::kOk;
  if (!std::all_of(samples.begin(), samples.end(), [](double sample) { return std::isfinite(sample); }))
    return ChannelStatus::kNonfinite;
  if (of_period_[period].empty()) return ChannelStatus::kNonuniformTime;
  for (const std::size_t number : numbers) {
    const kernels::ZeroPhase& filter = of_period_[period][number];
    if (samples.size() <= filter.padding()) return ChannelStatus::kTooShort;
    filter.apply(samples);
  }
  return ChannelStatus::kOk;
}

}  // namespace wavemill::engine
