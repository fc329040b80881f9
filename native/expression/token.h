#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace wavemill::expression {

enum class TokenKind : std::uint8_t {
  kEnd,
  kNumber,
  kWord,    // a name without quotes
  kQuoted,  // a name, or a unit, in quotes
  kUnit,    // [m/s^2]
  kPlus,
  kMinus,
  kStar,
  kSlash,
  kPower,  // ^ or **
  kOpen,
  kClose,
  kComma,
};

struct Token {
  TokenKind kind = TokenKind::kEnd;
  std::size_t offset_bytes = 0;
  std::size_t length_bytes = 0;
  std::string text;  // without quotes and brackets
  double number = 0.0;
};

}  // namespace wavemill::expression
