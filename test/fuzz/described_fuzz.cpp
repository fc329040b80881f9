// HAWC2, Bladed and FLEX: the description's parser, then, where the data is text, its rows. Cut into chunks anywhere, the columns are the same.
#include <cstring>
#include <numeric>
#include <utility>
#include <vector>

#include "decode/text_table.h"
#include "formats/bladed.h"
#include "formats/flex.h"
#include "formats/hawc2.h"
#include "pair_input.h"

namespace {

using namespace wavemill;

std::vector<double> decoded(const fuzz::PairInput& input, layout::FileLayout described, std::size_t chunk_bytes) {
  fuzz::MemoryBytes bytes(input.data, input.data_length);
  auto opened = decode::TextTable::open_described(bytes, std::move(described), chunk_bytes);
  if (!opened) return {};
  decode::TextTable& table = **opened;
  fuzz::demand(table.layout().sample_count > 0);
  std::vector<std::uint32_t> all(table.layout().channels.size());
  std::iota(all.begin(), all.end(), 0U);
  if (!table.want(all)) return {};
  for (std::size_t chunk = 0; chunk < table.chunk_count(); ++chunk)
    if (!table.decode(chunk, bytes)) return {};
  if (!table.finish()) return {};
  std::vector<double> numbers;
  for (const layout::Channel& channel : table.layout().channels) {
    const std::size_t at = numbers.size();
    numbers.resize(at + static_cast<std::size_t>(channel.samples.count));
    fuzz::demand(channel.samples.offset_bytes + 8 * channel.samples.count <= table.memory().size());
    std::memcpy(numbers.data() + at, table.memory().data() + channel.samples.offset_bytes, 8 * (numbers.size() - at));
  }
  return numbers;
}

template <class Parse>
void check(Parse parse, const fuzz::PairInput& input) {
  fuzz::MemoryBytes bytes(input.data, input.data_length);
  const auto parsed = parse(input.description(), bytes, formats::ParseHints{.data_name = "a.bin"});
  if (!parsed.ok() || !parsed->text) return fuzz::check_pair(parse, input);
  const std::vector<double> whole = decoded(input, *parsed, std::size_t{1} << 20);
  for (const std::size_t chunk_bytes : {1U, 7U}) {
    const std::vector<double> cut = decoded(input, *parsed, chunk_bytes);
    fuzz::demand(cut.size() == whole.size() && (cut.empty() || std::memcmp(cut.data(), whole.data(), 8 * cut.size()) == 0));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t length) {
  const fuzz::PairInput input(data, length);
  if (input.data_length == 0) return 0;  // the engine refuses a file of no bytes by itself
  check(formats::parse_hawc2, input);
  check(formats::parse_bladed, input);
  check(formats::parse_flex, input);
  return 0;
}
