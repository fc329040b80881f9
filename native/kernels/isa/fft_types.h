#pragma once

#include <cstddef>
#include <cstdint>

namespace wavemill::kernels::isa {

/// Complex numbers as two arrays of their parts.
struct Planes {
  double* re;
  double* im;
};

/// One pass of a Fourier transform of length radix · groups · … : out[radix · p + j] = (Σ_k in[p + groups · k] e^(−2πi jk / radix)) · w(p, j), where each of
/// these numbers is a run of `run` doubles that lie side by side: other transforms of the batch, and what earlier passes have sorted already.
struct FftPass {
  std::size_t radix;  // 2, 3, 4, 5 or 8
  std::size_t groups;
  std::size_t run;
  const double* twiddles;  // groups × (radix − 1) × (re, im): w(p, j) for j from 1 on
};

/// A segment's straight line, to be taken away: with t = i − (count − 1) / 2, origin + mean + slope · t.
struct Trend {
  double origin;  // a sample: what is subtracted first, so that a large mean costs no digits
  double mean;
  double slope;
};

/// Overlapping segments of a series, one or two to a lane, of which `present` are there; the others are zero.
struct Segments {
  const double* first;
  std::size_t step;    // samples from one to the next
  std::size_t length;  // samples of each
  const double* window;
  const Trend* trends;  // one for each that is there
  std::size_t lanes;    // 8 at most
  std::size_t present;
  bool in_pairs;        // two samples make a complex number, else a sample of each of a lane's two segments
  std::size_t columns;  // complex numbers of each; zero behind the samples
};

/// What `window_segments` laid out, transformed.
struct Powers {
  Planes from;
  std::size_t columns;
  std::size_t lanes;
  bool in_pairs;
  const double* twiddles;  // in pairs: e^(−2πi k / 2columns) for k up to columns / 2, as (re, im)
  double* sums;            // of frequency k and lane j: sums[k · stride + j]
  std::size_t stride;
};

/// Σ (x − pivot) and Σ (x − pivot) · t.
struct TrendSums {
  double d;
  double dt;
};

}  // namespace wavemill::kernels::isa
