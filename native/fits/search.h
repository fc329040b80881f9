#pragma once

#include <algorithm>
#include <cmath>

namespace wavemill::fits {

/// Where `f` is zero between `a` and `b`, at which its values `fa` and `fb` have opposite signs.
/// @return        within `tolerance`; after 100 steps, which no continuous function needs, the best there is
/// @reference     ITP-like: regula falsi with the Illinois correction, bisected where it creeps (Dahlquist & Björck 1974, 6.2)
template <class Function>
double root_between(Function f, double a, double fa, double b, double fb, double tolerance) {
  for (int step = 0; step < 100 && std::fabs(b - a) > tolerance && fb != 0.0; ++step) {
    const double width = std::fabs(b - a);
    double x = b - fb * (b - a) / (fb - fa);
    if (!(std::min(a, b) < x && x < std::max(a, b)) || step % 12 == 11) x = a + 0.5 * (b - a);
    if (std::fabs(x - b) < 0.5 * tolerance) x = b + std::copysign(std::min(0.5 * tolerance, 0.5 * width), a - b);
    const double fx = f(x);
    if ((fx < 0.0) != (fb < 0.0)) {
      a = b;
      fa = fb;
    } else {
      fa *= 0.5;
    }
    b = x;
    fb = fx;
  }
  return b;
}

/// Where `f` is largest between `a` and `b`, in which it has one maximum.
/// @return        within about `tolerance`; no better than the root of what f is exact to
/// @reference     Brent (1973), chapter 5: golden sections and parabolas
template <class Function>
double maximum_between(Function f, double a, double b, double tolerance) {
  constexpr double kGolden = 0.3819660112501051;
  double x = a + kGolden * (b - a), w = x, v = x;
  double fx = f(x), fw = fx, fv = fx, step = 0.0, before = 0.0;
  for (int i = 0; i < 100; ++i) {
    const double middle = 0.5 * (a + b);
    if (std::fabs(x - middle) <= 2.0 * tolerance - 0.5 * (b - a)) break;
    bool is_golden = true;
    if (std::fabs(before) > tolerance) {
      const double r = (x - w) * (fx - fv), s = (x - v) * (fx - fw);
      double p = (x - v) * s - (x - w) * r, q = 2.0 * (s - r);
      if (q > 0.0) p = -p;
      q = std::fabs(q);
      if (std::fabs(p) < std::fabs(0.5 * q * before) && p > q * (a - x) && p < q * (b - x)) {
        before = step;
        step = p / q;
        is_golden = false;
      }
    }
    if (is_golden) {
      before = x < middle ? b - x : a - x;
      step = kGolden * before;
    }
    const double u = x + (std::fabs(step) >= tolerance ? step : std::copysign(tolerance, step));
    const double fu = f(u);
    if (fu >= fx) {
      (u < x ? b : a) = x;
      v = w, fv = fw, w = x, fw = fx, x = u, fx = fu;
    } else {
      (u < x ? a : b) = u;
      if (fu >= fw || w == x)
        v = w, fv = fw, w = u, fw = fu;
      else if (fu >= fv || v == x || v == w)
        v = u, fv = fu;
    }
  }
  return x;
}

}  // namespace wavemill::fits
