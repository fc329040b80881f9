#pragma once

#include <string_view>

#include "base/result.h"
#include "expression/syntax.h"

namespace wavemill::expression {

inline constexpr int kDeepest = 200;  // brackets, functions and signs inside each other

/// What an expression says; channels are not looked up yet. The grammar is in docs/expressions.md.
/// @param knows_angle   whether `angle` has a meaning
/// @errors              CONFIG_VALUE, `offset_bytes` being the place in the expression
base::Result<Syntax> parse(std::string_view expression, bool knows_angle);

}  // namespace wavemill::expression
