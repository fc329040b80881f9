#include "expression/binder.h"

#include <array>
#include <string>

#include "expressions.h"

using namespace wavemill;
using namespace wavemill::test;

namespace {

const std::vector<Column> kColumns{
    {"Fx", "kN", {}},        {"Fy", "N", {}},     {"Mx", "kN-m", {}}, {"x", "m", {}},
    {"a", "deg", {}},        {"w", "rpm", {}},    {"f", "Hz", {}},    {"r", "-", {}},
    {"raw", "", {}},         {"raw too", "", {}}, {"odd", "foo", {}}, {"Force, top [kN]", "kN", {}},
    {"Twin", "kN", {}},      {"Twin", "m", {}},   {"p", "%", {}},     {"it's", "m/s", {}},
    {"\u00C4ste", "kN", {}},
};

/// The unit that comes of an expression, or what is wrong with it.
std::string unit_of(const std::string& expression, const std::string& unit = "", std::vector<double> angles_deg = {}) {
  const auto made = bound({{"A", expression, unit, std::move(angles_deg)}}, kColumns);
  return made ? (*made)->channels[0].unit : made.error().message;
}

}  // namespace

TEST_CASE("binding: units of expressions") {
  const std::array rows{
      std::pair{"Fx", "kN"},
      std::pair{"Fx + Fy", "kN"},
      std::pair{"Fy - Fx", "N"},
      std::pair{"hypot(Fx, Fy)", "kN"},
      std::pair{"Fx*x", "kN\u00B7m"},
      std::pair{"Mx/x", "kN"},
      std::pair{"Mx + Fx*x", "kN-m"},
      std::pair{"Fx/Fy", "-"},
      std::pair{"Fx^2", "kN^2"},
      std::pair{"sqrt(Fx^2 + Fy^2)", "kN"},
      std::pair{"(Fx*Fy)^0.5", "kN"},
      std::pair{"-Fx", "kN"},
      std::pair{"2*Fx", "kN"},
      std::pair{"Fx/2", "kN"},
      std::pair{"1/f", "1/Hz"},
      std::pair{"cos(a)", "-"},
      std::pair{"cos(30deg)*Mx + sin(30deg)*Mx", "kN-m"},
      std::pair{"atan2(Fx, Fy)", "rad"},
      std::pair{"in(atan2(Fx, Fy), \"deg\")", "deg"},
      std::pair{"in(Mx*w, \"kW\")", "kW"},
      std::pair{"in(Fx, [MN])", "MN"},
      std::pair{"derivative(x)", "m/s"},
      std::pair{"derivative(derivative(x))", "m/s^2"},
      std::pair{"integral(derivative(x))", "m"},
      std::pair{"integral(odd)", "foo\u00B7s"},
      std::pair{"max(Fx, 0)", "kN"},
      std::pair{"clamp(Fx, 0, 10[kN])", "kN"},
      std::pair{"clamp(Fx, -1000N, 10kN)", "kN"},
      std::pair{"Fx + 100N", "kN"},
      std::pair{"abs(x - 3mm)", "m"},
      std::pair{"sign(Fx)", "-"},
      std::pair{"exp(r)", "-"},
      std::pair{"r + p", "-"},
      std::pair{"Fx*p", "kN"},
      std::pair{"log(Fx/1kN)", "-"},
      std::pair{"Fx + raw", "kN"},
      std::pair{"raw + Fx", "kN"},
      std::pair{"raw*Fx", ""},
      std::pair{"sin(raw)", "-"},
      std::pair{"raw + 'raw too'", ""},
      std::pair{"odd + odd", "foo"},
      std::pair{"odd/odd", "-"},
      std::pair{"3[foo] + odd", "foo"},
      std::pair{"'Force, top [kN]' - Fx", "kN"},
      std::pair{"\"Force, top [kN]\"", "kN"},
      std::pair{"'it''s'", "m/s"},
      std::pair{"\u00C4ste", "kN"},
      std::pair{"Twin#1 + Fx", "kN"},
      std::pair{"Twin#2 + x", "m"},
      std::pair{"'Twin#2' + x", "m"},
      std::pair{"'Twin'#2 + x", "m"},
      std::pair{"g*1kg/1N", "-"},
      std::pair{"time", "s"},
      std::pair{"x/time", "m/s"},
      std::pair{"5", "-"},
      std::pair{"2**3", "-"},
  };
  for (const auto& [expression, unit] : rows) {
    CAPTURE(expression);
    CHECK(unit_of(expression) == unit);
  }
  CHECK(unit_of("Fx", "MN") == "MN");
  CHECK(unit_of("raw", "MN") == "MN");
  CHECK(unit_of("cos(angle)*Fx", "", {30}) == "kN");
  CHECK(unit_of("angle", "", {30}) == "deg");
}

TEST_CASE("binding: units that do not go together are named, with the place") {
  const auto check = [](const char* expression, const char* message, const char* unit = "") {
    CAPTURE(expression);
    CHECK(unit_of(expression, unit) == std::string("derived channel 'A': ") + message);
  };
  check("Fx + x", "'kN' and 'm' do not go together (character 4, at \"+ x\")");
  check("Fx - 3",
        "'kN' and a plain number do not go together; write the number with its unit, as in 100[kN] (character 4, at \"- 3\")");
  check("hypot(Fx, Mx)", "'kN' and 'kN-m' do not go together (character 1, at \"hypot(Fx, Mx)\")");
  check("cos(Fx)", "cos() takes an angle (deg, rad) or a plain number, not 'kN' (character 1, at \"cos(Fx)\")");
  check("1 + log(Fx)", "log() takes a plain number, not 'kN'; divide it by 1[kN] (character 5, at \"log(Fx)\")");
  check("2^Fx", "an exponent is a plain number, not 'kN' (character 2, at \"^Fx\")");
  check("Fx^r", "'kN' to a power that varies has no unit; divide by 1[kN] (character 3, at \"^r\")");
  check("in(Fx, \"m\")", "'kN' cannot be converted to 'm' (character 1, at \"in(Fx, \"m\")\")");
  check("w + f", "'rpm' and 'Hz' do not go together (character 3, at \"+ f\")");
  check("odd + Fx", "'foo' and 'kN' do not go together (character 5, at \"+ Fx\")");
  check("Fx", "'kN' cannot be converted to 's' (character 1, at \"Fx\")", "s");
  check("\u00C4ste + x", "'kN' and 'm' do not go together (character 6, at \"+ x\")");
}

TEST_CASE("binding: names that mean no channel, or several") {
  CHECK(unit_of("Fxx + 1kN") ==
        "derived channel 'A': no channel is called 'Fxx'; nearest: Fx, Fy, Mx (character 1, at \"Fxx + 1kN\")");
  CHECK(unit_of("1kN + fx").find("no channel is called 'fx'; nearest: Fx") != std::string::npos);
  CHECK(unit_of("Twin") ==
        "derived channel 'A': 'Twin' means 2 channels; write 'Twin#1' for the first (character 1, at \"Twin\")");
  CHECK(unit_of("Twin#3").find("no channel is called 'Twin#3'") != std::string::npos);
  CHECK(unit_of("A").find("no channel is called 'A'") != std::string::npos);  // itself is not there yet
  const auto unknown = bound({{"A", "nothing", "", {}}}, kColumns);
  CHECK(unknown.error().code == base::ErrorCode::kInputUnknownChannel);
  const auto mismatch = bound({{"A", "Fx + x", "", {}}}, kColumns);
  CHECK(mismatch.error().code == base::ErrorCode::kInputExpression);
}

TEST_CASE("binding: later channels use earlier ones") {
  const auto made = bound(
      {{"A", "hypot(Fx, Fy)", "", {}}, {"B", "2*A", "MN", {}}, {"C", "cos(angle)*B", "", {0, 90}}, {"D", "C_090deg", "", {}}},
      kColumns);
  REQUIRE(made.ok());
  const auto& channels = (*made)->channels;
  REQUIRE(channels.size() == 5);
  CHECK(channels[1].unit == "MN");
  CHECK(channels[2].name == "C_000deg");
  CHECK(channels[4].value == channels[3].value);
  CHECK(channels[4].inputs == std::vector<std::uint32_t>{0, 1});
}

TEST_CASE("binding: channels without unit are told of, once") {
  const auto made = bound({{"A", "raw + 'raw too'", "", {}}, {"B", "2*raw", "", {}}}, kColumns);
  REQUIRE((*made)->warnings.size() == 1);
  CHECK((*made)->warnings[0] ==
        "derived channels: 'raw', 'raw too' have no unit; their numbers are taken as they come, and no unit is checked against "
        "them");
}

TEST_CASE("binding: the same channels are bound once, others again") {
  const Parsing parsing = parsing_of({{"A", "2*Fx", "", {}}});
  auto channels = channels_of(kColumns);
  const auto first = *parsing.derived->bind(channels);
  CHECK(*parsing.derived->bind(channels) == first);
  channels[0].unit = "N";
  CHECK((*parsing.derived->bind(channels))->channels[0].unit == "N");
  CHECK(*parsing.derived->bind(channels_of(kColumns)) == first);
  for (int i = 0; i < 20; ++i) {
    channels[1].name = std::to_string(i);
    CHECK(parsing.derived->bind(channels).ok());
  }
}

TEST_CASE("binding: derivatives inside each other have an end, however they are written") {
  std::vector<expression::Definition> definitions{{"D0", "x", "", {}}};
  for (int i = 1; i <= 70; ++i)
    definitions.push_back({"D" + std::to_string(i), "derivative(D" + std::to_string(i - 1) + ")", "", {}});
  const auto made = bound(definitions, kColumns);
  REQUIRE_FALSE(made.ok());
  CHECK(made.error().message.find("more than 64 derivatives are inside each other") != std::string::npos);
}

TEST_CASE("programs: what is common is computed once, and a rose is one kernel an angle") {
  const auto rose = bound({{"A", "cos(angle)*Fx + sin(angle)*Fx", "", {0, 10, 20, 30}}}, kColumns);
  const std::vector<std::uint32_t> all{0, 1, 2, 3};
  const expression::Program program(**rose, all);
  CHECK(program.instructions().size() == 4);
  CHECK(program.inputs() == std::vector<std::uint32_t>{0});
  CHECK(program.register_count() <= 2);
  CHECK_FALSE(program.is_costly());

  const auto common =
      bound({{"A", "hypot(Fx, Fy)*x", "", {}}, {"B", "abs(hypot(Fx, Fy))", "", {}}, {"C", "x*hypot(Fx,Fy)", "", {}}}, kColumns);
  const std::vector<std::uint32_t> three{0, 1, 2};
  CHECK(expression::Program(**common, three).instructions().size() == 4);  // Fy in kN, hypot, product, abs
}
