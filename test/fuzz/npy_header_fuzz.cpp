#include "formats/npy.h"
#include "layout_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t length) {
  wavemill::fuzz::MemoryBytes bytes(data, length);
  wavemill::fuzz::check_layout(wavemill::formats::parse_npy(bytes, {}), data, length);
  return 0;
}
