#pragma once

// Included by kernels_isa.cpp alone, after the pack of its instruction set.

namespace wavemill::kernels::isa::WAVEMILL_ISA_NAMESPACE {

/// out[i] = operate(x[i]), the samples that fill no pack in a padded one: each sample is computed by itself, so bits cannot differ.
template <class Operate>
inline void map_one(const double* x, std::size_t count, double* out, Operate operate) {
  std::size_t i = 0;
  for (; i + kWidth <= count; i += kWidth) store(out + i, operate(load(x + i)));
  if (i == count) return;
  double from[kWidth] = {}, to[kWidth];
  __builtin_memcpy(from, x + i, (count - i) * sizeof(double));
  store(to, operate(load(from)));
  __builtin_memcpy(out + i, to, (count - i) * sizeof(double));
}

template <class Operate>
inline void map_two(const double* x, const double* y, std::size_t count, double* out, Operate operate) {
  std::size_t i = 0;
  for (; i + kWidth <= count; i += kWidth) store(out + i, operate(load(x + i), load(y + i)));
  if (i == count) return;
  double from_x[kWidth] = {}, from_y[kWidth] = {}, to[kWidth];
  __builtin_memcpy(from_x, x + i, (count - i) * sizeof(double));
  __builtin_memcpy(from_y, y + i, (count - i) * sizeof(double));
  store(to, operate(load(from_x), load(from_y)));
  __builtin_memcpy(out + i, to, (count - i) * sizeof(double));
}

/// Squares that leave the range of a double: both sides are brought near 1 by a power of two, which rounds nothing.
inline double far_hypotenuse(double x, double y) {
  const double infinity = __builtin_inf();
  const double a = __builtin_fabs(x), b = __builtin_fabs(y);
  if (a == infinity || b == infinity) return infinity;
  if (a != a || b != b) return a + b;
  const double largest = a > b ? a : b;
  if (largest == 0.0) return 0.0;
  const double factor = largest > 1.0 ? 0x1p-600 : 0x1p600;
  const double p = a * factor, q = b * factor;
  return __builtin_sqrt(p * p + q * q) / factor;
}

inline void hypotenuse(const double* x, const double* y, std::size_t count, double* out) {
  constexpr double kLeast = 1e-140, kMost = 1e150;
  map_two(x, y, count, out, [](Pack a, Pack b) { return square_root(add(multiply(a, a), multiply(b, b))); });
  const Pack least = broadcast(kLeast), most = broadcast(kMost);
  for (std::size_t i = 0; i < count; i += kWidth) {
    if (i + kWidth <= count) {
      const Pack h = load(out + i);
      if (__builtin_popcountll(bits_less(least, h) & bits_less(h, most)) == static_cast<int>(kWidth)) continue;
    }
    for (std::size_t k = i; k < count && k < i + kWidth; ++k)
      if (!(kLeast < out[k] && out[k] < kMost)) out[k] = far_hypotenuse(x[k], y[k]);
  }
}

/// By squaring, as `power_of_one`.
inline Pack power_of_pack(Pack a, unsigned exponent) {
  Pack result = broadcast(1.0);
  for (; exponent > 1; exponent >>= 1) {
    if ((exponent & 1U) != 0) result = multiply(result, a);
    a = multiply(a, a);
  }
  return multiply(result, a);
}

inline void map_block(MapOperation operation, double a, double b, const double* x, const double* y, std::size_t count,
                      double* out) {
  const Pack first = broadcast(a), second = broadcast(b);
  switch (operation) {
    case MapOperation::kLinear:
      return map_two(x, y, count, out, [&](Pack p, Pack q) { return add(multiply(first, p), multiply(second, q)); });
    case MapOperation::kScale: return map_one(x, count, out, [&](Pack p) { return multiply(first, p); });
    case MapOperation::kOffset: return map_one(x, count, out, [&](Pack p) { return add(p, first); });
    case MapOperation::kDifference:
      return map_two(x, y, count, out, [&](Pack p, Pack q) { return divide(subtract(q, p), first); });
    case MapOperation::kMultiply: return map_two(x, y, count, out, [](Pack p, Pack q) { return multiply(p, q); });
    case MapOperation::kDivide: return map_two(x, y, count, out, [](Pack p, Pack q) { return divide(p, q); });
    case MapOperation::kMin: return map_two(x, y, count, out, [](Pack p, Pack q) { return keep_nan(p, smaller(p, q)); });
    case MapOperation::kMax: return map_two(x, y, count, out, [](Pack p, Pack q) { return keep_nan(p, larger(p, q)); });
    case MapOperation::kAbs: {
      const Pack zero = broadcast(0.0), minus = broadcast(-1.0);
      return map_one(x, count, out, [&](Pack p) { return add(larger(p, multiply(p, minus)), zero); });
    }
    case MapOperation::kSquareRoot: return map_one(x, count, out, [](Pack p) { return square_root(p); });
    case MapOperation::kSign: {  // twice, so that the smallest number there is comes to 1 or more
      const Pack huge = broadcast(0x1p1023), one = broadcast(1.0), minus = broadcast(-1.0);
      return map_one(x, count, out,
                     [&](Pack p) { return keep_nan(p, larger(smaller(multiply(multiply(p, huge), huge), one), minus)); });
    }
    case MapOperation::kHypotenuse: return hypotenuse(x, y, count, out);
    case MapOperation::kPower: return map_one(x, count, out, [&](Pack p) { return power_of_pack(p, static_cast<unsigned>(a)); });
  }
}

}  // namespace wavemill::kernels::isa::WAVEMILL_ISA_NAMESPACE
