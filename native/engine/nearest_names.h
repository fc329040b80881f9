#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "layout/file_layout.h"

namespace wavemill::engine {

/// At most three channel names that somebody may have meant, the nearest first: by edits of letters whatever their case, then those that contain the word.
std::vector<std::string> nearest_names(std::string_view wanted, const std::vector<layout::Channel>& channels);

}  // namespace wavemill::engine
