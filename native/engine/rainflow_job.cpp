#include "engine/rainflow_job.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include "engine/channel_selection.h"

namespace wavemill::engine {

base::Result<std::size_t> RainflowJob::open(Lane& lane) {
  const base::Result<std::unique_ptr<OpenedFile>> opened = OpenedFile::open(task_.file, lane);
  if (!opened) return opened.error();
  const std::vector<layout::Channel>& channels = (*opened)->layout().channels;
  const base::Result<std::vector<std::uint32_t>> selected = select_channels({task_.channel}, channels);
  if (!selected) return selected.error();
  if (selected->size() > 1)
    return base::Error{base::ErrorCode::kInputUnknownChannel,
                       "'" + task_.channel + "' means " + std::to_string(selected->size()) +
                           " channels; cycles are counted for one: give its name, name#2 or index",
                       {}};
  const std::uint32_t index = selected->front();
  result_.channel = {index, channels[index].name, channels[index].unit};
  const base::Status decoded = (*opened)->decode_all(*selected, lane);
  if (!decoded) return decoded.error();
  const base::Status counted = count(**opened, channels[index], lane);
  if (!counted) return counted.error();
  return std::size_t{0};
}

template <class Use>
base::Status RainflowJob::sweep(ColumnTile& tile, Use use) const {
  for (std::uint64_t i = 0; i < tile.block_count(); ++i) {
    if (is_cancelled().load(std::memory_order_relaxed)) return cancelled_error();
    const base::Status loaded = tile.load(i);
    if (!loaded) return loaded;
    const base::Status used = use(tile.block(0));
    if (!used) return used;
  }
  return base::done();
}

/// A gate that is a fraction of max - min needs a sweep of its own.
base::Result<double> RainflowJob::gate(ColumnTile& tile) const {
  const kernels::CountingOptions& counting = task_.counting;
  if (!counting.is_gate_relative || counting.gate == 0.0) return counting.gate;
  double min = std::numeric_limits<double>::infinity(), max = -min;
  const base::Status swept = sweep(tile, [&](const kernels::Block& block) {
    const auto [least, largest] = std::minmax_element(block.samples, block.samples + block.count);
    min = std::min(min, *least);
    max = std::max(max, *largest);
    return base::done();
  });
  if (!swept) return swept.error();
  return counting.gate * (max - min);
}

base::Status RainflowJob::count(const OpenedFile& opened, const layout::Channel& channel, Lane& lane) {
  const base::Result<SampleRange> range = samples_in(task_.period, opened.time(0), opened.layout().sample_count);
  if (!range) return range.error();
  LaneBytes bytes(opened, lane);
  const layout::ArrayLayout* const group[] = {&channel.samples};
  ColumnTile tile(lane, bytes.source(), group, *range);
  const base::Result<double> gate_size = gate(tile);
  if (!gate_size) return gate_size.error();
  kernels::CycleList list(lane.isa(), task_.counting.residue, *gate_size);
  double last = 0.0;
  const base::Status swept = sweep(tile, [&](const kernels::Block& block) {
    const base::Status finite = check_finite(block, channel, range->first);
    if (!finite) return finite;
    list.add(block);
    last = block.samples[block.count - 1];
    return base::done();
  });
  if (!swept) return swept;
  list.finish(last, range->count);
  result_.cycles = std::move(list.cycles());
  return opened.check_whole();
}

base::Status RainflowJob::check_finite(const kernels::Block& block, const layout::Channel& channel,
                                       std::uint64_t first_sample) const {
  for (std::size_t i = 0; i < block.count; ++i) {
    if (std::isfinite(block.samples[i])) continue;
    const std::uint64_t sample = first_sample + block.first_index + i;
    return base::Error{base::ErrorCode::kInputNonfinite,
                       "channel '" + channel.name + "' is not finite at sample " + std::to_string(sample) +
                           ": cycles across a gap mean nothing; choose a period without it",
                       channel.samples.offset_bytes + sample * channel.samples.stride_bytes};
  }
  return base::done();
}

}  // namespace wavemill::engine
