#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>

namespace wavemill::kernels {

enum class WindowShape : std::uint8_t { kHann, kHamming, kBlackman, kBlackmanHarris, kNuttall, kFlattop, kBoxcar };
enum class Detrend : std::uint8_t { kConstant, kLinear, kOff };

/// How power spectral densities are estimated. The defaults are SciPy's `welch`, but for the segments' length.
struct SpectrumOptions {
  std::uint64_t segment_samples = 0;  // 0: by resolution_hz
  double resolution_hz = 0.0;         // 0: by the period's length, see WelchShape
  WindowShape window = WindowShape::kHann;
  double overlap = 0.5;  // of a segment, 0 to under 1
  Detrend detrend = Detrend::kConstant;
  std::uint64_t transform_samples = 0;  // segments are filled up with zeros to so many; 0: not at all

  // Moments and peak are of these frequencies alone, both ends included.
  double from_hz = 0.0;
  double to_hz = std::numeric_limits<double>::infinity();

  bool wants_density = false;  // itself, not only what follows from it

  bool operator==(const SpectrumOptions& other) const = default;
};

}  // namespace wavemill::kernels
