#include "kernels/quantiles.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "kernels/adversarial.h"
#include "kernels/computed.h"

using namespace wavemill::test;
using wavemill::kernels::Quantiles;

namespace {

Computed ranked(const Series& x, const std::vector<double>& percents) {
  Computed computed(x, {}, percents.size());
  computed.summarise();
  Quantiles quantiles(scalar(), Computed::family(percents));
  computed.run(quantiles);
  return computed;
}

/// Hyndman & Fan type 7 from the sorted finite samples, in the two branches that NumPy's lerp has.
class ReferencePercentiles {
 public:
  explicit ReferencePercentiles(Series x) : sorted_(std::move(x)) {
    std::erase_if(sorted_, [](double sample) { return !std::isfinite(sample); });
    std::sort(sorted_.begin(), sorted_.end());
  }

  [[nodiscard]] double at(double percent) const {
    const double place = static_cast<double>(sorted_.size() - 1) * (percent / 100.0), below = std::floor(place),
                 t = place - below;
    const std::size_t i = static_cast<std::size_t>(below);
    const double a = sorted_[i], b = sorted_[std::min(sorted_.size() - 1, i + 1)];
    return t < 0.5 ? a + (b - a) * t : b - (b - a) * (1.0 - t);
  }

 private:
  Series sorted_;
};

std::vector<double> two_hundred() {
  std::vector<double> percents;
  for (int i = 0; i < 200; ++i) percents.push_back(100.0 * i / 199.0);
  return percents;
}

void check(const Series& x, const std::vector<double>& percents) {
  const Computed computed = ranked(x, percents);
  const ReferencePercentiles wanted(x);
  std::size_t wrong = 0;
  for (std::size_t i = 0; i < percents.size(); ++i) wrong += computed.member(i) == wanted.at(percents[i]) ? 0U : 1U;
  CHECK(wrong == 0);
}

}  // namespace

TEST_CASE("percentiles: NumPy's to the bit, whole ranks and fractional ones, unordered and repeated") {
  const std::vector<double> percents = {50, 0, 100, 2.5, 33.333, 99.9, 99.9, 1, 5, 95, 99, 0.001, 66.66666666666667};
  for (const std::size_t count : {1, 2, 3, 100, 101, 2048, 2049, 9001}) {
    CAPTURE(count);
    check(white_noise(count, count), percents);
    check(few_levels(count, count, 9), percents);
  }
}

TEST_CASE("percentiles: exact for input made to be hard, also two hundred at once") {
  for (const NamedSeries& series : adversarial_series()) {
    if (series.name.find("overflows") != std::string::npos) continue;  // below: there NumPy's formula gives infinities
    CAPTURE(series.name);
    check(series.samples, {0, 1, 5, 33.333, 50, 95, 99, 100});
    check(series.samples, two_hundred());
  }
}

TEST_CASE("percentiles: between two samples whose difference overflows lies a number between them") {
  const Computed computed = ranked({-1.5e308, 1.5e308, 1.7e308}, {0, 25, 50, 100});
  CHECK(computed.member(0) == -1.5e308);
  CHECK(computed.member(1) == 0.0);
  CHECK(computed.member(2) == 1.5e308);
  CHECK(computed.member(3) == 1.7e308);
}

TEST_CASE("percentiles: of the finite samples, null where there is none") {
  Series x = white_noise(9000, 81);
  for (std::size_t i = 0; i < x.size(); i += 7) x[i] = i % 2 == 0 ? std::nan("") : HUGE_VAL;
  std::fill(x.begin() + 2048, x.begin() + 4096, -HUGE_VAL);
  check(x, {0, 1, 50, 99.9, 100});
  CHECK(std::isnan(ranked(Series(3000, std::nan("")), {50}).member(0)));
}

TEST_CASE("percentiles: every one of a constant channel is its value, at no sweep") {
  const Computed computed = ranked(Series(5000, 0.1), {0, 33.333, 100});
  for (std::size_t i = 0; i < 3; ++i) CHECK(computed.member(i) == 0.1);
  CHECK(computed.sweeps == 1);  // the summary's
}
