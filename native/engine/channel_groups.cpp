#include "engine/channel_groups.h"

#include <algorithm>

#include "engine/column_tile.h"

namespace wavemill::engine {

namespace {

bool share_rows(const layout::ArrayLayout& a, const layout::ArrayLayout& b) {
  const std::uint64_t low = std::min(a.offset_bytes, b.offset_bytes), high = std::max(a.offset_bytes, b.offset_bytes);
  return a.stride_bytes == b.stride_bytes && high - low < a.stride_bytes;
}

}  // namespace

std::vector<ChannelGroup> groups_of(std::span<const layout::ArrayLayout* const> channels) {
  std::vector<ChannelGroup> groups;
  for (std::size_t i = 0; i < channels.size(); ++i) {
    const bool is_joined = !groups.empty() && groups.back().count < ColumnTile::kGroupChannels &&
                           share_rows(*channels[groups.back().first], *channels[i]);
    if (is_joined)
      ++groups.back().count;
    else
      groups.push_back({i, 1});
  }
  return groups;
}

std::vector<ChannelGroup> divided(const std::vector<ChannelGroup>& groups, std::size_t most) {
  std::vector<ChannelGroup> parts;
  for (const ChannelGroup& group : groups)
    for (std::size_t i = 0; i < group.count; i += most) parts.push_back({group.first + i, std::min(most, group.count - i)});
  return parts;
}

RowExtent extent_of(std::span<const layout::ArrayLayout* const> group) {
  const auto by_offset = [](const layout::ArrayLayout* a, const layout::ArrayLayout* b) {
    return a->offset_bytes < b->offset_bytes;
  };
  const auto [low, high] = std::minmax_element(group.begin(), group.end(), by_offset);
  return {(*low)->offset_bytes, (*high)->offset_bytes - (*low)->offset_bytes + layout::size_bytes((*high)->type)};
}

}  // namespace wavemill::engine
