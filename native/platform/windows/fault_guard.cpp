#include "platform/fault_guard.h"

namespace wavemill::platform::fault_guard {

// Windows has no signal to catch here: a mapped local file cannot be shortened, and files elsewhere are not mapped (File::may_be_mapped).

void install() {}
void uninstall() {}

Access::Access(FileMap& /*map*/) : slot_(-1) {}
Access::~Access() { slot_ = -1; }

}  // namespace wavemill::platform::fault_guard
