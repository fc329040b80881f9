#pragma once

namespace wavemill::fits {

/// Most probable largest value of a Gaussian, narrow-banded process in a storm: mean + σ·√(2 ln n), n = storm / Tz.
/// @return        NaN where n is 1 or less, or is not known
/// @reference     OrcaFlex's Rayleigh extremes; DNV-RP-C205, 3.3.9
double rayleigh_most_probable(double mean, double std, double cycles_in_storm);

/// The level that the storm's largest value exceeds with this risk: mean + σ·√(2 ln(−n / ln(1 − risk))).
double rayleigh_level(double mean, double std, double cycles_in_storm, double risk);

}  // namespace wavemill::fits
