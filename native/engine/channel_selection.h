#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "layout/file_layout.h"

namespace wavemill::engine {

/// The channels that the patterns mean, in file order, each once. A pattern is, in this order of trial, a name as it stands; `name#2`, the second channel
/// of that name; an index; or a glob with * ? and [a-z]. No pattern at all means every channel.
/// @errors        INPUT_UNKNOWN_CHANNEL where a pattern means none; the message offers the nearest names
base::Result<std::vector<std::uint32_t>> select_channels(const std::vector<std::string>& patterns,
                                                         const std::vector<layout::Channel>& channels);

}  // namespace wavemill::engine
