#pragma once

#include <cstdint>
#include <string>

#include "formats/memory_bytes.h"

namespace wavemill::test {

/// A .npy file: the preamble of a version, the dictionary as given, padded as NumPy pads it, and the data.
inline std::string npy_file(const std::string& dictionary, const std::string& data, std::uint8_t major = 1,
                            std::uint8_t minor = 0) {
  const std::size_t preamble = major == 1 ? 10 : 12;
  std::string header = dictionary;
  while ((preamble + header.size() + 1) % 64 != 0) header += ' ';
  header += '\n';
  FieldWriter out;
  out.put_bytes("\x93NUMPY").put(major).put(minor);
  if (major == 1) {
    out.put(static_cast<std::uint16_t>(header.size()));
  } else {
    out.put(static_cast<std::uint32_t>(header.size()));
  }
  return out.put_bytes(header).put_bytes(data).text();
}

inline std::string npy_dictionary(const std::string& descr, const std::string& shape, bool is_fortran_order = false) {
  return "{'descr': '" + descr + "', 'fortran_order': " + (is_fortran_order ? "True" : "False") + ", 'shape': " + shape + ", }";
}

}  // namespace wavemill::test
