// Text tables, whole: header, rows, columns. Cut into chunks anywhere, the columns are the same, and so is whether there are any.
#include <cstring>
#include <numeric>
#include <string>
#include <vector>

#include "decode/text_table.h"
#include "layout_check.h"

namespace {

using namespace wavemill;

struct Outcome {
  std::string error;
  std::vector<double> numbers;
};

Outcome decoded(const std::uint8_t* data, std::size_t length, layout::TextFormat format, std::size_t chunk_bytes) {
  fuzz::MemoryBytes bytes(data, length);
  auto opened = decode::TextTable::open(bytes, format, 1.0, chunk_bytes);
  if (!opened) return {opened.error().message, {}};
  decode::TextTable& table = **opened;
  std::vector<std::uint32_t> all(table.layout().channels.size());
  std::iota(all.begin(), all.end(), 0U);
  if (const base::Status wanted = table.want(all); !wanted) return {wanted.error().message, {}};
  for (std::size_t chunk = 0; chunk < table.chunk_count(); ++chunk)
    if (const base::Status status = table.decode(chunk, bytes); !status) return {status.error().message, {}};
  const base::Status finished = table.finish();
  Outcome outcome{finished ? "" : finished.error().message, std::vector<double>(table.memory().size() / sizeof(double))};
  std::memcpy(outcome.numbers.data(), table.memory().data(), table.memory().size());
  return outcome;
}

bool is_same(const Outcome& a, const Outcome& b) {
  if (!a.error.empty()) return !b.error.empty();  // of several faults, which is met first depends on the chunks
  return b.error.empty() && a.numbers.size() == b.numbers.size() &&
         (a.numbers.empty() || std::memcmp(a.numbers.data(), b.numbers.data(), a.numbers.size() * sizeof(double)) == 0);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t length) {
  if (length == 0) return 0;
  for (const auto format : {layout::TextFormat::kOpenFast, layout::TextFormat::kTable}) {
    const Outcome whole = decoded(data, length, format, std::size_t{1} << 20);
    for (const std::size_t chunk_bytes : {1U, 7U, 64U})
      if (!is_same(whole, decoded(data, length, format, chunk_bytes))) __builtin_trap();
  }
  return 0;
}
