#include "expression/functions.h"

#include <algorithm>
#include <array>

namespace wavemill::expression {

namespace {

constexpr std::size_t kMany = 64;

constexpr std::array kFunctions{
    FunctionRow{"abs", Function::kAbs, 1, 1, "x"},
    FunctionRow{"sqrt", Function::kSqrt, 1, 1, "x"},
    FunctionRow{"sign", Function::kSign, 1, 1, "x"},
    FunctionRow{"hypot", Function::kHypot, 2, kMany, "x, y, …"},
    FunctionRow{"atan2", Function::kAtan2, 2, 2, "y, x"},
    FunctionRow{"sin", Function::kSin, 1, 1, "x"},
    FunctionRow{"cos", Function::kCos, 1, 1, "x"},
    FunctionRow{"tan", Function::kTan, 1, 1, "x"},
    FunctionRow{"asin", Function::kAsin, 1, 1, "x"},
    FunctionRow{"acos", Function::kAcos, 1, 1, "x"},
    FunctionRow{"atan", Function::kAtan, 1, 1, "x"},
    FunctionRow{"exp", Function::kExp, 1, 1, "x"},
    FunctionRow{"log", Function::kLog, 1, 1, "x"},
    FunctionRow{"log10", Function::kLog10, 1, 1, "x"},
    FunctionRow{"pow", Function::kPow, 2, 2, "x, exponent"},
    FunctionRow{"min", Function::kMin, 2, kMany, "x, y, …"},
    FunctionRow{"max", Function::kMax, 2, kMany, "x, y, …"},
    FunctionRow{"clamp", Function::kClamp, 3, 3, "x, low, high"},
    FunctionRow{"derivative", Function::kDerivative, 1, 1, "x"},
    FunctionRow{"integral", Function::kIntegral, 1, 1, "x"},
    FunctionRow{"in", Function::kIn, 2, 2, "x, \"unit\""},
};

}  // namespace

std::span<const FunctionRow> functions() { return kFunctions; }

const FunctionRow* find_function(std::string_view name) {
  const auto row = std::find_if(kFunctions.begin(), kFunctions.end(), [&](const FunctionRow& f) { return f.name == name; });
  return row == kFunctions.end() ? nullptr : &*row;
}

}  // namespace wavemill::expression
