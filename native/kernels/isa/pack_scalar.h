#pragma once

// One double at a time: the reference that every other instruction set must equal bit for bit.

#include <cstddef>
#include <cstdint>

namespace wavemill::kernels::isa::WAVEMILL_ISA_NAMESPACE {

inline constexpr std::size_t kWidth = 1;
using Pack = double;

inline Pack load(const double* from) { return *from; }
inline void store(double* to, Pack a) { *to = a; }
inline Pack broadcast(double a) { return a; }
inline Pack add(Pack a, Pack b) { return a + b; }
inline Pack subtract(Pack a, Pack b) { return a - b; }
inline Pack multiply(Pack a, Pack b) { return a * b; }
inline Pack divide(Pack a, Pack b) { return a / b; }
inline Pack square_root(Pack a) { return __builtin_sqrt(a); }
/// a where a is NaN, else b.
inline Pack keep_nan(Pack a, Pack b) { return a != a ? a : b; }
inline Pack smaller(Pack a, Pack b) { return a < b ? a : b; }
inline Pack larger(Pack a, Pack b) { return a > b ? a : b; }
/// Bit i: a[i] < b[i].
inline std::uint64_t bits_less(Pack a, Pack b) { return a < b ? 1U : 0U; }
/// Each as `truncated` has it.
inline void store_truncated(std::uint32_t* to, Pack a, std::uint32_t last) { *to = truncated(a, last); }

/// Writes the marked ones of kWidth samples side by side; may write all kWidth places.
inline void store_marked(double* to, Pack a, std::uint64_t /*marks*/) { *to = a; }

}  // namespace wavemill::kernels::isa::WAVEMILL_ISA_NAMESPACE
