#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace wavemill::formats {

/// The dictionary of a .npy header: {'descr': '<f8', 'fortran_order': False, 'shape': (3, 4)}.
struct NpyDictionary {
  static constexpr std::size_t kKeptDimensions = 2;

  std::string descr;  // empty where it is a list: a structured type
  std::uint64_t descr_offset = 0;
  bool is_fortran_order = false;
  std::size_t dimensions = 0;  // may be more than are kept
  std::uint64_t shape[kKeptDimensions] = {0, 0};
  std::uint64_t shape_offset = 0;
};

/// Reads the literal that NumPy writes, not Python: its keys in any order and once each, quotes of either kind, `3L` of Python 2. The text may come
/// from anyone.
/// @param base_offset    where `text` begins in the file, so that errors and offsets point there
/// @errors               FORMAT_NPY_HEADER; FORMAT_BAD_COUNT where a dimension is negative or does not fit 64 bits
base::Result<NpyDictionary> read_npy_dictionary(std::string_view text, std::uint64_t base_offset);

}  // namespace wavemill::formats
