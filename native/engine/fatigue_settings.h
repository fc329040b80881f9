#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kernels/fatigue_options.h"
#include "layout/file_layout.h"

namespace wavemill::engine {

/// The settings of a channel: those of the last rule whose pattern is its name or matches it, else the common ones.
/// @return   borrowed from the options
const kernels::ChannelFatigue& settings_of(const kernels::FatigueOptions& options, std::string_view channel);

/// What to say of settings that name a channel, not a glob, which the file does not have: perhaps a slip of the pen, and then damage of another stress.
std::vector<std::string> warnings_of(const kernels::FatigueOptions& options, const std::vector<layout::Channel>& channels);

}  // namespace wavemill::engine
