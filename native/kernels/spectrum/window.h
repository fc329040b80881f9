#pragma once

#include <cstddef>
#include <vector>

#include "kernels/spectrum/options.h"

namespace wavemill::kernels {

/// A window for spectra: periodic, that is without the last point of the symmetric one of `length` + 1.
/// @reference     SciPy's get_window with fftbins; F. J. Harris (1978) and A. H. Nuttall (1981) for the coefficients
std::vector<double> window_of(WindowShape shape, std::size_t length);

}  // namespace wavemill::kernels
