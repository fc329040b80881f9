#include "engine/input_columns.h"

#include <algorithm>

namespace wavemill::engine {

InputColumns::InputColumns(const kernels::isa::Table& isa, std::vector<std::vector<double>>& memory, platform::ByteSource& bytes,
                           std::span<const layout::ArrayLayout* const> inputs, const SampleRange& range)
    : groups_(groups_of(inputs)) {
  if (memory.size() < groups_.size()) memory.resize(groups_.size());
  tiles_.reserve(groups_.size());
  for (std::size_t i = 0; i < groups_.size(); ++i) {
    const std::size_t most_resident_bytes = ColumnTile::kResident_bytes / groups_.size();
    tiles_.emplace_back(isa, ColumnTile::Memory{memory[i], most_resident_bytes, false}, bytes,
                        inputs.subspan(groups_[i].first, groups_[i].count), range);
  }
}

base::Status InputColumns::load(std::uint64_t block) {
  for (ColumnTile& tile : tiles_) {
    base::Status loaded = tile.load(block);
    if (!loaded) return loaded;
  }
  return base::done();
}

const double* InputColumns::samples(std::size_t input) const {
  const auto behind = std::upper_bound(groups_.begin(), groups_.end(), input,
                                       [](std::size_t number, const ChannelGroup& group) { return number < group.first; });
  const auto group = static_cast<std::size_t>(behind - groups_.begin()) - 1;
  return tiles_[group].block(input - groups_[group].first).samples;
}

}  // namespace wavemill::engine
