#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "formats/description_text.h"
#include "formats/riflex_key.h"

namespace wavemill::formats {

/// "ML01_Seg001_El001": a place on a line, as QATS writes it, so that names are those that its users know. A line that is only a number is "Lin01".
/// @param kind    "El", "No" or nothing
std::string riflex_place(std::string_view line_id, std::string_view segment, std::string_view kind, std::string_view element);

struct RiflexComponent {
  std::string abbreviation;
  std::string text;  // as the key has it; empty where it has none
};

/// The abbreviations of a response's components by the texts "DOF 1 = Axial force": Te, Mx, My1, Sz2, Xd; others are DOF01, DOF02, …
/// @param end      the lines before it are looked at
/// @param count    how many components an element has: bars have fewer than beams
std::vector<RiflexComponent> riflex_components(const DescriptionText& text, std::size_t end, std::size_t count);

/// The rows of a table of elements or nodes.
/// @param rule     the line of dashes under its heading
/// @errors         FORMAT_DESCRIPTION
base::Status read_element_table(const DescriptionText& text, std::size_t rule, RiflexKey& key);

/// The rows of a table of named columns.
/// @errors         FORMAT_DESCRIPTION
base::Status read_named_columns(const DescriptionText& text, RiflexKey& key);

}  // namespace wavemill::formats
