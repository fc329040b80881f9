#pragma once

#include "platform/file_map.h"

namespace wavemill::platform {

/// Keeps the process alive when a mapped file is truncated while a lane reads it (SIGBUS on Linux). The handler acts only for a fault inside a map
/// that the faulting thread has declared by an Access; it puts zero pages where the file's were and sets FileMap::shrank. Every other fault goes to
/// the handler that was there before. Where the platform has no such signal, all of this does nothing.
namespace fault_guard {

/// Installs the handler for the process; counted, so that each engine may call it. The last `uninstall` puts the former handler back.
void install();
void uninstall();

/// Declares that this thread reads `map` until the end of the scope. One at a time per thread.
class Access {
 public:
  explicit Access(FileMap& map);
  ~Access();
  Access(const Access&) = delete;
  Access& operator=(const Access&) = delete;

 private:
  int slot_;
};

}  // namespace fault_guard
}  // namespace wavemill::platform
