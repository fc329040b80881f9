#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "formats/catalogue.h"

namespace wavemill::formats {

/// Two files that a format would make one of.
struct PairNames {
  const Format* format;
  std::string data_path;
  std::string description_path;
  bool is_description_named;  // by the user
  bool may_lack_description;
  bool is_shared;  // the name that was given may belong to something else

  [[nodiscard]] const std::string& partner_path() const { return is_description_named ? data_path : description_path; }
};

/// The pairs that a file may be of, by its name alone, in the order in which their partners are to be looked for.
/// @param path    UTF-8, of either file
std::vector<PairNames> pairs_of(std::string_view path);

/// The error of a file whose partner is nowhere; nothing where the name is shared with other things, so that its contents may say what it is.
std::optional<base::Error> lone_file(std::string_view path);

/// What was looked for beside a file of a shared name: "; HAWC2 would have 'a.sel' beside 'a.dat'". Empty for other names.
std::string partners_sought(std::string_view path);

}  // namespace wavemill::formats
