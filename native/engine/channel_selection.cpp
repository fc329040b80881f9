#include "engine/channel_selection.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>

#include "engine/glob.h"
#include "engine/nearest_names.h"

namespace wavemill::engine {

namespace {

std::optional<std::uint32_t> number_in(std::string_view text) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

class Selection {
 public:
  explicit Selection(const std::vector<layout::Channel>& channels) : channels_(channels), is_chosen_(channels.size(), false) {}

  bool add(std::string_view pattern) {
    return add_where([&](std::string_view name) { return name == pattern; }) || add_occurrence(pattern) || add_index(pattern) ||
           add_where([&](std::string_view name) { return matches_glob(pattern, name); });
  }

  [[nodiscard]] std::vector<std::uint32_t> indices() const {
    std::vector<std::uint32_t> result;
    for (std::uint32_t i = 0; i < is_chosen_.size(); ++i)
      if (is_chosen_[i]) result.push_back(i);
    return result;
  }

 private:
  template <class Predicate>
  bool add_where(Predicate is_meant) {
    bool found = false;
    for (std::size_t i = 0; i < channels_.size(); ++i) {
      if (!is_meant(channels_[i].name)) continue;
      is_chosen_[i] = true;
      found = true;
    }
    return found;
  }

  bool add_occurrence(std::string_view pattern) {
    const std::size_t mark = pattern.rfind('#');
    if (mark == std::string_view::npos) return false;
    const std::optional<std::uint32_t> occurrence = number_in(pattern.substr(mark + 1));
    if (!occurrence || *occurrence == 0) return false;
    std::uint32_t seen = 0;
    return add_where([&](std::string_view name) { return name == pattern.substr(0, mark) && ++seen == *occurrence; });
  }

  bool add_index(std::string_view pattern) {
    const std::optional<std::uint32_t> index = number_in(pattern);
    if (!index || *index >= channels_.size()) return false;
    is_chosen_[*index] = true;
    return true;
  }

  const std::vector<layout::Channel>& channels_;
  std::vector<bool> is_chosen_;
};

base::Error unknown_channel(const std::string& pattern, const std::vector<layout::Channel>& channels) {
  std::string message = "no channel is called or matches '" + pattern + "'";
  const std::vector<std::string> near = nearest_names(pattern, channels);
  for (std::size_t i = 0; i < near.size(); ++i) message += (i == 0 ? "; nearest: " : ", ") + near[i];
  message +=
      "; the file has " + std::to_string(channels.size()) + " channels (index 0 to " + std::to_string(channels.size() - 1) + ")";
  return {base::ErrorCode::kInputUnknownChannel, message, {}};
}

}  // namespace

base::Result<std::vector<std::uint32_t>> select_channels(const std::vector<std::string>& patterns,
                                                         const std::vector<layout::Channel>& channels) {
  Selection selection(channels);
  for (const std::string& pattern : patterns)
    if (!selection.add(pattern)) return unknown_channel(pattern, channels);
  if (patterns.empty()) selection.add("*");
  return selection.indices();
}

}  // namespace wavemill::engine
