#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "layout/array_layout.h"

namespace wavemill::layout {

/// Which of the text formats a file is, for the formats that are decoded.
enum class TextFormat : std::uint8_t { kOpenFast, kTable };

struct Channel {
  std::string name;  // UTF-8, trimmed
  std::string unit;  // UTF-8, trimmed, without the brackets around it
  ArrayLayout samples;
};

/// When the samples were taken. `samples` is set where the file stores a time for each; otherwise t[i] = start_s + i · step_s.
struct TimeAxis {
  double start_s = 0.0;
  double step_s = 1.0;
  std::optional<ArrayLayout> samples;
  bool is_assumed = false;  // the file says nothing of time: start 0 and a step that the caller gave
};

/// What a format makes of a file's header: everything needed to read its samples, and nothing computed.
struct FileLayout {
  std::string_view format;  // the catalogue's name of the format
  std::string variant;      // what a user may want to know of it: "FileID 2", "version 1.0, Fortran order"
  std::uint64_t sample_count = 0;
  TimeAxis time;
  std::vector<Channel> channels;
  std::vector<std::string> warnings;
};

/// Whether all samples and times lie inside `size_bytes` and are as many as the layout says.
/// @errors        INTERNAL: whoever described the memory did not mean it
base::Status check_inside(const FileLayout& layout, std::uint64_t size_bytes);

}  // namespace wavemill::layout
