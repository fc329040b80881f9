#pragma once

#include "base/result.h"
#include "formats/catalogue.h"
#include "layout/file_layout.h"
#include "platform/byte_source.h"

namespace wavemill::formats {

/// The layout of a binary result file of SIMA/RIFLEX: Fortran records, one a time step, each `i32 length | f32 time | f32 x[n] | i32 length`.
/// A data file that is called .asc is text, to be decoded: rows of the time and the numbers, lines that begin with # before them.
/// The first and the last record are looked at; a record in between whose times are not those of its neighbours is found when times are read.
/// @errors        those of read_riflex_key; FORMAT_RECORD_MARK, FORMAT_DESCRIPTION where records and key disagree, FORMAT_TRUNCATED_HEADER, _TRUNCATED_DATA
base::Result<layout::FileLayout> parse_riflex(const Description& description, platform::ByteSource& data,
                                              const ParseHints& hints);

}  // namespace wavemill::formats
