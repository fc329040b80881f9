#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace wavemill::base {

/// At most three names that somebody may have meant, the nearest first: by edits of letters whatever their case, then those that contain the word.
std::vector<std::string> nearest(std::string_view wanted, const std::vector<std::string_view>& names);

}  // namespace wavemill::base
