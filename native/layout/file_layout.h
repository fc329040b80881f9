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
  std::string description = {};  // what the file says of it beside its name; mostly empty
};

/// When the samples were taken. `samples` is set where the file stores a time for each; otherwise t[i] = start_s + i · step_s.
struct TimeAxis {
  double start_s = 0.0;
  double step_s = 1.0;
  std::optional<ArrayLayout> samples;
  bool is_assumed = false;  // the file says nothing of time: start 0 and a step that the caller gave
};

/// Samples that are text without names in it, as the description beside it says: rows of numbers between blanks, one line or several for a sample.
struct TextRows {
  std::uint64_t lines_per_sample = 1;
  std::uint64_t fields_per_line = 0;
  std::vector<std::uint32_t> channel_fields;  // of each channel: its place in a sample, counted through the lines
  bool has_time = false;                      // field 0 holds it, in seconds; only where a sample is one line
};

/// What a format makes of a file's header: everything needed to read its samples, and nothing computed.
struct FileLayout {
  std::string_view format;         // the catalogue's name of the format
  std::string variant;             // what a user may want to know of it: "FileID 2", "version 1.0, Fortran order"
  std::uint64_t sample_count = 0;  // 0, with `text`: as many as there are rows
  TimeAxis time;
  std::vector<Channel> channels;
  std::vector<std::string> warnings;
  std::optional<TextRows> text;  // native/decode makes columns of it; where the channels' samples lie is not known before
};

/// Whether all samples and times lie inside `size_bytes` and are as many as the layout says.
/// @errors        INTERNAL: whoever described the memory did not mean it
base::Status check_inside(const FileLayout& layout, std::uint64_t size_bytes);

}  // namespace wavemill::layout
