#pragma once

#include <string_view>

namespace wavemill::engine {

/// Whether a name matches a shell pattern: * any characters, ? one, [abc] [a-z] [!a] one of a set. A [ without its ] stands for itself.
bool matches_glob(std::string_view pattern, std::string_view name);

}  // namespace wavemill::engine
