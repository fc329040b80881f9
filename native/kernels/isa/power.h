#pragma once

// Included by kernels_isa.cpp alone, after fft_pass.h.

namespace wavemill::kernels::isa::WAVEMILL_ISA_NAMESPACE {

template <class P>
P square_of(Complex<P> a) {
  return add(multiply(a.re, a.re), multiply(a.im, a.im));
}

template <class P>
void add_to(double* sum, P a) {
  store(sum, add(Of<P>::load_from(sum), a));
}

/// Real series of length 2 · columns that were transformed as complex ones of half the length: 4 |X[k]|² and 4 |X[columns − k]|².
/// With E and O the transforms of the even and the odd samples, X[k] = E[k] + e^(−2πi k / 2columns) O[k], and X[columns − k] is conj(E[k] − …).
template <class P>
void add_power_of_pair(const Powers& powers, std::size_t k, std::size_t lane) {
  const std::size_t mirrored = powers.columns - k, at = k * powers.lanes + lane, at_mirrored = mirrored * powers.lanes + lane;
  const Complex<P> a{Of<P>::load_from(powers.from.re + at), Of<P>::load_from(powers.from.im + at)};
  const Complex<P> b{Of<P>::load_from(powers.from.re + at_mirrored), Of<P>::load_from(powers.from.im + at_mirrored)};
  const Complex<P> even{add(a.re, b.re), subtract(a.im, b.im)}, odd{add(a.im, b.im), subtract(b.re, a.re)};
  const Complex<P> turned = odd * Complex<P>{Of<P>::all(powers.twiddles[2 * k]), Of<P>::all(powers.twiddles[2 * k + 1])};
  double* sums = powers.sums + lane;
  add_to(sums + k * powers.stride, square_of(even + turned));
  if (mirrored != k) add_to(sums + mirrored * powers.stride, square_of(even - turned));
}

template <class P>
void add_power_of_ends(const Powers& powers, std::size_t lane) {
  const P re = Of<P>::load_from(powers.from.re + lane), im = Of<P>::load_from(powers.from.im + lane);
  const P first = add(re, im), last = subtract(re, im), four = Of<P>::all(4.0);
  add_to(powers.sums + lane, multiply(four, multiply(first, first)));
  add_to(powers.sums + powers.columns * powers.stride + lane, multiply(four, multiply(last, last)));
}

/// Two real series of an odd length that were transformed as one complex one: with A and B their transforms, 4 |A[k]|² + 4 |B[k]|² is
/// 2 |Z[k]|² + 2 |Z[columns − k]|².
template <class P>
void add_power_of_two(const Powers& powers, std::size_t k, std::size_t lane) {
  const std::size_t at = k * powers.lanes + lane, at_mirrored = (k == 0 ? 0 : powers.columns - k) * powers.lanes + lane;
  const Complex<P> a{Of<P>::load_from(powers.from.re + at), Of<P>::load_from(powers.from.im + at)};
  const Complex<P> b{Of<P>::load_from(powers.from.re + at_mirrored), Of<P>::load_from(powers.from.im + at_mirrored)};
  add_to(powers.sums + k * powers.stride + lane, multiply(Of<P>::all(2.0), add(square_of(a), square_of(b))));
}

template <class P>
void add_powers_of(const Powers& powers, std::size_t lane) {
  if (!powers.in_pairs) {
    for (std::size_t k = 0; k <= powers.columns / 2; ++k) add_power_of_two<P>(powers, k, lane);
    return;
  }
  add_power_of_ends<P>(powers, lane);
  for (std::size_t k = 1; k <= powers.columns / 2; ++k) add_power_of_pair<P>(powers, k, lane);
}

inline void add_spectra(const Powers& powers) {
  std::size_t lane = 0;
  for (; lane + kWidth <= powers.lanes; lane += kWidth) add_powers_of<Pack>(powers, lane);
  for (; lane < powers.lanes; ++lane) add_powers_of<One>(powers, lane);
}

}  // namespace wavemill::kernels::isa::WAVEMILL_ISA_NAMESPACE
