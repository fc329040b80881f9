#include "kernels/spectrum/turn.h"

namespace wavemill::kernels {

namespace {

/// A number as the sum of two doubles.
struct Double2 {
  double high, low;
};

/// a · b without rounding (Dekker): fused multiplication is not on every machine.
Double2 exact_product(double a, double b) {
  constexpr double kSplit = 134217729.0;  // 2^27 + 1
  const double ca = kSplit * a, cb = kSplit * b;
  const double ah = ca - (ca - a), al = a - ah, bh = cb - (cb - b), bl = b - bh;
  const double product = a * b;
  return {product, ((ah * bh - product) + ah * bl + al * bh) + al * bl};
}

/// 2π · eighths / (8 · denominator), which is at most π/4.
Double2 angle_of(std::uint64_t eighths, std::uint64_t denominator) {
  constexpr double kQuarterPi = 0.78539816339744830962, kQuarterPiRest = 3.0616169978683830e-17;
  const double n = static_cast<double>(eighths), d = static_cast<double>(denominator);
  const double ratio = n / d;
  const Double2 back = exact_product(ratio, d);
  const double rest = ((n - back.high) - back.low) / d;  // of the ratio
  const Double2 angle = exact_product(ratio, kQuarterPi);
  return {angle.high, angle.low + ratio * kQuarterPiRest + rest * kQuarterPi};
}

Turn turn_in_first_octant(Double2 angle) {
  const double x = angle.high, y = angle.low, z = x * x;
  double s = -1.0 / 121645100408832000.0, c = -1.0 / 6402373705728000.0;  // 1/19!, 1/18!
  constexpr double kSine[] = {1.0 / 355687428096000.0, -1.0 / 1307674368000.0, 1.0 / 6227020800.0, -1.0 / 39916800.0,
                              1.0 / 362880.0,          -1.0 / 5040.0,          1.0 / 120.0,        -1.0 / 6.0};
  constexpr double kCosine[] = {1.0 / 20922789888000.0, -1.0 / 87178291200.0, 1.0 / 479001600.0, -1.0 / 3628800.0,
                                1.0 / 40320.0,          -1.0 / 720.0,         1.0 / 24.0};
  for (const double coefficient : kSine) s = s * z + coefficient;
  for (const double coefficient : kCosine) c = c * z + coefficient;
  const double half = 0.5 * z, near = 1.0 - half;
  return {near + (((1.0 - near) - half) + (z * z * c - x * y)), x + (x * z * s + y)};
}

}  // namespace

Turn turn(std::uint64_t numerator, std::uint64_t denominator) {
  const std::uint64_t eighths = 8 * (numerator % denominator);  // of the way round, in units of 1 / (8 · denominator)
  const std::uint64_t octant = eighths / denominator, rest = eighths % denominator;
  const bool is_mirrored = octant % 2 == 1;  // measured back from the octant's end
  const std::uint64_t near_axis = is_mirrored ? denominator - rest : rest;
  constexpr Turn kDiagonal{0.70710678118654752440, 0.70710678118654752440};
  const Turn in = near_axis == denominator ? kDiagonal : turn_in_first_octant(angle_of(near_axis, denominator));
  const double near = in.cosine, far = in.sine;
  switch (octant) {
    case 0: return {near, far};
    case 1: return {far, near};
    case 2: return {-far, near};
    case 3: return {-near, far};
    case 4: return {-near, -far};
    case 5: return {-far, -near};
    case 6: return {far, -near};
    default: return {near, -far};
  }
}

}  // namespace wavemill::kernels
