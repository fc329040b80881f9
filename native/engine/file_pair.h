#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "engine/engine.h"
#include "formats/catalogue.h"

namespace wavemill::engine {

/// A format of two files, found: the data's place, and what its description holds.
struct FilePair {
  const formats::Format* format = nullptr;
  std::string data_path;
  std::string description_path;  // empty: it may be missing, and is
  std::vector<std::byte> description;
};

/// The pair that a task's file is of, whichever of both it names; nothing where it is a file by itself, or its partner is not there.
/// @errors        FORMAT_PARTNER where the partner is there and cannot be read, FORMAT_DESCRIPTION where it is too large for one
base::Result<std::optional<FilePair>> find_pair(const FileTask& task);

}  // namespace wavemill::engine
