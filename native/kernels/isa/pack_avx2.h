#pragma once

#include <immintrin.h>

#include <cstddef>
#include <cstdint>

namespace wavemill::kernels::isa::WAVEMILL_ISA_NAMESPACE {

inline constexpr std::size_t kWidth = 4;
using Pack = __m256d;

inline Pack load(const double* from) { return _mm256_loadu_pd(from); }
inline void store(double* to, Pack a) { _mm256_storeu_pd(to, a); }
inline Pack broadcast(double a) { return _mm256_set1_pd(a); }
inline Pack add(Pack a, Pack b) { return _mm256_add_pd(a, b); }
inline Pack subtract(Pack a, Pack b) { return _mm256_sub_pd(a, b); }
inline Pack multiply(Pack a, Pack b) { return _mm256_mul_pd(a, b); }
inline Pack divide(Pack a, Pack b) { return _mm256_div_pd(a, b); }
inline Pack square_root(Pack a) { return _mm256_sqrt_pd(a); }
/// a where a is NaN, else b.
inline Pack keep_nan(Pack a, Pack b) { return _mm256_blendv_pd(b, a, _mm256_cmp_pd(a, a, _CMP_UNORD_Q)); }
inline Pack smaller(Pack a, Pack b) { return _mm256_min_pd(a, b); }
inline Pack larger(Pack a, Pack b) { return _mm256_max_pd(a, b); }
inline std::uint64_t bits_less(Pack a, Pack b) {
  return static_cast<std::uint64_t>(static_cast<unsigned>(_mm256_movemask_pd(_mm256_cmp_pd(a, b, _CMP_LT_OQ))));
}
/// Each as `truncated` has it.
inline void store_truncated(std::uint32_t* to, Pack a, std::uint32_t last) {
  const __m128i lasts = _mm_set1_epi32(static_cast<int>(last));
  _mm_storeu_si128(reinterpret_cast<__m128i*>(to), _mm_min_epu32(_mm256_cvttpd_epi32(a), lasts));
}

/// For each set of 4 marks, the 32-bit halves of the marked samples in order.
alignas(32) inline constexpr std::uint32_t kMarkedHalves[16][8] = {
    {0, 1, 2, 3, 4, 5, 6, 7}, {0, 1, 2, 3, 4, 5, 6, 7}, {2, 3, 2, 3, 4, 5, 6, 7}, {0, 1, 2, 3, 4, 5, 6, 7},
    {4, 5, 2, 3, 4, 5, 6, 7}, {0, 1, 4, 5, 4, 5, 6, 7}, {2, 3, 4, 5, 4, 5, 6, 7}, {0, 1, 2, 3, 4, 5, 6, 7},
    {6, 7, 2, 3, 4, 5, 6, 7}, {0, 1, 6, 7, 4, 5, 6, 7}, {2, 3, 6, 7, 4, 5, 6, 7}, {0, 1, 2, 3, 6, 7, 6, 7},
    {4, 5, 6, 7, 4, 5, 6, 7}, {0, 1, 4, 5, 6, 7, 6, 7}, {2, 3, 4, 5, 6, 7, 6, 7}, {0, 1, 2, 3, 4, 5, 6, 7},
};

/// Writes the marked ones of kWidth samples side by side; may write all kWidth places.
inline void store_marked(double* to, Pack a, std::uint64_t marks) {
  const __m256i halves = _mm256_load_si256(reinterpret_cast<const __m256i*>(kMarkedHalves[marks]));
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(to), _mm256_permutevar8x32_epi32(_mm256_castpd_si256(a), halves));
}

}  // namespace wavemill::kernels::isa::WAVEMILL_ISA_NAMESPACE
