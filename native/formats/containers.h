#pragma once

#include <cstddef>
#include <span>

namespace wavemill::formats {

// Formats that are decoded outside of the core (src/decode), known by their first bytes.

/// HDF5, behind a user block of 512 to 2048 bytes too: GTSDF and SIMA; which of them, its content says.
bool recognises_hdf5(std::span<const std::byte> head);

bool recognises_parquet(std::span<const std::byte> head);

/// The file form of Arrow IPC, which is Feather 2; the stream form has no mark.
bool recognises_arrow(std::span<const std::byte> head);

/// MATLAB 5 to 7.3: a line of text that says so.
bool recognises_mat(std::span<const std::byte> head);

}  // namespace wavemill::formats
