#include "expression/unit.h"

#include <doctest/doctest.h>

#include <array>

using wavemill::expression::conversion;
using wavemill::expression::power;
using wavemill::expression::product;
using wavemill::expression::Unit;

namespace {

constexpr double kPi = 3.14159265358979323846;

struct Row {
  const char* from;
  const char* to;
  double factor;  // 0: they do not go together
};

}  // namespace

TEST_CASE("units: what goes together, and by which factor") {
  const std::array rows{
      Row{"kN", "N", 1e3},
      Row{"N", "kN", 1e-3},
      Row{"MN", "kN", 1e3},
      Row{"kN", "m", 0},
      Row{"kN", "kN-m", 0},
      Row{"kN-m", "kN\u00B7m", 1},
      Row{"kN-m", "kNm", 1},
      Row{"kN.m", "Nm", 1e3},
      Row{"(kN-m)", "MN*m", 1e-3},
      Row{"KNM", "kN m", 1},
      Row{"mm", "m", 1e-3},
      Row{"m/s^2", "m/s2", 1},
      Row{"m/s\u00B2", "m/s^2", 1},
      Row{"m s-2", "m/s/s", 1},
      Row{"m\u00B7s\u207B\u00B2", "m/s**2", 1},
      Row{"km/h", "m/s", 1 / 3.6},
      Row{"knots", "m/s", 1852.0 / 3600.0},
      Row{"deg", "rad", kPi / 180},
      Row{"\u00B0/s", "rad/s", kPi / 180},
      Row{"rpm", "rad/s", kPi / 30},
      Row{"rpm", "deg/s", 6},
      Row{"Hz", "1/s", 1},
      Row{"rpm", "Hz", 0},
      Row{"rad", "-", 0},
      Row{"deg", "%", 0},
      Row{"%", "-", 0.01},
      Row{"-", "%", 100},
      Row{"kN-m*rad/s", "kW", 1},
      Row{"kNm*rpm", "kW", kPi / 30},
      Row{"MPa", "N/mm^2", 1},
      Row{"kN/m^2", "kPa", 1},
      Row{"t", "kg", 1e3},
      Row{"te", "tonnes", 1},
      Row{"kg*m/s^2", "N", 1},
      Row{"kWh", "MJ", 3.6},
      Row{"(kg m)/s^2", "N", 1},
      Row{"foo", "foo", 1},
      Row{"foo", "bar_", 0},
      Row{"foo/s", "foo/s", 1},
      Row{"foo", "-", 0},
      Row{"foo/s", "foo/ms", 1e-3},
      Row{"a,b;c", "a,b;c", 1},
      Row{"a,b;c", "a,b;d", 0},
      Row{"", "kN", 1},
      Row{"kN", "()", 1},
      Row{"kN", "-", 0},
      Row{"ft", "m", 0.3048},
      Row{"degC", "degC", 1},
      Row{"degC", "K", 0},
      Row{"m^0.5", "m", 0},
      Row{"rev/min", "rpm", 1},
  };
  for (const Row& row : rows) {
    CAPTURE(row.from);
    CAPTURE(row.to);
    const std::optional<double> factor = conversion(Unit::parse(row.from), Unit::parse(row.to));
    CHECK(factor.value_or(0.0) == doctest::Approx(row.factor).epsilon(1e-14));
    CHECK(conversion(Unit::parse(row.to), Unit::parse(row.from)).has_value() == factor.has_value());
  }
}

TEST_CASE("units: products bring like symbols together") {
  const auto check = [](const char* a, const char* b, double exponent, const char* text, double scale) {
    CAPTURE(a);
    CAPTURE(b);
    const auto result = product(Unit::parse(a), Unit::parse(b), exponent);
    CHECK(result.unit.text() == text);
    CHECK(result.scale == doctest::Approx(scale).epsilon(1e-14));
  };
  check("kN", "m", 1, "kN\u00B7m", 1);
  check("kN-m", "m", -1, "kN", 1);
  check("kN", "N", -1, "-", 1e3);
  check("kN-m", "N-m", -1, "-", 1e3);
  check("kN-m", "mm", -1, "kN", 1e3);
  check("m/s", "s", 1, "m", 1);
  check("m", "s", -1, "m/s", 1);
  check("m/s", "s", -1, "m/s^2", 1);
  check("-", "kN", -1, "1/kN", 1);
  check("kN", "-", 1, "kN", 1);
  check("kN", "%", 1, "kN", 0.01);
  check("deg", "kN-m/rad", 1, "kN\u00B7m", kPi / 180);
  check("foo", "s", -1, "foo/s", 1);
  check("kN-m", "-", 1, "kN-m", 1);  // as it is written, as long as nothing changes it
  check("kN", "", 1, "", 1);
  check("m", "s", -2, "m/s^2", 1);
}

TEST_CASE("units: powers and text") {
  CHECK(power(Unit::parse("kN^2"), 0.5).text() == "kN");
  CHECK(power(Unit::parse("kN"), 0.5).text() == "kN^0.5");
  CHECK(power(power(Unit::parse("m"), 1.0 / 3.0), 3.0).text() == "m");
  CHECK(power(Unit::parse("m/s"), 2).text() == "m^2/s^2");
  CHECK(Unit::parse("[m/s]").text() == "m/s");
  CHECK(Unit::parse("  kN ").text() == "kN");
  CHECK(Unit::parse("-").text() == "-");
  CHECK(Unit::parse("").is_unknown());
  CHECK(Unit::parse("deg").is_angle());
  CHECK_FALSE(Unit::parse("deg/s").is_angle());
  CHECK_FALSE(Unit::parse_known("foo").has_value());
  CHECK_FALSE(Unit::parse_known("kN/").has_value());
  CHECK(Unit::parse_known("kN-m")->text() == "kN-m");
}

TEST_CASE("units: text that means nothing is a unit of its own, whatever it holds") {
  for (const char* text :
       {"/", "((((((((((m))))))))))", "m^", "m^^2", "m^1e99", "kN--m", "2m", "m)", "(m", "\xFF\xFE", "^2", "m^(2", "1/0"}) {
    CAPTURE(text);
    const Unit unit = Unit::parse(text);
    CHECK(conversion(unit, unit) == 1.0);
    CHECK_FALSE(conversion(unit, Unit::parse("kN")).has_value());
  }
}
