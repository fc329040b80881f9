#include "expression/parser.h"

#include <array>
#include <string>

#include "expression/lexer.h"
#include "expressions.h"

using namespace wavemill;
using namespace wavemill::test;

namespace {

/// The message and the picture of what is wrong.
std::string wrong(const std::string& expression, std::vector<double> angles_deg = {}) {
  const Parsing parsing = parsing_of({{"A", expression, "", std::move(angles_deg)}});
  REQUIRE_FALSE(parsing.derived);
  return parsing.fault.message + "\n" + expression::pictured(expression, parsing.fault.offset_bytes);
}

}  // namespace

TEST_CASE("expressions: what is wrong is said with its place") {
  CHECK(wrong("hypt(Fx, Fy)") == "there is no function 'hypt'; did you mean 'hypot'?\nhypt(Fx, Fy)\n^");
  CHECK(wrong("2 * (Fx + Fy") == "the bracket ( has no )\n2 * (Fx + Fy\n    ^");
  CHECK(wrong("Fx + Fy)") == "')' closes no bracket\nFx + Fy)\n       ^");
  CHECK(wrong("hypot(Fx, Fy") == "the bracket of hypot( has no )\nhypot(Fx, Fy\n^");
  CHECK(wrong("hypot(Fx)") == "hypot(x, y, \u2026) has 1 argument here\nhypot(Fx)\n^");
  CHECK(wrong("1 + abs(Fx, Fy)") == "abs(x) has 2 arguments here\n1 + abs(Fx, Fy)\n    ^");
  CHECK(wrong("abs()") == "abs(x) has 0 arguments here\nabs()\n^");
  CHECK(wrong("min(Fx,)") == "',' or ')' is missing before ','\nmin(Fx,)\n      ^");
  CHECK(wrong("clamp(Fx, 1)") == "clamp(x, low, high) has 2 arguments here\nclamp(Fx, 1)\n^");
  CHECK(wrong("Fx Fy") == "an operator is missing before 'Fy'\nFx Fy\n   ^");
  CHECK(wrong("Fx + ") == "a number, a channel or a bracket is missing before the end of the expression\nFx + \n     ^");
  CHECK(wrong("Fx * / Fy") == "a number, a channel or a bracket is missing before '/'\nFx * / Fy\n     ^");
  CHECK(wrong("") == "the expression is empty\n\n^");
  CHECK(wrong("  ") == "the expression is empty\n  \n  ^");
  CHECK(wrong("'Fx + 1") == "the quote ' has no end\n'Fx + 1\n^");
  CHECK(wrong("Fx + ''") == "the quotes hold no name\nFx + ''\n     ^");
  CHECK(wrong("3[kN + Fx") == "the bracket [ of a unit has no ]\n3[kN + Fx\n ^");
  CHECK(wrong("3[] + Fx") == "the brackets hold no unit; [-] is a plain number\n3[] + Fx\n ^");
  CHECK(wrong("3kNN + Fx") == "'kNN' after a number is not a unit that is known; an operator may be missing\n3kNN + Fx\n ^");
  CHECK(wrong("in(Fx)") == "in(x, \"unit\") has 1 argument here\nin(Fx)\n^");
  CHECK(wrong("in(Fx, MN)") == "a unit in quotes is missing before 'MN', as in in(x, \"MN\")\nin(Fx, MN)\n       ^");
  CHECK(wrong("in(Fx, \"MN\"") == "the bracket of in( has no )\nin(Fx, \"MN\"\n^");
  CHECK(
      wrong("cos(angle)") ==
      "'angle' is known only where the entry has a list of 'angles'; a channel of that name goes into quotes\ncos(angle)\n    ^");
  CHECK(wrong("cos(30deg)", {0, 10}) ==
        "there are angles, but no 'angle' in the expression: all its channels would be the same\ncos(30deg)\n^");
  CHECK(wrong("Fx ? 1") == "'?' means nothing here; a channel's name with such characters goes into quotes\nFx ? 1\n   ^");
  CHECK(wrong("Fx > 1") == "'>' means nothing here; a channel's name with such characters goes into quotes\nFx > 1\n   ^");
  CHECK(wrong("1e999") == "the number does not fit a double\n1e999\n^");
  CHECK(wrong("\u00C4\u00F6 + ?") ==
        "'?' means nothing here; a channel's name with such characters goes into quotes\n\u00C4\u00F6 + ?\n     ^");
}

TEST_CASE("expressions: hostile text is refused, and quickly") {
  CHECK(wrong(std::string("Fx") + '\0' + "y").starts_with("the control character U+0000 has no place in an expression"));
  CHECK(wrong("Fx \x1B[2J").starts_with("the control character U+001B"));
  CHECK(wrong("Fx\xFF").starts_with("the text is not UTF-8 here"));
  CHECK(wrong("Fx\xC3").starts_with("the text is not UTF-8 here"));
  CHECK(wrong(std::string(100'000, '(')).starts_with("the expression is longer than 10000 bytes"));
  CHECK(wrong(std::string(9'999, '(')).starts_with("more than 200 brackets and signs are inside each other"));
  CHECK(wrong(std::string(9'999, '-')).starts_with("more than 200 brackets and signs are inside each other"));
  std::string powers = "2";
  for (int i = 0; i < 1000; ++i) powers += "^2";
  CHECK(wrong(powers).starts_with("more than 200 brackets and signs are inside each other"));
  std::string calls;
  for (int i = 0; i < 300; ++i) calls += "abs(";
  CHECK(wrong(calls).starts_with("more than 200 brackets and signs are inside each other"));
  std::string arguments = "max(1";
  for (int i = 0; i < 64; ++i) arguments += ",1";
  CHECK(wrong(arguments + ")").starts_with("max(x, y, \u2026) has 65 arguments here"));
}

TEST_CASE("expressions: a long sum is no deep one") {
  std::string sum = "1";
  for (int i = 0; i < 4000; ++i) sum += "+1";
  const std::vector<Column> one{{"x", "-", {0.0}}};
  CHECK(evaluated({{"A", sum, "", {}}}, one, {}, **kernels::isa::select("auto"))[0].samples[0] == 4001.0);
}

TEST_CASE("derived channels: what is wrong besides expressions") {
  const auto message = [](std::vector<expression::Definition> definitions) {
    return parsing_of(std::move(definitions)).fault.message;
  };
  CHECK(message({{"", "1", "", {}}}) == "a derived channel needs a name");
  CHECK(message({{"A\n", "1", "", {}}}) == "the name of a derived channel has a control character");
  CHECK(message({{"A", "1", "", {}}, {"A", "2", "", {}}}) == "two derived channels are called 'A'");
  CHECK(message({{"A", "angle", "", {0, 10, 0}}}) == "two derived channels are called 'A_000deg'");
  CHECK(message({{"A", "angle", "", {HUGE_VAL}}}) == "an angle is not a number of degrees");
  CHECK(message({{"A", "angle", "", std::vector<double>(3601, 1.0)}}) == "more than 3600 angles");
  CHECK(message({{"A", "1", " ", {}}}) == "' ' is no unit");
}

TEST_CASE("derived channels: every fault is reported, one a definition") {
  const auto parsed = DerivedChannels::parse({{"A", "1+", "", {}}, {"B", "1", "", {}}, {"C", "(1", "", {}}});
  const auto& faults = std::get<std::vector<expression::Fault>>(parsed);
  REQUIRE(faults.size() == 2);
  CHECK(faults[0].definition == 0);
  CHECK(faults[0].offset_bytes == 2);
  CHECK(faults[1].definition == 2);
  CHECK(faults[1].offset_bytes == 0);
}

TEST_CASE("derived channels: names at angles") {
  CHECK(expression::name_at_angle("M", 0) == "M_000deg");
  CHECK(expression::name_at_angle("M", 30) == "M_030deg");
  CHECK(expression::name_at_angle("M", 7.5) == "M_007_5deg");
  CHECK(expression::name_at_angle("M", 350) == "M_350deg");
  CHECK(expression::name_at_angle("M", -22.5) == "M_-022_5deg");
  CHECK(expression::name_at_angle("M", 1234) == "M_1234deg");
}
