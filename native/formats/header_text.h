#pragma once

#include <string>
#include <string_view>

namespace wavemill::formats {

/// A text field of a header as UTF-8: blanks and NULs around it cut off; Latin-1 where it is not valid UTF-8.
std::string header_text(std::string_view raw);

/// A text as UTF-8, blanks and all; Latin-1 where it is not valid UTF-8.
std::string utf8_text(std::string_view raw);

/// A unit: as `header_text`, without the one pair of brackets around it, () or [].
std::string unit_text(std::string_view raw);

/// A number as a message shows it: "0.1", "nan".
std::string number_text(double value);

}  // namespace wavemill::formats
