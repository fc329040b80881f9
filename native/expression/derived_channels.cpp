#include "expression/derived_channels.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <unordered_set>
#include <utility>

#include "expression/binder.h"
#include "expression/parser.h"

namespace wavemill::expression {

namespace {

constexpr std::size_t kMostCached = 8;  // kinds of file in a batch, as far as it pays

/// Characters before a byte.
std::size_t characters_before(const std::string& text, std::size_t offset_bytes) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset_bytes),
                                                [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; }));
}

bool is_printable(const std::string& name) {
  return std::none_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

base::Error located(const base::Error& error, const Definition& definition) {
  const std::size_t place =
      std::min<std::size_t>(static_cast<std::size_t>(error.offset_bytes.value_or(0)), definition.expression.size());
  std::string rest = definition.expression.substr(place, 40);
  while (!rest.empty() && place + rest.size() < definition.expression.size() &&
         (static_cast<unsigned char>(definition.expression[place + rest.size()]) & 0xC0U) == 0x80)
    rest.pop_back();  // cut between two characters
  return {error.code,
          "derived channel '" + definition.name + "': " + error.message + " (character " +
              std::to_string(characters_before(definition.expression, place) + 1) + ", at \"" + rest + "\")",
          {}};
}

bool has_channels(const std::vector<std::string>& names, const std::vector<std::string>& units,
                  const std::vector<layout::Channel>& channels) {
  if (names.size() != channels.size()) return false;
  for (std::size_t i = 0; i < names.size(); ++i)
    if (names[i] != channels[i].name || units[i] != channels[i].unit) return false;
  return true;
}

/// What is wrong with a definition but for its expression.
std::string fault_of(const Definition& definition, std::unordered_set<std::string>& names) {
  if (definition.name.empty()) return "a derived channel needs a name";
  if (!is_printable(definition.name)) return "the name of a derived channel has a control character";
  if (definition.angles_deg.size() > DerivedChannels::kMostAngles)
    return "more than " + std::to_string(DerivedChannels::kMostAngles) + " angles";
  std::vector<std::string> own{definition.name};
  if (!definition.angles_deg.empty()) own.clear();
  for (const double angle_deg : definition.angles_deg) {
    if (!std::isfinite(angle_deg) || std::fabs(angle_deg) > 1e6) return "an angle is not a number of degrees";
    own.push_back(name_at_angle(definition.name, angle_deg));
  }
  for (const std::string& name : own)
    if (!names.insert(name).second) return "two derived channels are called '" + name + "'";
  if (names.size() > DerivedChannels::kMostChannels)
    return "more than " + std::to_string(DerivedChannels::kMostChannels) + " derived channels";
  if (!definition.unit.empty() && Unit::parse(definition.unit).is_unknown()) return "'" + definition.unit + "' is no unit";
  return "";
}

}  // namespace

std::string name_at_angle(const std::string& name, double angle_deg) {
  char text[48];
  std::snprintf(text, sizeof text, "%.6f", std::fabs(angle_deg));
  std::string digits(text);
  while (digits.back() == '0') digits.pop_back();
  if (digits.back() == '.') digits.pop_back();
  const std::size_t point = std::min(digits.find('.'), digits.size());
  if (point < digits.size()) digits[point] = '_';
  if (point < 3) digits.insert(0, 3 - point, '0');
  return name + (angle_deg < 0.0 ? "_-" : "_") + digits + "deg";
}

std::string pictured(const std::string& expression, std::size_t offset_bytes) {
  const std::size_t place = std::min(offset_bytes, expression.size());
  std::string line = expression;
  std::replace_if(
      line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, ' ');
  return line + "\n" + std::string(characters_before(expression, place), ' ') + "^";
}

DerivedChannels::Parsed DerivedChannels::parse(std::vector<Definition> definitions) {
  std::shared_ptr<DerivedChannels> derived(new DerivedChannels());
  std::vector<Fault> faults;
  std::unordered_set<std::string> names;
  for (std::size_t i = 0; i < definitions.size(); ++i) {
    if (std::string wrong = fault_of(definitions[i], names); !wrong.empty()) {
      faults.push_back({i, 0, std::move(wrong)});
      continue;
    }
    base::Result<Syntax> syntax = expression::parse(definitions[i].expression, !definitions[i].angles_deg.empty());
    if (!syntax)
      faults.push_back({i, static_cast<std::size_t>(syntax.error().offset_bytes.value_or(0)), syntax.error().message});
    else if (!definitions[i].angles_deg.empty() && !syntax->uses_angle)
      faults.push_back({i, 0, "there are angles, but no 'angle' in the expression: all its channels would be the same"});
    else
      derived->syntaxes_.push_back(std::move(*syntax));
  }
  if (!faults.empty()) return faults;
  derived->definitions_ = std::move(definitions);
  return std::shared_ptr<const DerivedChannels>(std::move(derived));
}

base::Result<std::shared_ptr<const BoundChannels>> DerivedChannels::bind(const std::vector<layout::Channel>& channels) const {
  {
    const std::lock_guard lock(mutex_);
    for (const Cached& cached : cache_)
      if (has_channels(cached.names, cached.units, channels)) return cached.bound;
  }
  Binder binder(channels);
  for (std::size_t i = 0; i < definitions_.size(); ++i) {
    const base::Status added = binder.add(definitions_[i], syntaxes_[i]);
    if (!added) return located(added.error(), definitions_[i]);
  }
  Cached made{{}, {}, std::make_shared<const BoundChannels>(binder.take())};
  for (const layout::Channel& channel : channels) {
    made.names.push_back(channel.name);
    made.units.push_back(channel.unit);
  }
  const std::lock_guard lock(mutex_);
  if (cache_.size() == kMostCached) cache_.erase(cache_.begin());
  cache_.push_back(made);
  return made.bound;
}

}  // namespace wavemill::expression
