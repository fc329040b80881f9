#pragma once

#include <cstddef>
#include <span>

#include "base/result.h"
#include "formats/catalogue.h"
#include "layout/file_layout.h"
#include "platform/byte_source.h"

namespace wavemill::formats {

/// Whether a file may be an OpenFAST binary one: a FileID of 1 to 4 and counts that are possible.
bool recognises_outb(std::span<const std::byte> head);

/// The layout of an OpenFAST binary file: samples row after row, int16 or float64, from an offset that is often odd.
/// @errors        those of `read_outb_header`; FORMAT_BAD_SCALE, FORMAT_BAD_TIME, FORMAT_TRUNCATED_DATA
base::Result<layout::FileLayout> parse_outb(platform::ByteSource& bytes, const ParseHints& hints);

}  // namespace wavemill::formats
