#pragma once

namespace wavemill::fits {

/// How many standard deviations either side of its mean hold this part of a normal distribution.
/// @param confidence   between 0 and 1
double half_width(double confidence);

}  // namespace wavemill::fits
