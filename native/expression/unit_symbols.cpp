#include "expression/unit_symbols.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace wavemill::expression {

namespace {

constexpr double kPi = 3.14159265358979323846;

constexpr Exponents kMass{1, 0, 0, 0, 0}, kLength{0, 1, 0, 0, 0}, kDuration{0, 0, 1, 0, 0}, kAngular{0, 0, 0, 1, 0};
constexpr Exponents kForce{1, 1, -2, 0, 0}, kPressure{1, -1, -2, 0, 0}, kEnergy{1, 2, -2, 0, 0}, kPower{1, 2, -3, 0, 0};
constexpr Exponents kSpeed{0, 1, -1, 0, 0}, kFrequency{0, 0, -1, 0, 0}, kAngularSpeed{0, 0, -1, 1, 0}, kPlain{0, 0, 0, 0, 0};

constexpr std::array kSymbols{
    Symbol{"kg", 1.0, kMass},
    Symbol{"t", 1e3, kMass},
    Symbol{"m", 1.0, kLength},
    Symbol{"mm", 1e-3, kLength},
    Symbol{"cm", 1e-2, kLength},
    Symbol{"km", 1e3, kLength},
    Symbol{"ft", 0.3048, kLength},
    Symbol{"s", 1.0, kDuration},
    Symbol{"ms", 1e-3, kDuration},
    Symbol{"min", 60.0, kDuration},
    Symbol{"h", 3600.0, kDuration},
    Symbol{"rad", 1.0, kAngular},
    Symbol{"mrad", 1e-3, kAngular},
    Symbol{"deg", kPi / 180.0, kAngular},
    Symbol{"rev", 2.0 * kPi, kAngular},
    Symbol{"rpm", 2.0 * kPi / 60.0, kAngularSpeed},
    Symbol{"Hz", 1.0, kFrequency},
    Symbol{"kHz", 1e3, kFrequency},
    Symbol{"knot", 1852.0 / 3600.0, kSpeed},
    Symbol{"N", 1.0, kForce},
    Symbol{"kN", 1e3, kForce},
    Symbol{"MN", 1e6, kForce},
    Symbol{"GN", 1e9, kForce},
    Symbol{"tf", 9806.65, kForce},
    Symbol{"kip", 4448.2216152605, kForce},
    Symbol{"lbf", 4.4482216152605, kForce},
    Symbol{"Pa", 1.0, kPressure},
    Symbol{"kPa", 1e3, kPressure},
    Symbol{"MPa", 1e6, kPressure},
    Symbol{"GPa", 1e9, kPressure},
    Symbol{"bar", 1e5, kPressure},
    Symbol{"J", 1.0, kEnergy},
    Symbol{"kJ", 1e3, kEnergy},
    Symbol{"MJ", 1e6, kEnergy},
    Symbol{"kWh", 3.6e6, kEnergy},
    Symbol{"MWh", 3.6e9, kEnergy},
    Symbol{"W", 1.0, kPower},
    Symbol{"kW", 1e3, kPower},
    Symbol{"MW", 1e6, kPower},
    Symbol{"GW", 1e9, kPower},
    Symbol{"K", 1.0, Exponents{0, 0, 0, 0, 1}},
    Symbol{"%", 0.01, kPlain},
};

struct Alias {
  std::string_view word;
  std::string_view name;
};
constexpr std::array kAliases{
    Alias{"sec", "s"},       Alias{"secs", "s"},     Alias{"second", "s"},   Alias{"seconds", "s"},   Alias{"te", "t"},
    Alias{"tonne", "t"},     Alias{"tonnes", "t"},   Alias{"Mg", "t"},       Alias{"hr", "h"},        Alias{"hour", "h"},
    Alias{"hours", "h"},     Alias{"metre", "m"},    Alias{"meter", "m"},    Alias{"meters", "m"},    Alias{"degree", "deg"},
    Alias{"degrees", "deg"}, Alias{"\u00B0", "deg"}, Alias{"radian", "rad"}, Alias{"radians", "rad"}, Alias{"knots", "knot"},
    Alias{"kts", "knot"},    Alias{"percent", "%"},  Alias{"kips", "kip"},
};

constexpr std::array kMoments{
    std::pair<std::string_view, Moment>{"Nm", {"N", "m"}},
    std::pair<std::string_view, Moment>{"kNm", {"kN", "m"}},
    std::pair<std::string_view, Moment>{"MNm", {"MN", "m"}},
    std::pair<std::string_view, Moment>{"GNm", {"GN", "m"}},
};

bool are_equal_but_for_case(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return std::tolower(static_cast<unsigned char>(c)); };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace

std::optional<Symbol> find_symbol(std::string_view word) {
  for (const Symbol& symbol : kSymbols)
    if (symbol.name == word) return symbol;
  for (const Alias& alias : kAliases)
    if (alias.word == word) return find_symbol(alias.name);
  if (word.size() < 2) return std::nullopt;  // m is not M
  for (const Symbol& symbol : kSymbols)
    if (are_equal_but_for_case(symbol.name, word)) return symbol;
  for (const Alias& alias : kAliases)
    if (are_equal_but_for_case(alias.word, word)) return find_symbol(alias.name);
  return std::nullopt;
}

std::optional<Moment> find_moment(std::string_view word) {
  for (const auto& [name, moment] : kMoments)
    if (are_equal_but_for_case(name, word) && word.size() >= 2) return moment;
  return std::nullopt;
}

}  // namespace wavemill::expression
