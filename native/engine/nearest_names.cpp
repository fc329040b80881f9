#include "engine/nearest_names.h"

#include "base/nearest.h"

namespace wavemill::engine {

std::vector<std::string> nearest_names(std::string_view wanted, const std::vector<layout::Channel>& channels) {
  std::vector<std::string_view> names;
  names.reserve(channels.size());
  for (const layout::Channel& channel : channels) names.push_back(channel.name);
  return base::nearest(wanted, names);
}

}  // namespace wavemill::engine
