#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/result.h"
#include "engine/channel_groups.h"
#include "engine/column_tile.h"
#include "kernels/isa/table.h"
#include "layout/array_layout.h"
#include "platform/byte_source.h"

namespace wavemill::engine {

/// The channels of a file that derived channels are made of, block by block, wherever each of them lies.
class InputColumns {
 public:
  /// @param inputs   borrowed
  /// @param memory   a column set each for the groups that can be decoded together; borrowed
  InputColumns(const kernels::isa::Table& isa, std::vector<std::vector<double>>& memory, platform::ByteSource& bytes,
               std::span<const layout::ArrayLayout* const> inputs, const SampleRange& range);

  /// Makes a block of every input ready.
  /// @errors        those of ByteSource::window
  base::Status load(std::uint64_t block);

  /// Good until the next `load`.
  [[nodiscard]] const double* samples(std::size_t input) const;

 private:
  std::vector<ChannelGroup> groups_;
  std::vector<ColumnTile> tiles_;  // one a group
};

}  // namespace wavemill::engine
