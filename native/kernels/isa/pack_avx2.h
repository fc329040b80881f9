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
inline Pack smaller(Pack a, Pack b) { return _mm256_min_pd(a, b); }
inline Pack larger(Pack a, Pack b) { return _mm256_max_pd(a, b); }
inline std::uint64_t bits_less(Pack a, Pack b) {
  return static_cast<std::uint64_t>(static_cast<unsigned>(_mm256_movemask_pd(_mm256_cmp_pd(a, b, _CMP_LT_OQ))));
}
inline void store_truncated(std::uint32_t* to, Pack a) { _mm_storeu_si128(reinterpret_cast<__m128i*>(to), _mm256_cvttpd_epi32(a)); }

}  // namespace wavemill::kernels::isa::WAVEMILL_ISA_NAMESPACE
