#pragma once

// Included by kernels_isa.cpp alone, after the pack of its instruction set.

namespace wavemill::kernels::isa::WAVEMILL_ISA_NAMESPACE {

/// Bit i: x[i] < y[i], for up to 64 samples.
inline std::uint64_t less_word(const double* x, const double* y, std::size_t count) {
  std::uint64_t word = 0;
  std::size_t i = 0;
  for (; i + kWidth <= count; i += kWidth) word |= bits_less(load(x + i), load(y + i)) << i;
  for (; i < count; ++i) word |= static_cast<std::uint64_t>(x[i] < y[i]) << i;
  return word;
}

inline void slope_bits(const double* x, std::size_t count, std::uint64_t* rises, std::uint64_t* falls) {
  if (count < 2) return;
  const std::size_t pairs = count - 1;
  std::size_t i = 0;
  for (; i + 64 <= pairs; i += 64) {
    std::uint64_t rise = 0, fall = 0;
    for (std::size_t k = 0; k < 64; k += kWidth) {
      const Pack from = load(x + i + k), next = load(x + i + k + 1);
      rise |= bits_less(from, next) << k;
      fall |= bits_less(next, from) << k;
    }
    *rises++ = rise;
    *falls++ = fall;
  }
  if (i == pairs) return;
  *rises = less_word(x + i, x + i + 1, pairs - i);
  *falls = less_word(x + i + 1, x + i, pairs - i);
}

inline std::uint64_t below_word(const double* x, std::size_t count, double level) {
  const Pack bound = broadcast(level);
  std::uint64_t word = 0;
  std::size_t i = 0;
  for (; i + kWidth <= count; i += kWidth) word |= bits_less(load(x + i), bound) << i;
  for (; i < count; ++i) word |= static_cast<std::uint64_t>(x[i] < level) << i;
  return word;
}

inline std::uint64_t above_word(const double* x, std::size_t count, double level) {
  const Pack bound = broadcast(level);
  std::uint64_t word = 0;
  std::size_t i = 0;
  for (; i + kWidth <= count; i += kWidth) word |= bits_less(bound, load(x + i)) << i;
  for (; i < count; ++i) word |= static_cast<std::uint64_t>(level < x[i]) << i;
  return word;
}

inline void below_bits(const double* x, std::size_t count, double level, std::uint64_t* bits) {
  for (std::size_t i = 0; i < count; i += 64) *bits++ = below_word(x + i, count - i < 64 ? count - i : 64, level);
}

inline void above_bits(const double* x, std::size_t count, double level, std::uint64_t* bits) {
  for (std::size_t i = 0; i < count; i += 64) *bits++ = above_word(x + i, count - i < 64 ? count - i : 64, level);
}

inline std::size_t count_upcrossings(const double* x, std::size_t count, double level) {
  std::size_t crossings = 0;
  std::uint64_t was_below = 0;  // the sample before this word
  for (std::size_t i = 0; i < count; i += 64) {
    const std::size_t length = count - i < 64 ? count - i : 64;
    const std::uint64_t below = below_word(x + i, length, level);
    const std::uint64_t valid = length == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << length) - 1;
    const std::uint64_t before = (below << 1) | was_below;
    crossings += static_cast<std::size_t>(__builtin_popcountll(before & ~below & valid));
    was_below = below >> 63;
  }
  return crossings;
}

inline void bucket_indices(const double* x, std::size_t count, double low, double inverse_width, std::uint32_t last,
                           std::uint32_t* out) {
  const Pack lows = broadcast(low), inverses = broadcast(inverse_width);
  std::size_t i = 0;
  for (; i + kWidth <= count; i += kWidth) store_truncated(out + i, multiply(subtract(load(x + i), lows), inverses), last);
  for (; i < count; ++i) out[i] = truncated((x[i] - low) * inverse_width, last);
}

}  // namespace wavemill::kernels::isa::WAVEMILL_ISA_NAMESPACE
