#pragma once

// Included by kernels_isa.cpp alone. Plain loops: the compiler makes packs of them, and each sample is computed by itself, so bits cannot differ.

namespace wavemill::kernels::isa::WAVEMILL_ISA_NAMESPACE {

inline constexpr std::size_t kGather = 256;

inline std::uint16_t swapped(std::uint16_t bits) { return __builtin_bswap16(bits); }
inline std::uint32_t swapped(std::uint32_t bits) { return __builtin_bswap32(bits); }
inline std::uint64_t swapped(std::uint64_t bits) { return __builtin_bswap64(bits); }

/// Brings samples that lie apart, and perhaps not aligned, side by side.
template <class Bits>
void gather(const std::byte* first, std::size_t stride, std::size_t count, bool swap, Bits* out) {
  if (stride == sizeof(Bits))
    __builtin_memcpy(out, first, count * sizeof(Bits));
  else
    for (std::size_t i = 0; i < count; ++i) __builtin_memcpy(out + i, first + i * stride, sizeof(Bits));
  if (!swap) return;
  for (std::size_t i = 0; i < count; ++i) out[i] = swapped(out[i]);
}

inline constexpr std::int16_t largest(std::int16_t) { return 0x7fff; }
inline constexpr std::int32_t largest(std::int32_t) { return 0x7fffffff; }
inline constexpr std::uint16_t largest(std::uint16_t) { return 0xffff; }

/// Where the format says that an integer type's largest number means that there is no sample.
template <class Stored>
void mark_missing(const Stored* q, std::size_t count, double* out) {
  for (std::size_t i = 0; i < count; ++i) out[i] = q[i] == largest(Stored{}) ? __builtin_nan("") : out[i];
}
inline void mark_missing(const float*, std::size_t, double*) {}
inline void mark_missing(const double*, std::size_t, double*) {}

template <class Stored>
void scale(const Stored* q, std::size_t count, const layout::ArrayLayout& layout, double* out) {
  const double factor = layout.scale, bias = layout.bias;
  switch (layout.scaling) {
    case layout::Scaling::kNone:
      for (std::size_t i = 0; i < count; ++i) out[i] = static_cast<double>(q[i]);
      return;
    case layout::Scaling::kSubtractDivide:
      for (std::size_t i = 0; i < count; ++i) out[i] = (static_cast<double>(q[i]) - bias) / factor;
      return;
    case layout::Scaling::kMultiplyAdd:
      for (std::size_t i = 0; i < count; ++i) out[i] = static_cast<double>(q[i]) * factor + bias;
      return;
  }
}

template <class Stored, class Bits>
void decode_as(const std::byte* first, const layout::ArrayLayout& layout, std::size_t count, double* out) {
  Bits bits[kGather];
  Stored stored[kGather];
  for (std::size_t i = 0; i < count; i += kGather) {
    const std::size_t length = count - i < kGather ? count - i : kGather;
    gather(first + i * layout.stride_bytes, layout.stride_bytes, length, layout.order == layout::ByteOrder::kBig, bits);
    __builtin_memcpy(stored, bits, length * sizeof(Bits));
    scale(stored, length, layout, out + i);
    if (layout.is_largest_missing) mark_missing(stored, length, out + i);
  }
}

inline void decode(const std::byte* first, const layout::ArrayLayout& layout, std::size_t count, double* out) {
  switch (layout.type) {
    case layout::SampleType::kInt16: return decode_as<std::int16_t, std::uint16_t>(first, layout, count, out);
    case layout::SampleType::kInt32: return decode_as<std::int32_t, std::uint32_t>(first, layout, count, out);
    case layout::SampleType::kUint16: return decode_as<std::uint16_t, std::uint16_t>(first, layout, count, out);
    case layout::SampleType::kFloat32: return decode_as<float, std::uint32_t>(first, layout, count, out);
    case layout::SampleType::kFloat64: return decode_as<double, std::uint64_t>(first, layout, count, out);
  }
}

}  // namespace wavemill::kernels::isa::WAVEMILL_ISA_NAMESPACE
