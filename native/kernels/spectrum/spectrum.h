#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "kernels/kernel.h"
#include "kernels/spectrum/welch.h"

namespace wavemill::kernels {

/// Power spectral density by Welch's method, its moments m_n = Σ fⁿ S(f) Δf, and what follows from them.
/// @nan           a channel with one has no spectrum; nor has one whose time step varies, or that is shorter than a segment
/// @cost          O(n log segment), one pass after the summary's; memory for the samples of 8 segments at most
/// @reference     scipy.signal.welch; periods and widths after M. S. Longuet-Higgins (1975), D. E. Cartwright & Longuet-Higgins (1956)
class Spectrum final : public Kernel {
 public:
  Spectrum(const SpectrumOptions& options, std::shared_ptr<WelchShapes> shapes) : options_(options), shapes_(std::move(shapes)) {}

  bool begin(const Facts& facts) override;
  void add(const Block& block) override;
  void finish(Facts& facts, Row& row) override;

  /// S at k · frequency_step_hz(), unit²/Hz; empty where there is none. Good until the next `begin`.
  [[nodiscard]] const std::vector<double>& density() const { return density_; }
  [[nodiscard]] double frequency_step_hz() const { return frequency_step_hz_; }

 private:
  struct Moments {
    double m_minus1 = 0.0, m0 = 0.0, m1 = 0.0, m2 = 0.0, m4 = 0.0;
    double peak_hz = kNone;
  };
  void take(std::size_t segments);
  [[nodiscard]] Moments moments() const;

  SpectrumOptions options_;
  std::shared_ptr<WelchShapes> shapes_;
  std::shared_ptr<Welch> welch_;
  double step_s_ = kNone;
  double frequency_step_hz_ = kNone;
  std::vector<double> samples_, sums_, density_;
  std::size_t sample_count_ = 0;     // in samples_
  std::uint64_t segment_count_ = 0;  // taken
};

}  // namespace wavemill::kernels
