#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "engine/engine.h"
#include "expression/derived_channels.h"
#include "layout/file_layout.h"

namespace wavemill::engine {

/// The file's channels whose samples a task looks at: those that are selected, linked, or what derived ones of either are made of; rising. For whoever
/// decodes a file outside of the core, by the rules that StatisticsJob has.
/// @errors        INPUT_UNKNOWN_CHANNEL, those of DerivedChannels::bind
base::Result<std::vector<std::uint32_t>> needed_channels(const std::vector<std::string>& patterns, const LinkedOptions& linked,
                                                         const std::shared_ptr<const expression::DerivedChannels>& derived,
                                                         const std::vector<layout::Channel>& own);

}  // namespace wavemill::engine
