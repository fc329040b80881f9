#include "kernels/spectrum/window.h"

#include <span>

#include "kernels/spectrum/turn.h"

namespace wavemill::kernels {

namespace {

/// w = a0 − a1 cos θ + a2 cos 2θ − …
std::span<const double> cosine_coefficients(WindowShape shape) {
  static constexpr double kHann[] = {0.5, 0.5}, kHamming[] = {0.54, 0.46}, kBlackman[] = {0.42, 0.5, 0.08}, kBoxcar[] = {1.0};
  static constexpr double kBlackmanHarris[] = {0.35875, 0.48829, 0.14128, 0.01168};
  static constexpr double kNuttall[] = {0.3635819, 0.4891775, 0.1365995, 0.0106411};
  static constexpr double kFlattop[] = {0.21557895, 0.41663158, 0.277263158, 0.083578947, 0.006947368};
  switch (shape) {
    case WindowShape::kHann: return kHann;
    case WindowShape::kHamming: return kHamming;
    case WindowShape::kBlackman: return kBlackman;
    case WindowShape::kBlackmanHarris: return kBlackmanHarris;
    case WindowShape::kNuttall: return kNuttall;
    case WindowShape::kFlattop: return kFlattop;
    case WindowShape::kBoxcar: break;
  }
  return kBoxcar;
}

}  // namespace

std::vector<double> window_of(WindowShape shape, std::size_t length) {
  std::vector<double> window(length, 1.0);
  if (length < 2) return window;
  const std::span<const double> coefficients = cosine_coefficients(shape);
  for (std::size_t i = 0; i < length; ++i) {
    double sum = coefficients[0], sign = -1.0;
    for (std::size_t k = 1; k < coefficients.size(); ++k, sign = -sign)
      sum += sign * coefficients[k] * turn(k * i, length).cosine;
    window[i] = sum;
  }
  return window;
}

}  // namespace wavemill::kernels
