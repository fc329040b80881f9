#include "platform/linux/system_error.h"

#include <cstring>

namespace wavemill::platform {
namespace {

// strerror_r comes in two forms: glibc's returns the text, POSIX's (musl) fills the buffer and returns 0.
[[maybe_unused]] const char* text_of(const char* returned, const char* /*buffer*/) { return returned; }
[[maybe_unused]] const char* text_of(int returned, const char* buffer) { return returned == 0 ? buffer : "unknown error"; }

}  // namespace

std::string system_error_text(int error_number) {
  char buffer[256] = "";
  return text_of(strerror_r(error_number, buffer, sizeof buffer), buffer);
}

}  // namespace wavemill::platform
