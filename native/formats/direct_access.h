#pragma once

#include "base/result.h"
#include "formats/catalogue.h"
#include "layout/file_layout.h"
#include "platform/byte_source.h"

namespace wavemill::formats {

/// The layouts of SIMO's and DNV's direct access files: records of `count` f32; the first is the header, the second time, each further one a series.
/// The key names the series; what lies behind those is not looked at, unless the header counts it too.
/// @errors        those of read_direct_access_key; FORMAT_TRUNCATED_HEADER, _BAD_COUNT, _NO_SAMPLES, _TRUNCATED_DATA, FORMAT_DESCRIPTION where header and
///                key disagree
base::Result<layout::FileLayout> parse_ts(const Description& description, platform::ByteSource& data, const ParseHints& hints);
base::Result<layout::FileLayout> parse_tda(const Description& description, platform::ByteSource& data, const ParseHints& hints);

}  // namespace wavemill::formats
