#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "formats/description_text.h"

namespace wavemill::formats {

/// What a HAWC2 .sel file says.
struct Hawc2Sel {
  struct Channel {
    std::string name, unit, description;
  };

  std::uint64_t scan_count = 0;
  double duration_s = 0.0;
  bool is_binary = false;
  std::vector<Channel> channels;
  std::vector<double> scales;  // of the channels; none in a text file
};

/// @errors        FORMAT_DESCRIPTION, FORMAT_BAD_COUNT, _NO_CHANNELS, _NO_SAMPLES, _BAD_TIME, _BAD_SCALE
base::Result<Hawc2Sel> read_hawc2_sel(const DescriptionText& text);

}  // namespace wavemill::formats
