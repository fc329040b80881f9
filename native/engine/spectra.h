#pragma once

#include <vector>

#include "engine/extra.h"
#include "kernels/spectrum/spectrum.h"

namespace wavemill::engine {

/// A channel's spectrum as rows of frequency and density; none where it has no spectrum.
std::vector<double> density_rows(const kernels::Spectrum& spectrum);

/// @param densities   periods × channels
Extra spectra_of(const std::vector<std::vector<double>>& densities);

}  // namespace wavemill::engine
