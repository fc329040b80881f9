#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "formats/bladed_header.h"

namespace wavemill::formats {
namespace {

struct Letter {
  char letter;
  std::string_view unit;
};

constexpr std::array<Letter, 6> kLetters{{{'T', "s"}, {'A', "rad"}, {'P', "W"}, {'L', "m"}, {'F', "N"}, {'M', "kg"}}};

/// "LL" → "m^2"; empty where a letter is not known.
std::string product_of(std::string_view letters) {
  std::string unit;
  while (!letters.empty()) {
    const auto known =
        std::find_if(kLetters.begin(), kLetters.end(), [&](const Letter& letter) { return letter.letter == letters[0]; });
    if (known == kLetters.end()) return {};
    const std::size_t power = std::min(letters.find_first_not_of(letters[0]), letters.size());
    unit += known->unit;
    if (power > 1) unit += "^" + std::to_string(power);
    letters.remove_prefix(power);
  }
  return unit;
}

}  // namespace

std::string bladed_unit(std::string_view letters) {
  if (letters == "N" || letters == "-") return "";  // none
  const std::size_t slash = letters.find('/');
  if (slash == std::string_view::npos) {
    const std::string unit = product_of(letters);
    return unit.empty() ? std::string(letters) : unit;
  }
  const std::string_view over = letters.substr(0, slash);
  const std::string numerator = over == "1" || over == "N" ? "1" : product_of(over);
  const std::string denominator = product_of(letters.substr(slash + 1));
  return numerator.empty() || denominator.empty() ? std::string(letters) : numerator + "/" + denominator;
}

}  // namespace wavemill::formats
