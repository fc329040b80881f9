#include <algorithm>
#include <optional>

#include "formats/header_text.h"
#include "formats/riflex_tables.h"

namespace wavemill::formats {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The x, y or z in front of "-axis" or "-direction".
std::optional<char> axis_before(std::string_view text, std::string_view word) {
  std::size_t at = text.find(word);
  while (at != std::string_view::npos && at > 0 && (text[at - 1] == ' ' || text[at - 1] == '-')) --at;
  if (at == std::string_view::npos || at == 0) return std::nullopt;
  const char c = static_cast<char>(text[at - 1] | 0x20);
  return c >= 'x' && c <= 'z' ? std::optional(c) : std::nullopt;
}

/// The 1 or 2 behind "end".
std::string end_of_element(std::string_view text) {
  const std::size_t at = text.rfind("end ");
  if (at == std::string_view::npos) return "";
  const std::string_view number = trimmed(text.substr(at + 4));
  return !number.empty() && is_digit(number.front()) ? std::string(1, number.front()) : "";
}

std::string numbered(std::size_t index) {
  const std::string number = std::to_string(index + 1);
  return "DOF" + std::string(number.size() < 2 ? "0" : "") + number;
}

std::string abbreviation(std::string_view text, std::size_t index) {
  if (text.starts_with("Axial")) return "Te";
  if (text.starts_with("Torsional")) return "Mx";
  if (text.starts_with("Mom.")) {
    if (const auto axis = axis_before(text, "axis")) return "M" + std::string(1, *axis) + end_of_element(text);
  }
  if (text.starts_with("Shear")) {
    if (const auto axis = axis_before(text, "direction")) return "S" + std::string(1, *axis) + end_of_element(text);
  }
  if (text.starts_with("displacement")) {
    if (const auto axis = axis_before(text, "direction")) return std::string(1, static_cast<char>(*axis & ~0x20)) + "d";
  }
  return numbered(index);
}

/// "DOF10 = Shear force …": what is behind the sign; nothing where the line says no component.
std::optional<std::string_view> component_text(std::string_view line) {
  const std::string_view text = trimmed(line);
  const std::size_t sign = text.find('=');
  if (!text.starts_with("DOF") || sign == std::string_view::npos) return std::nullopt;
  return trimmed(text.substr(sign + 1));
}

/// The blocks of components: one for bars, one for beams.
std::vector<std::vector<std::string_view>> component_blocks(const DescriptionText& text, std::size_t end) {
  std::vector<std::vector<std::string_view>> blocks;
  for (std::size_t i = 0; i < end; ++i) {
    if (mentions(text.line(i), "following applies")) blocks.emplace_back();
    const auto component = component_text(text.line(i));
    if (component && !blocks.empty()) blocks.back().push_back(*component);
  }
  return blocks;
}

}  // namespace

std::vector<RiflexComponent> riflex_components(const DescriptionText& text, std::size_t end, std::size_t count) {
  const auto blocks = component_blocks(text, end);
  const auto fits = [count](const auto& block) { return block.size() == count; };
  auto block = std::find_if(blocks.rbegin(), blocks.rend(), fits);
  if (block == blocks.rend()) block = blocks.rbegin();  // the last is the longest: its first components are the bar's
  std::vector<RiflexComponent> components;
  components.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    const bool is_said = block != blocks.rend() && i < block->size();
    components.push_back(is_said ? RiflexComponent{abbreviation((*block)[i], i), header_text((*block)[i])}
                                 : RiflexComponent{numbered(i), ""});
  }
  return components;
}

}  // namespace wavemill::formats
