#include "platform/fault_guard.h"

namespace wavemill::platform::fault_guard {

// Nothing is mapped here, so nothing can fault.

void install() {}
void uninstall() {}

Access::Access(FileMap& /*map*/) : slot_(-1) {}
Access::~Access() { slot_ = -1; }

}  // namespace wavemill::platform::fault_guard
