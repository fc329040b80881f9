#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "expression/functions.h"
#include "expression/unit.h"

namespace wavemill::expression {

/// What stands at a place of an expression.
enum class Form : std::uint8_t {
  kNumber,
  kChannel,  // by name
  kAngle,    // of the list of angles
  kTime,
  kNegate,
  kAdd,
  kSubtract,
  kMultiply,
  kDivide,
  kPower,
  kCall,
  kConvert,  // in(x, "MN")
};

struct SyntaxNode {
  Form form = Form::kNumber;
  std::size_t offset_bytes = 0;  // where a message about it points
  std::vector<std::uint32_t> operands;
  double number = 0.0;
  Unit unit = Unit::plain();  // of the number, or to convert to
  std::string name;           // of the channel
  Function function = Function::kAbs;
};

/// A parsed expression. Operands come before what they are operands of; the last node is the whole.
struct Syntax {
  std::vector<SyntaxNode> nodes;
  bool uses_angle = false;
};

}  // namespace wavemill::expression
