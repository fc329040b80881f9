#include "formats/flex_sensors.h"

#include <optional>

#include "formats/header_text.h"

namespace wavemill::formats {

/// "  1  1.000   0.000      1.00     0.00     m/s WSP_gl._ Free wind speed": number, factor, offset, correction, volt, unit, name, description.
FlexSensors read_flex_sensors(const DescriptionText& text) {
  constexpr std::size_t kUnit = 5, kName = 6;
  FlexSensors sensors;
  for (std::size_t i = 0; i < text.line_count(); ++i) {
    const std::vector<std::string_view> words = words_of(text.line(i));
    if (words.size() <= kName) continue;
    const std::optional<std::uint64_t> number = count_of(words[0]);
    const std::optional<double> factor = number_of(words[1]), offset = number_of(words[2]);
    if (!number || *number > INT32_MAX || !factor || !offset) continue;
    const std::string_view behind = text.line(i).substr(static_cast<std::size_t>(words[kName].end() - text.line(i).begin()));
    sensors.by_number[static_cast<std::int64_t>(*number)] = {header_text(words[kName]), unit_text(words[kUnit]),
                                                             header_text(behind)};
    sensors.has_corrections |= *factor != 1.0 || *offset != 0.0;
  }
  return sensors;
}

}  // namespace wavemill::formats
