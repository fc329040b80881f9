#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "formats/catalogue.h"

namespace wavemill::formats {

/// A column of a RIFLEX result file, counted from 1 as the key file does: column 1 is the mark of the record where the data file is binary.
struct RiflexColumn {
  std::uint64_t number = 0;
  std::string name;
  std::string unit;
  std::string description;
};

/// What `key_<prefix>_<kind>.txt` says of the data file beside it (SIMA/RIFLEX DYNMOD).
struct RiflexKey {
  std::string contents;  // "element-forces"; empty where the key does not say
  std::uint64_t time_column = 0;
  std::vector<RiflexColumn> columns;  // time and record marks excluded; the columns behind time, each once and in their order
};

/// Reads both kinds of key: the table of elements or nodes (elmfor, noddis, …: line, segment, element, "3 - 12") and that of named columns (witurb, blresp).
/// @errors        FORMAT_DESCRIPTION, with the line in the key file
base::Result<RiflexKey> read_riflex_key(const Description& description);

}  // namespace wavemill::formats
