#include "expression/binder.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

#include "base/nearest.h"

namespace wavemill::expression {

namespace {

base::Error mismatch(const SyntaxNode& node, std::string message) {
  return {base::ErrorCode::kInputExpression, std::move(message), node.offset_bytes};
}

/// `Force#2`: the name and the 2; 0 where there is no number.
std::pair<std::string, std::size_t> split_occurrence(const std::string& name) {
  const std::size_t mark = name.rfind('#');
  if (mark == std::string::npos) return {name, 0};
  std::size_t occurrence = 0;
  const char* end = name.data() + name.size();
  const auto [stop, error] = std::from_chars(name.data() + mark + 1, end, occurrence);
  if (error != std::errc{} || stop != end) return {name, 0};
  return {name.substr(0, mark), occurrence};
}

std::string unit_name(const Unit& unit) { return unit.is_plain() ? "a plain number" : "'" + unit.text() + "'"; }

/// What somebody who wrote `Fx + 100` wants.
std::string advice(const Unit& a, const Unit& b) {
  if (a.is_plain() == b.is_plain()) return "";
  return "; write the number with its unit, as in 100[" + (a.is_plain() ? b : a).text() + "]";
}

}  // namespace

Binder::Binder(const std::vector<layout::Channel>& channels) : channels_(channels) {
  for (std::uint32_t i = 0; i < channels.size(); ++i) places_[channels[i].name].push_back(i);
}

base::Status Binder::add(const Definition& definition, const Syntax& syntax) {
  if (places_.contains(definition.name) && definition.angles_deg.empty())
    result_.warnings.push_back("derived channel '" + definition.name + "': the file has a channel of that name too");
  if (definition.angles_deg.empty()) return add_one(definition, syntax, std::nullopt);
  for (const double angle_deg : definition.angles_deg) {
    base::Status status = add_one(definition, syntax, angle_deg);
    if (!status) return status;
  }
  return base::done();
}

base::Status Binder::add_one(const Definition& definition, const Syntax& syntax, std::optional<double> angle_deg) {
  angle_deg_ = angle_deg;
  bound_.clear();
  for (const SyntaxNode& node : syntax.nodes) {
    Bound quantity = bind(node);
    if (!quantity) return quantity.error();
    bound_.push_back(std::move(*quantity));
  }
  Quantity whole = bound_.back();
  if (!definition.unit.empty()) {
    Bound converted = convert(syntax.nodes.back(), whole, Unit::parse(definition.unit));
    if (!converted) return converted.error();
    whole = std::move(*converted);
  }
  const std::string name = angle_deg ? name_at_angle(definition.name, *angle_deg) : definition.name;
  result_.channels.push_back({name, whole.unit.text(), whole.value, inputs_of(whole.value)});
  places_[name].push_back(static_cast<std::uint32_t>(channels_.size() + derived_.size()));
  derived_.push_back(std::move(whole));
  return base::done();
}

BoundChannels Binder::take() {
  std::vector<std::uint32_t> without(without_unit_.begin(), without_unit_.end());
  std::sort(without.begin(), without.end());
  if (!without.empty()) {
    std::string names;
    for (std::size_t i = 0; i < without.size() && i < 3; ++i) names += (i == 0 ? "'" : "', '") + channels_[without[i]].name;
    const std::string more = without.size() > 3 ? "' and " + std::to_string(without.size() - 3) + " more" : "'";
    result_.warnings.push_back("derived channels: " + names + more +
                               (without.size() == 1 ? " has no unit; its numbers are" : " have no unit; their numbers are") +
                               " taken as they come, and no unit is checked against them");
  }
  return std::move(result_);
}

std::vector<std::uint32_t> Binder::inputs_of(ValueId value) const {
  const std::vector<Value>& values = result_.graph.values();
  std::vector<bool> is_needed(value + 1, false);
  is_needed[value] = true;
  std::vector<std::uint32_t> inputs;
  for (ValueId id = value + 1; id-- > 0;) {
    if (!is_needed[id]) continue;
    const Value& at = values[id];
    if (at.source == Source::kInput) inputs.push_back(at.channel);
    if (at.source == Source::kInput || at.source == Source::kConstant || at.source == Source::kTime) continue;
    is_needed[at.x] = is_needed[at.y] = true;
  }
  std::sort(inputs.begin(), inputs.end());
  return inputs;
}

Binder::Bound Binder::bind(const SyntaxNode& node) {
  Graph& graph = result_.graph;
  switch (node.form) {
    case Form::kNumber: return Quantity{graph.constant(node.number), node.unit};
    case Form::kChannel: return channel(node);
    case Form::kAngle: return Quantity{graph.constant(angle_deg_.value_or(0.0)), Unit::parse("deg")};
    case Form::kTime: return Quantity{graph.time(), Unit::parse("s")};
    case Form::kNegate: return Quantity{graph.scale(-1.0, operand(node, 0).value), operand(node, 0).unit};
    case Form::kAdd:
    case Form::kSubtract: return sum(node);
    case Form::kMultiply: return product_of(node, 1.0);
    case Form::kDivide: return product_of(node, -1.0);
    case Form::kPower: return raised(node, operand(node, 0), operand(node, 1));
    case Form::kCall: return call(node);
    case Form::kConvert: return convert(node, operand(node, 0), node.unit);
  }
  return mismatch(node, "this form is not known");
}

Binder::Bound Binder::channel(const SyntaxNode& node) {
  auto found = places_.find(node.name);
  std::size_t occurrence = 0;
  if (found == places_.end()) {
    const auto [name, number] = split_occurrence(node.name);
    found = number == 0 ? places_.end() : places_.find(name);
    if (found == places_.end() || number > found->second.size()) return unknown_channel(node);
    occurrence = number - 1;
  } else if (found->second.size() > 1) {
    return mismatch(node, "'" + node.name + "' means " + std::to_string(found->second.size()) + " channels; write '" + node.name +
                              "#1' for the first");
  }
  const std::uint32_t place = found->second[occurrence];
  if (place >= channels_.size()) return derived_[place - channels_.size()];
  const Unit unit = Unit::parse(channels_[place].unit);
  if (unit.is_unknown()) without_unit_.insert(place);
  return Quantity{result_.graph.input(place), unit};
}

base::Error Binder::unknown_channel(const SyntaxNode& node) const {
  std::vector<std::string_view> names;
  for (const layout::Channel& channel : channels_) names.push_back(channel.name);
  for (const BoundChannels::Channel& channel : result_.channels) names.push_back(channel.name);
  std::string message = "no channel is called '" + node.name + "'";
  const std::vector<std::string> near = base::nearest(node.name, names);
  for (std::size_t i = 0; i < near.size(); ++i) message += (i == 0 ? "; nearest: " : ", ") + near[i];
  return {base::ErrorCode::kInputUnknownChannel, std::move(message), node.offset_bytes};
}

/// 0 is 0 in every unit.
bool Binder::is_bare_zero(const Quantity& quantity) const {
  return quantity.unit.is_plain() && result_.graph.is_constant(quantity.value) && result_.graph[quantity.value].a == 0.0;
}

base::Result<Binder::Pair> Binder::alike(const SyntaxNode& node, const Quantity& x, const Quantity& y) {
  if (is_bare_zero(y)) return Pair{x.value, y.value, x.unit};
  if (is_bare_zero(x)) return Pair{x.value, y.value, y.unit};
  const std::optional<double> factor = conversion(y.unit, x.unit);
  if (!factor)
    return mismatch(node, unit_name(x.unit) + " and " + unit_name(y.unit) + " do not go together" + advice(x.unit, y.unit));
  return Pair{x.value, result_.graph.scale(*factor, y.value), x.unit.is_unknown() ? y.unit : x.unit};
}

Binder::Bound Binder::sum(const SyntaxNode& node) {
  const base::Result<Pair> pair = alike(node, operand(node, 0), operand(node, 1));
  if (!pair) return pair.error();
  Graph& graph = result_.graph;
  return Quantity{node.form == Form::kAdd ? graph.add(pair->x, pair->y) : graph.subtract(pair->x, pair->y), pair->unit};
}

Binder::Bound Binder::product_of(const SyntaxNode& node, double exponent) {
  const Quantity &x = operand(node, 0), &y = operand(node, 1);
  Scaled unit = product(x.unit, y.unit, exponent);
  Graph& graph = result_.graph;
  const ValueId value = exponent > 0.0 ? graph.multiply(x.value, y.value) : graph.map(MapOperation::kDivide, x.value, y.value);
  return Quantity{graph.scale(unit.scale, value), std::move(unit.unit)};
}

Binder::Bound Binder::raised(const SyntaxNode& node, const Quantity& base, const Quantity& exponent) {
  const std::optional<double> plain = conversion(exponent.unit, Unit::plain());
  if (!plain) return mismatch(node, "an exponent is a plain number, not " + unit_name(exponent.unit));
  Graph& graph = result_.graph;
  const ValueId power_value = graph.scale(*plain, exponent.value);
  if (graph.is_constant(power_value)) return raised_by(base, graph[power_value].a);
  if (!base.unit.is_plain() && !base.unit.is_unknown())
    return mismatch(node, unit_name(base.unit) + " to a power that varies has no unit; divide by 1[" + base.unit.text() + "]");
  return Quantity{graph.libm(LibmFunction::kPow, base.value, power_value), base.unit};
}

/// Whole exponents multiply and have the same bits everywhere; others are the C library's.
Binder::Bound Binder::raised_by(const Quantity& base, double exponent) {
  constexpr double kMostMultiplied = 64.0;
  Graph& graph = result_.graph;
  const Unit unit = power(base.unit, exponent);
  if (exponent == 0.0) return Quantity{graph.constant(1.0), Unit::plain()};
  if (exponent == 0.5) return Quantity{graph.map(MapOperation::kSquareRoot, base.value), unit};
  const double size = std::fabs(exponent);
  if (size > kMostMultiplied || std::floor(size) != size)
    return Quantity{graph.libm(LibmFunction::kPow, base.value, graph.constant(exponent)), unit};
  const ValueId positive = graph.power(base.value, static_cast<unsigned>(size));
  return Quantity{exponent > 0.0 ? positive : graph.map(MapOperation::kDivide, graph.constant(1.0), positive), unit};
}

Binder::Bound Binder::convert(const SyntaxNode& node, const Quantity& quantity, const Unit& to) {
  const std::optional<double> factor = conversion(quantity.unit, to);
  if (!factor) return mismatch(node, unit_name(quantity.unit) + " cannot be converted to " + unit_name(to));
  return Quantity{result_.graph.scale(*factor, quantity.value), to};
}

}  // namespace wavemill::expression
