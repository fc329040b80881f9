#include "platform/thread.h"

#include <sys/prctl.h>

namespace wavemill::platform {

/// prctl and not pthread_setname_np, whose symbol asks for glibc 2.34 when linked here. It cuts the name at 15 bytes by itself.
void name_this_thread(const std::string& name) { ::prctl(PR_SET_NAME, name.c_str(), 0, 0, 0); }

}  // namespace wavemill::platform
