#include "platform/thread.h"

namespace wavemill::platform {

/// Standard C++ has no name for a thread.
void name_this_thread(const std::string& /*name*/) {}

}  // namespace wavemill::platform
