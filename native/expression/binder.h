#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/result.h"
#include "expression/derived_channels.h"
#include "expression/syntax.h"
#include "expression/unit.h"
#include "layout/file_layout.h"

namespace wavemill::expression {

/// Makes values of expressions for one list of channels: looks names up, lets the unit algebra judge, converts.
class Binder {
 public:
  explicit Binder(const std::vector<layout::Channel>& channels);

  /// Adds the channels of a definition; later ones may use them.
  /// @errors        INPUT_UNKNOWN_CHANNEL, INPUT_EXPRESSION; `offset_bytes` is the place in the expression
  base::Status add(const Definition& definition, const Syntax& syntax);

  BoundChannels take();

 private:
  struct Quantity {
    ValueId value = 0;
    Unit unit;
  };
  using Bound = base::Result<Quantity>;

  base::Status add_one(const Definition& definition, const Syntax& syntax, std::optional<double> angle_deg);
  Bound bind(const SyntaxNode& node);
  Bound channel(const SyntaxNode& node);
  Bound sum(const SyntaxNode& node);
  Bound product_of(const SyntaxNode& node, double exponent);
  Bound raised(const SyntaxNode& node, const Quantity& base, const Quantity& exponent);
  Bound raised_by(const Quantity& base, double exponent);
  Quantity over_time(ValueId value, const Unit& unit, double exponent);
  Bound call(const SyntaxNode& node);
  Bound pairwise(const SyntaxNode& node, MapOperation operation);
  Bound clamp(const SyntaxNode& node);
  Bound trigonometric(const SyntaxNode& node, LibmFunction function);
  Bound of_plain(const SyntaxNode& node, LibmFunction function, const Unit& result);
  Bound direction(const SyntaxNode& node);
  Bound convert(const SyntaxNode& node, const Quantity& quantity, const Unit& to);

  /// Both in one unit, the first one's where it has one.
  struct Pair {
    ValueId x;
    ValueId y;
    Unit unit;
  };
  base::Result<Pair> alike(const SyntaxNode& node, const Quantity& x, const Quantity& y);
  [[nodiscard]] bool is_bare_zero(const Quantity& quantity) const;
  [[nodiscard]] const Quantity& operand(const SyntaxNode& node, std::size_t i) const { return bound_[node.operands[i]]; }
  [[nodiscard]] std::vector<std::uint32_t> inputs_of(ValueId value) const;
  [[nodiscard]] base::Error unknown_channel(const SyntaxNode& node) const;

  const std::vector<layout::Channel>& channels_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> places_;  // of a name; from channels_.size() on derived ones
  std::vector<Quantity> derived_;
  std::unordered_set<std::uint32_t> without_unit_;
  std::vector<Quantity> bound_;  // one a node of the syntax in hand
  std::optional<double> angle_deg_;
  BoundChannels result_;
};

}  // namespace wavemill::expression
