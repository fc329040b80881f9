#pragma once

// Included by kernels_isa.cpp alone, after the pack of its instruction set.

namespace wavemill::kernels::isa::WAVEMILL_ISA_NAMESPACE {

/// to[i] = |x[i + 1] - x[i]|.
inline void ranges_between(const double* x, std::size_t count, double* to) {
  std::size_t i = 0;
  for (; i + kWidth <= count; i += kWidth) {
    const Pack from = load(x + i), next = load(x + i + 1);
    store(to + i, larger(subtract(next, from), subtract(from, next)));
  }
  for (; i < count; ++i) to[i] = x[i] < x[i + 1] ? x[i + 1] - x[i] : x[i] - x[i + 1];
}

/// Bit i: ranges[i] is smaller than both of its neighbours.
inline void mark_least(const double* ranges, std::size_t count, std::uint64_t* marks) {
  for (std::size_t i = 0; i < count; i += 64) {
    const std::size_t length = count - i < 64 ? count - i : 64;
    const double* r = ranges + i;
    marks[i / 64] = less_word(r, r - 1, length) & less_word(r, r + 1, length);
  }
}

inline std::size_t close_cycles(double* reversals, std::size_t count, double* closed) {
  double padded[kBlockSamples + 3];
  std::uint64_t marks[kBlockSamples / 64 + 1];
  const std::size_t range_count = count - 1;
  double* ranges = padded + 1;
  ranges_between(reversals, range_count, ranges);
  padded[0] = ranges[range_count] = 0.0;  // no range is smaller: the first and the last one stay
  mark_least(ranges, range_count, marks);
  const std::size_t closed_count = gather_marked(ranges, range_count, marks, closed);

  if (range_count % 64 == 0) marks[range_count / 64] = 0;  // the last reversal has a word of its own
  std::uint64_t carry = 0;
  for (std::size_t word = 0; word * 64 < count; ++word) {  // the two ends of a closed range go
    const std::uint64_t least = marks[word];
    const std::uint64_t valid = count - word * 64 < 64 ? (std::uint64_t{1} << (count - word * 64)) - 1 : ~std::uint64_t{0};
    marks[word] = ~(least | (least << 1) | carry) & valid;
    carry = least >> 63;
  }
  gather_marked(reversals, count, marks, reversals);
  return closed_count;
}

}  // namespace wavemill::kernels::isa::WAVEMILL_ISA_NAMESPACE
