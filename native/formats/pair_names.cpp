#include "formats/pair_names.h"

#include <algorithm>

#include "formats/file_pattern.h"

namespace wavemill::formats {
namespace {

bool has_capitals_only(std::string_view pattern, std::string_view name) {
  // Of the pattern's own letters, those at its end: what is called A.DAT has its A.SEL beside it.
  const std::size_t length = pattern.size() - (pattern.find_last_of("*#") + 1);
  const std::string_view end = length > 0 ? name.substr(name.size() - length) : name;
  return std::any_of(end.begin(), end.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) &&
         std::none_of(end.begin(), end.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

class PairFinder {
 public:
  explicit PairFinder(std::string_view path)
      : path_(path), name_(file_name(path)), folder_(path.substr(0, path.size() - name_.size())) {}

  std::vector<PairNames> find() {
    for (const Format& format : catalogue()) {
      const contract::FormatFiles& files = format.files();
      if (files.description.empty()) continue;
      const bool is_for_all = files.description.find('*') == std::string_view::npos;
      for (const std::string_view data : files.files) {
        if (data.empty()) continue;
        add(format, data, files.description, false, is_for_all);
        if (!is_for_all) add(format, files.description, data, true, false);
      }
    }
    return std::move(found_);
  }

 private:
  void add(const Format& format, std::string_view pattern, std::string_view partner, bool is_description, bool may_lack) {
    const std::optional<PatternParts> parts = match_pattern(pattern, name_);
    if (!parts) return;
    const auto& shared = format.files().shared;
    const bool is_shared = std::find(shared.begin(), shared.end(), pattern) != shared.end();
    const bool is_capital = has_capitals_only(pattern, name_);
    for (const bool capital : {is_capital, !is_capital}) {
      const std::string other = folder_ + filled_pattern(partner, *parts, capital);
      found_.push_back(
          {&format, is_description ? other : path_, is_description ? path_ : other, is_description, may_lack, is_shared});
    }
  }

  std::string path_;
  std::string_view name_;
  std::string folder_;
  std::vector<PairNames> found_;
};

/// "HAWC2 would have 'a.sel' beside it", each partner once.
std::string sought(const std::vector<PairNames>& pairs) {
  std::string text;
  for (std::size_t i = 0; i < pairs.size(); i += 2) {  // the other spelling follows each
    if (pairs[i].may_lack_description) continue;
    const std::string_view what = pairs[i].is_description_named ? " data in '" : " description in '";
    text += (text.empty() ? "" : ", or ") + std::string(pairs[i].format->files().title) + std::string(what) +
            std::string(file_name(pairs[i].partner_path())) + "'";
  }
  return text;
}

}  // namespace

std::vector<PairNames> pairs_of(std::string_view path) { return PairFinder(path).find(); }

std::optional<base::Error> lone_file(std::string_view path) {
  const std::vector<PairNames> pairs = pairs_of(path);
  const auto is_open = [](const PairNames& pair) { return pair.is_shared || pair.may_lack_description; };
  if (pairs.empty() || std::any_of(pairs.begin(), pairs.end(), is_open)) return std::nullopt;
  return base::Error{base::ErrorCode::kFormatPartner,
                     "'" + std::string(file_name(path)) + "' is one of two files, and its partner is not beside it; looked for " +
                         sought(pairs) + ": copy both files of the simulation",
                     {}};
}

std::string partners_sought(std::string_view path) {
  const std::string text = sought(pairs_of(path));
  return text.empty() ? "" : "looked for " + text + " beside it";
}

}  // namespace wavemill::formats
