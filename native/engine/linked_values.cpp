#include "engine/linked_values.h"

#include <algorithm>
#include <limits>

#include "engine/channel_groups.h"

namespace wavemill::engine {

namespace {

constexpr std::size_t kExtremes = 2;
constexpr std::uint64_t kNoSample = std::numeric_limits<std::uint64_t>::max();
constexpr std::size_t kFixedColumns = contract::column_count_of(contract::ExtraKind::kLinked);

}  // namespace

LinkedValues::LinkedValues(std::span<const std::uint32_t> linked, const std::vector<layout::Channel>& channels,
                           const std::vector<layout::Channel>& all, std::size_t channel_periods)
    : samples_(kExtremes * channel_periods, kNoSample), extra_{contract::ExtraKind::kLinked, {}, {}, {}} {
  for (const std::uint32_t index : linked) {
    if (index < channels.size()) linked_.push_back(&channels[index].samples);
    extra_.further.push_back({index, all[index].name, all[index].unit});
  }
  extra_.row_counts.assign(channel_periods, kExtremes);
  extra_.values.assign(samples_.size() * extra_.column_count(), kernels::kNone);
}

void LinkedValues::note(std::size_t channel_period, const kernels::Facts& facts, const SampleRange& range) {
  const std::size_t row = kExtremes * channel_period;
  double* const low = extra_.values.data() + row * extra_.column_count();
  double* const high = low + extra_.column_count();
  low[0] = 0.0;  // the choices of `extreme`: min, max
  high[0] = 1.0;
  if (facts.finite_count() == 0) return;
  low[1] = facts.time.at(facts.min_index);
  low[2] = facts.min;
  samples_[row] = range.first + facts.min_index;
  high[1] = facts.time.at(facts.max_index);
  high[2] = facts.max;
  samples_[row + 1] = range.first + facts.max_index;
}

base::Status LinkedValues::read(platform::ByteSource& bytes, const kernels::isa::Table& isa) {
  const std::vector<Place> places = places_in_order();
  for (const ChannelGroup& group : groups_of(linked_)) {
    const auto channels = std::span(linked_).subspan(group.first, group.count);
    for (const Place& place : places) {
      double* const values = extra_.values.data() + place.row * extra_.column_count() + kFixedColumns + group.first;
      const base::Status read = read_row(channels, place, bytes, isa, values);
      if (!read) return read;
    }
  }
  return base::done();
}

base::Status LinkedValues::read_row(std::span<const layout::ArrayLayout* const> group, const Place& place,
                                    platform::ByteSource& bytes, const kernels::isa::Table& isa, double* values) {
  const RowExtent extent = extent_of(group);
  const base::Result<const std::byte*> window =
      bytes.window(extent.offset_bytes + place.sample * group[0]->stride_bytes, static_cast<std::size_t>(extent.length_bytes));
  if (!window) return window.error();
  for (std::size_t i = 0; i < group.size(); ++i)
    isa.decode(*window + (group[i]->offset_bytes - extent.offset_bytes), *group[i], 1, values + i);
  return base::done();
}

base::Status LinkedValues::read_derived(DerivedTile& tile, const SampleRange& range, std::size_t first_channel_period,
                                        std::size_t channel_count) {
  const std::size_t first_row = kExtremes * first_channel_period, end_row = first_row + kExtremes * channel_count;
  std::vector<Place> places = places_in_order();
  std::erase_if(places, [&](const Place& place) { return place.row < first_row || place.row >= end_row; });
  const std::size_t output_count = tile.program().outputs().size();
  tile.begin_sweep(std::vector<bool>(output_count, true));
  for (std::uint64_t block = 0, next = 0; block < tile.block_count() && next < places.size(); ++block) {
    base::Status loaded = tile.load(block);
    if (!loaded) return loaded;
    const std::uint64_t end = range.first + (block + 1) * kernels::kBlockSamples;
    std::uint64_t behind = next;
    while (behind < places.size() && places[behind].sample < end) ++behind;
    const bool is_needed = behind > next || tile.program().integral_count() > 0;
    for (std::size_t output = 0; is_needed && output < output_count; ++output) {
      const kernels::Block samples = tile.block(output);
      for (std::uint64_t i = next; i < behind; ++i) {
        double* const row = extra_.values.data() + places[i].row * extra_.column_count() + kFixedColumns;
        row[linked_.size() + output] = samples.samples[places[i].sample - range.first - samples.first_index];
      }
    }
    next = behind;
  }
  return base::done();
}

void LinkedValues::put(std::size_t linked, std::span<const double> column, const SampleRange& range, const ChannelGroup& rows) {
  const std::size_t end = kExtremes * (rows.first + rows.count);
  for (std::size_t row = kExtremes * rows.first; row < end; ++row) {
    if (samples_[row] == kNoSample) continue;
    extra_.values[row * extra_.column_count() + kFixedColumns + linked] =
        column.empty() ? kernels::kNone : column[static_cast<std::size_t>(samples_[row] - range.first)];
  }
}

/// Forward through the file: samples near each other come in one read.
std::vector<LinkedValues::Place> LinkedValues::places_in_order() const {
  std::vector<Place> places;
  for (std::size_t row = 0; row < samples_.size(); ++row)
    if (samples_[row] != kNoSample) places.push_back({samples_[row], row});
  std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) { return a.sample < b.sample; });
  return places;
}

}  // namespace wavemill::engine
