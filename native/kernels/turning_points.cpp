#include "kernels/turning_points.h"

#include <algorithm>
#include <bit>

namespace wavemill::kernels {

void TurningPoints::begin() {
  direction_ = Direction::kUnknown;
  has_before_ = false;
}

void TurningPoints::find_at_seam(double next) {
  seam_turns_ = false;
  if (!has_before_ || next == before_) return;
  const Direction now = next > before_ ? Direction::kUp : Direction::kDown;
  seam_turns_ = direction_ != Direction::kUnknown && direction_ != now;
  seam_is_peak_ = now == Direction::kDown;
  direction_ = now;
}

void TurningPoints::find(const Block& block) {
  find_at_seam(block.samples[0]);
  count_ = seam_turns_ ? 1 : 0;
  isa_.slope_bits(block.samples, block.count, rises_.data(), falls_.data());
  const std::size_t pairs = block.count - 1;
  for (std::size_t word = 0; word < word_count(block); ++word) {
    turns_[word] = peaks_[word] = 0;
    if (64 * word < pairs) find_in_word(word, static_cast<unsigned>(std::min<std::size_t>(64, pairs - 64 * word)));
  }
}

/// 64 slopes at once. A flat pair takes the direction that led to it: adding the bit after a rise to a run of flat bits lets the carry run through
/// the run, so the bits that it clears are those that a rise led to.
void TurningPoints::find_in_word(std::size_t word, unsigned length) {
  const std::uint64_t rises = rises_[word], moving = rises | falls_[word];
  if (moving == 0) return;
  if (direction_ == Direction::kUnknown) direction_ = (rises & (moving & (~moving + 1))) != 0 ? Direction::kUp : Direction::kDown;
  const std::uint64_t carry = direction_ == Direction::kUp ? 1U : 0U;
  const std::uint64_t valid = length == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << length) - 1;
  const std::uint64_t flat = valid & ~moving;
  const std::uint64_t flat_after_rise = ((rises << 1) | carry) & flat;
  const std::uint64_t up = rises | (flat & ~(flat + flat_after_rise));
  turns_[word] = (up ^ ((up << 1) | carry)) & valid;
  peaks_[word] = turns_[word] & ~up;
  count_ += static_cast<std::size_t>(std::popcount(turns_[word]));
  direction_ = ((up >> (length - 1)) & 1U) != 0 ? Direction::kUp : Direction::kDown;
}

double* TurningPoints::values(const Block& block) {
  double* out = values_.data();
  if (seam_turns_) *out++ = before_;
  isa_.gather_marked(block.samples, block.count, turns_.data(), out);
  return values_.data();
}

std::uint64_t TurningPoints::flat_start(const Block& block, std::size_t at) const {
  const double* x = block.samples;
  while (at > 0 && x[at - 1] == x[at]) --at;
  if (at == 0 && has_before_ && before_ == x[0]) return before_flat_start_;
  return block.first_index + at;
}

TurningPoints::Crests TurningPoints::crests(const Block& block) const {
  Crests crests;
  std::size_t first = 0, last = 0;  // samples of the block
  std::uint64_t inside = 0;
  for (std::size_t word = 0; word < word_count(block); ++word) {
    const std::uint64_t peaks = peaks_[word];
    if (peaks == 0) continue;
    if (inside == 0) first = 64 * word + static_cast<std::size_t>(std::countr_zero(peaks));
    last = 64 * word + 63 - static_cast<std::size_t>(std::countl_zero(peaks));
    inside += static_cast<std::uint64_t>(std::popcount(peaks));
  }
  const bool has_seam = seam_turns_ && seam_is_peak_;
  crests.count = inside + (has_seam ? 1 : 0);
  if (crests.count == 0) return crests;
  crests.first_index = has_seam ? before_flat_start_ : flat_start(block, first);
  crests.last_index = inside == 0 ? before_flat_start_ : flat_start(block, last);
  return crests;
}

void TurningPoints::end_block(const Block& block) {
  before_flat_start_ = flat_start(block, block.count - 1);
  before_ = block.samples[block.count - 1];
  has_before_ = true;
}

}  // namespace wavemill::kernels
