// The first line is an expression, the second a unit of its channel, the third a unit to convert to. Whatever they hold: an error that points into the
// expression, or a program that computes without touching what is not its own.
#include <cstdint>
#include <string>
#include <vector>

#include "expression/derived_channels.h"
#include "expression/evaluator.h"

namespace {

using namespace wavemill;

std::string line(std::string& text) {
  const std::size_t end = text.find('\n');
  std::string first = text.substr(0, end);
  text.erase(0, end == std::string::npos ? end : end + 1);
  return first;
}

void compute(const expression::BoundChannels& bound) {
  std::vector<std::uint32_t> all(bound.channels.size());
  for (std::uint32_t i = 0; i < all.size(); ++i) all[i] = i;
  const expression::Program program(bound, all);
  expression::Evaluator evaluator(**kernels::isa::select("scalar"));
  const std::vector<double> samples(kernels::kBlockSamples + 5, 0.5);
  evaluator.begin(program, {}, samples.size());
  evaluator.begin_sweep(std::vector<bool>(all.size(), true));
  for (std::uint64_t block = 0; block < 2; ++block) {
    const expression::Extent extent = evaluator.extent_of(block);
    const std::vector<double> own(samples.begin(), samples.begin() + static_cast<std::ptrdiff_t>(extent.length()));
    evaluator.begin_block(block, std::vector<const double*>(program.inputs().size(), own.data()));
    double sum = 0.0;
    for (std::size_t k = 0; k < all.size(); ++k)
      for (std::size_t i = 0; i < extent.count; ++i) sum += evaluator.output(k)[i];
    volatile const double seen = sum;
    static_cast<void>(seen);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t length) {
  std::string text(reinterpret_cast<const char*>(data), length);
  const std::string expression = line(text), unit = line(text), target = line(text);
  auto parsed = expression::DerivedChannels::parse({{"A", expression, target, {0.0, 90.0}}, {"B", expression, "", {}}});
  if (const auto* faults = std::get_if<std::vector<expression::Fault>>(&parsed)) {
    for (const expression::Fault& fault : *faults)
      if (fault.offset_bytes > expression.size() || fault.message.empty()) __builtin_trap();
    parsed = expression::DerivedChannels::parse({{"B", expression, "", {}}});
  }
  if (parsed.index() != 0) return 0;
  const auto bound = std::get<0>(parsed)->bind({{"x", unit, {}}, {"y", "kN", {}}, {"x y", "", {}}});
  if (bound) compute(**bound);
  return 0;
}
