#include "expression/evaluator.h"

#include <cmath>
#include <cstdint>
#include <cstring>
#include <functional>
#include <limits>
#include <random>
#include <string>

#include "expressions.h"
#include "kernels/isa/variants.h"

using namespace wavemill;
using namespace wavemill::test;

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

std::vector<double> noise(std::size_t count, unsigned seed) {
  std::mt19937_64 random(seed);
  std::normal_distribution<double> normal(0.5, 2.0);
  std::vector<double> samples(count);
  for (double& sample : samples) sample = normal(random);
  return samples;
}

std::vector<Column> three_columns(std::size_t count) {
  return {{"x", "-", noise(count, 1)}, {"y", "-", noise(count, 2)}, {"z", "-", noise(count, 3)}};
}

std::vector<double> one(const std::string& expression, const std::vector<Column>& columns, const kernels::TimeView& time = {}) {
  return evaluated({{"A", expression, "", {}}}, columns, time, **kernels::isa::select("auto"))[0].samples;
}

double value_of(const std::string& expression, std::vector<double> xyz = {0, 0, 0}) {
  return one(expression, {{"x", "-", {xyz[0]}}, {"y", "-", {xyz[1]}}, {"z", "-", {xyz[2]}}})[0];
}

/// An expression and what it means, made together: the second one knows nothing of the parser.
struct Example {
  std::string text;
  std::function<double(double, double, double)> value;
};

class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}

  Example expression(int depth) {
    if (depth == 0) return leaf();
    const Example a = expression(depth - 1), b = expression(depth - 1);
    const auto f = a.value, g = b.value;
    switch (random_() % 12) {
      case 0: return {"(" + a.text + " + " + b.text + ")", [=](double x, double y, double z) { return f(x, y, z) + g(x, y, z); }};
      case 1: return {"(" + a.text + "-" + b.text + ")", [=](double x, double y, double z) { return f(x, y, z) - g(x, y, z); }};
      case 2: return {a.text + "*(" + b.text + ")", [=](double x, double y, double z) { return f(x, y, z) * g(x, y, z); }};
      case 3:
        return {"((" + a.text + ")/(" + b.text + "))", [=](double x, double y, double z) { return f(x, y, z) / g(x, y, z); }};
      case 4: return {"(-" + a.text + ")", [=](double x, double y, double z) { return -f(x, y, z); }};
      case 5: return {"abs(" + a.text + ")", [=](double x, double y, double z) { return std::fabs(f(x, y, z)); }};
      case 6:
        return {"min(" + a.text + ", " + b.text + ")", [=](double x, double y, double z) {
                  const double p = f(x, y, z), q = g(x, y, z);
                  return std::isnan(p) || std::isnan(q) ? kNan : std::min(p, q);
                }};
      case 7:
        return {"max(" + a.text + ", " + b.text + ")", [=](double x, double y, double z) {
                  const double p = f(x, y, z), q = g(x, y, z);
                  return std::isnan(p) || std::isnan(q) ? kNan : std::max(p, q);
                }};
      case 8:
        return {"sqrt(abs(" + a.text + "))", [=](double x, double y, double z) { return std::sqrt(std::fabs(f(x, y, z))); }};
      case 9:
        return {"hypot(" + a.text + ", " + b.text + ")",
                [=](double x, double y, double z) { return std::hypot(f(x, y, z), g(x, y, z)); }};
      case 10: return {"(" + a.text + ")^2", [=](double x, double y, double z) { return f(x, y, z) * f(x, y, z); }};
      default: return {"sin(" + a.text + ")", [=](double x, double y, double z) { return std::sin(f(x, y, z)); }};
    }
  }

 private:
  Example leaf() {
    switch (random_() % 4) {
      case 0: return {"x", [](double x, double, double) { return x; }};
      case 1: return {"y", [](double, double y, double) { return y; }};
      case 2: return {"z", [](double, double, double z) { return z; }};
      default: {
        const double number = static_cast<double>(random_() % 1000) / 8.0;
        return {std::to_string(number), [number](double, double, double) { return number; }};
      }
    }
  }

  std::mt19937_64 random_;
};

bool is_near(double a, double b) {
  if (std::isnan(a) || std::isnan(b)) return std::isnan(a) && std::isnan(b);
  if (std::isinf(a) || std::isinf(b)) return a == b;
  return std::fabs(a - b) <= 1e-10 * std::max({1.0, std::fabs(a), std::fabs(b)});
}

}  // namespace

TEST_CASE("evaluating: precedence and functions") {
  CHECK(value_of("1 + 2*3") == 7.0);
  CHECK(value_of("(1 + 2)*3") == 9.0);
  CHECK(value_of("8 - 3 - 2") == 3.0);
  CHECK(value_of("8/4/2") == 1.0);
  CHECK(value_of("-2^2") == -4.0);
  CHECK(value_of("2^-1") == 0.5);
  CHECK(value_of("2^3^2") == 512.0);
  CHECK(value_of("--x", {3, 0, 0}) == 3.0);
  CHECK(value_of("x\u00B7y \u2212 z", {3, 4, 5}) == 7.0);
  CHECK(value_of("min(x, y, z)", {3, -4, 5}) == -4.0);
  CHECK(value_of("max(x, y, z)", {3, -4, 5}) == 5.0);
  CHECK(value_of("hypot(x, y, z)", {3, 4, 12}) == 13.0);
  CHECK(value_of("clamp(x, -1, 1)", {3, 0, 0}) == 1.0);
  CHECK(value_of("clamp(x, -1, 1)", {-3, 0, 0}) == -1.0);
  CHECK(value_of("sign(x)", {-1e-320, 0, 0}) == -1.0);
  CHECK(value_of("sign(x)", {0, 0, 0}) == 0.0);
  CHECK(value_of("sign(x)", {kInfinity, 0, 0}) == 1.0);
  CHECK(value_of("cos(60deg)") == doctest::Approx(0.5).epsilon(1e-15));
  CHECK(value_of("in(180deg, \"rad\")/1rad") == doctest::Approx(value_of("pi")).epsilon(1e-15));
  CHECK(value_of("atan2(x, y)/1deg", {1, 1, 0}) == doctest::Approx(45.0).epsilon(1e-15));
  CHECK(value_of("x^3", {-3, 0, 0}) == -27.0);
  CHECK(value_of("x^-2", {4, 0, 0}) == 0.0625);
  CHECK(value_of("pow(x, 1.5)", {4, 0, 0}) == 8.0);
  CHECK(value_of("x^0", {kNan, 0, 0}) == 1.0);
  CHECK(value_of("exp(log(x))", {5, 0, 0}) == doctest::Approx(5.0).epsilon(1e-15));
  CHECK(value_of("log10(1000)") == doctest::Approx(3.0).epsilon(1e-15));
  CHECK(value_of("5kN/1N") == 5000.0);
  CHECK(value_of("g/1[m/s^2]") == 9.80665);
  CHECK(value_of("1e3 + .5") == 1000.5);
}

TEST_CASE("evaluating: division by zero and what does not exist, as IEEE 754 has it") {
  CHECK(value_of("x/y", {1, 0, 0}) == kInfinity);
  CHECK(value_of("x/y", {-1, 0, 0}) == -kInfinity);
  CHECK(std::isnan(value_of("x/y", {0, 0, 0})));
  CHECK(value_of("1/0") == kInfinity);
  CHECK(std::isnan(value_of("sqrt(x)", {-1, 0, 0})));
  CHECK(value_of("log(x)", {0, 0, 0}) == -kInfinity);
  CHECK(std::isnan(value_of("log(x)", {-1, 0, 0})));
  for (const char* expression : {"min(x, y)", "min(y, x)", "max(x, y)", "max(y, x)", "abs(x)", "sign(x)", "hypot(x, y)", "x^2",
                                 "clamp(x, 0, 1)", "clamp(y, x, 1)", "clamp(y, 0, x)"}) {
    CAPTURE(expression);
    CHECK(std::isnan(value_of(expression, {kNan, 0.5, 0})));
  }
}

TEST_CASE("evaluating: hypot neither overflows nor vanishes") {
  CHECK(value_of("hypot(x, y)", {3e200, 4e200, 0}) == doctest::Approx(5e200).epsilon(1e-15));
  CHECK(value_of("hypot(x, y)", {3e-200, 4e-200, 0}) == doctest::Approx(5e-200).epsilon(1e-15));
  CHECK(value_of("hypot(x, y)", {3e-320, 4e-320, 0}) == doctest::Approx(5e-320).epsilon(1e-3));
  CHECK(value_of("hypot(x, y)", {0, 0, 0}) == 0.0);
  CHECK(value_of("hypot(x, y)", {kInfinity, kNan, 0}) == kInfinity);
}

TEST_CASE("evaluating: random expressions against an evaluator of their own") {
  for (unsigned seed = 0; seed < 300; ++seed) {
    const Example random = Generator(seed).expression(1 + static_cast<int>(seed % 4));
    CAPTURE(random.text);
    const std::vector<Column> columns = three_columns(37);
    const std::vector<double> samples = one(random.text, columns);
    for (std::size_t i = 0; i < samples.size(); ++i) {
      const double wanted = random.value(columns[0].samples[i], columns[1].samples[i], columns[2].samples[i]);
      CHECK_MESSAGE(is_near(samples[i], wanted), samples[i], " for ", wanted);
    }
  }
}

TEST_CASE("evaluating: a linear combination has the bits of the expression as it is written") {
  const std::vector<Column> columns = three_columns(5000);
  const double c = std::cos(30.0 * (3.14159265358979323846 / 180.0)), s = std::sin(30.0 * (3.14159265358979323846 / 180.0));
  const std::vector<double> samples = one("cos(30deg)*x + sin(30deg)*y - z", columns);
  for (std::size_t i = 0; i < samples.size(); ++i) {
    const double first = c * columns[0].samples[i], second = s * columns[1].samples[i];
    CHECK(samples[i] == first + second - columns[2].samples[i]);
  }
}

TEST_CASE("evaluating: every instruction set gives the same bits, whatever the length") {
  const std::vector<expression::Definition> definitions{
      {"A", "cos(30deg)*x + sin(30deg)*y", "", {}}, {"B", "hypot(x, y*1e160)/z", "", {}},
      {"C", "min(x, max(y, z))^3", "", {}},         {"D", "sign(x)*sqrt(abs(y)) - 2", "", {}},
      {"E", "derivative(integral(x*y))", "", {}},   {"F", "x^-5", "", {}},
  };
  for (const std::size_t count : {1, 2, 3, 15, 16, 17, 2047, 2048, 2049, 2050, 6000}) {
    std::vector<Column> columns = three_columns(count);
    if (count > 10) columns[0].samples[7] = kNan;
    if (count > 10) columns[1].samples[9] = kInfinity;
    const auto wanted = evaluated(definitions, columns, {.step_s = 0.1}, reference_table());
    for_each_wide([&](const kernels::isa::Table& table) {
      const auto found = evaluated(definitions, columns, {.step_s = 0.1}, table);
      for (std::size_t k = 0; k < found.size(); ++k)
        for (std::size_t i = 0; i < count; ++i) {
          const double a = found[k].samples[i], b = wanted[k].samples[i];
          CHECK_MESSAGE((has_same_bits(a, b) || (std::isnan(a) && std::isnan(b))), definitions[k].expression, " at ", i, " of ",
                        count);
        }
    });
  }
}

TEST_CASE("derivatives: as numpy.gradient, across blocks, at both ends, inside each other") {
  for (const std::size_t count : {1, 2, 3, 2047, 2048, 2049, 2050, 4096, 4097, 10'000}) {
    CAPTURE(count);
    const std::vector<Column> columns = three_columns(count);
    const kernels::TimeView time{.start_s = 5.0, .step_s = 0.05};
    const auto gradient = [&](const std::vector<double>& x) {
      std::vector<double> d(x.size(), kNan);
      if (x.size() < 2) return d;
      d.front() = (x[1] - x[0]) / 0.05;
      d.back() = (x[x.size() - 1] - x[x.size() - 2]) / 0.05;
      for (std::size_t i = 1; i + 1 < x.size(); ++i) d[i] = (x[i + 1] - x[i - 1]) / (2.0 * 0.05);
      return d;
    };
    const auto same = [](const std::vector<double>& a, const std::vector<double>& b) {
      REQUIRE(a.size() == b.size());
      for (std::size_t i = 0; i < a.size(); ++i)
        if (!(a[i] == b[i] || (std::isnan(a[i]) && std::isnan(b[i])))) return false;
      return true;
    };
    const std::vector<double> first = gradient(columns[0].samples);
    CHECK(same(one("derivative(x)", columns, time), first));
    CHECK(same(one("derivative(derivative(x))", columns, time), gradient(first)));
    CHECK(same(one("derivative(derivative(derivative(x)))", columns, time), gradient(gradient(first))));

    std::vector<double> sum(count, 0.0), sum_of_first(count, 0.0);
    for (std::size_t i = 1; i < count; ++i) {
      sum[i] = sum[i - 1] + 0.5 * 0.05 * (columns[0].samples[i] + columns[0].samples[i - 1]);
      sum_of_first[i] = sum_of_first[i - 1] + 0.5 * 0.05 * (first[i] + first[i - 1]);
    }
    if (count > 1) {
      CHECK(same(one("integral(x)", columns, time), sum));
      CHECK(same(one("integral(derivative(x))", columns, time), sum_of_first));
      CHECK(same(one("derivative(integral(derivative(x)))", columns, time), gradient(sum_of_first)));
      const auto both = evaluated({{"A", "integral(x)", "", {}}, {"B", "derivative(derivative(x))", "", {}}}, columns, time,
                                  **kernels::isa::select("auto"));
      CHECK(same(both[0].samples, sum));  // with neighbours that it does not need itself
    }
  }
}

TEST_CASE("derivatives: of second order where the step varies, exact for a parabola") {
  const std::size_t count = 5000;
  std::vector<double> times_s(count), parabola(count);
  for (std::size_t i = 0; i < count; ++i) {
    times_s[i] = 0.01 * static_cast<double>(i) + (i % 3 == 0 ? 0.004 : 0.0);
    parabola[i] = 3.0 * times_s[i] * times_s[i] - times_s[i];
  }
  const std::vector<Column> columns{{"x", "m", parabola}};
  const kernels::TimeView time{.step_s = kNan, .times_s = times_s.data()};
  const std::vector<double> speed = one("derivative(x)", columns, time);
  for (std::size_t i = 1; i + 1 < count; ++i) CHECK(speed[i] == doctest::Approx(6.0 * times_s[i] - 1.0).epsilon(1e-9));
  const std::vector<double> back = one("integral(derivative(x)) + 0", columns, time);
  CHECK(back[count - 2] - back[1] == doctest::Approx(parabola[count - 2] - parabola[1]).epsilon(1e-9));
  CHECK(one("time", columns, time) == times_s);
}

TEST_CASE("evaluating: outputs that nobody wants are passed over, those after them are right") {
  const std::vector<Column> columns = three_columns(100);
  const auto made = bound({{"A", "x*y", "", {}}, {"B", "x*y + z", "", {}}, {"C", "abs(z)", "", {}}}, columns);
  const std::vector<std::uint32_t> all{0, 1, 2};
  const expression::Program program(**made, all);
  expression::Evaluator evaluator(reference_table());
  evaluator.begin(program, {}, 100);
  evaluator.begin_sweep({false, true, false});
  const std::vector<const double*> inputs{columns[0].samples.data(), columns[1].samples.data(), columns[2].samples.data()};
  evaluator.begin_block(0, inputs);
  const double* out = evaluator.output(1);
  for (std::size_t i = 0; i < 100; ++i) CHECK(out[i] == columns[0].samples[i] * columns[1].samples[i] + columns[2].samples[i]);
}
