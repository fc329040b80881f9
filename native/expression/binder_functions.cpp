// What functions do to numbers and units.
#include <utility>

#include "expression/binder.h"

namespace wavemill::expression {

namespace {

constexpr std::uint32_t kMostDerivatives = 64;  // each looks a sample further beside the block

std::string name_of(Function function) {
  for (const FunctionRow& row : functions())
    if (row.function == function) return std::string(row.name) + "()";
  return "";
}

base::Error mismatch(const SyntaxNode& node, const std::string& message) {
  return {base::ErrorCode::kInputExpression, name_of(node.function) + message, node.offset_bytes};
}

}  // namespace

Binder::Bound Binder::call(const SyntaxNode& node) {
  Graph& graph = result_.graph;
  const Quantity& x = operand(node, 0);
  switch (node.function) {
    case Function::kAbs: return Quantity{graph.map(MapOperation::kAbs, x.value), x.unit};
    case Function::kSqrt: return raised_by(x, 0.5);
    case Function::kSign: return Quantity{graph.map(MapOperation::kSign, x.value), Unit::plain()};
    case Function::kHypot: return pairwise(node, MapOperation::kHypotenuse);
    case Function::kMin: return pairwise(node, MapOperation::kMin);
    case Function::kMax: return pairwise(node, MapOperation::kMax);
    case Function::kClamp: return clamp(node);
    case Function::kAtan2: return direction(node);
    case Function::kSin: return trigonometric(node, LibmFunction::kSin);
    case Function::kCos: return trigonometric(node, LibmFunction::kCos);
    case Function::kTan: return trigonometric(node, LibmFunction::kTan);
    case Function::kAsin: return of_plain(node, LibmFunction::kAsin, Unit::parse("rad"));
    case Function::kAcos: return of_plain(node, LibmFunction::kAcos, Unit::parse("rad"));
    case Function::kAtan: return of_plain(node, LibmFunction::kAtan, Unit::parse("rad"));
    case Function::kExp: return of_plain(node, LibmFunction::kExp, Unit::plain());
    case Function::kLog: return of_plain(node, LibmFunction::kLog, Unit::plain());
    case Function::kLog10: return of_plain(node, LibmFunction::kLog10, Unit::plain());
    case Function::kPow: return raised(node, x, operand(node, 1));
    case Function::kDerivative:
      if (graph[x.value].depth == kMostDerivatives)
        return mismatch(node, ": more than " + std::to_string(kMostDerivatives) + " derivatives are inside each other");
      return over_time(graph.derivative(x.value), x.unit, -1.0);
    case Function::kIntegral: return over_time(graph.integral(x.value), x.unit, 1.0);
    case Function::kIn: break;  // a form of its own
  }
  return mismatch(node, ": not known");
}

/// In units of the operand and seconds.
Binder::Quantity Binder::over_time(ValueId value, const Unit& unit, double exponent) {
  Scaled whole = product(unit, Unit::parse("s"), exponent);
  return {result_.graph.scale(whole.scale, value), std::move(whole.unit)};
}

/// From the left: hypot(hypot(x, y), z).
Binder::Bound Binder::pairwise(const SyntaxNode& node, MapOperation operation) {
  Quantity result = operand(node, 0);
  for (std::size_t i = 1; i < node.operands.size(); ++i) {
    base::Result<Pair> pair = alike(node, result, operand(node, i));
    if (!pair) return pair.error();
    result = {result_.graph.map(operation, pair->x, pair->y), std::move(pair->unit)};
  }
  return result;
}

Binder::Bound Binder::clamp(const SyntaxNode& node) {
  base::Result<Pair> low = alike(node, operand(node, 0), operand(node, 1));
  if (!low) return low.error();
  const Quantity least{result_.graph.map(MapOperation::kMax, low->x, low->y), std::move(low->unit)};
  base::Result<Pair> high = alike(node, least, operand(node, 2));
  if (!high) return high.error();
  return Quantity{result_.graph.map(MapOperation::kMin, high->x, high->y), std::move(high->unit)};
}

Binder::Bound Binder::trigonometric(const SyntaxNode& node, LibmFunction function) {
  const Quantity& x = operand(node, 0);
  Graph& graph = result_.graph;
  std::optional<double> factor = conversion(x.unit, Unit::plain());
  if (x.unit.is_angle()) factor = conversion(x.unit, Unit::parse("rad"));
  if (!factor) return mismatch(node, " takes an angle (deg, rad) or a plain number, not '" + x.unit.text() + "'");
  return Quantity{graph.libm(function, graph.scale(*factor, x.value)), Unit::plain()};
}

Binder::Bound Binder::of_plain(const SyntaxNode& node, LibmFunction function, const Unit& result) {
  const Quantity& x = operand(node, 0);
  const std::optional<double> factor = conversion(x.unit, Unit::plain());
  if (!factor) return mismatch(node, " takes a plain number, not '" + x.unit.text() + "'; divide it by 1[" + x.unit.text() + "]");
  return Quantity{result_.graph.libm(function, result_.graph.scale(*factor, x.value)), result};
}

Binder::Bound Binder::direction(const SyntaxNode& node) {
  const base::Result<Pair> pair = alike(node, operand(node, 0), operand(node, 1));
  if (!pair) return pair.error();
  return Quantity{result_.graph.libm(LibmFunction::kAtan2, pair->x, pair->y), Unit::parse("rad")};
}

}  // namespace wavemill::expression
