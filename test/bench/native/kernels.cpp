// bench_kernels FILE.npy: kernels over one column that is in memory, one thread.
//   summary       extremes and moments
//   reversals     turning points, rainflow and six damage-equivalent loads, without the summary that they rest on
//   rainflow      the same with it
//   spectrum N    Welch's method with segments of N samples, the summary before it included: m0, m2, peak
//   percentiles   five exact percentiles, all sweeps, the summary included

#include <algorithm>
#include <string>
#include <vector>

#include "engine/channel_kernels.h"
#include "formats/npy.h"
#include "kernels/reversals.h"
#include "platform/file.h"
#include "protocol.h"
#include "requests.h"

namespace wavemill::bench {
namespace {

base::Result<std::vector<double>> load(const std::string& path, const kernels::isa::Table& isa) {
  base::Result<platform::File> file = platform::File::open(path);
  if (!file) return file.error();
  std::vector<std::byte> buffer;
  platform::ReadBytes bytes(*file, buffer);
  base::Result<layout::FileLayout> layout = formats::parse_npy(bytes, {});
  if (!layout) return layout.error();
  const layout::ArrayLayout& samples = layout->channels[0].samples;
  std::vector<double> column(samples.count);
  for (std::size_t i = 0; i < column.size(); i += kernels::kBlockSamples) {
    const std::size_t count = std::min(kernels::kBlockSamples, column.size() - i);
    const auto first = bytes.window(samples.offset_bytes + i * samples.stride_bytes, count * samples.stride_bytes);
    if (!first) return first.error();
    isa.decode(*first, samples, count, column.data() + i);
  }
  return column;
}

class KernelBench {
 public:
  KernelBench(const kernels::isa::Table& isa, std::vector<double> samples) : isa_(isa), samples_(std::move(samples)) {}

  Answer measure(const std::string& what, unsigned number) {
    if (what == "spectrum") return spectrum(number);
    if (what == "summary") return channel({{contract::Column::kMean}, {contract::Column::kStd}});
    if (what == "rainflow") return channel(loads());
    if (what == "percentiles") return channel(percentiles());
    if (what == "reversals") return reversals();
    return {.error = "no measurement is called " + what};
  }

 private:
  template <class Add>
  void for_each_block(Add&& add) const {
    for (std::size_t i = 0; i < samples_.size(); i += kernels::kBlockSamples)
      add(kernels::Block{samples_.data() + i, std::min(kernels::kBlockSamples, samples_.size() - i), i});
  }

  Answer channel(const std::vector<ColumnRequest>& columns, const kernels::SpectrumOptions& spectrum = {}) {
    const engine::StatisticsPlan plan(columns, 1.0, {}, spectrum);
    engine::ChannelKernels kernels(isa_, plan, std::make_shared<kernels::WelchShapes>(isa_));
    Answer answer;
    answer.values.resize(columns.size());
    answer.seconds = seconds_of([&] {
      kernels.begin({}, 1.0, samples_.size(), answer.values.data());
      while (kernels.wants_sweep()) {
        for_each_block([&](const kernels::Block& block) { kernels.add(block); });
        kernels.end_sweep();
      }
      kernels.finish();
    });
    return answer;
  }

  Answer reversals() {
    Answer answer;
    answer.values.resize(kExponents.size());
    const kernels::ColumnPositions positions;
    kernels::Row row(positions, answer.values.data());
    kernels::Facts facts;
    facts.count = samples_.size();
    kernels::Summary summary(isa_);
    summary.begin(facts);
    for_each_block([&](const kernels::Block& block) { summary.add(block); });
    summary.finish(facts, row);

    std::vector<kernels::FamilyMember> members;
    for (std::size_t i = 0; i < kExponents.size(); ++i) members.push_back({kExponents[i], i});
    kernels::Reversals reversals(isa_, {members, {}}, 1.0);
    answer.seconds = seconds_of([&] {
      reversals.begin(facts);
      for_each_block([&](const kernels::Block& block) { reversals.add(block); });
      reversals.finish(facts, row);
    });
    return answer;
  }

  Answer spectrum(unsigned segment) {
    return channel(
        {{contract::Column::kSpectralM0}, {contract::Column::kSpectralM2}, {contract::Column::kSpectralPeakFrequencyHz}},
        {.segment_samples = segment});
  }

  const kernels::isa::Table& isa_;
  std::vector<double> samples_;
};

}  // namespace
}  // namespace wavemill::bench

int main(int argc, char** argv) {
  const auto isa = wavemill::kernels::isa::select(argc > 2 ? argv[2] : "auto");
  if (argc < 2 || !isa) return 2;
  auto samples = wavemill::bench::load(argv[1], **isa);
  if (!samples) {
    wavemill::bench::print({.error = samples.error().message});
    return 1;
  }
  wavemill::bench::KernelBench bench(**isa, std::move(*samples));
  return wavemill::bench::serve([&](const std::string& what, unsigned number) { return bench.measure(what, number); });
}
