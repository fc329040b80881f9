#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "kernels/block.h"
#include "kernels/isa/table.h"

namespace wavemill::kernels {

/// Finds where a channel turns, block by block: the samples at which a rise changes to a fall or the other way round. A flat stretch turns at its last
/// sample, as in the `rainflow` package. The channel's two ends are not turning points here.
/// @nan           not allowed: callers ask only for finite channels
/// @cost          about a third of a nanosecond a sample and as much for each turning point
class TurningPoints {
 public:
  explicit TurningPoints(const isa::Table& isa) : isa_(isa) {}

  void begin();

  /// Finds the turning points that this block decides; the last sample of the block before it may be one of them.
  void find(const Block& block);

  // What `find` found. Peaks and troughs alternate.
  [[nodiscard]] std::size_t count() const { return count_; }
  [[nodiscard]] bool is_peak(std::size_t i) const { return first_is_peak_ == (i % 2 == 0); }
  [[nodiscard]] const double* values() const { return values_.data(); }
  /// Samples from the period's first.
  [[nodiscard]] std::uint64_t index(std::size_t i) const { return block_first_index_ + places_[i] - 1; }
  /// The first sample of the flat stretch that ends in turning point i, from the period's first.
  [[nodiscard]] std::uint64_t index_of_flat_start(std::size_t i, const Block& block) const;

  /// Call when the block's turning points have been used.
  void end_block(const Block& block);

 private:
  void find_at_seam(double next);
  void find_in_word(const double* samples, std::uint32_t place, std::uint64_t rises, std::uint64_t falls, unsigned length);
  void push(double value, std::uint32_t place, bool is_peak);
  [[nodiscard]] std::uint64_t flat_start(const Block& block, std::size_t at) const;

  static constexpr std::size_t kWords = kBlockSamples / 64 + 1;
  enum class Direction : std::uint8_t { kUnknown, kUp, kDown };

  const isa::Table& isa_;
  Direction direction_ = Direction::kUnknown;
  bool has_before_ = false;
  double before_ = 0.0;                  // the last sample of the block before
  std::uint64_t before_flat_start_ = 0;  // where the flat stretch that it ends began
  std::uint64_t block_first_index_ = 0;
  std::size_t count_ = 0;
  bool first_is_peak_ = false;
  std::array<double, kBlockSamples + 1> values_;
  std::array<std::uint32_t, kBlockSamples + 1> places_;  // samples from the one before the block
  std::array<std::uint64_t, kWords> rises_, falls_;
};

}  // namespace wavemill::kernels
