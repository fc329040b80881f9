#pragma once

#include <string>

namespace wavemill::platform {

/// What the operating system says of an `errno`. Safe to call on several threads, which strerror is not.
std::string system_error_text(int error_number);

}  // namespace wavemill::platform
