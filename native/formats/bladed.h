#pragma once

#include "base/result.h"
#include "formats/catalogue.h"
#include "layout/file_layout.h"
#include "platform/byte_source.h"

namespace wavemill::formats {

/// The layout of a Bladed result: row after row of float32, float64 or int32, or of text, as the .%nn file beside the .$nn file says. Of a result along an axis
/// (a blade's radii) each variable is a channel at each place: "Blade 1 Mx @ 20.2 m".
/// @errors        FORMAT_DESCRIPTION, FORMAT_BAD_COUNT, _NO_CHANNELS, _NO_SAMPLES, _BAD_TIME, _TRUNCATED_DATA
base::Result<layout::FileLayout> parse_bladed(const Description& description, platform::ByteSource& data,
                                              const ParseHints& hints);

}  // namespace wavemill::formats
