#include "expression/libm.h"

#include <cmath>

namespace wavemill::expression {

namespace {

template <class Operate>
void map(std::size_t count, double* out, Operate operate) {
  for (std::size_t i = 0; i < count; ++i) out[i] = operate(i);
}

}  // namespace

void map_libm(LibmFunction function, const double* x, const double* y, std::size_t count, double* out) {
  switch (function) {
    case LibmFunction::kSin: return map(count, out, [&](std::size_t i) { return std::sin(x[i]); });
    case LibmFunction::kCos: return map(count, out, [&](std::size_t i) { return std::cos(x[i]); });
    case LibmFunction::kTan: return map(count, out, [&](std::size_t i) { return std::tan(x[i]); });
    case LibmFunction::kAsin: return map(count, out, [&](std::size_t i) { return std::asin(x[i]); });
    case LibmFunction::kAcos: return map(count, out, [&](std::size_t i) { return std::acos(x[i]); });
    case LibmFunction::kAtan: return map(count, out, [&](std::size_t i) { return std::atan(x[i]); });
    case LibmFunction::kAtan2: return map(count, out, [&](std::size_t i) { return std::atan2(x[i], y[i]); });
    case LibmFunction::kExp: return map(count, out, [&](std::size_t i) { return std::exp(x[i]); });
    case LibmFunction::kLog: return map(count, out, [&](std::size_t i) { return std::log(x[i]); });
    case LibmFunction::kLog10: return map(count, out, [&](std::size_t i) { return std::log10(x[i]); });
    case LibmFunction::kPow: return map(count, out, [&](std::size_t i) { return std::pow(x[i], y[i]); });
  }
}

}  // namespace wavemill::expression
