#include "formats/riflex.h"
#include "pair_input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t length) {
  wavemill::fuzz::check_pair(wavemill::formats::parse_riflex, wavemill::fuzz::PairInput(data, length));
  return 0;
}
