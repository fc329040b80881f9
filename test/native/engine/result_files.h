#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

#include "formats/npy_file.h"
#include "formats/outb_file.h"
#include "kernels/series.h"

namespace wavemill::test {

template <class T>
void append_number(std::string& bytes, double value, bool is_big_endian) {
  const T number = static_cast<T>(value);
  char raw[sizeof(T)];
  std::memcpy(raw, &number, sizeof(T));
  for (std::size_t i = 0; i < sizeof(T); ++i) bytes += raw[is_big_endian ? sizeof(T) - 1 - i : i];
}

/// @param descr   as NumPy writes it: "<f8", ">i2", …
inline void append_stored(std::string& bytes, double value, const std::string& descr) {
  const bool is_big_endian = descr[0] == '>';
  const std::string type = descr.substr(1);
  if (type == "f8") append_number<double>(bytes, value, is_big_endian);
  if (type == "f4") append_number<float>(bytes, value, is_big_endian);
  if (type == "i2") append_number<std::int16_t>(bytes, value, is_big_endian);
  if (type == "i4") append_number<std::int32_t>(bytes, value, is_big_endian);
  if (type == "u2") append_number<std::uint16_t>(bytes, value, is_big_endian);
}

/// A .npy file of equally long columns.
inline std::string npy_of(const std::vector<Series>& columns, const std::string& descr = "<f8", bool is_fortran_order = false) {
  const std::size_t rows = columns[0].size(), width = columns.size();
  std::string data;
  for (std::size_t i = 0; i < rows * width; ++i)
    append_stored(data, is_fortran_order ? columns[i / rows][i % rows] : columns[i % width][i / width], descr);
  return npy_file(npy_dictionary(descr, "(" + std::to_string(rows) + ", " + std::to_string(width) + ")", is_fortran_order), data);
}

/// The times that the files of FileID 1 here have: they rise, unevenly. Stored is 10 · (t - start).
inline std::int32_t packed_time(std::size_t sample) { return static_cast<std::int32_t>(6 * sample + sample % 5); }

/// An .outb file of FileID 1, 2 or 3. 1 and 2 store round(100 x): integers up to 327 come back as they went.
inline std::string outb_of(const std::vector<Series>& columns, std::int16_t file_id, double start_s = 0.0, double step_s = 0.05) {
  OutbFile file;
  file.file_id = file_id;
  file.channel_count = static_cast<std::int32_t>(columns.size());
  file.sample_count = static_cast<std::int32_t>(columns[0].size());
  file.time_first = file_id == 1 ? 10.0 : start_s;
  file.time_second = file_id == 1 ? -10.0 * start_s : step_s;
  file.scales.assign(columns.size(), 100.0F);
  file.biases.assign(columns.size(), 0.0F);
  file.names = {"Time"};
  file.units = {"(s)"};
  for (std::size_t i = 0; i < columns.size(); ++i) {
    file.names.push_back("Chan" + std::to_string(i));
    file.units.emplace_back("(kN)");
  }
  std::string bytes = file.header();
  for (std::size_t row = 0; file_id == 1 && row < columns[0].size(); ++row)
    append_number<std::int32_t>(bytes, packed_time(row), false);
  for (std::size_t row = 0; row < columns[0].size(); ++row)
    for (const Series& column : columns)
      append_stored(bytes, file_id == 3 ? column[row] : std::floor(100.0 * column[row] + 0.5), file_id == 3 ? "<f8" : "<i2");
  return bytes;
}

/// Channels of every kind, all of which any stored type holds exactly: integers from 0 to 300.
inline std::vector<Series> integer_columns(std::size_t channels, std::size_t samples) {
  std::vector<Series> columns;
  for (std::size_t i = 0; i < channels; ++i) {
    if (i % 4 == 0) columns.push_back(few_levels(samples, i, 300));
    if (i % 4 == 1) columns.push_back(Series(samples, static_cast<double>(i)));
    if (i % 4 == 2) columns.push_back(few_levels(samples, i, 2));
    if (i % 4 == 3) {
      columns.push_back(sine(samples, 100.0 + static_cast<double>(i)));
      for (double& sample : columns.back()) sample = std::floor(150.0 + 149.0 * sample);
    }
  }
  return columns;
}

}  // namespace wavemill::test
