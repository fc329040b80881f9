#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "formats/description_text.h"
#include "layout/array_layout.h"

namespace wavemill::formats {

/// What a Bladed .%nn file says of the data beside it.
struct BladedHeader {
  struct Axis {
    std::string label, unit;
    std::size_t line = 0;  // of AXISLAB, from 0
    std::optional<double> min, step;
    std::vector<double> values;      // AXIVAL
    std::vector<std::string> ticks;  // AXITICK
  };

  bool is_text = false;
  layout::SampleType type = layout::SampleType::kFloat32;
  std::string format;  // "R*4"
  std::uint64_t variable_count = 0;
  std::uint64_t place_count = 1;   // along the first axis, of a result that has two
  std::uint64_t sample_count = 0;  // 0: as many as the data holds
  std::string group;               // GENLAB
  std::vector<std::string> variables, units;
  std::optional<Axis> places;
  Axis time;
  std::vector<std::string> warnings;
};

/// @errors        FORMAT_DESCRIPTION, FORMAT_BAD_COUNT, _NO_CHANNELS, _BAD_TIME
base::Result<BladedHeader> read_bladed_header(const DescriptionText& text);

/// Bladed's letters for a unit as the unit: "FL" → "Nm", "A/TT" → "rad/s^2". Letters that it does not know stay as they are.
std::string bladed_unit(std::string_view letters);

}  // namespace wavemill::formats
