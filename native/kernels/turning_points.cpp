#include "kernels/turning_points.h"

#include <algorithm>
#include <bit>

namespace wavemill::kernels {

void TurningPoints::begin() {
  direction_ = Direction::kUnknown;
  has_before_ = false;
  count_ = 0;
}

void TurningPoints::push(double value, std::uint32_t place, bool is_peak) {
  if (count_ == 0) first_is_peak_ = is_peak;
  values_[count_] = value;
  places_[count_] = place;
  ++count_;
}

void TurningPoints::find_at_seam(double next) {
  if (next == before_) return;
  const Direction now = next > before_ ? Direction::kUp : Direction::kDown;
  if (direction_ != Direction::kUnknown && direction_ != now) push(before_, 0, direction_ == Direction::kUp);
  direction_ = now;
}

void TurningPoints::find(const Block& block) {
  count_ = 0;
  block_first_index_ = block.first_index;
  if (has_before_) find_at_seam(block.samples[0]);
  isa_.slope_bits(block.samples, block.count, rises_.data(), falls_.data());
  const std::size_t pairs = block.count - 1;
  for (std::size_t i = 0; i < pairs; i += 64) {
    const unsigned length = static_cast<unsigned>(std::min<std::size_t>(64, pairs - i));
    find_in_word(block.samples + i, static_cast<std::uint32_t>(i) + 1, rises_[i / 64], falls_[i / 64], length);
  }
}

/// 64 slopes at once. A flat pair takes the direction that led to it: adding the bit after a rise to a run of flat bits lets the carry run through
/// the run, so the bits that it clears are those that a rise led to.
void TurningPoints::find_in_word(const double* samples, std::uint32_t place, std::uint64_t rises, std::uint64_t falls, unsigned length) {
  const std::uint64_t moving = rises | falls;
  if (moving == 0) return;
  if (direction_ == Direction::kUnknown) direction_ = (rises & (moving & (~moving + 1))) != 0 ? Direction::kUp : Direction::kDown;
  const std::uint64_t carry = direction_ == Direction::kUp ? 1U : 0U;
  const std::uint64_t valid = length == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << length) - 1;
  const std::uint64_t flat = valid & ~moving;
  const std::uint64_t flat_after_rise = ((rises << 1) | carry) & flat;
  const std::uint64_t up = rises | (flat & ~(flat + flat_after_rise));
  std::uint64_t turns = (up ^ ((up << 1) | carry)) & valid;
  direction_ = ((up >> (length - 1)) & 1U) != 0 ? Direction::kUp : Direction::kDown;
  if (turns == 0) return;
  if (count_ == 0) first_is_peak_ = ((up >> std::countr_zero(turns)) & 1U) == 0;
  std::size_t count = count_;
  for (; turns != 0; turns &= turns - 1, ++count) {
    const unsigned i = static_cast<unsigned>(std::countr_zero(turns));
    values_[count] = samples[i];
    places_[count] = place + i;
  }
  count_ = count;
}

std::uint64_t TurningPoints::flat_start(const Block& block, std::size_t at) const {
  const double* x = block.samples;
  while (at > 0 && x[at - 1] == x[at]) --at;
  if (at == 0 && has_before_ && before_ == x[0]) return before_flat_start_;
  return block.first_index + at;
}

std::uint64_t TurningPoints::index_of_flat_start(std::size_t i, const Block& block) const {
  return places_[i] == 0 ? before_flat_start_ : flat_start(block, places_[i] - 1);
}

void TurningPoints::end_block(const Block& block) {
  before_flat_start_ = flat_start(block, block.count - 1);
  before_ = block.samples[block.count - 1];
  has_before_ = true;
}

}  // namespace wavemill::kernels
