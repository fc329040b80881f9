#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "formats/memory_bytes.h"

namespace wavemill::test {

/// A small OpenFAST binary file: two channels, three samples. Each field can be made wrong.
struct OutbFile {
  std::int16_t file_id = 2;
  std::int16_t name_length = 12;  // written for FileID 4 alone
  std::int32_t channel_count = 2;
  std::int32_t sample_count = 3;
  double time_first = 10.0;  // FileID 1: the scale of time
  double time_second = 0.5;  // FileID 1: its offset
  std::vector<float> scales = {100.0F, 2.0F};
  std::vector<float> biases = {-50.0F, 8.0F};
  std::int32_t description_length = 5;
  std::vector<std::string> names = {"Time", "GenPwr", "RotSpeed"};
  std::vector<std::string> units = {"(s)", "(kW)", "(rpm)"};
  std::string trailing;

  [[nodiscard]] std::size_t name_width() const { return file_id == 4 ? static_cast<std::size_t>(name_length) : 10; }
  [[nodiscard]] std::uint64_t channel_count_offset() const { return file_id == 4 ? 4 : 2; }
  [[nodiscard]] std::uint64_t sample_count_offset() const { return channel_count_offset() + 4; }
  [[nodiscard]] std::uint64_t time_offset() const { return channel_count_offset() + 8; }
  [[nodiscard]] std::uint64_t scales_offset() const { return time_offset() + 16; }
  [[nodiscard]] std::uint64_t description_offset() const { return scales_offset() + (file_id == 3 ? 0 : 8 * scales.size()); }

  [[nodiscard]] std::string header() const {
    FieldWriter out;
    out.put(file_id);
    if (file_id == 4) out.put(name_length);
    out.put(channel_count).put(sample_count).put(time_first).put(time_second);
    if (file_id != 3) {
      for (const float scale : scales) out.put(scale);
      for (const float bias : biases) out.put(bias);
    }
    out.put(description_length).put_text("a run", 5);
    for (const std::string& name : names) out.put_text(name, name_width());
    for (const std::string& unit : units) out.put_text(unit, name_width());
    return out.text();
  }

  /// Stored numbers 0, 1, 2, … row after row, after the packed times 100, 200, 300.
  [[nodiscard]] std::string bytes() const {
    FieldWriter out;
    out.put_bytes(header());
    if (file_id == 1) out.put(std::int32_t{100}).put(std::int32_t{200}).put(std::int32_t{300});
    for (std::int16_t i = 0; i < 6; ++i) {
      if (file_id == 3) {
        out.put(static_cast<double>(i));
      } else {
        out.put(i);
      }
    }
    return out.put_bytes(trailing).text();
  }
};

}  // namespace wavemill::test
