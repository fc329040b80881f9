#pragma once

#include "kernels/kernel.h"

namespace wavemill::kernels {

/// Spectral moments from variance, Tz and Tc, as OrcaFlex has them: m0 = σ², m2 = m0 / Tz², m4 = m2 / Tc², ε = √(1 − Tc²/Tz²).
/// Needs the crossings and the reversals before it; no sweep of its own.
class PeriodMoments final : public Kernel {
 public:
  bool begin(const Facts& /*facts*/) override { return false; }
  void add(const Block& /*block*/) override {}
  void finish(Facts& facts, Row& row) override;
};

}  // namespace wavemill::kernels
