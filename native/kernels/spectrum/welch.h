#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "kernels/spectrum/fft.h"
#include "kernels/spectrum/options.h"

namespace wavemill::kernels {

/// What a series is cut into.
struct WelchShape {
  std::size_t segment = 0;    // samples; 0: the series is too short
  std::size_t step = 0;       // from one segment to the next
  std::size_t transform = 0;  // samples with the zeros behind them
  WindowShape window = WindowShape::kHann;
  Detrend detrend = Detrend::kConstant;

  bool operator==(const WelchShape& other) const = default;

  /// A length that the user gave is taken as it is. A resolution gives the shortest good length that is as fine. Neither: the longest good length of which
  /// eight, half of each shared with the next, fit the series (MATLAB's pwelch; SciPy's 256 samples would be 26 s at ten a second).
  static WelchShape of(const SpectrumOptions& options, std::uint64_t count, double step_s);
};

/// Segments of one shape become sums of power, several at a time. Holds window, twiddles and memory for the work; one object serves any number of channels.
/// @cost          about 5 to 8 ns a sample for lengths up to some 10⁴
/// @reference     P. D. Welch, The use of fast Fourier transform for the estimation of power spectra, IEEE Trans. Audio Electroacoust. AU-15 (1967);
///                scipy.signal.welch for the conventions
class Welch {
 public:
  Welch(const isa::Table& isa, const WelchShape& shape);

  [[nodiscard]] const WelchShape& shape() const { return shape_; }
  [[nodiscard]] std::size_t frequency_count() const { return shape_.transform / 2 + 1; }

  /// Segments that `add` takes at most, and the samples that they cover.
  [[nodiscard]] std::size_t lanes() const { return lanes_; }
  [[nodiscard]] std::size_t samples_at_once() const { return (lanes_ - 1) * shape_.step + shape_.segment; }

  /// Sums of power, of which `density` makes a spectrum: numbers that begin as 0.
  [[nodiscard]] std::size_t sum_count() const { return frequency_count() * stride_; }

  /// Adds `present` segments, the first of them number `number` of the series.
  void add(const double* samples, std::size_t present, std::uint64_t number, double* sums);

  /// One-sided density from the sums of `segments` segments.
  /// @param density   frequency_count() numbers, unit²/Hz
  void density(const double* sums, std::uint64_t segments, double step_s, double* density) const;

 private:
  static constexpr std::size_t kMostLanes = 8;
  [[nodiscard]] isa::Trend trend_of(const double* samples) const;

  const isa::Table& isa_;
  WelchShape shape_;
  bool in_pairs_;        // an even transform: two samples make a complex number
  std::size_t columns_;  // complex numbers of a segment
  std::size_t lanes_, stride_;
  Fft fft_;
  std::vector<double> window_, twiddles_;
  double window_power_ = 0.0;  // Σ w²
  Aligned memory_;
};

/// The shapes that are in use: the periods of a task take turns, and each has its own.
class WelchShapes {
 public:
  explicit WelchShapes(const isa::Table& isa) : isa_(isa) {}
  std::shared_ptr<Welch> of(const WelchShape& shape);

 private:
  static constexpr std::size_t kMost = 8;
  const isa::Table& isa_;
  std::vector<std::shared_ptr<Welch>> kept_;  // the latest last
};

}  // namespace wavemill::kernels
