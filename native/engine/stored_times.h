#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "kernels/isa/table.h"
#include "layout/array_layout.h"
#include "platform/byte_source.h"

namespace wavemill::engine {

/// The times of a file that has one for each sample.
struct StoredTimes {
  std::vector<double> times_s;
  double resolution_s = 0.0;  // how finely the file can say a time: steps that differ by less are the same
  std::string warning;        // empty: nothing to say
};

/// Reads them a few at a time, so that a file whose times lie between its samples is not held in memory for them.
///
/// Late in a long simulation, float32 has no room between one time and the next: equal times are taken as what they were rounded from where all of them
/// lie on one line, and a warning says so.
/// @errors        FORMAT_BAD_TIME where a time is not later than the one before, or not finite; those of the byte source
base::Result<StoredTimes> read_stored_times(platform::ByteSource& bytes, const layout::ArrayLayout& samples,
                                            const kernels::isa::Table& isa);

}  // namespace wavemill::engine
