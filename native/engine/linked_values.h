#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/result.h"
#include "engine/channel_groups.h"
#include "engine/derived_tile.h"
#include "engine/extra.h"
#include "engine/period.h"
#include "kernels/facts.h"
#include "kernels/isa/table.h"
#include "layout/file_layout.h"
#include "platform/byte_source.h"

namespace wavemill::engine {

/// Every linked channel at the samples where the selected channels have their extremes: two rows a channel and period, min before max.
///
/// Lanes note the extremes of channels as they find them; once all are there, one lane reads the samples. Single ones are read, wherever they lie: the
/// cost is that of the rows, not of the file.
/// @nan           a linked sample that is not finite stays so; a channel without a finite sample has rows of NaN
/// @cost          O(rows · linked channels)
class LinkedValues {
 public:
  static constexpr std::size_t kWindow_bytes = 4096;  // to read at once of a file that is not mapped

  /// @param linked     indices of the channels whose values are wanted, derived ones behind the file's
  /// @param channels   of the file; borrowed
  /// @param all        names and units of these and of the derived ones
  LinkedValues(std::span<const std::uint32_t> linked, const std::vector<layout::Channel>& channels,
               const std::vector<layout::Channel>& all, std::size_t channel_periods);

  /// A channel's extremes in a period; any lane, each its own.
  /// @param channel_period   period × channels + channel
  void note(std::size_t channel_period, const kernels::Facts& facts, const SampleRange& range);

  /// @errors        those of ByteSource::window
  base::Status read(platform::ByteSource& bytes, const kernels::isa::Table& isa);

  /// The linked channels that are derived, in the rows of one period. Blocks without an extreme are passed over.
  /// @param tile     of exactly these channels and the period
  /// @errors         those of the tile
  base::Status read_derived(DerivedTile& tile, const SampleRange& range, std::size_t first_channel_period,
                            std::size_t channel_count);

  /// Other values of a linked channel than the file's, in the rows of one period.
  /// @param linked   its number
  /// @param column   its samples in the period; none: it has no values there
  /// @param rows     channels × periods: `count` from number `first`
  void put(std::size_t linked, std::span<const double> column, const SampleRange& range, const ChannelGroup& rows);

  [[nodiscard]] Extra take() { return std::move(extra_); }

 private:
  struct Place {
    std::uint64_t sample;  // in the file
    std::size_t row;
  };

  static base::Status read_row(std::span<const layout::ArrayLayout* const> group, const Place& place, platform::ByteSource& bytes,
                               const kernels::isa::Table& isa, double* values);
  [[nodiscard]] std::vector<Place> places_in_order() const;

  std::vector<const layout::ArrayLayout*> linked_;
  std::vector<std::uint64_t> samples_;  // of each row; kNoSample: the channel has none
  Extra extra_;
};

}  // namespace wavemill::engine
