#pragma once

// Included by kernels_isa.cpp alone, after one.h. Each number is computed by itself, so packs of any width give the same bits.

namespace wavemill::kernels::isa::WAVEMILL_ISA_NAMESPACE {

template <class P>
struct Complex {
  P re, im;
};

template <class P>
Complex<P> operator+(Complex<P> a, Complex<P> b) {
  return {add(a.re, b.re), add(a.im, b.im)};
}
template <class P>
Complex<P> operator-(Complex<P> a, Complex<P> b) {
  return {subtract(a.re, b.re), subtract(a.im, b.im)};
}
template <class P>
Complex<P> operator*(Complex<P> a, Complex<P> b) {
  return {subtract(multiply(a.re, b.re), multiply(a.im, b.im)), add(multiply(a.re, b.im), multiply(a.im, b.re))};
}
template <class P>
Complex<P> scaled(Complex<P> a, double factor) {
  const P f = Of<P>::all(factor);
  return {multiply(a.re, f), multiply(a.im, f)};
}
/// a − i b, and a + i b.
template <class P>
Complex<P> minus_i(Complex<P> a, Complex<P> b) {
  return {add(a.re, b.im), subtract(a.im, b.re)};
}
template <class P>
Complex<P> plus_i(Complex<P> a, Complex<P> b) {
  return {subtract(a.re, b.im), add(a.im, b.re)};
}

// The short transforms, in place.

template <class P>
void transform(Complex<P> (&a)[2]) {
  const Complex<P> b = a[1];
  a[1] = a[0] - b;
  a[0] = a[0] + b;
}

template <class P>
void transform(Complex<P> (&a)[3]) {
  const Complex<P> sum = a[1] + a[2], difference = scaled(a[1] - a[2], 0.86602540378443864676);
  const Complex<P> middle = a[0] - scaled(sum, 0.5);
  a[0] = a[0] + sum;
  a[1] = minus_i(middle, difference);
  a[2] = plus_i(middle, difference);
}

template <class P>
void transform(Complex<P> (&a)[4]) {
  const Complex<P> even = a[0] + a[2], even_difference = a[0] - a[2], odd = a[1] + a[3], odd_difference = a[1] - a[3];
  a[0] = even + odd;
  a[1] = minus_i(even_difference, odd_difference);
  a[2] = even - odd;
  a[3] = plus_i(even_difference, odd_difference);
}

template <class P>
void transform(Complex<P> (&a)[5]) {
  constexpr double kCos1 = 0.30901699437494742410, kCos2 = -0.80901699437494742410;
  constexpr double kSin1 = 0.95105651629515357212, kSin2 = 0.58778525229247312917;
  const Complex<P> outer = a[1] + a[4], outer_difference = a[1] - a[4], inner = a[2] + a[3], inner_difference = a[2] - a[3];
  const Complex<P> middle1 = a[0] + scaled(outer, kCos1) + scaled(inner, kCos2);
  const Complex<P> middle2 = a[0] + scaled(outer, kCos2) + scaled(inner, kCos1);
  const Complex<P> side1 = scaled(outer_difference, kSin1) + scaled(inner_difference, kSin2);
  const Complex<P> side2 = scaled(outer_difference, kSin2) - scaled(inner_difference, kSin1);
  a[0] = a[0] + outer + inner;
  a[1] = minus_i(middle1, side1);
  a[2] = minus_i(middle2, side2);
  a[3] = plus_i(middle2, side2);
  a[4] = plus_i(middle1, side1);
}

template <class P>
void transform(Complex<P> (&a)[8]) {
  constexpr double kHalfRoot = 0.70710678118654752440;
  Complex<P> even[4] = {a[0], a[2], a[4], a[6]}, odd[4] = {a[1], a[3], a[5], a[7]};
  transform(even);
  transform(odd);
  const Complex<P> first = scaled(minus_i(odd[1], odd[1]), kHalfRoot);  // odd[1] · e^(−iπ/4)
  const Complex<P> third = scaled(plus_i(odd[3], odd[3]), kHalfRoot);   // −odd[3] · e^(−3iπ/4)
  a[0] = even[0] + odd[0];
  a[1] = even[1] + first;
  a[2] = minus_i(even[2], odd[2]);
  a[3] = even[3] - third;
  a[4] = even[0] - odd[0];
  a[5] = even[1] - first;
  a[6] = plus_i(even[2], odd[2]);
  a[7] = even[3] + third;
}

template <std::size_t kRadix, bool kTurns, class P>
void butterfly(const FftPass& pass, Planes from, Planes to, std::size_t p, std::size_t i) {
  Complex<P> a[kRadix];
  for (std::size_t k = 0; k < kRadix; ++k) {
    const std::size_t at = (p + pass.groups * k) * pass.run + i;
    a[k] = {Of<P>::load_from(from.re + at), Of<P>::load_from(from.im + at)};
  }
  transform(a);
  const double* w = pass.twiddles + p * 2 * (kRadix - 1);
  for (std::size_t j = 0; j < kRadix; ++j) {
    const std::size_t at = (kRadix * p + j) * pass.run + i;
    if (kTurns && j > 0) a[j] = a[j] * Complex<P>{Of<P>::all(w[2 * j - 2]), Of<P>::all(w[2 * j - 1])};
    store(to.re + at, a[j].re);
    store(to.im + at, a[j].im);
  }
}

template <std::size_t kRadix, bool kTurns>
void groups_of(const FftPass& pass, Planes from, Planes to) {
  for (std::size_t p = 0; p < pass.groups; ++p) {
    std::size_t i = 0;
    for (; i + kWidth <= pass.run; i += kWidth) butterfly<kRadix, kTurns, Pack>(pass, from, to, p, i);
    for (; i < pass.run; ++i) butterfly<kRadix, kTurns, One>(pass, from, to, p, i);
  }
}

/// The twiddles of the last pass, a single group, are all 1.
template <std::size_t kRadix>
void pass_of(const FftPass& pass, Planes from, Planes to) {
  if (pass.groups == 1)
    groups_of<kRadix, false>(pass, from, to);
  else
    groups_of<kRadix, true>(pass, from, to);
}

inline void fft_pass(const FftPass& pass, Planes from, Planes to) {
  switch (pass.radix) {
    case 2: return pass_of<2>(pass, from, to);
    case 3: return pass_of<3>(pass, from, to);
    case 4: return pass_of<4>(pass, from, to);
    case 5: return pass_of<5>(pass, from, to);
    default: return pass_of<8>(pass, from, to);
  }
}

}  // namespace wavemill::kernels::isa::WAVEMILL_ISA_NAMESPACE
