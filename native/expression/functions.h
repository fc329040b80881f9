#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace wavemill::expression {

enum class Function : std::uint8_t {
  kAbs,
  kSqrt,
  kSign,
  kHypot,
  kAtan2,
  kSin,
  kCos,
  kTan,
  kAsin,
  kAcos,
  kAtan,
  kExp,
  kLog,
  kLog10,
  kPow,
  kMin,
  kMax,
  kClamp,
  kDerivative,
  kIntegral,
  kIn,
};

struct FunctionRow {
  std::string_view name;
  Function function;
  std::size_t least_arguments;
  std::size_t most_arguments;
  std::string_view arguments;  // as a message names them
};

/// All that there are.
std::span<const FunctionRow> functions();

const FunctionRow* find_function(std::string_view name);

}  // namespace wavemill::expression
