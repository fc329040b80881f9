#pragma once

#include <string_view>

#include "kernels/fatigue_options.h"

namespace wavemill::engine {

/// The settings of a channel: those of the last rule whose pattern is its name or matches it, else the common ones.
/// @return   borrowed from the options
const kernels::ChannelFatigue& settings_of(const kernels::FatigueOptions& options, std::string_view channel);

}  // namespace wavemill::engine
