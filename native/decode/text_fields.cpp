#include "decode/text_fields.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace wavemill::decode {

namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

std::vector<std::string> split_at_blanks(std::string_view line) {
  std::vector<std::string> fields;
  for (std::string_view rest = trimmed(line); !rest.empty(); rest = trimmed(rest)) {
    const auto end = static_cast<std::size_t>(std::find_if(rest.begin(), rest.end(), is_blank) - rest.begin());
    fields.emplace_back(rest.substr(0, end));
    rest.remove_prefix(end);
  }
  return fields;
}

/// Takes a field in quotes off the front of `rest`, which is left at the quote's end.
std::string take_quoted(std::string_view& rest) {
  std::string field;
  rest.remove_prefix(1);
  while (!rest.empty()) {
    const bool is_quote = rest.front() == '"';
    if (is_quote && (rest.size() < 2 || rest[1] != '"')) break;
    field += rest.front();
    rest.remove_prefix(is_quote ? 2 : 1);
  }
  if (!rest.empty()) rest.remove_prefix(1);
  return field;
}

std::string take_field(std::string_view& rest, char separator) {
  while (!rest.empty() && rest.front() != separator && is_blank(rest.front())) rest.remove_prefix(1);
  std::string field = !rest.empty() && rest.front() == '"' ? take_quoted(rest) : "";
  const std::size_t end = std::min(rest.find(separator), rest.size());
  field += rest.substr(0, end);
  rest.remove_prefix(end);
  return std::string(trimmed(field));
}

constexpr std::array<std::string_view, 78> kSymbols{"-",
                                                    "%",
                                                    "1",
                                                    "s",
                                                    "sec",
                                                    "min",
                                                    "h",
                                                    "hr",
                                                    "hour",
                                                    "Hz",
                                                    "kHz",
                                                    "m",
                                                    "mm",
                                                    "cm",
                                                    "km",
                                                    "ft",
                                                    "in",
                                                    "inch",
                                                    "kn",
                                                    "knots",
                                                    "N",
                                                    "kN",
                                                    "MN",
                                                    "mN",
                                                    "lbf",
                                                    "kip",
                                                    "kips",
                                                    "te",
                                                    "t",
                                                    "kg",
                                                    "g",
                                                    "lb",
                                                    "Mg",
                                                    "tonne",
                                                    "rad",
                                                    "deg",
                                                    "degs",
                                                    "rpm",
                                                    "RPM",
                                                    "Pa",
                                                    "kPa",
                                                    "MPa",
                                                    "GPa",
                                                    "bar",
                                                    "psi",
                                                    "ksi",
                                                    "W",
                                                    "kW",
                                                    "MW",
                                                    "J",
                                                    "kJ",
                                                    "MJ",
                                                    "Nm",
                                                    "kNm",
                                                    "MNm",
                                                    "kNs",
                                                    "Ns",
                                                    "V",
                                                    "A",
                                                    "K",
                                                    "C",
                                                    "degC",
                                                    "degF",
                                                    "mm2",
                                                    "m2",
                                                    "m3",
                                                    "s2",
                                                    "kVA",
                                                    "kVAr",
                                                    "VA",
                                                    "VAr",
                                                    "mrad",
                                                    "ms",
                                                    "us",
                                                    "nd",
                                                    "g0",
                                                    "\xc2\xb0",
                                                    "\xc2\xb0"
                                                    "C"};

bool is_symbol(std::string_view text) { return std::find(kSymbols.begin(), kSymbols.end(), text) != kSymbols.end(); }

bool joins(char c) { return c == '.' || c == '*' || c == '/' || c == '-' || c == ' ' || c == '^'; }

bool is_number(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// A symbol, perhaps with a power behind it: "m", "m2", "2".
bool is_factor(std::string_view text) {
  if (is_symbol(text) || is_number(text)) return true;
  const std::size_t letters = text.find_last_not_of("0123456789") + 1;
  return letters < text.size() && is_symbol(text.substr(0, letters));
}

}  // namespace

std::vector<std::string> split_fields(std::string_view line, char separator) {
  if (separator == kBlanks) return split_at_blanks(line);
  std::vector<std::string> fields;
  std::string_view rest = line;
  for (;;) {
    fields.push_back(take_field(rest, separator));
    if (rest.empty()) break;
    rest.remove_prefix(1);
  }
  if (fields.size() > 1 && fields.back().empty()) fields.pop_back();
  return fields;
}

char separator_of(std::string_view line) {
  bool is_quoted = false, has_semicolon = false, has_comma = false;
  for (const char c : line) {
    if (c == '"') is_quoted = !is_quoted;
    if (is_quoted) continue;
    if (c == '\t') return '\t';
    has_semicolon |= c == ';';
    has_comma |= c == ',';
  }
  if (has_semicolon) return ';';
  return has_comma ? ',' : kBlanks;
}

bool reads_like_unit(std::string_view text) {
  if (is_symbol(text)) return true;
  while (!text.empty()) {
    const auto end = static_cast<std::size_t>(std::find_if(text.begin(), text.end(), joins) - text.begin());
    if (!is_factor(text.substr(0, end))) return false;
    if (end == text.size()) return true;
    text.remove_prefix(end + 1);
    if (!text.empty() && text.front() == '-') text.remove_prefix(1);  // m.s^-2
  }
  return false;
}

Heading split_heading(std::string_view heading) {
  const std::string_view text = trimmed(heading);
  const char close = text.empty() ? '\0' : text.back();
  if (close != ')' && close != ']') return {std::string(text), ""};
  const std::size_t open = text.rfind(close == ')' ? '(' : '[');
  if (open == std::string_view::npos || open == 0) return {std::string(text), ""};
  const std::string_view unit = trimmed(text.substr(open + 1, text.size() - open - 2));
  const std::string_view name = trimmed(text.substr(0, open));
  if (name.empty() || (close == ')' && !reads_like_unit(unit))) return {std::string(text), ""};
  return {std::string(name), std::string(unit)};
}

}  // namespace wavemill::decode
