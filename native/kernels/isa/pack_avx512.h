#pragma once

#include <immintrin.h>

#include <cstddef>
#include <cstdint>

namespace wavemill::kernels::isa::WAVEMILL_ISA_NAMESPACE {

inline constexpr std::size_t kWidth = 8;
using Pack = __m512d;

inline Pack load(const double* from) { return _mm512_loadu_pd(from); }
inline void store(double* to, Pack a) { _mm512_storeu_pd(to, a); }
inline Pack broadcast(double a) { return _mm512_set1_pd(a); }
inline Pack add(Pack a, Pack b) { return _mm512_add_pd(a, b); }
inline Pack subtract(Pack a, Pack b) { return _mm512_sub_pd(a, b); }
inline Pack multiply(Pack a, Pack b) { return _mm512_mul_pd(a, b); }
inline Pack divide(Pack a, Pack b) { return _mm512_div_pd(a, b); }
inline Pack square_root(Pack a) { return _mm512_sqrt_pd(a); }
/// a where a is NaN, else b.
inline Pack keep_nan(Pack a, Pack b) { return _mm512_mask_blend_pd(_mm512_cmp_pd_mask(a, a, _CMP_UNORD_Q), b, a); }
inline Pack smaller(Pack a, Pack b) { return _mm512_min_pd(a, b); }
inline Pack larger(Pack a, Pack b) { return _mm512_max_pd(a, b); }
inline std::uint64_t bits_less(Pack a, Pack b) { return _mm512_cmp_pd_mask(a, b, _CMP_LT_OQ); }
/// Each as `truncated` has it.
inline void store_truncated(std::uint32_t* to, Pack a, std::uint32_t last) {
  const __m256i lasts = _mm256_set1_epi32(static_cast<int>(last));
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(to), _mm256_min_epu32(_mm512_cvttpd_epi32(a), lasts));
}

/// Writes the marked ones of kWidth samples side by side; may write all kWidth places.
inline void store_marked(double* to, Pack a, std::uint64_t marks) {
  _mm512_storeu_pd(to, _mm512_maskz_compress_pd(static_cast<__mmask8>(marks), a));
}

}  // namespace wavemill::kernels::isa::WAVEMILL_ISA_NAMESPACE
