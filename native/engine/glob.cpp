#include "engine/glob.h"

#include <cstddef>

namespace wavemill::engine {

namespace {

struct SetMatch {
  bool is_set;  // false: no closing bracket
  bool matches;
  std::size_t length;
};

SetMatch match_set(std::string_view pattern, char c) {
  std::size_t i = 1;
  const bool is_negated = i < pattern.size() && (pattern[i] == '!' || pattern[i] == '^');
  if (is_negated) ++i;
  bool found = false;
  for (const std::size_t first = i; i < pattern.size() && (pattern[i] != ']' || i == first); ++i) {
    const bool is_range = i + 2 < pattern.size() && pattern[i + 1] == '-' && pattern[i + 2] != ']';
    const char low = pattern[i], high = is_range ? pattern[i + 2] : low;
    if (low <= c && c <= high) found = true;
    if (is_range) i += 2;
  }
  return {i < pattern.size(), found != is_negated, i + 1};
}

/// Length of the pattern's first element if it matches `c`, else 0.
std::size_t match_one(std::string_view pattern, char c) {
  if (pattern.empty()) return 0;
  if (pattern[0] == '?') return 1;
  if (pattern[0] == '[') {
    const SetMatch set = match_set(pattern, c);
    if (set.is_set) return set.matches ? set.length : 0;
  }
  return pattern[0] == c ? 1 : 0;
}

}  // namespace

/// Goes back to the last * only, which is enough and keeps hostile patterns quadratic at worst.
bool matches_glob(std::string_view pattern, std::string_view name) {
  std::size_t p = 0, n = 0, star = std::string_view::npos, star_name = 0;
  while (n < name.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      star_name = n;
    } else if (const std::size_t length = match_one(pattern.substr(p), name[n]); length > 0) {
      p += length;
      ++n;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      n = ++star_name;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

}  // namespace wavemill::engine
