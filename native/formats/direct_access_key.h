#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "formats/catalogue.h"

namespace wavemill::formats {

/// What the key of a direct access file says: a name a line, those of the information record and of time first.
struct DirectAccessKey {
  std::vector<std::string> names;               // of the series, those two excluded
  std::optional<std::uint64_t> sample_count;    // from the comment "Number of samples"
  std::optional<std::string> untold_time_name;  // the first name, where it does not read like time
};

/// Comments begin with ** or '; END, in any case of letters, ends the names.
/// @errors        FORMAT_DESCRIPTION, with the line in the key file
base::Result<DirectAccessKey> read_direct_access_key(const Description& description);

}  // namespace wavemill::formats
