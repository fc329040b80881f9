#pragma once

// Included by kernels_isa.cpp alone, after the pack of its instruction set.

namespace wavemill::kernels::isa::WAVEMILL_ISA_NAMESPACE {

#if WAVEMILL_ISA_WIDTH > 1
inline __m128i row_at(const std::byte* from) { return _mm_loadu_si128(reinterpret_cast<const __m128i*>(from)); }

/// 8 rows of 8 neighbouring 16-bit numbers become 8 columns of 8, in three rounds of interleaving.
inline void transpose_8x8(const std::byte* first, std::size_t stride, std::uint16_t* out, std::size_t column_stride) {
  __m128i a[8], b[8];
  for (std::size_t k = 0; k < 8; ++k) a[k] = row_at(first + k * stride);
  for (std::size_t k = 0; k < 4; ++k) {
    b[2 * k] = _mm_unpacklo_epi16(a[2 * k], a[2 * k + 1]);
    b[2 * k + 1] = _mm_unpackhi_epi16(a[2 * k], a[2 * k + 1]);
  }
  for (std::size_t k = 0; k < 8; k += 4) {
    a[k] = _mm_unpacklo_epi32(b[k], b[k + 2]);
    a[k + 1] = _mm_unpackhi_epi32(b[k], b[k + 2]);
    a[k + 2] = _mm_unpacklo_epi32(b[k + 1], b[k + 3]);
    a[k + 3] = _mm_unpackhi_epi32(b[k + 1], b[k + 3]);
  }
  for (std::size_t k = 0; k < 4; ++k) {
    _mm_storeu_si128(reinterpret_cast<__m128i*>(out + 2 * k * column_stride), _mm_unpacklo_epi64(a[k], a[k + 4]));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(out + (2 * k + 1) * column_stride), _mm_unpackhi_epi64(a[k], a[k + 4]));
  }
}
#else
inline void transpose_8x8(const std::byte* first, std::size_t stride, std::uint16_t* out, std::size_t column_stride) {
  for (std::size_t row = 0; row < 8; ++row)
    for (std::size_t k = 0; k < 8; ++k) __builtin_memcpy(out + k * column_stride + row, first + row * stride + 2 * k, 2);
}
#endif

inline void transpose_eight(const std::byte* first, std::size_t stride, std::size_t rows, std::uint16_t* out,
                            std::size_t column_stride) {
  std::size_t row = 0;
  for (; row + 8 <= rows; row += 8) transpose_8x8(first + row * stride, stride, out + row, column_stride);
  for (; row < rows; ++row)
    for (std::size_t k = 0; k < 8; ++k) __builtin_memcpy(out + k * column_stride + row, first + row * stride + 2 * k, 2);
}

}  // namespace wavemill::kernels::isa::WAVEMILL_ISA_NAMESPACE
