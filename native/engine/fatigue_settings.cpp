#include "engine/fatigue_settings.h"

#include <algorithm>

#include "engine/glob.h"

namespace wavemill::engine {

const kernels::ChannelFatigue& settings_of(const kernels::FatigueOptions& options, std::string_view channel) {
  const auto matches = [&](const kernels::FatigueRule& rule) {
    return rule.pattern == channel || matches_glob(rule.pattern, channel);
  };
  const auto rule = std::find_if(options.rules.rbegin(), options.rules.rend(), matches);
  return rule == options.rules.rend() ? options.settings : rule->settings;
}

std::vector<std::string> warnings_of(const kernels::FatigueOptions& options, const std::vector<layout::Channel>& channels) {
  std::vector<std::string> warnings;
  for (const kernels::FatigueRule& rule : options.rules) {
    const auto is_meant = [&](const layout::Channel& channel) { return channel.name == rule.pattern; };
    const bool is_glob = rule.pattern.find_first_of("*?[") != std::string::npos;
    if (!is_glob && std::none_of(channels.begin(), channels.end(), is_meant))
      warnings.push_back("fatigue has settings for a channel '" + rule.pattern + "', and there is none of that name");
  }
  return warnings;
}

}  // namespace wavemill::engine
