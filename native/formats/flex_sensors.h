#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "formats/description_text.h"

namespace wavemill::formats {

/// What a FLEX `sensor` file says, by the numbers of the sensors. Lines that are no sensor's are passed over: it is a list for people.
struct FlexSensors {
  struct Sensor {
    std::string name, unit, description;
  };

  std::map<std::int64_t, Sensor> by_number;
  bool has_corrections = false;  // a factor other than 1 or an offset other than 0
};

FlexSensors read_flex_sensors(const DescriptionText& text);

}  // namespace wavemill::formats
