#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace wavemill::decode {

/// What separates the fields of a line: a character, or kBlanks: any run of blanks and tabs.
inline constexpr char kBlanks = '\0';

/// The fields of a line, trimmed. With a separator, quotes as in RFC 4180 hold it and doubled quotes; an empty last field of a line that ends with its
/// separator is left out.
std::vector<std::string> split_fields(std::string_view line, char separator);

/// The separator of a line of names: a tab where it has one, else a semicolon, else a comma (those in quotes do not count), else blanks.
char separator_of(std::string_view line);

/// A column's heading as name and unit. "[kN]" at the end is a unit; "(kN)" is where it reads like one: "Tension (Jacket End)" is a name.
struct Heading {
  std::string name;
  std::string unit;
};
Heading split_heading(std::string_view heading);

/// Whether a text reads like a unit: known symbols, with . * / - ^ and digits between them.
bool reads_like_unit(std::string_view text);

}  // namespace wavemill::decode
