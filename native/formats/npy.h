#pragma once

#include <cstddef>
#include <span>

#include "base/result.h"
#include "formats/catalogue.h"
#include "layout/file_layout.h"
#include "platform/byte_source.h"

namespace wavemill::formats {

bool recognises_npy(std::span<const std::byte> head);

/// The layout of a NumPy array: (samples) is one channel, (samples, channels) several, in either order. It knows no names, units or times.
/// @errors        FORMAT_NPY_MAGIC, _VERSION, _HEADER, _TYPE, _SHAPE; FORMAT_BAD_COUNT, _NO_SAMPLES, _NO_CHANNELS, _TRUNCATED_HEADER, _TRUNCATED_DATA
base::Result<layout::FileLayout> parse_npy(platform::ByteSource& bytes, const ParseHints& hints);

}  // namespace wavemill::formats
