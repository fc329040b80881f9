#include "engine/statistics_job.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <span>
#include <utility>

#include "engine/channel_selection.h"
#include "engine/fatigue_settings.h"
#include "engine/spectra.h"

namespace wavemill::engine {

using contract::ChannelStatus;

namespace {

constexpr std::uint64_t kUnit_samples = std::uint64_t{4}
                                        << 20;  // a few milliseconds of work: enough to be worth a hand-over to another lane

constexpr std::uint64_t kFiltered_bytes = std::uint64_t{64} << 20;  // of columns that are held whole at once, if they are not one

/// Both lists, rising, each number once.
std::vector<std::uint32_t> union_of(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  std::vector<std::uint32_t> both;
  std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both;
}

}  // namespace

StatisticsJob::StatisticsJob(TaskId id, StatisticsTask task, Completion completion)
    : Job(id, std::move(completion)),
      task_(std::move(task)),
      plan_(task_.columns, task_.equivalent_frequency_hz, task_.fatigue, task_.spectrum) {}

base::Result<std::size_t> StatisticsJob::open(Lane& lane) {
  base::Result<std::unique_ptr<OpenedFile>> opened = OpenedFile::open(task_.file, lane);
  if (!opened) return opened.error();
  opened_ = std::move(*opened);
  const base::Status selected = select();
  if (!selected) return selected.error();
  const std::vector<std::uint32_t> needed = union_of(indices_, linked_indices_);
  if (opened_->chunk_count() <= 1) {
    const base::Status decoded = opened_->decode_all(needed, lane);
    return decoded ? begin_computing(lane) : decoded.error();
  }
  const base::Status wanted = opened_->want(needed);
  if (!wanted) return wanted.error();
  is_decoding_ = true;
  return opened_->chunk_count();
}

base::Status StatisticsJob::select() {
  base::Result<std::vector<std::uint32_t>> indices = select_channels(task_.channels, opened_->layout().channels);
  if (!indices) return indices.error();
  indices_ = std::move(*indices);
  if (!task_.filters.empty()) {
    const base::Status filters = filters_.select(task_.filters, opened_->layout().channels, indices_);
    if (!filters) return filters;
  }
  if (!task_.linked.is_wanted) return base::done();
  base::Result<std::vector<std::uint32_t>> linked = select_channels(task_.linked.channels, opened_->layout().channels);
  if (!linked) return linked.error();
  linked_indices_ = std::move(*linked);
  return base::done();
}

base::Result<std::size_t> StatisticsJob::next_phase(Lane& lane) {
  if (is_decoding_) {
    is_decoding_ = false;
    const base::Status decoded = opened_->finish_decoding();
    return decoded ? begin_computing(lane) : decoded.error();
  }
  const base::Status linked = read_linked(lane);
  return linked ? base::Result<std::size_t>(std::size_t{0}) : linked.error();
}

base::Status StatisticsJob::compute(std::size_t unit, Lane& lane) {
  return is_decoding_ ? opened_->decode(unit - 1, lane) : compute_groups(unit, lane);
}

base::Result<std::size_t> StatisticsJob::begin_computing(Lane& lane) {
  const base::Status periods = select_periods();
  if (!periods) return periods.error();
  describe_result();
  form_groups();
  units_ = unit_count();
  if (units_ > 1) return units_;
  const base::Status computed = compute_groups(1, lane);  // a small file is done at once, while it is warm
  if (!computed) return computed.error();
  return std::size_t{0};
}

void StatisticsJob::describe_result() {
  const layout::FileLayout& layout = opened_->layout();
  selected_.reserve(indices_.size());
  fatigue_.reserve(indices_.size());
  result_.channels.reserve(indices_.size());
  for (const std::uint32_t index : indices_) {
    selected_.push_back(&layout.channels[index].samples);
    fatigue_.push_back(&settings_of(task_.fatigue, layout.channels[index].name));
    result_.channels.push_back({index, layout.channels[index].name, layout.channels[index].unit});
  }
  result_.format = layout.format;
  result_.read_path = opened_->read_path();
  result_.status.resize(ranges_.size() * selected_.size());
  result_.values.resize(result_.status.size() * plan_.column_count());
  result_.warnings = layout.warnings;
  if (task_.spectrum.wants_density) densities_.resize(result_.status.size());
  if (task_.linked.is_wanted) linked_.emplace(linked_indices_, layout.channels, result_.status.size());
}

base::Status StatisticsJob::select_periods() {
  for (const Period& period : task_.periods) {
    const base::Result<SampleRange> range = samples_in(period, opened_->time(0), opened_->layout().sample_count);
    if (!range) return range.error();
    ranges_.push_back(*range);
    result_.periods.push_back({range->count, span_of(opened_->time(range->first), range->count)});
    if (task_.filters.empty()) continue;
    const base::Status designed = filters_.design(task_.filters, result_.periods.back().time.step_s);
    if (!designed) return designed;
  }
  return base::done();
}

/// Channels that are filtered are held whole: as few together as memory allows.
void StatisticsJob::form_groups() {
  groups_ = groups_of(selected_);
  if (!filters_.any(0, selected_.size())) return;
  std::uint64_t longest = 1;
  for (const SampleRange& range : ranges_) longest = std::max(longest, range.count);
  const std::uint64_t most = kFiltered_bytes / (longest * sizeof(double));
  groups_ = divided(groups_, static_cast<std::size_t>(std::clamp<std::uint64_t>(most, 1, ColumnTile::kGroupChannels)));
}

std::size_t StatisticsJob::unit_count() const {
  const auto add = [](std::uint64_t sum, const SampleRange& range) { return sum + range.count; };
  const std::uint64_t samples = std::accumulate(ranges_.begin(), ranges_.end(), std::uint64_t{0}, add) * selected_.size();
  return std::clamp<std::size_t>(static_cast<std::size_t>(samples / kUnit_samples), 1, groups_.size());
}

base::Status StatisticsJob::compute_groups(std::size_t unit, Lane& lane) {
  LaneBytes bytes(*opened_, lane);
  const std::size_t end = groups_.size() * unit / units_;
  for (std::size_t i = groups_.size() * (unit - 1) / units_; i < end; ++i) {
    const base::Status status = compute_group(groups_[i], bytes.source(), lane);
    if (!status) return status;
  }
  return opened_->check_whole();
}

base::Status StatisticsJob::read_linked(Lane& lane) {
  if (!linked_) return base::done();
  LaneBytes bytes(*opened_, lane, LaneBytes::Of::kSamples, LinkedValues::kWindow_bytes);
  const base::Status read = linked_->read(bytes.source(), lane.isa());
  const base::Status whole = opened_->check_whole();
  return whole ? read : whole;
}

TaskResult StatisticsJob::take_result() {
  if (linked_) result_.extras.push_back(linked_->take());
  if (task_.spectrum.wants_density) result_.extras.push_back(spectra_of(densities_));
  return std::move(result_);
}

base::Status StatisticsJob::compute_group(const ChannelGroup& group, platform::ByteSource& bytes, Lane& lane) {
  for (std::size_t period = 0; period < ranges_.size(); ++period) {
    const base::Status status = compute_period(period, group, bytes, lane);
    if (!status) return status;
  }
  return base::done();
}

base::Status StatisticsJob::compute_period(std::size_t period, const ChannelGroup& group, platform::ByteSource& bytes,
                                           Lane& lane) {
  const bool is_filtered = filters_.any(group.first, group.count);
  ColumnTile tile(lane, bytes, std::span(selected_).subspan(group.first, group.count), ranges_[period],
                  is_filtered ? ColumnTile::Keeps::kAll : ColumnTile::Keeps::kWhatIsSmall);
  auto& kernels = lane.kernels(plan_, group.count);
  if (is_filtered) {
    const base::Status loaded = load_all(tile);
    if (!loaded) return loaded;
  }
  begin_channels(period, group, tile, kernels);
  const base::Status swept = sweep(tile, kernels, group.count);
  if (!swept) return swept;
  end_channels(period, group, kernels);
  return base::done();
}

base::Status StatisticsJob::load_all(ColumnTile& tile) const {
  for (std::uint64_t block = 0; block < tile.block_count(); ++block) {
    if (is_cancelled().load(std::memory_order_relaxed)) return cancelled_error();
    const base::Status loaded = tile.load(block);
    if (!loaded) return loaded;
  }
  return base::done();
}

void StatisticsJob::begin_channels(std::size_t period, const ChannelGroup& group, ColumnTile& tile,
                                   std::vector<std::unique_ptr<ChannelKernels>>& kernels) {
  const std::size_t first_row = period * selected_.size() + group.first;
  const bool is_filtered = filters_.any(group.first, group.count);
  for (std::size_t i = 0; i < group.count; ++i) {
    double* const row = result_.values.data() + (first_row + i) * plan_.column_count();
    const ChannelStatus status = is_filtered ? filters_.apply(period, group.first + i, tile.column(i)) : ChannelStatus::kOk;
    if (status == ChannelStatus::kOk)
      kernels[i]->begin(opened_->time(ranges_[period].first), result_.periods[period].time.step_s, ranges_[period].count, row,
                        *fatigue_[group.first + i]);
    else
      kernels[i]->refuse(status, row);
  }
}

void StatisticsJob::end_channels(std::size_t period, const ChannelGroup& group,
                                 const std::vector<std::unique_ptr<ChannelKernels>>& kernels) {
  const std::size_t first_row = period * selected_.size() + group.first;
  for (std::size_t i = 0; i < group.count; ++i) {
    result_.status[first_row + i] = kernels[i]->finish();
    if (linked_) linked_->note(first_row + i, kernels[i]->facts(), ranges_[period]);
    const kernels::Spectrum* const spectrum = task_.spectrum.wants_density ? kernels[i]->spectrum() : nullptr;
    if (spectrum != nullptr) densities_[first_row + i] = density_rows(*spectrum);
  }
}

base::Status StatisticsJob::sweep(ColumnTile& tile, std::vector<std::unique_ptr<ChannelKernels>>& kernels,
                                  std::size_t count) const {
  const auto wants_sweep = [](const std::unique_ptr<ChannelKernels>& channel) { return channel->wants_sweep(); };
  const auto end = kernels.begin() + static_cast<std::ptrdiff_t>(count);
  while (std::any_of(kernels.begin(), end, wants_sweep)) {
    for (std::uint64_t block = 0; block < tile.block_count(); ++block) {
      if (is_cancelled().load(std::memory_order_relaxed)) return cancelled_error();
      const base::Status loaded = tile.load(block);
      if (!loaded) return loaded;
      for (std::size_t i = 0; i < count; ++i)
        if (kernels[i]->wants_sweep()) kernels[i]->add(tile.block(i));
    }
    for (std::size_t i = 0; i < count; ++i)
      if (kernels[i]->wants_sweep()) kernels[i]->end_sweep();
  }
  return base::done();
}

}  // namespace wavemill::engine
