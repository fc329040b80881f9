#pragma once

#include <cstdint>
#include <cstring>
#include <string>

#include "layout/array_layout.h"

namespace wavemill::test {

template <class T>
double stored_number(const char* at, layout::ByteOrder order) {
  char bytes[sizeof(T)];
  for (std::size_t i = 0; i < sizeof(T); ++i) bytes[i] = at[order == layout::ByteOrder::kLittle ? i : sizeof(T) - 1 - i];
  T value;
  std::memcpy(&value, bytes, sizeof value);
  return static_cast<double>(value);
}

/// Sample `index` as a layout describes it: written for these tests, and slow, so that it owes nothing to the core's own decoding.
inline double sample(const std::string& file, const layout::ArrayLayout& array, std::uint64_t index) {
  const char* at = file.data() + array.offset_bytes + index * array.stride_bytes;
  double q = 0;
  switch (array.type) {
    case layout::SampleType::kInt16: q = stored_number<std::int16_t>(at, array.order); break;
    case layout::SampleType::kInt32: q = stored_number<std::int32_t>(at, array.order); break;
    case layout::SampleType::kUint16: q = stored_number<std::uint16_t>(at, array.order); break;
    case layout::SampleType::kFloat32: q = stored_number<float>(at, array.order); break;
    case layout::SampleType::kFloat64: q = stored_number<double>(at, array.order); break;
  }
  switch (array.scaling) {
    case layout::Scaling::kNone: return q;
    case layout::Scaling::kSubtractDivide: return (q - array.bias) / array.scale;
    case layout::Scaling::kMultiplyAdd: return q * array.scale + array.bias;
  }
  return q;
}

}  // namespace wavemill::test
