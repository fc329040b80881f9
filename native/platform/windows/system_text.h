#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace wavemill::platform {

// The operating system speaks UTF-16, everything else here UTF-8.

/// Empty where the text is not valid UTF-8.
std::optional<std::wstring> to_wide(std::string_view utf8);
std::string to_utf8(std::wstring_view wide);

/// What Windows says of a GetLastError number, without the line end that it adds.
std::string system_error_text(unsigned long error_number);

}  // namespace wavemill::platform
