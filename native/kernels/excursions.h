#pragma once

#include <array>
#include <cstdint>

#include "kernels/block.h"

namespace wavemill::kernels {

inline constexpr std::size_t kBlockWords = kBlockSamples / 64;

/// A bit a sample: whether it is beyond a level.
using BlockBits = std::array<std::uint64_t, kBlockWords>;

/// A run of samples beyond a level.
struct Excursion {
  double extreme = 0.0;             // the largest of its samples, or the smallest
  std::uint64_t extreme_index = 0;  // of the first that equals it, from the period's first sample
  bool begins_inside = false;       // at the period's first sample: how it began is not known
};

/// Finds the runs of set bits of block after block, and the extreme of each.
/// @cost          O(samples inside), one look at each
class Excursions {
 public:
  /// @param sign    1: the largest sample of a run; -1: the smallest
  void begin(int sign) {
    sign_ = sign;
    is_inside_ = false;
  }

  /// Calls `entered()` where a run begins behind a sample that is outside, and `left(excursion)` where one ends.
  template <class Entered, class Left>
  void add(const Block& block, const BlockBits& inside, Entered entered, Left left);

  /// The run that the period's end leaves open.
  [[nodiscard]] bool is_inside() const { return is_inside_; }
  [[nodiscard]] const Excursion& current() const { return current_; }

 private:
  void look_at(const Block& block, std::size_t from, std::size_t to);

  int sign_ = 1;
  bool is_inside_ = false;
  Excursion current_;
};

/// The first bit from `from` on that is `wanted`, or `count`.
std::size_t next_bit(const BlockBits& bits, std::size_t from, std::size_t count, bool wanted);

template <class Entered, class Left>
void Excursions::add(const Block& block, const BlockBits& inside, Entered entered, Left left) {
  for (std::size_t at = 0; at < block.count;) {
    if (!is_inside_) {
      at = next_bit(inside, at, block.count, true);
      if (at == block.count) return;
      const bool is_first = at + block.first_index == 0;
      current_ = {block.samples[at], block.first_index + at, is_first};
      is_inside_ = true;
      if (!is_first) entered();
    }
    const std::size_t end = next_bit(inside, at, block.count, false);
    look_at(block, at, end);
    at = end;
    if (at == block.count) return;
    is_inside_ = false;
    left(current_);
  }
}

}  // namespace wavemill::kernels
