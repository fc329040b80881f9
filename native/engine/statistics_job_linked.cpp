// What a statistics job does last: the linked values, once every channel's extremes are there.
#include "engine/derived_tile.h"
#include "engine/statistics_job.h"
#include "engine/sweep.h"

namespace wavemill::engine {

base::Status StatisticsJob::read_linked(Lane& lane) {
  if (!linked_) return base::done();
  LaneBytes bytes(*opened_, lane, LaneBytes::Of::kSamples, LinkedValues::kWindow_bytes);
  base::Status read = linked_->read(bytes.source(), lane.isa());
  if (read) read = read_linked_derived(bytes.source(), lane);
  if (read && linked_filters_.any(0, linked_indices_.size())) read = read_linked_filtered(lane);
  const base::Status whole = opened_->check_whole();
  return whole ? read : whole;
}

base::Status StatisticsJob::read_linked_derived(platform::ByteSource& bytes, Lane& lane) {
  const std::span derived = std::span(linked_indices_).subspan(channels_.own_count(linked_indices_));
  if (derived.empty()) return base::done();
  const expression::Program program = channels_.program_of(derived);
  for (std::size_t period = 0; period < ranges_.size(); ++period) {
    const SampleRange& range = ranges_[period];
    DerivedTile tile(lane.isa(), lane.derived(), program, {bytes, opened_->layout().channels}, opened_->time(range.first), range);
    base::Status read = linked_->read_derived(tile, range, period * indices_.size(), indices_.size());
    if (!read) return read;
  }
  return base::done();
}

/// Linked channels that are filtered: their values are not what the file has at a sample, so they are filtered once more, whole.
base::Status StatisticsJob::read_linked_filtered(Lane& lane) {
  LaneBytes bytes(*opened_, lane);
  for (std::size_t period = 0; period < ranges_.size(); ++period) {
    for (std::size_t linked = 0; linked < linked_indices_.size(); ++linked) {
      if (!linked_filters_.any(linked, 1)) continue;
      const base::Status read = read_filtered(period, linked, bytes.source(), lane);
      if (!read) return read;
    }
  }
  return base::done();
}

base::Status StatisticsJob::read_filtered(std::size_t period, std::size_t linked, platform::ByteSource& bytes, Lane& lane) {
  const SampleRange& range = ranges_[period];
  const std::uint32_t index = linked_indices_[linked];
  if (!channels_.is_derived(index)) {
    const layout::ArrayLayout* const samples[] = {&opened_->layout().channels[index].samples};
    ColumnTile tile(lane, bytes, samples, range, ColumnTile::Keeps::kAll);
    return put_filtered(period, linked, tile);
  }
  const expression::Program program = channels_.program_of(std::span(&index, 1));
  DerivedTile tile(lane.isa(), lane.derived(), program, {bytes, opened_->layout().channels}, opened_->time(range.first), range,
                   ColumnTile::Keeps::kAll);
  return put_filtered(period, linked, tile);
}

template <class Tile>
base::Status StatisticsJob::put_filtered(std::size_t period, std::size_t linked, Tile& tile) {
  base::Status loaded = load_all(tile, 1, is_cancelled());
  if (!loaded) return loaded;
  const std::span<double> column = tile.column(0);
  const bool is_filtered = linked_filters_.apply(period, linked, column) == contract::ChannelStatus::kOk;
  linked_->put(linked, is_filtered ? column : std::span<double>(), ranges_[period], {period * indices_.size(), indices_.size()});
  return base::done();
}

}  // namespace wavemill::engine
