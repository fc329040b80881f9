#pragma once

#include <cstdint>
#include <vector>

namespace wavemill::kernels {

enum class FilterType : std::uint8_t { kLowpass, kHighpass, kBandpass, kBandstop };

struct FilterShape {
  FilterType type = FilterType::kLowpass;
  unsigned order = 4;    // of the prototype: a band's filter has twice as many poles
  double low_hz = 0.0;   // the cutoff, and of a band its lower one
  double high_hz = 0.0;  // of a band
};

/// y[i] = b0 x[i] + b1 x[i−1] + b2 x[i−2] − a1 y[i−1] − a2 y[i−2]
struct Section {
  double b0 = 1.0, b1 = 0.0, b2 = 0.0;
  double a1 = 0.0, a2 = 0.0;
};

/// A digital Butterworth filter as a cascade of sections of second order; −3 dB at the cutoffs, which are to lie under half of the sampling frequency.
/// @return        ⌈order / 2⌉ sections, of a band `order`
/// @reference     scipy.signal.butter(output='sos'): prototype, frequency transformation, bilinear transformation with prewarping. The same filter; how its
///                gain and poles are shared out to the sections differs
std::vector<Section> butterworth(const FilterShape& shape, double step_s);

}  // namespace wavemill::kernels
