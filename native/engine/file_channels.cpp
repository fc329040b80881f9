#include "engine/file_channels.h"

#include <algorithm>
#include <utility>

namespace wavemill::engine {

base::Result<FileChannels> FileChannels::bind(const std::shared_ptr<const expression::DerivedChannels>& derived,
                                              const std::vector<layout::Channel>& own) {
  FileChannels channels;
  channels.own_ = &own;
  if (!derived) return channels;
  base::Result<std::shared_ptr<const expression::BoundChannels>> bound = derived->bind(own);
  if (!bound) return bound.error();
  channels.derived_ = std::move(*bound);
  channels.all_.reserve(own.size() + channels.derived_->channels.size());
  channels.all_ = own;
  for (const auto& channel : channels.derived_->channels) channels.all_.push_back({channel.name, channel.unit, {}});
  return channels;
}

std::size_t FileChannels::own_count(std::span<const std::uint32_t> indices) const {
  const auto end = std::lower_bound(indices.begin(), indices.end(), static_cast<std::uint32_t>(own_->size()));
  return static_cast<std::size_t>(end - indices.begin());
}

std::vector<std::uint32_t> FileChannels::sources_of(std::span<const std::uint32_t> indices) const {
  std::vector<std::uint32_t> sources;
  for (const std::uint32_t index : indices) {
    if (!is_derived(index)) {
      sources.push_back(index);
      continue;
    }
    const std::vector<std::uint32_t>& inputs = derived(index).inputs;
    sources.insert(sources.end(), inputs.begin(), inputs.end());
  }
  std::sort(sources.begin(), sources.end());
  sources.erase(std::unique(sources.begin(), sources.end()), sources.end());
  return sources;
}

std::vector<ChannelGroup> FileChannels::derived_groups(std::span<const std::uint32_t> indices, std::size_t most_a_group) const {
  std::vector<ChannelGroup> groups;
  std::vector<std::uint32_t> inputs;  // of the last group
  for (std::size_t i = own_count(indices); i < indices.size(); ++i) {
    const std::vector<std::uint32_t>& own = derived(indices[i]).inputs;
    const bool is_related = std::any_of(own.begin(), own.end(), [&](std::uint32_t input) {
      return std::find(inputs.begin(), inputs.end(), input) != inputs.end();
    });
    if (!groups.empty() && groups.back().count < most_a_group && (is_related || own.empty())) {
      ++groups.back().count;
    } else {
      groups.push_back({i, 1});
      inputs.clear();
    }
    for (const std::uint32_t input : own)
      if (std::find(inputs.begin(), inputs.end(), input) == inputs.end()) inputs.push_back(input);
  }
  return groups;
}

expression::Program FileChannels::program_of(std::span<const std::uint32_t> indices) const {
  std::vector<std::uint32_t> outputs;
  outputs.reserve(indices.size());
  for (const std::uint32_t index : indices) outputs.push_back(index - static_cast<std::uint32_t>(own_->size()));
  return {*derived_, outputs};
}

std::vector<std::string> FileChannels::warnings() const { return derived_ ? derived_->warnings : std::vector<std::string>{}; }

}  // namespace wavemill::engine
