#pragma once

// Included by kernels_isa.cpp alone, after the pack of its instruction set.

namespace wavemill::kernels::isa::WAVEMILL_ISA_NAMESPACE {

inline constexpr int kFewMarks = 12;  // of 64: up to here it is quicker to go from mark to mark

inline double* gather_few(const double* x, std::uint64_t marks, double* out) {
  for (; marks != 0; marks &= marks - 1) *out++ = x[__builtin_ctzll(marks)];
  return out;
}

inline double* gather_many(const double* x, std::uint64_t marks, double* out) {
  constexpr std::uint64_t kAll = (std::uint64_t{1} << kWidth) - 1;
  for (std::size_t i = 0; i < 64; i += kWidth, marks >>= kWidth) {
    store_marked(out, load(x + i), marks & kAll);
    out += __builtin_popcountll(marks & kAll);
  }
  return out;
}

inline std::size_t gather_marked(const double* x, std::size_t count, const std::uint64_t* marks, double* out) {
  double* to = out;
  for (std::size_t i = 0; i < count; i += 64) {
    const std::uint64_t word = marks[i / 64];
    const bool is_whole = count - i >= 64;
    to = is_whole && __builtin_popcountll(word) > kFewMarks ? gather_many(x + i, word, to) : gather_few(x + i, word, to);
  }
  return static_cast<std::size_t>(to - out);
}

}  // namespace wavemill::kernels::isa::WAVEMILL_ISA_NAMESPACE
