#include <array>
#include <cmath>
#include <numbers>

#include "fits/extremes.h"
#include "fits/fitted.h"
#include "fits/rayleigh.h"

using namespace wavemill;
using namespace wavemill::test;

TEST_CASE("fits: Rayleigh extremes by hand, OrcaFlex's formulas") {
  // σ = 2, mean 10, Tz = 10 s, storm 3 h: n = 1080; √(2 ln 1080) = 3.7375705…
  CHECK(fits::rayleigh_most_probable(10, 2, 1080) == near(17.4751408389, 1e-11));
  // risk 1 %: n / -ln 0.99 = 107459.1; √(2 ln) = 4.814028…
  CHECK(fits::rayleigh_level(10, 2, 1080, 0.01) == near(10 + 2 * std::sqrt(2 * std::log(1080 / -std::log(0.99))), 1e-15));
  CHECK(fits::rayleigh_level(10, 2, 1080, 1 - std::exp(-1)) == near(17.4751408389, 1e-11));
  CHECK(std::isnan(fits::rayleigh_most_probable(10, 2, 1.0)));
  CHECK(std::isnan(fits::rayleigh_most_probable(10, 2, std::nan(""))));
}

TEST_CASE("fits: Gumbel by PWM and by moments, by hand") {
  // 1 2 3 4: b0 = 5/2, b1 = (0·1 + 1·2 + 2·3 + 3·4) / (3·4) = 5/3; scale = (2·b1 − b0) / ln 2 = (5/6) / ln 2
  const std::vector<double> values{3, 1, 4, 2};
  const Fit pwm = fitted(values, {.method = FitMethod::kPwm, .fewest = 4});
  CHECK(pwm.parameters.scale == near(5.0 / 6.0 / std::numbers::ln2, 1e-14));
  CHECK(pwm.parameters.location == near(2.5 - std::numbers::egamma * 5.0 / 6.0 / std::numbers::ln2, 1e-14));
  // variance 5/4
  const Fit moments = fitted(values, {.method = FitMethod::kMoments, .fewest = 4});
  CHECK(moments.parameters.scale == near(std::sqrt(7.5) / std::numbers::pi, 1e-14));
  CHECK(moments.parameters.location == near(2.5 - std::numbers::egamma * std::sqrt(7.5) / std::numbers::pi, 1e-14));
}

TEST_CASE("fits: generalised Pareto by PWM and by moments, by hand (Hosking & Wallis 1987)") {
  // 1 2 3 4 over 0: a0 = 5/2, a1 = a0 − b1 = 5/6; k = a0 / (a0 − 2·a1) − 2 = 1: uniform up to σ = 5
  const std::vector<double> values{1, 2, 3, 4};
  FitOptions options{.distribution = Distribution::kGpd, .method = FitMethod::kPwm, .fewest = 4};
  CHECK(fitted(values, options).verdict == ChannelStatus::kFitFailedShapeOutOfRange);
  // 1 1 1 1 6 over 0: b1 = (1·1 + 2·1 + 3·1 + 4·6) / (4·5) = 3/2, a1 = 1/2; ξ = 2 − 2 / (2 − 1) = 0, σ = 2·2·½ / 1 = 2
  const Fit exponential = fitted({1, 1, 1, 1, 6}, options);
  CHECK(exponential.parameters.shape == near(0.0, 1e-14));
  CHECK(exponential.parameters.scale == near(2.0, 1e-14));
  // 1 1 1 1 6: mean 2, variance 4: ξ = ½·(1 − 1) = 0, σ = ½·2·(1 + 1) = 2
  options.method = FitMethod::kMoments;
  CHECK(fitted({1, 1, 1, 1, 6}, options).parameters.shape == near(0.0, 1e-14));
  CHECK(fitted({1, 1, 1, 1, 6}, options).parameters.scale == near(2.0, 1e-14));
}

TEST_CASE("fits: Weibull by L-moments and by moments, where they are an exponential's") {
  // mean 2, variance 4, l2 = 2·b1 − b0 = 1 = l1 / 2: shape 1, scale 2
  for (const FitMethod method : {FitMethod::kPwm, FitMethod::kMoments}) {
    const Fit fit = fitted({1, 1, 1, 1, 6}, {.distribution = Distribution::kWeibull, .method = method, .fewest = 5});
    CHECK(fit.parameters.shape == near(1.0, 1e-12));
    CHECK(fit.parameters.scale == near(2.0, 1e-12));
  }
}

TEST_CASE("fits: of the quantiles of a distribution, each method finds the distribution") {
  constexpr std::size_t kCount = 4000;
  const auto quantiles = [&](const std::function<double(double)>& inverse) {
    std::vector<double> values;
    for (std::size_t i = 0; i < kCount; ++i) values.push_back(inverse((static_cast<double>(i) + 0.5) / kCount));
    return values;
  };
  for (const FitMethod method : kMethods) {
    CAPTURE(contract::name(method));
    const Fit g = fitted(quantiles(gumbel(30, 4)), {.method = method});
    CHECK(g.parameters.location == near(30, 0.001));
    CHECK(g.parameters.scale == near(4, 0.01));
    for (const double shape : {0.8, 1.0, 2.0, 3.5}) {
      CAPTURE(shape);
      FitOptions options{.distribution = Distribution::kWeibull, .method = method, .location = 5};
      const Fit two = fitted(quantiles(weibull(5, 3, shape)), options);
      CHECK(two.parameters.scale == near(3, 0.01));
      CHECK(two.parameters.shape == near(shape, 0.02));
      options.is_location_free = true;
      if (method == FitMethod::kLikelihood && shape <= 1.0) continue;  // there the likelihood has no maximum
      const Fit three = fitted(quantiles(weibull(5, 3, shape)), options);
      CHECK(three.parameters.location == near(5, 0.02));
      CHECK(three.parameters.shape == near(shape, 0.03));
    }
    for (const double shape : {-0.3, 0.0, 0.2}) {
      CAPTURE(shape);
      const Fit p = fitted(quantiles(pareto(7, 2, shape)), {.distribution = Distribution::kGpd, .method = method, .location = 7});
      CHECK(p.parameters.location == 7.0);
      CHECK(p.parameters.scale == near(2, 0.02));
      CHECK(p.parameters.shape == near(shape, 0.02));
    }
  }
}

TEST_CASE("fits: at the likelihood's maximum its equations hold") {
  const auto values = drawn(200, 5, gumbel(100, 3));
  const Fit fit = fitted(values, {});
  double mean = 0, s0 = 0, s1 = 0;
  for (const double x : values) {
    const double w = std::exp(-(x - 100) / fit.parameters.scale);
    mean += x / 200;
    s0 += w;
    s1 += x * w;
  }
  CHECK(fit.parameters.scale == near(mean - s1 / s0, 1e-11));
  CHECK(fit.parameters.location == near(100 - fit.parameters.scale * std::log(s0 / 200), 1e-13));

  const auto excesses = drawn(150, 6, pareto(0, 2, 0.15));
  const Fit p = fitted(excesses, {.distribution = Distribution::kGpd});
  double logs = 0, inverses = 0;
  for (const double y : excesses) {
    logs += std::log1p(p.parameters.shape * y / p.parameters.scale) / 150;
    inverses += 1 / (1 + p.parameters.shape * y / p.parameters.scale) / 150;
  }
  CHECK(p.parameters.shape == near(logs, 1e-11));
  CHECK((1 + p.parameters.shape) * inverses == near(1.0, 1e-11));
}

TEST_CASE("fits: a Weibull distribution of squares has the square of the scale and half the shape") {
  auto values = drawn(120, 7, weibull(0, 3, 1.7));
  const FitOptions options{.distribution = Distribution::kWeibull, .values_in_storm = 500};
  const Fit plain = fitted(values, options);
  for (double& x : values) x *= x;
  const Fit squared = fitted(values, options);
  CHECK(squared.parameters.shape == near(plain.parameters.shape / 2, 1e-12));
  CHECK(squared.parameters.scale == near(plain.parameters.scale * plain.parameters.scale, 1e-12));
  CHECK(squared.level == near(plain.level * plain.level, 1e-12));
  CHECK(squared.level_lower == near(plain.level_lower * plain.level_lower, 1e-9));
  CHECK(squared.level_upper == near(plain.level_upper * plain.level_upper, 1e-9));
}

TEST_CASE("fits: values that are moved, scaled or turned over") {
  const auto values = drawn(80, 9, weibull(0, 1, 1.05));
  for (const Distribution distribution : {Distribution::kGumbel, Distribution::kWeibull, Distribution::kGpd}) {
    for (const FitMethod method : kMethods) {
      CAPTURE(contract::name(distribution));
      CAPTURE(contract::name(method));
      FitOptions options{.distribution = distribution, .method = method, .values_in_storm = 300};
      const Fit plain = fitted(values, options);
      REQUIRE(plain.verdict == ChannelStatus::kOk);
      auto moved = values;
      for (double& x : moved) x = 1e4 + 3e-4 * x;
      options.location = 1e4;
      const Fit there = fitted(moved, options);
      REQUIRE(there.verdict == ChannelStatus::kOk);
      CHECK(there.parameters.scale == near(3e-4 * plain.parameters.scale, 1e-6));  // the values themselves have 8 digits left
      auto small = values, turned = values;
      for (double& x : small) x *= 0x1p-40;
      options.location = 0.0;
      const Fit tiny = fitted(small, options);
      CHECK(tiny.level == 0x1p-40 * plain.level);
      CHECK(tiny.level_lower == 0x1p-40 * plain.level_lower);
      CHECK(tiny.level_upper == 0x1p-40 * plain.level_upper);
      for (double& x : turned) x = -x;
      options.is_of_smallest = true;
      const Fit mirror = fitted(turned, options);
      CHECK(mirror.level == -plain.level);
      CHECK(mirror.level_lower == -plain.level_upper);
      CHECK(mirror.level_upper == -plain.level_lower);
      CHECK(mirror.parameters.location == -plain.parameters.location);
      CHECK(mirror.parameters.scale == plain.parameters.scale);
    }
  }
}
