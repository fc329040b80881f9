#include "formats/direct_access_key.h"

#include <string_view>

#include "formats/description_text.h"
#include "formats/header_text.h"
#include "formats/sample_range.h"

namespace wavemill::formats {
namespace {

bool is_comment(std::string_view line) { return line.starts_with("**") || line.starts_with('\''); }

bool is_end(std::string_view name) { return name.size() == 3 && mentions(name, "end"); }

bool begins_like(std::string_view name, std::string_view word) {
  return name.size() >= word.size() && mentions(name.substr(0, word.size()), word);
}

/// "** Number of samples :     2000"
std::optional<std::uint64_t> samples_said(std::string_view comment) {
  const std::size_t colon = comment.find(':');
  if (colon == std::string_view::npos || !mentions(comment.substr(0, colon), "number of samples")) return std::nullopt;
  return count_of(comment.substr(colon + 1));
}

/// Takes the information record and time off the names' front.
void take_time(DirectAccessKey& key) {
  auto& names = key.names;
  if (begins_like(names.front(), "info")) names.erase(names.begin());
  if (names.empty()) return;
  if (!begins_like(names.front(), "time")) key.untold_time_name = names.front();
  names.erase(names.begin());
}

}  // namespace

base::Result<DirectAccessKey> read_direct_access_key(const Description& description) {
  const DescriptionText text(description);
  DirectAccessKey key;
  for (std::size_t i = 0; i < text.line_count(); ++i) {
    const std::string_view line = text.line(i);
    const std::string_view name = trimmed(line);
    if (is_comment(line)) {
      if (const auto said = samples_said(line)) key.sample_count = said;
    } else if (is_end(name)) {
      break;
    } else if (!name.empty()) {
      if (name.find('\0') != std::string_view::npos) return text.error(i, "here should be a name, and there is a NUL byte");
      if (key.names.size() > kLargestChannelCount)
        return text.error(i, "no more than " + std::to_string(kLargestChannelCount) + " names are believed");
      key.names.push_back(header_text(name));
    }
  }
  if (!key.names.empty()) take_time(key);
  if (key.names.empty()) return text.ended("the name of a series: a name a line is expected, that of time first");
  return key;
}

}  // namespace wavemill::formats
