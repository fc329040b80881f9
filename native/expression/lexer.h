#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"
#include "expression/token.h"

namespace wavemill::expression {

inline constexpr std::size_t kLongest_bytes = 10'000;

/// The words of an expression, `kEnd` the last.
/// @errors        CONFIG_VALUE, with the byte of the expression: a character that means nothing, no UTF-8, a quote or bracket without its end, too long
base::Result<std::vector<Token>> tokens_of(std::string_view expression);

/// An error that points at a byte of an expression.
base::Error fault(std::size_t offset_bytes, std::string message);

}  // namespace wavemill::expression
