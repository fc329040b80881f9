#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace wavemill::platform {

// What can go wrong with a file, said in the same words on every operating system. `reason` is the system's own text.

base::Error file_not_found();
base::Error not_a_file(std::string_view kind);  // "a folder"
base::Error file_permission(const std::string& reason);
base::Error file_open_failed(const std::string& reason);
base::Error file_read_failed(std::uint64_t offset, const std::string& reason);
base::Error file_map_failed(const std::string& reason);
base::Error no_address_space();

/// @param end_bytes     where the file ends now
/// @param size_bytes    where it ended when it was opened
base::Error file_shrank(std::uint64_t end_bytes, std::uint64_t size_bytes);

}  // namespace wavemill::platform
