#include "engine/needed_channels.h"

#include <algorithm>
#include <iterator>

#include "engine/channel_selection.h"
#include "engine/file_channels.h"

namespace wavemill::engine {

base::Result<std::vector<std::uint32_t>> needed_channels(const std::vector<std::string>& patterns, const LinkedOptions& linked,
                                                         const std::shared_ptr<const expression::DerivedChannels>& derived,
                                                         const std::vector<layout::Channel>& own) {
  const base::Result<FileChannels> channels = FileChannels::bind(derived, own);
  if (!channels) return channels.error();
  const base::Result<std::vector<std::uint32_t>> selected = select_channels(patterns, channels->all());
  if (!selected) return selected.error();
  if (!linked.is_wanted) return channels->sources_of(*selected);
  const base::Result<std::vector<std::uint32_t>> also = select_channels(linked.channels, channels->all());
  if (!also) return also.error();
  std::vector<std::uint32_t> both;
  std::set_union(selected->begin(), selected->end(), also->begin(), also->end(), std::back_inserter(both));
  return channels->sources_of(both);
}

}  // namespace wavemill::engine
