#include "kernels/excursions.h"

#include <algorithm>
#include <bit>

namespace wavemill::kernels {

namespace {

/// Four at once: none waits for the one before it.
double largest(const double* x, std::size_t count, double sign) {
  double a = sign * x[0], b = a, c = a, d = a;
  std::size_t i = 0;
  for (; i + 4 <= count; i += 4) {
    a = std::max(a, sign * x[i]);
    b = std::max(b, sign * x[i + 1]);
    c = std::max(c, sign * x[i + 2]);
    d = std::max(d, sign * x[i + 3]);
  }
  for (; i < count; ++i) a = std::max(a, sign * x[i]);
  return sign * std::max(std::max(a, b), std::max(c, d));
}

}  // namespace

std::size_t next_bit(const BlockBits& bits, std::size_t from, std::size_t count, bool wanted) {
  for (std::size_t word = from / 64; 64 * word < count; ++word) {
    std::uint64_t candidates = wanted ? bits[word] : ~bits[word];
    if (word == from / 64) candidates &= ~std::uint64_t{0} << (from % 64);
    if (candidates != 0) return std::min(count, 64 * word + static_cast<std::size_t>(std::countr_zero(candidates)));
  }
  return count;
}

void Excursions::look_at(const Block& block, std::size_t from, std::size_t to) {
  const double extreme = largest(block.samples + from, to - from, static_cast<double>(sign_));
  if (!(sign_ * extreme > sign_ * current_.extreme)) return;
  const double* last = block.samples + to - 1;  // up to it: a mapped file may have been written to since
  current_.extreme = extreme;
  current_.extreme_index =
      block.first_index + static_cast<std::uint64_t>(std::find(block.samples + from, last, extreme) - block.samples);
}

}  // namespace wavemill::kernels
