#include "engine/column_tile.h"

#include <algorithm>
#include <bit>
#include <limits>

#include "engine/channel_groups.h"

namespace wavemill::engine {

static_assert(std::endian::native == std::endian::little, "a stored little-endian f64 is used where it lies");

namespace {

constexpr std::size_t kRowsAtOnce = 256;                         // of 16 channels: their lines stay in the first-level cache
constexpr std::size_t kReadAtOnce_bytes = std::size_t{1} << 20;  // of very long rows

bool is_plain_f64(const layout::ArrayLayout& layout) {
  return layout.type == layout::SampleType::kFloat64 && layout.order == layout::ByteOrder::kLittle &&
         layout.scaling == layout::Scaling::kNone && layout.stride_bytes == sizeof(double);
}

bool are_eight_neighbours(std::span<const layout::ArrayLayout* const> group) {
  if (group.size() < 8 || layout::size_bytes(group[0]->type) != sizeof(std::uint16_t)) return false;
  for (std::size_t k = 1; k < 8; ++k) {
    const bool is_next =
        group[k]->type == group[0]->type && group[k]->offset_bytes == group[0]->offset_bytes + k * sizeof(std::uint16_t);
    if (!is_next) return false;
  }
  return true;
}

}  // namespace

ColumnTile::ColumnTile(Lane& lane, platform::ByteSource& bytes, std::span<const layout::ArrayLayout* const> group,
                       const SampleRange& range, Keeps keeps)
    : ColumnTile(lane.isa(),
                 keeps == Keeps::kAll ? Memory{lane.tile(), std::numeric_limits<std::size_t>::max(), false}
                                      : Memory{lane.tile(), kResident_bytes, true},
                 bytes, group, range) {}

ColumnTile::ColumnTile(const kernels::isa::Table& isa, const Memory& memory, platform::ByteSource& bytes,
                       std::span<const layout::ArrayLayout* const> group, const SampleRange& range)
    : isa_(isa),
      memory_(memory.samples),
      bytes_(bytes),
      group_(group),
      range_(range),
      is_plain_(memory.may_point && group.size() == 1 && is_plain_f64(*group[0])) {
  const std::size_t blocks = static_cast<std::size_t>(block_count());
  is_resident_ = blocks <= memory.most_resident_bytes / (kernels::kBlockSamples * sizeof(double) * group.size());
  const std::size_t samples = group.size() * (is_resident_ ? blocks : 1) * kernels::kBlockSamples;
  if (memory_.size() < samples) memory_.resize(samples);
}

std::size_t ColumnTile::samples_in_block() const {
  return static_cast<std::size_t>(
      std::min<std::uint64_t>(kernels::kBlockSamples, range_.count - block_ * kernels::kBlockSamples));
}

double* ColumnTile::decoded(std::size_t channel_in_group) const {
  const std::size_t blocks = is_resident_ ? static_cast<std::size_t>(block_count()) : 1;
  const std::size_t block = is_resident_ ? static_cast<std::size_t>(block_) : 0;
  return memory_.data() + (channel_in_group * blocks + block) * kernels::kBlockSamples;
}

base::Status ColumnTile::load(std::uint64_t block) {
  block_ = block;
  plain_ = nullptr;
  if (is_plain_) return point();
  if (is_resident_ && block < decoded_count_) return base::done();
  decoded_count_ = block + 1;
  return decode();
}

base::Status ColumnTile::point() {
  const std::uint64_t first = range_.first + block_ * kernels::kBlockSamples;
  const base::Result<const std::byte*> window =
      bytes_.window(group_[0]->offset_bytes + first * sizeof(double), samples_in_block() * sizeof(double));
  if (!window) return window.error();
  if (reinterpret_cast<std::uintptr_t>(*window) % alignof(double) == 0)
    plain_ = reinterpret_cast<const double*>(*window);
  else
    isa_.decode(*window, *group_[0], samples_in_block(), decoded(0));
  return base::done();
}

base::Status ColumnTile::decode() {
  const std::size_t count = samples_in_block();
  const std::size_t stride = std::max<std::size_t>(1, static_cast<std::size_t>(group_[0]->stride_bytes));
  const std::size_t rows =
      group_.size() == 1 ? kernels::kBlockSamples : std::clamp<std::size_t>(kReadAtOnce_bytes / stride, 1, kRowsAtOnce);
  for (std::size_t row = 0; row < count; row += rows) {
    const base::Status status = decode_rows(row, std::min(rows, count - row));
    if (!status) return status;
  }
  return base::done();
}

base::Status ColumnTile::decode_rows(std::size_t first_row, std::size_t row_count) {
  const RowExtent extent = extent_of(group_);
  const std::uint64_t stride = group_[0]->stride_bytes;
  const std::uint64_t row = range_.first + block_ * kernels::kBlockSamples + first_row;
  const std::uint64_t length = (row_count - 1) * stride + extent.length_bytes;
  const base::Result<const std::byte*> window =
      bytes_.window(extent.offset_bytes + row * stride, static_cast<std::size_t>(length));
  if (!window) return window.error();
  for (std::size_t channel = 0; channel < group_.size();) {
    const std::byte* first = *window + (group_[channel]->offset_bytes - extent.offset_bytes);
    if (are_eight_neighbours(group_.subspan(channel))) {
      decode_eight(first, channel, first_row, row_count);
      channel += 8;
    } else {
      isa_.decode(first, *group_[channel], row_count, decoded(channel) + first_row);
      ++channel;
    }
  }
  return base::done();
}

/// Rows become columns 8 × 8 numbers at a time, as they are stored; taking each channel's numbers out of the rows by itself costs three times as much.
void ColumnTile::decode_eight(const std::byte* first, std::size_t channel, std::size_t first_row, std::size_t row_count) {
  std::uint16_t columns[8][kRowsAtOnce];
  isa_.transpose_eight(first, static_cast<std::size_t>(group_[channel]->stride_bytes), row_count, columns[0], kRowsAtOnce);
  for (std::size_t k = 0; k < 8; ++k) {
    layout::ArrayLayout column = *group_[channel + k];
    column.stride_bytes = sizeof(std::uint16_t);
    isa_.decode(reinterpret_cast<const std::byte*>(columns[k]), column, row_count, decoded(channel + k) + first_row);
  }
}

std::span<double> ColumnTile::column(std::size_t channel_in_group) {
  double* const first = memory_.data() + channel_in_group * static_cast<std::size_t>(block_count()) * kernels::kBlockSamples;
  return {first, static_cast<std::size_t>(range_.count)};
}

kernels::Block ColumnTile::block(std::size_t channel_in_group) const {
  return {plain_ != nullptr ? plain_ : decoded(channel_in_group), samples_in_block(), block_ * kernels::kBlockSamples};
}

}  // namespace wavemill::engine
