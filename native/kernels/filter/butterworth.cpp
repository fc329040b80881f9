#include "kernels/filter/butterworth.h"

#include <cmath>
#include <complex>

#include "kernels/spectrum/turn.h"

namespace wavemill::kernels {

namespace {

constexpr double kPi = 3.14159265358979323846;

using Pole = std::complex<double>;

/// A pole pair of the analogue filter, or a single real pole; frequencies in units of twice the sampling frequency, so that z = (1 + s) / (1 − s).
struct PolePair {
  Pole first, second;
  bool is_single = false;
};

/// The poles of the prototype, which has its cutoff at 1, with an imaginary part that is not negative: each but the real one has its mirror.
std::vector<Pole> prototype(unsigned order) {
  std::vector<Pole> poles;
  for (unsigned k = 0; 2 * k < order; ++k) {
    const Turn at = turn(2 * k + 1, 4 * static_cast<std::uint64_t>(order));  // from the imaginary axis on
    poles.emplace_back(-at.sine, 2 * k + 1 == order ? 0.0 : at.cosine);
  }
  return poles;
}

/// Where a pole of the prototype goes in a band around `centre`: to both solutions of s² − pole · width · s + centre² = 0.
void add_band_poles(Pole pole, double centre, double width, std::vector<PolePair>& pairs) {
  const Pole half = 0.5 * width * pole;
  const Pole root = std::sqrt(half * half - centre * centre);
  if (pole.imag() == 0.0)
    pairs.push_back({half + root, half - root});  // real, or each other's mirror
  else
    for (const Pole at : {half + root, half - root}) pairs.push_back({at, std::conj(at)});
}

std::vector<PolePair> analogue_poles(const FilterShape& shape, double low, double high) {
  std::vector<PolePair> pairs;
  for (const Pole pole : prototype(shape.order)) {
    switch (shape.type) {
      case FilterType::kLowpass: pairs.push_back({low * pole, low * std::conj(pole), pole.imag() == 0.0}); break;
      case FilterType::kHighpass: pairs.push_back({low / pole, low / std::conj(pole), pole.imag() == 0.0}); break;
      case FilterType::kBandpass: add_band_poles(pole, std::sqrt(low * high), high - low, pairs); break;
      case FilterType::kBandstop: add_band_poles(1.0 / pole, std::sqrt(low * high), high - low, pairs); break;
    }
  }
  return pairs;
}

Pole digital(Pole s) { return (1.0 + s) / (1.0 - s); }

void set_poles(const PolePair& pair, Section& section) {
  const Pole first = digital(pair.first);
  if (pair.is_single) {
    section.a1 = -first.real();
    return;
  }
  const Pole second = digital(pair.second);
  section.a1 = -(first + second).real();
  section.a2 = (first * second).real();
}

/// The zeros: where a low-pass is 0, at half of the sampling frequency; a high-pass at 0; a band at both, or at its centre.
void set_zeros(FilterType type, bool is_single, double centre, Section& section) {
  switch (type) {
    case FilterType::kLowpass: section.b1 = is_single ? 1.0 : 2.0; break;
    case FilterType::kHighpass: section.b1 = is_single ? -1.0 : -2.0; break;
    case FilterType::kBandpass: section.b2 = -1.0; return;
    case FilterType::kBandstop: section.b1 = -2.0 * digital({0.0, centre}).real(); break;
  }
  section.b2 = is_single ? 0.0 : 1.0;
}

double gain_at(const Section& s, Pole z) { return std::abs(((s.b0 * z + s.b1) * z + s.b2) / ((z + s.a1) * z + s.a2)); }

/// Every section lets through unchanged what the filter does.
void normalise(Section& section, Pole unchanged) {
  const double gain = gain_at(section, unchanged);
  section.b0 /= gain;
  section.b1 /= gain;
  section.b2 /= gain;
}

}  // namespace

std::vector<Section> butterworth(const FilterShape& shape, double step_s) {
  const double low = std::tan(kPi * shape.low_hz * step_s), high = std::tan(kPi * shape.high_hz * step_s);
  const double centre = std::sqrt(low * high);
  const Pole unchanged = shape.type == FilterType::kHighpass   ? Pole{-1.0}
                         : shape.type == FilterType::kBandpass ? digital({0.0, centre})
                                                               : Pole{1.0};
  std::vector<Section> sections;
  for (const PolePair& pair : analogue_poles(shape, low, high)) {
    Section& section = sections.emplace_back();
    set_poles(pair, section);
    set_zeros(shape.type, pair.is_single, centre, section);
    normalise(section, unchanged);
  }
  return sections;
}

}  // namespace wavemill::kernels
