#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace wavemill::formats {

/// What stands in a file's name where a pattern of the contract has * and #.
struct PatternParts {
  std::string_view text;
  std::string_view digits;
};

/// What a name has in the places of * and #, one character each at least; nothing where the name is not like the pattern, in any case of letters.
std::optional<PatternParts> match_pattern(std::string_view pattern, std::string_view name);

/// The name that a pattern makes of the parts of another; its own letters small or capital.
std::string filled_pattern(std::string_view pattern, const PatternParts& parts, bool is_capital);

/// The name behind the last slash; a backslash separates too, and on Linux no result file's name has one.
std::string_view file_name(std::string_view path);

}  // namespace wavemill::formats
