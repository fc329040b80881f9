#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/result.h"
#include "engine/lane.h"
#include "engine/period.h"
#include "kernels/block.h"
#include "layout/array_layout.h"
#include "platform/byte_source.h"

namespace wavemill::engine {

/// Gives the samples of a few channels as columns of f64, block by block, for as many sweeps as it takes. Columns that lie in the file as such are used
/// where they are; others are decoded into the lane's memory: all of the period at once where that is small enough to stay in the cache for the later
/// sweeps, else a block at a time.
class ColumnTile {
 public:
  static constexpr std::size_t kGroupChannels = 16;  // decoded together: neighbours of a row share cache lines
  static constexpr std::size_t kResident_bytes = std::size_t{3}
                                                 << 20;  // decoded columns up to this size are kept for the later sweeps

  /// What stays decoded: all of the period where it is small, or in any case.
  enum class Keeps : std::uint8_t { kWhatIsSmall, kAll };

  /// @param group   channels with one stride, their first samples within one stride; borrowed
  ColumnTile(Lane& lane, platform::ByteSource& bytes, std::span<const layout::ArrayLayout* const> group, const SampleRange& range,
             Keeps keeps = Keeps::kWhatIsSmall);

  /// Where decoded columns go, and what may stay there.
  struct Memory {
    std::vector<double>& samples;
    std::size_t most_resident_bytes;
    bool may_point;  // whether columns may be used where they lie: not where another tile reads through the same byte source
  };
  ColumnTile(const kernels::isa::Table& isa, const Memory& memory, platform::ByteSource& bytes,
             std::span<const layout::ArrayLayout* const> group, const SampleRange& range);

  [[nodiscard]] std::uint64_t block_count() const { return (range_.count + kernels::kBlockSamples - 1) / kernels::kBlockSamples; }

  /// Makes a block of every channel of the group ready; what the block before gave is gone then.
  /// @errors        those of ByteSource::window
  base::Status load(std::uint64_t block);

  [[nodiscard]] kernels::Block block(std::size_t channel_in_group) const;

  /// All samples of a channel, in the lane's memory: they may be changed. Only where everything is kept and every block has been loaded.
  [[nodiscard]] std::span<double> column(std::size_t channel_in_group);

 private:
  [[nodiscard]] std::size_t samples_in_block() const;
  [[nodiscard]] double* decoded(std::size_t channel_in_group) const;
  base::Status decode();
  base::Status decode_rows(std::size_t first_row, std::size_t row_count);
  void decode_eight(const std::byte* first, std::size_t channel, std::size_t first_row, std::size_t row_count);
  base::Status point();

  const kernels::isa::Table& isa_;
  std::vector<double>& memory_;
  platform::ByteSource& bytes_;
  std::span<const layout::ArrayLayout* const> group_;
  SampleRange range_;
  bool is_plain_;     // one channel of aligned native f64: nothing to decode
  bool is_resident_;  // decoded columns stay
  std::uint64_t block_ = 0;
  std::uint64_t decoded_count_ = 0;  // blocks that are resident already
  const double* plain_ = nullptr;
};

}  // namespace wavemill::engine
