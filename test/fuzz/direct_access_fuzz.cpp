#include "formats/direct_access.h"
#include "pair_input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t length) {
  const wavemill::fuzz::PairInput input(data, length);
  wavemill::fuzz::check_pair(wavemill::formats::parse_ts, input);
  wavemill::fuzz::check_pair(wavemill::formats::parse_tda, input);
  return 0;
}
