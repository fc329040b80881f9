#pragma once

#include <cstdint>

namespace wavemill::layout {

/// How one sample is stored.
enum class SampleType : std::uint8_t { kInt16, kInt32, kUint16, kFloat32, kFloat64 };

enum class ByteOrder : std::uint8_t { kLittle, kBig };

/// How a stored number q becomes a sample x. The two forms are not interchangeable: each rounds as its format's own writers and readers do.
enum class Scaling : std::uint8_t {
  kNone,            // x = q
  kSubtractDivide,  // x = (q - bias) / scale      OpenFAST
  kMultiplyAdd,     // x = q · scale + bias        HAWC2, FLEX, GTSDF
};

/// Where one channel's samples lie in a file and what they mean. The only way that samples are described; nothing is assumed to be aligned.
struct ArrayLayout {
  SampleType type = SampleType::kFloat64;
  ByteOrder order = ByteOrder::kLittle;
  Scaling scaling = Scaling::kNone;
  std::uint64_t offset_bytes = 0;  // of sample 0, from the file's start
  std::uint64_t stride_bytes = 0;  // from one sample to the next
  std::uint64_t count = 0;
  double scale = 1.0;
  double bias = 0.0;
  bool is_largest_missing =
      false;  // the largest number of an integer type is no sample but the lack of one: NaN, whatever the scale (GTSDF)
};

constexpr std::uint64_t size_bytes(SampleType type) {
  switch (type) {
    case SampleType::kInt16:
    case SampleType::kUint16: return 2;
    case SampleType::kInt32:
    case SampleType::kFloat32: return 4;
    case SampleType::kFloat64: return 8;
  }
  return 0;
}

}  // namespace wavemill::layout
