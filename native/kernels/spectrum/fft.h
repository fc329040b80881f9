#pragma once

#include <cstddef>
#include <vector>

#include "kernels/isa/table.h"
#include "kernels/spectrum/aligned.h"

namespace wavemill::kernels {

/// Whether a length is 2^a 3^b 5^c: transformed without a detour.
bool is_good_length(std::size_t length);

/// The shortest good even length that is not under `length`, and the longest that is not over it (2 at least).
std::size_t good_even_length_from(std::size_t length);
std::size_t good_even_length_to(std::size_t length);

/// The discrete Fourier transform of several complex series at once, X[k] = Σ x[j] e^(−2πi jk / n). Number j of all series lie side by side, so that packs
/// hold the same number of different series: every series is computed as if it were alone, and bits depend on its length only.
/// @cost          O(n log n) for lengths 2^a 3^b 5^c
/// @reference     mixed radix, Stockham's sorting form
class GoodFft {
 public:
  /// @param length   2^a 3^b 5^c
  void plan(std::size_t length);
  [[nodiscard]] std::size_t length() const { return length_; }

  /// @param x, work   length · lanes numbers each; both are overwritten
  /// @return        which of them holds the result
  isa::Planes transform(const isa::Table& isa, std::size_t lanes, isa::Planes x, isa::Planes work) const;

 private:
  struct Pass {
    std::size_t radix, groups, first_twiddle;
  };
  void add_pass(std::size_t radix, std::size_t groups);

  std::size_t length_ = 0;
  std::vector<Pass> passes_;
  std::vector<double> twiddles_;
};

/// The same for any length: a good one as it is, another one as a convolution of a good length (Bluestein), some four times as slow.
class Fft {
 public:
  void plan(std::size_t length);
  [[nodiscard]] std::size_t length() const { return length_; }
  /// Numbers of each series that `transform` needs room for.
  [[nodiscard]] std::size_t room() const { return good_.length(); }

  /// @param x, work   room() · lanes numbers each; only the first length() · lanes of x are looked at
  isa::Planes transform(const isa::Table& isa, std::size_t lanes, isa::Planes x, isa::Planes work) const;

 private:
  void plan_chirp();

  std::size_t length_ = 0;
  GoodFft good_;
  std::vector<double> chirp_;   // e^(−πi j² / n), as (re, im); empty: the length is good
  std::vector<double> filter_;  // transform of the conjugate chirp over its length
};

}  // namespace wavemill::kernels
