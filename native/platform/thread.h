#pragma once

#include <string>

namespace wavemill::platform {

/// Gives the calling thread a name that debuggers and `top -H` show (at most 15 bytes on Linux). Failure is silent: a name changes nothing.
void name_this_thread(const std::string& name);

}  // namespace wavemill::platform
