#pragma once

#include "base/result.h"
#include "formats/catalogue.h"
#include "layout/file_layout.h"
#include "platform/byte_source.h"

namespace wavemill::formats {

/// The layout of a FLEX result: int16 with a scale factor each, row after row, or channel after channel in version 3. Names and units are in a file `sensor`
/// for all results of a folder; without it a channel is called by its number.
/// @errors        FORMAT_TRUNCATED_HEADER, _DESCRIPTION, _BAD_COUNT, _NO_CHANNELS, _NO_SAMPLES, _BAD_TIME, _BAD_SCALE
base::Result<layout::FileLayout> parse_flex(const Description& sensors, platform::ByteSource& data, const ParseHints& hints);

}  // namespace wavemill::formats
