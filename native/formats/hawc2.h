#pragma once

#include "base/result.h"
#include "formats/catalogue.h"
#include "layout/file_layout.h"
#include "platform/byte_source.h"

namespace wavemill::formats {

/// The layout of a HAWC2 result: int16 channel after channel, each with its scale factor in the .sel file. Time is the axis that the .sel file gives, scans of
/// equal distance that end with the simulated time; the channel that repeats it, quantised, is left out.
/// @errors        FORMAT_DESCRIPTION, FORMAT_BAD_COUNT, _NO_CHANNELS, _NO_SAMPLES, _BAD_TIME, _BAD_SCALE, _TRUNCATED_DATA
base::Result<layout::FileLayout> parse_hawc2(const Description& description, platform::ByteSource& data, const ParseHints& hints);

}  // namespace wavemill::formats
