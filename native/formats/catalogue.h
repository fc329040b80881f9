#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "base/result.h"
#include "layout/file_layout.h"
#include "platform/byte_source.h"

namespace wavemill::formats {

/// What the caller knows that the file may not say.
struct ParseHints {
  double time_step_s = 1.0;  // for formats without a time axis (.npy)
};

/// One row of the catalogue: a format that the core maps and describes, or, without `parse`, one whose text native/decode turns into columns.
struct Format {
  std::string_view name;   // "outb"
  std::string_view title;  // "OpenFAST binary"
  std::array<std::string_view, 2>
      extensions;  // lower case; a file of this name is of this format whatever it holds, so that its error is the format's own
  bool (*recognises)(std::span<const std::byte> head);  // by content, for files of another name
  base::Result<layout::FileLayout> (*parse)(platform::ByteSource& bytes, const ParseHints& hints);
  layout::TextFormat text = layout::TextFormat::kTable;
};

std::span<const Format> catalogue();

/// Finds the format of a file. What its `parse` makes of the header names only samples that lie inside the file.
/// @param path    UTF-8; only its extension is looked at
/// @errors        FORMAT_EMPTY_FILE, FORMAT_UNKNOWN
base::Result<const Format*> identify(std::string_view path, platform::ByteSource& bytes);

}  // namespace wavemill::formats
