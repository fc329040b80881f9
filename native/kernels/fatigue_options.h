#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace wavemill::kernels {

/// What becomes of the reversals that no cycle closes.
enum class Residue : std::uint8_t {
  kHalf,     // ASTM E1049-85 5.4.4: each range is half a cycle
  kRepeat,   // 5.4.5: the record follows itself for ever; every cycle is a full one
  kDiscard,  // left out
};

/// How the cycles of a list are counted.
struct CountingOptions {
  Residue residue = Residue::kHalf;
  double gate = 0.0;              // racetrack: reversals smaller than it are dropped
  bool is_gate_relative = false;  // the gate is a fraction of max - min
};

/// N_eq of a damage-equivalent load.
enum class EquivalentCycles : std::uint8_t {
  kDuration,         // f_eq · T, T = t[n-1] - t[0]
  kDurationAndStep,  // f_eq · (T + dt): each sample stands for a step
  kGiven,
};

/// N = a1 · S^-m1, and N = a2 · S^-m2 below the knee, where both lines meet; S in MPa.
/// m2 > m1, so that the larger N of the two counts on either side of the knee.
struct SnCurve {
  double m1 = 3.0;
  double log10_a1 = 0.0;
  double m2 = 0.0;  // 0: a single slope
  double log10_a2 = 0.0;
  double thickness_exponent = 0.0;  // k of (t / t_ref)^k
  double reference_thickness_mm = 25.0;

  [[nodiscard]] bool is_bilinear() const { return m2 != 0.0; }
  bool operator==(const SnCurve&) const = default;
};

/// What depends on what a channel is. Loads are in the channel's unit.
struct ChannelFatigue {
  double stress_per_unit = 1.0;                               // MPa, a stress concentration factor included
  double thickness_mm = 0.0;                                  // 0: no thickness effect
  double thickness_exponent = -1.0;                           // in the place of the curves' own; negative: theirs
  double ultimate = std::numeric_limits<double>::infinity();  // infinite: no Goodman correction
  double fixed_mean = 0.0;                                    // to which Goodman's correction brings each cycle
  double gate = 0.0;                                          // racetrack: reversals smaller than it are dropped
  bool is_gate_relative = false;                              // the gate is a fraction of max - min
  double bin_width = 0.0;                                     // of ranges; 0: no bins
  std::uint32_t bin_count = 0;                                // bins from 0 to max - min; 0: as wide as bin_width says

  bool operator==(const ChannelFatigue&) const = default;
};

/// The settings of channels whose name matches; the last rule that does counts.
struct FatigueRule {
  std::string pattern;
  ChannelFatigue settings;

  bool operator==(const FatigueRule&) const = default;
};

/// Matrices of cycles that are wanted.
struct MatrixOptions {
  bool has_range_mean = false;
  bool has_from_to = false;
  std::uint32_t bins = 64;  // a side

  [[nodiscard]] bool are_wanted() const { return has_range_mean || has_from_to; }
  bool operator==(const MatrixOptions&) const = default;
};

/// How cycles are counted and what they are taken for.
struct FatigueOptions {
  Residue residue = Residue::kHalf;
  EquivalentCycles equivalent = EquivalentCycles::kDuration;
  double equivalent_cycles = 0.0;  // for kGiven
  bool are_bins_upper = false;     // a range stands for its bin's upper end, else for its middle
  std::vector<SnCurve> curves;     // a damage column's parameter is a place in here
  ChannelFatigue settings;         // of channels that no rule is for
  std::vector<FatigueRule> rules;
  MatrixOptions matrices = {};

  bool operator==(const FatigueOptions&) const = default;
};

inline const ChannelFatigue kPlainFatigue{};

}  // namespace wavemill::kernels
