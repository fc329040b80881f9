#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "kernels/block.h"
#include "kernels/isa/table.h"

namespace wavemill::kernels {

/// Exact order statistics of a series that is given several times over and never stored: the first sweep counts samples in buckets between the extremes,
/// the next one gathers only the buckets that hold a wanted rank; a crowded bucket is divided again first. So 2 sweeps for almost all channels, and memory
/// that does not grow with the series.
/// @nan           not allowed
/// @cost          about 1 ns a sample and sweep
class OrderStatistics {
 public:
  explicit OrderStatistics(const isa::Table& isa) : isa_(isa) {}

  /// @param ranks   0-based, ascending, all under `count`; borrowed until the last sweep
  void begin(const std::vector<std::uint64_t>& ranks, std::uint64_t count, double min, double max);
  void add(const double* samples, std::size_t count);

  /// True where another sweep is needed.
  bool end_sweep();

  /// The sample of rank number i.
  [[nodiscard]] double value(std::size_t i) const { return values_[i]; }

 private:
  static constexpr std::uint32_t kBuckets = 1025;  // 1024 between the extremes, and one for what lies at the upper end
  static constexpr std::size_t kCopies =
      4;  // so that equal neighbours, the rule in smooth series, do not wait for each other's count
  static constexpr unsigned kDeepest =
      6;  // after that a bucket is gathered however crowded: its samples differ in their last bits only

  enum class State : std::uint8_t { kCounting, kRouting, kGathering, kSolved };

  /// An interval of values that holds wanted ranks.
  struct Node {
    State state;
    unsigned depth;
    double low, inverse_width;
    double min, max;                    // of the samples counted
    std::uint64_t samples_below;        // in the whole series
    std::size_t first_rank, last_rank;  // numbers of the ranks inside, the last excluded
    std::array<std::uint64_t, kBuckets> counts;
    std::array<std::uint16_t, kBuckets> child;  // 0: no rank in this bucket
    std::vector<double> gathered;
  };

  Node& new_node();
  void start(Node& node, std::uint64_t expected_count);
  void count_root(std::size_t count);
  void route_from_root(std::uint32_t bucket, double sample);
  void route(std::uint16_t child, double sample);
  void merge_copies();
  void divide(std::size_t node_index);
  void solve(Node& node);

  const isa::Table& isa_;
  const std::vector<std::uint64_t>* ranks_ = nullptr;
  std::uint64_t count_ = 0;
  std::vector<double> values_;
  std::vector<Node> nodes_;  // 0 is the root; a pool: `used_` of them are in use
  std::size_t used_ = 0;
  std::array<std::uint32_t, kBlockSamples> bucket_;
  std::array<std::array<std::uint32_t, kBuckets>, kCopies> copies_;
};

}  // namespace wavemill::kernels
