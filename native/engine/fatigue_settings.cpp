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

}  // namespace wavemill::engine
