#pragma once

#include <cstddef>
#include <cstdint>

namespace wavemill::expression {

/// Functions that the C library computes, sample by sample: their last bit depends on CPU and library (1e-13 relative is promised, not the bits).
enum class LibmFunction : std::uint8_t { kSin, kCos, kTan, kAsin, kAcos, kAtan, kAtan2, kExp, kLog, kLog10, kPow };

/// out[i] = function(x[i]), or function(x[i], y[i]) of atan2 and pow.
void map_libm(LibmFunction function, const double* x, const double* y, std::size_t count, double* out);

}  // namespace wavemill::expression
