#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#include "kernels/block.h"
#include "kernels/isa/table.h"

namespace wavemill::kernels {

/// Finds where a channel turns, block by block: the samples at which a rise changes to a fall or the other way round. A flat stretch turns at its last
/// sample, as in the `rainflow` package. The channel's two ends are not turning points here. Use: begin, then for each block find, look, end_block.
/// @nan           not allowed: callers ask only for finite channels
/// @cost          64 samples at once; a turning point costs nothing until its value is asked for
class TurningPoints {
 public:
  explicit TurningPoints(const isa::Table& isa) : isa_(isa) {}

  void begin();

  /// Finds the turning points that this block decides. Its first sample decides about the last one of the block before it: the seam.
  void find(const Block& block);

  /// Calls `use(value, index)` for each, in order; indices count from the period's first sample.
  template <class Use>
  void for_each(const Block& block, Use use) const;

  /// The values of all of them, in order; the caller may change them. Good until the next `find`.
  double* values(const Block& block);
  [[nodiscard]] std::size_t count() const { return count_; }

  /// The crests among them: where they begin (their flat top's first sample), the first and the last.
  struct Crests {
    std::uint64_t count = 0, first_index = 0, last_index = 0;
  };
  [[nodiscard]] Crests crests(const Block& block) const;

  void end_block(const Block& block);

 private:
  enum class Direction : std::uint8_t { kUnknown, kUp, kDown };
  static constexpr std::size_t kWords = kBlockSamples / 64;

  void find_at_seam(double next);
  void find_in_word(std::size_t word, unsigned length);
  [[nodiscard]] std::size_t word_count(const Block& block) const { return (block.count + 63) / 64; }
  [[nodiscard]] std::uint64_t flat_start(const Block& block, std::size_t at) const;

  const isa::Table& isa_;
  Direction direction_ = Direction::kUnknown;
  bool has_before_ = false;
  double before_ = 0.0;                  // the last sample of the block before
  std::uint64_t before_flat_start_ = 0;  // where the flat stretch that it ends began
  bool seam_turns_ = false, seam_is_peak_ = false;
  std::size_t count_ = 0;
  std::array<std::uint64_t, kWords> rises_, falls_;  // slopes of the block
  std::array<std::uint64_t, kWords> turns_, peaks_;  // bit i: sample i is one
  std::array<double, kBlockSamples + 9> values_;     // the seam's, the block's, and what a pack may write too much
};

template <class Use>
void TurningPoints::for_each(const Block& block, Use use) const {
  if (seam_turns_) use(before_, block.first_index - 1);
  for (std::size_t word = 0; word < word_count(block); ++word) {
    for (std::uint64_t turns = turns_[word]; turns != 0; turns &= turns - 1) {
      const std::size_t i = 64 * word + static_cast<std::size_t>(std::countr_zero(turns));
      use(block.samples[i], block.first_index + i);
    }
  }
}

}  // namespace wavemill::kernels
