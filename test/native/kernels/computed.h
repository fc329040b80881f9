#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "kernels/kernel.h"
#include "kernels/series.h"
#include "kernels/summary.h"

namespace wavemill::test {

inline const kernels::isa::Table& scalar() { return **kernels::isa::select("scalar"); }

/// Gives a series block by block, each from memory that holds nothing else: a sanitizer sees a step outside.
template <class Use>
void for_each_block(const Series& x, Use use) {
  for (std::size_t first = 0; first < x.size(); first += kernels::kBlockSamples) {
    const std::size_t count = std::min(kernels::kBlockSamples, x.size() - first);
    const std::vector<double> alone(x.begin() + static_cast<std::ptrdiff_t>(first),
                                    x.begin() + static_cast<std::ptrdiff_t>(first + count));
    use(kernels::Block{alone.data(), count, first});
  }
}

/// A channel that kernels are run on, one after another, and the row that they fill: every fixed column at its number, then `members` of families.
class Computed {
 public:
  explicit Computed(const Series& x, const kernels::TimeView& time = {}, std::size_t members = 0)
      : x_(x), values_(contract::kColumnCount + members, kernels::kNone) {
    for (std::size_t i = 0; i < contract::kColumnCount; ++i) positions_.position[i] = static_cast<std::int32_t>(i);
    facts.time = time;
    facts.count = x.size();
  }

  void run(kernels::Kernel& kernel) {
    bool wants_sweep = kernel.begin(facts);
    while (wants_sweep) {
      for_each_block(x_, [&](const kernels::Block& block) { kernel.add(block); });
      wants_sweep = kernel.end_sweep();
      ++sweeps;
    }
    kernels::Row row(positions_, values_.data());
    kernel.finish(facts, row);
  }

  void summarise(const kernels::isa::Table& isa = scalar()) {
    kernels::Summary summary(isa);
    run(summary);
  }

  [[nodiscard]] double operator[](contract::Column column) const { return values_[static_cast<std::size_t>(column)]; }
  [[nodiscard]] double member(std::size_t i) const { return values_[contract::kColumnCount + i]; }

  /// Family members for a kernel, with their places in this row.
  static std::vector<kernels::FamilyMember> family(const std::vector<double>& parameters) {
    std::vector<kernels::FamilyMember> members;
    for (std::size_t i = 0; i < parameters.size(); ++i) members.push_back({parameters[i], contract::kColumnCount + i});
    return members;
  }

  kernels::Facts facts;
  std::size_t sweeps = 0;

 private:
  const Series& x_;
  kernels::ColumnPositions positions_;
  std::vector<double> values_;
};

}  // namespace wavemill::test
