#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "base/result.h"
#include "kernels/block.h"
#include "kernels/isa/fft_types.h"
#include "layout/array_layout.h"

namespace wavemill::kernels::isa {

/// Sums and extremes of one block. The sums are over d = x - pivot.
struct BlockSums {
  double d1, d2, d3, d4;
  double min, max;
};

/// What `map_block` does with each sample: x of one series, y of another.
enum class MapOperation : std::uint8_t {
  kLinear,      // a·x + b·y
  kScale,       // a·x
  kOffset,      // x + a
  kDifference,  // (y - x) / a
  kMultiply,    // x·y
  kDivide,      // x / y
  kMin,         // NaN where one of the two is
  kMax,
  kAbs,
  kSquareRoot,
  kSign,        // -1, 0 or 1
  kHypotenuse,  // √(x² + y²) without overflow
  kPower,       // x^a, a whole number from 1 to 64, by squaring
};

/// The inner loops, compiled once for each instruction set from one source. All of them give the same bits: what is summed goes to 16 virtual
/// accumulators (sample i to accumulator i mod 16) that are added in a fixed tree, and nothing is contracted to fused operations.
struct Table {
  std::string_view name;

  /// Decodes `count` samples, `layout.stride_bytes` apart, the first at `first`.
  void (*decode)(const std::byte* first, const layout::ArrayLayout& layout, std::size_t count, double* out);

  /// Brings 8 channels of 16-bit numbers that are neighbours in rows, `stride` bytes apart, into columns `column_stride` numbers apart, as they are stored.
  void (*transpose_eight)(const std::byte* first, std::size_t stride, std::size_t rows, std::uint16_t* out,
                          std::size_t column_stride);

  /// @nan           the sums become NaN; min and max mean nothing then
  BlockSums (*sum_block)(const double* x, std::size_t count, double pivot);

  /// Number of i in [0, count - 1) with x[i] < level <= x[i + 1].
  std::size_t (*count_upcrossings)(const double* x, std::size_t count, double level);

  /// Bit i: x[i] < level, or x[i] > level; 64 to a word, the rest of the last word 0.
  void (*below_bits)(const double* x, std::size_t count, double level, std::uint64_t* bits);
  void (*above_bits)(const double* x, std::size_t count, double level, std::uint64_t* bits);

  /// Bit i of `rises`: x[i] < x[i + 1]; of `falls`: x[i] > x[i + 1]; i in [0, count - 1), 64 to a word, the rest of the last word 0.
  void (*slope_bits)(const double* x, std::size_t count, std::uint64_t* rises, std::uint64_t* falls);

  /// Writes the samples whose bits are set side by side and gives their number. `out` has room for 8 more; it may be `x`.
  std::size_t (*gather_marked)(const double* x, std::size_t count, const std::uint64_t* marks, double* out);

  /// out[i] = (x[i] - low) · inverse_width, truncated; never falls as x rises. What is not in [0, last] becomes `last`: a file may be written to between
  /// two sweeps, and then its samples are not those that the extremes were taken of.
  void (*bucket_indices)(const double* x, std::size_t count, double low, double inverse_width, std::uint32_t last,
                         std::uint32_t* out);

  /// Takes every range that is smaller than both of its neighbours out of a series of reversals, which closes up in place, and writes it to `closed`
  /// (room for count / 2, and 8 more).
  /// @param count   3 to kBlockSamples + 1
  /// @return        the number of closed ranges; 2 reversals less for each
  std::size_t (*close_cycles)(double* reversals, std::size_t count, double* closed);

  /// accumulators[i mod 16] += (ranges[i] · factor)^exponent.
  void (*add_powers)(const double* ranges, std::size_t count, double factor, unsigned exponent, double* accumulators);

  /// accumulators[i mod 16] += the smaller of (ranges[i] · factor)^exponent and (ranges[i] · factor)^second.
  void (*add_least_powers)(const double* ranges, std::size_t count, double factor, unsigned exponent, unsigned second,
                           double* accumulators);

  /// One pass of a batch of Fourier transforms, from one pair of arrays to another.
  void (*fft_pass)(const FftPass& pass, Planes from, Planes to);

  /// Sums over a segment, t counting from its middle.
  TrendSums (*sum_trend)(const double* x, std::size_t count, double pivot);

  /// Segments side by side, without their trends and times the window: number j of all of them, then number j + 1.
  void (*window_segments)(const Segments& segments, Planes to);

  /// Adds 4 |X[k]|² of each segment's transform X to the sums of its lane.
  void (*add_spectra)(const Powers& powers);

  /// Segments that are best transformed together: as many as a pack holds, or a few where that is one.
  std::size_t fft_lanes;

  /// out[i] = operation(x[i], y[i]), each rounded as it is written. `y` is looked at by operations of two series alone; `out` may be neither.
  /// @nan           propagated
  void (*map_block)(MapOperation operation, double a, double b, const double* x, const double* y, std::size_t count, double* out);
};

/// The sum of 16 virtual accumulators, in the one order that is allowed. Static: each instruction set keeps its own copy.
static inline double sum_tree(const double* a) {
  const double b0 = a[0] + a[8], b1 = a[1] + a[9], b2 = a[2] + a[10], b3 = a[3] + a[11];
  const double b4 = a[4] + a[12], b5 = a[5] + a[13], b6 = a[6] + a[14], b7 = a[7] + a[15];
  return ((b0 + b4) + (b2 + b6)) + ((b1 + b5) + (b3 + b7));
}

/// All that this build knows, the widest last.
std::span<const std::string_view> names();

/// @param name    "auto" or "": the widest that the CPU has
/// @errors        CONFIG_ISA_UNKNOWN, CONFIG_ISA_UNSUPPORTED
base::Result<const Table*> select(std::string_view name);

}  // namespace wavemill::kernels::isa
