#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "layout/array_layout.h"

namespace wavemill::engine {

/// Channels that are read together: `count` of a list from number `first`, samples of the same row, near each other.
struct ChannelGroup {
  std::size_t first;
  std::size_t count;
};

/// Neighbours of the list that share rows, at most ColumnTile::kGroupChannels to a group.
std::vector<ChannelGroup> groups_of(std::span<const layout::ArrayLayout* const> channels);

/// The same in groups of at most `most`.
std::vector<ChannelGroup> divided(const std::vector<ChannelGroup>& groups, std::size_t most);

/// The bytes that a group's samples of row 0 lie in.
struct RowExtent {
  std::uint64_t offset_bytes;
  std::uint64_t length_bytes;
};

RowExtent extent_of(std::span<const layout::ArrayLayout* const> group);

}  // namespace wavemill::engine
