#include "expression/graph.h"

#include <algorithm>
#include <bit>
#include <limits>

namespace wavemill::expression {

namespace {

/// Folding and computing are the same code: a constant has the bits that a block of them would have.
const kernels::isa::Table& scalar_kernels() {
  static const kernels::isa::Table& table = **kernels::isa::select("scalar");
  return table;
}

bool has_operands(const Value& value) {
  return value.source != Source::kInput && value.source != Source::kConstant && value.source != Source::kTime;
}

}  // namespace

Graph::Key Graph::key_of(const Value& value) {
  const std::uint64_t what = (static_cast<std::uint64_t>(value.source) << 16U) | (static_cast<std::uint64_t>(value.map) << 8U) |
                             static_cast<std::uint64_t>(value.libm);
  return {what, (std::uint64_t{value.x} << 32U) | value.y, std::bit_cast<std::uint64_t>(value.a),
          std::bit_cast<std::uint64_t>(value.b), value.channel};
}

ValueId Graph::keep(Value value) {
  if (has_operands(value)) {
    const bool is_timed = value.source == Source::kDerivative || value.source == Source::kIntegral;
    if (!is_timed && is_constant(value.x) && is_constant(value.y)) return constant(folded(value));
    value.depth = std::max(values_[value.x].depth, values_[value.y].depth) + (value.source == Source::kDerivative ? 1U : 0U);
  }
  const auto [place, is_new] = known_.try_emplace(key_of(value), static_cast<ValueId>(values_.size()));
  if (is_new) values_.push_back(value);
  return place->second;
}

double Graph::folded(const Value& value) const {
  const double x = values_[value.x].a, y = values_[value.y].a;
  double result = 0.0;
  if (value.source == Source::kLibm)
    map_libm(value.libm, &x, &y, 1, &result);
  else
    scalar_kernels().map_block(value.map, value.a, value.b, &x, &y, 1, &result);
  return result;
}

ValueId Graph::input(std::uint32_t channel) { return keep({.source = Source::kInput, .channel = channel}); }

ValueId Graph::constant(double value) { return keep({.source = Source::kConstant, .a = value}); }

ValueId Graph::time() { return keep({.source = Source::kTime}); }

Graph::Term Graph::term(ValueId id) const {
  const Value& value = values_[id];
  const bool is_scaled = value.source == Source::kMap && value.map == MapOperation::kScale;
  return is_scaled ? Term{value.a, value.x} : Term{1.0, id};
}

ValueId Graph::linear(const Term& x, const Term& y) {
  return keep({.source = Source::kMap, .map = MapOperation::kLinear, .x = x.value, .y = y.value, .a = x.factor, .b = y.factor});
}

ValueId Graph::offset(ValueId x, double constant) {
  return keep({.source = Source::kMap, .map = MapOperation::kOffset, .x = x, .y = x, .a = constant});
}

ValueId Graph::add(ValueId x, ValueId y) {
  if (is_constant(y)) return offset(x, values_[y].a);
  if (is_constant(x)) return offset(y, values_[x].a);
  return linear(term(x), term(y));
}

/// x - b·y is x + (-b)·y, to the bit.
ValueId Graph::subtract(ValueId x, ValueId y) {
  if (is_constant(y)) return offset(x, -values_[y].a);
  if (is_constant(x)) return offset(scale(-1.0, y), values_[x].a);
  const Term minus = term(y);
  return linear(term(x), {-minus.factor, minus.value});
}

ValueId Graph::scale(double factor, ValueId x) {
  if (factor == 1.0) return x;
  return keep({.source = Source::kMap, .map = MapOperation::kScale, .x = x, .y = x, .a = factor});
}

ValueId Graph::multiply(ValueId x, ValueId y) {
  if (is_constant(x)) return scale(values_[x].a, y);
  if (is_constant(y)) return scale(values_[y].a, x);
  return map(MapOperation::kMultiply, std::min(x, y), std::max(x, y));
}

ValueId Graph::power(ValueId x, unsigned exponent) {
  if (exponent == 1) return x;
  if (exponent == 2) return multiply(x, x);
  return keep({.source = Source::kMap, .map = MapOperation::kPower, .x = x, .y = x, .a = static_cast<double>(exponent)});
}

ValueId Graph::map(MapOperation operation, ValueId x, ValueId y) {
  return keep({.source = Source::kMap, .map = operation, .x = x, .y = y});
}

ValueId Graph::libm(LibmFunction function, ValueId x, ValueId y) {
  return keep({.source = Source::kLibm, .libm = function, .x = x, .y = y});
}

ValueId Graph::derivative(ValueId x) { return keep({.source = Source::kDerivative, .x = x, .y = x}); }

ValueId Graph::integral(ValueId x) { return keep({.source = Source::kIntegral, .x = x, .y = x}); }

}  // namespace wavemill::expression
