#pragma once

// Included by kernels_isa.cpp alone, after one.h and accumulators.h.

namespace wavemill::kernels::isa::WAVEMILL_ISA_NAMESPACE {

/// Σ (x − pivot) and Σ (x − pivot) · t with t = i − (count − 1) / 2, in the 16 accumulators.
inline TrendSums sum_trend(const double* x, std::size_t count, double pivot) {
  const double centre = 0.5 * static_cast<double>(count - 1);
  double sums[kAccumulators], moments[kAccumulators], first[kAccumulators];
  for (std::size_t i = 0; i < kAccumulators; ++i) first[i] = static_cast<double>(i) - centre;
  Pack sum[kPacks], moment[kPacks], t[kPacks];
  for (std::size_t k = 0; k < kPacks; ++k) {
    sum[k] = moment[k] = broadcast(0.0);
    t[k] = load(first + k * kWidth);
  }
  const Pack origin = broadcast(pivot), step = broadcast(static_cast<double>(kAccumulators));
  const std::size_t whole = count - count % kAccumulators;
  for (std::size_t i = 0; i < whole; i += kAccumulators) {
    for (std::size_t k = 0; k < kPacks; ++k) {
      const Pack d = subtract(load(x + i + k * kWidth), origin);
      sum[k] = add(sum[k], d);
      moment[k] = add(moment[k], multiply(d, t[k]));
      t[k] = add(t[k], step);
    }
  }
  for (std::size_t k = 0; k < kPacks; ++k) {
    store(sums + k * kWidth, sum[k]);
    store(moments + k * kWidth, moment[k]);
  }
  for (std::size_t i = whole; i < count; ++i) {
    sums[i - whole] += x[i] - pivot;
    moments[i - whole] += (x[i] - pivot) * (static_cast<double>(i) - centre);
  }
  return {sum_tree(sums), sum_tree(moments)};
}

inline constexpr std::size_t kPiece = 32;  // samples of a segment that are taken at once; even
inline constexpr std::size_t kMostSegments = 16;

/// A piece of a segment without its trend, times the window. A plain loop: the compiler makes packs of it.
inline void window_piece(const double* x, const double* window, std::size_t count, const Trend& trend, double t, double* out) {
  const double origin = trend.origin, mean = trend.mean, slope = trend.slope;
  for (std::size_t i = 0; i < count; ++i) out[i] = (((x[i] - origin) - mean) - slope * (t + static_cast<double>(i))) * window[i];
}

/// Samples 2j and 2j + 1 become column j: the real and the imaginary part.
inline void interleave_pairs(const double (&pieces)[kMostSegments][kPiece], std::size_t columns, std::size_t lanes, double* re,
                             double* im) {
  for (std::size_t j = 0; j < columns; ++j)
    for (std::size_t lane = 0; lane < lanes; ++lane) {
      re[j * lanes + lane] = pieces[lane][2 * j];
      im[j * lanes + lane] = pieces[lane][2 * j + 1];
    }
}

/// Sample j of two segments becomes column j of one lane.
inline void interleave_twos(const double (&pieces)[kMostSegments][kPiece], std::size_t columns, std::size_t lanes, double* re,
                            double* im) {
  for (std::size_t j = 0; j < columns; ++j)
    for (std::size_t lane = 0; lane < lanes; ++lane) {
      re[j * lanes + lane] = pieces[2 * lane][j];
      im[j * lanes + lane] = pieces[2 * lane + 1][j];
    }
}

inline void window_segments(const Segments& segments, Planes to) {
  double pieces[kMostSegments][kPiece] = {};
  const std::size_t lanes = segments.lanes, per_column = segments.in_pairs ? 2 : 1;
  const double centre = 0.5 * static_cast<double>(segments.length - 1);
  std::size_t column = 0;
  for (std::size_t i = 0; i < segments.length; i += kPiece) {
    const std::size_t count = segments.length - i < kPiece ? segments.length - i : kPiece;
    for (std::size_t k = 0; k < segments.present; ++k) {
      window_piece(segments.first + k * segments.step + i, segments.window + i, count, segments.trends[k],
                   static_cast<double>(i) - centre, pieces[k]);
      if (count % 2 == 1) pieces[k][count] = 0.0;  // the odd sample's imaginary part
    }
    const std::size_t columns = (count + per_column - 1) / per_column;
    (segments.in_pairs ? interleave_pairs : interleave_twos)(pieces, columns, lanes, to.re + column * lanes,
                                                             to.im + column * lanes);
    column += columns;
  }
  for (std::size_t i = column * lanes; i < segments.columns * lanes; ++i) to.re[i] = to.im[i] = 0.0;
}

}  // namespace wavemill::kernels::isa::WAVEMILL_ISA_NAMESPACE
