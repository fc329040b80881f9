#include "engine/statistics_job.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <span>
#include <utility>

#include "engine/channel_selection.h"
#include "engine/derived_tile.h"
#include "engine/fatigue_settings.h"
#include "engine/spectra.h"

namespace wavemill::engine {

using contract::ChannelStatus;

namespace {

constexpr std::uint64_t kUnit_samples = std::uint64_t{4}
                                        << 20;  // a few milliseconds of work: enough to be worth a hand-over to another lane

constexpr std::uint64_t kFiltered_bytes = std::uint64_t{64} << 20;  // of columns that are held whole at once, if they are not one

constexpr std::size_t kDerivedTogether = 64;      // derived channels that are made of the same inputs
constexpr std::uint64_t kLong_samples = 1 << 20;  // from here on lanes may share them
constexpr std::size_t kLongDerivedTogether = 12;

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
      plan_(task_.columns, task_.equivalent_frequency_hz, task_.fatigue, task_.spectrum, task_.extremes) {}

base::Result<std::size_t> StatisticsJob::open(Lane& lane) {
  base::Result<std::unique_ptr<OpenedFile>> opened = OpenedFile::open(task_.file, lane);
  if (!opened) return opened.error();
  opened_ = std::move(*opened);
  const base::Status selected = select();
  if (!selected) return selected.error();
  const std::vector<std::uint32_t> needed = channels_.sources_of(union_of(indices_, linked_indices_));
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
  base::Result<FileChannels> channels = FileChannels::bind(task_.derived, opened_->layout().channels);
  if (!channels) return channels.error();
  channels_ = std::move(*channels);
  base::Result<std::vector<std::uint32_t>> indices = select_channels(task_.channels, channels_.all());
  if (!indices) return indices.error();
  indices_ = std::move(*indices);
  if (!task_.filters.empty()) {
    const base::Status filters = filters_.select(task_.filters, channels_.all(), indices_);
    if (!filters) return filters;
  }
  if (!task_.linked.is_wanted) return base::done();
  base::Result<std::vector<std::uint32_t>> linked = select_channels(task_.linked.channels, channels_.all());
  if (!linked) return linked.error();
  linked_indices_ = std::move(*linked);
  return task_.filters.empty() ? base::done() : linked_filters_.select(task_.filters, channels_.all(), linked_indices_);
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
    const layout::Channel& channel = channels_.all()[index];
    if (!channels_.is_derived(index)) selected_.push_back(&layout.channels[index].samples);
    fatigue_.push_back(&settings_of(task_.fatigue, channel.name));
    result_.channels.push_back({index, channel.name, channel.unit});
  }
  result_.format = layout.format;
  result_.read_path = opened_->read_path();
  result_.status.resize(ranges_.size() * indices_.size());
  result_.values.resize(result_.status.size() * plan_.column_count());
  result_.warnings = layout.warnings;
  std::ranges::copy(channels_.warnings(), std::back_inserter(result_.warnings));
  if (!task_.file.given_layout)  // a part of the channels may be given, and says nothing of the others
    std::ranges::copy(warnings_of(task_.fatigue, channels_.all()), std::back_inserter(result_.warnings));
  if (task_.spectrum.wants_density) densities_.resize(result_.status.size());
  if (task_.fatigue.matrices.are_wanted()) cycle_tables_.emplace(task_.fatigue.matrices, result_.status.size());
  if (task_.linked.is_wanted) linked_.emplace(linked_indices_, layout.channels, channels_.all(), result_.status.size());
}

base::Status StatisticsJob::select_periods() {
  for (const Period& period : task_.periods) {
    const base::Result<SampleRange> range = samples_in(period, opened_->time(0), opened_->layout().sample_count);
    if (!range) return range.error();
    ranges_.push_back(*range);
    result_.periods.push_back({range->count, span_of(opened_->time(range->first), range->count)});
    if (task_.filters.empty()) continue;
    const double step_s = result_.periods.back().time.step_s;
    base::Status designed = filters_.design(task_.filters, step_s);
    if (designed && linked_filters_.any(0, linked_indices_.size())) designed = linked_filters_.design(task_.filters, step_s);
    if (!designed) return designed;
  }
  return base::done();
}

/// Channels that are filtered are held whole: as few together as memory allows.
void StatisticsJob::form_groups() {
  groups_ = groups_of(selected_);
  const bool is_long = opened_->layout().sample_count >= kLong_samples;
  const std::size_t together = is_long ? kLongDerivedTogether : kDerivedTogether;
  std::ranges::copy(channels_.derived_groups(indices_, together), std::back_inserter(groups_));
  if (!filters_.any(0, indices_.size())) return;
  std::uint64_t longest = 1;
  for (const SampleRange& range : ranges_) longest = std::max(longest, range.count);
  const std::uint64_t most = kFiltered_bytes / (longest * sizeof(double));
  groups_ = divided(groups_, static_cast<std::size_t>(std::clamp<std::uint64_t>(most, 1, ColumnTile::kGroupChannels)));
}

std::size_t StatisticsJob::unit_count() const {
  const auto add = [](std::uint64_t sum, const SampleRange& range) { return sum + range.count; };
  const std::uint64_t samples = std::accumulate(ranges_.begin(), ranges_.end(), std::uint64_t{0}, add) * indices_.size();
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

TaskResult StatisticsJob::take_result() {
  if (linked_) result_.extras.push_back(linked_->take());
  if (task_.spectrum.wants_density) result_.extras.push_back(spectra_of(densities_));
  if (cycle_tables_)
    for (Extra& extra : cycle_tables_->take()) result_.extras.push_back(std::move(extra));
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
  const auto keeps = filters_.any(group.first, group.count) ? ColumnTile::Keeps::kAll : ColumnTile::Keeps::kWhatIsSmall;
  const SampleRange& range = ranges_[period];
  if (group.first < selected_.size()) {
    ColumnTile tile(lane, bytes, std::span(selected_).subspan(group.first, group.count), range, keeps);
    return compute_tile(period, group, tile, lane);
  }
  const expression::Program program = channels_.program_of(std::span(indices_).subspan(group.first, group.count));
  DerivedTile tile(lane.isa(), lane.derived(), program, {bytes, opened_->layout().channels}, opened_->time(range.first), range,
                   keeps);
  return compute_tile(period, group, tile, lane);
}

/// The rows of a group in a period, from a tile that gives its samples.
template <class Tile>
base::Status StatisticsJob::compute_tile(std::size_t period, const ChannelGroup& group, Tile& tile, Lane& lane) {
  const KernelSpan kernels = std::span(lane.kernels(plan_, group.count)).first(group.count);
  if (filters_.any(group.first, group.count)) {
    base::Status loaded = load_all(tile, group.count, is_cancelled());
    if (!loaded) return loaded;
  }
  begin_channels(period, group, tile, kernels);
  base::Status swept = sweep(tile, kernels, is_cancelled());
  if (swept) end_channels(period, group, kernels);
  return swept;
}

template <class Tile>
void StatisticsJob::begin_channels(std::size_t period, const ChannelGroup& group, Tile& tile, KernelSpan kernels) {
  const std::size_t first_row = period * indices_.size() + group.first;
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

void StatisticsJob::end_channels(std::size_t period, const ChannelGroup& group, KernelSpan kernels) {
  const std::size_t first_row = period * indices_.size() + group.first;
  for (std::size_t i = 0; i < group.count; ++i) {
    result_.status[first_row + i] = kernels[i]->finish();
    if (linked_) linked_->note(first_row + i, kernels[i]->facts(), ranges_[period]);
    const kernels::Spectrum* const spectrum = task_.spectrum.wants_density ? kernels[i]->spectrum() : nullptr;
    if (spectrum != nullptr) densities_[first_row + i] = density_rows(*spectrum);
    if (cycle_tables_ && kernels[i]->matrices() != nullptr) cycle_tables_->keep(first_row + i, *kernels[i]->matrices());
  }
}

}  // namespace wavemill::engine
