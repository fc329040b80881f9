#pragma once

#include <string_view>

namespace wavemill::decode {

enum class FieldKind : unsigned char { kNumber, kMissing, kOverflowed, kNotANumber };

/// A field that is not a plain number followed by its separator: blanks around it, a plus sign, quotes, a decimal comma, Fortran's exponents (1.0D+03,
/// 1.0-103), "nan" and "inf" in their usual spellings; nothing at all (missing), or Fortran's stars for a number that did not fit (overflowed): NaN, both.
/// @param value   set unless kNotANumber
FieldKind read_odd_field(std::string_view field, bool has_decimal_comma, double& value);

}  // namespace wavemill::decode
