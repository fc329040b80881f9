#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

#include "expression/libm.h"
#include "kernels/isa/table.h"

namespace wavemill::expression {

using kernels::isa::MapOperation;

/// What a value is computed by.
enum class Source : std::uint8_t { kInput, kConstant, kTime, kMap, kLibm, kDerivative, kIntegral };

using ValueId = std::uint32_t;

struct Value {
  Source source = Source::kConstant;
  MapOperation map = MapOperation::kScale;
  LibmFunction libm = LibmFunction::kSin;
  ValueId x = 0, y = 0;       // operands, where it has them; y is x where it has one
  double a = 0.0, b = 0.0;    // of the operation; `a` is the constant itself
  std::uint32_t channel = 0;  // of the input
  std::uint32_t depth = 0;    // neighbours that it needs on either side of a sample: derivatives inside each other
};

/// Values of expressions as a graph in which nothing is there twice: a common part of two expressions, or of 36 channels of a load rose, is one value, and
/// what does not depend on a channel is a constant. Operands come before what they are operands of.
///
/// Nothing is rearranged: each value has the bits that the expression has when it is computed as it is written.
class Graph {
 public:
  ValueId input(std::uint32_t channel);
  ValueId constant(double value);
  ValueId time();

  ValueId add(ValueId x, ValueId y);
  ValueId subtract(ValueId x, ValueId y);
  ValueId scale(double factor, ValueId x);
  ValueId multiply(ValueId x, ValueId y);
  ValueId power(ValueId x, unsigned exponent);
  ValueId map(MapOperation operation, ValueId x, ValueId y);
  ValueId map(MapOperation operation, ValueId x) { return map(operation, x, x); }
  ValueId libm(LibmFunction function, ValueId x, ValueId y);
  ValueId libm(LibmFunction function, ValueId x) { return libm(function, x, x); }
  ValueId derivative(ValueId x);
  ValueId integral(ValueId x);

  [[nodiscard]] const std::vector<Value>& values() const { return values_; }
  [[nodiscard]] const Value& operator[](ValueId id) const { return values_[id]; }
  [[nodiscard]] bool is_constant(ValueId id) const { return values_[id].source == Source::kConstant; }

 private:
  /// a·x of a value, a being 1 where it is nothing of the kind.
  struct Term {
    double factor;
    ValueId value;
  };
  [[nodiscard]] Term term(ValueId id) const;
  ValueId linear(const Term& x, const Term& y);
  ValueId offset(ValueId x, double constant);
  ValueId keep(Value value);
  [[nodiscard]] double folded(const Value& value) const;

  using Key = std::array<std::uint64_t, 5>;
  static Key key_of(const Value& value);

  std::vector<Value> values_;
  std::map<Key, ValueId> known_;
};

}  // namespace wavemill::expression
