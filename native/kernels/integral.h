#pragma once

#include "kernels/kernel.h"

namespace wavemill::kernels {

/// Trapezium rule over the samples' own times.
/// @nan           a channel with one has no integral: nobody knows what lies in the gap
/// @cost          none where the step is uniform: the mean and the two ends give it; else one pass
class Integral final : public Kernel {
 public:
  bool begin(const Facts& facts) override;
  void add(const Block& block) override;
  void finish(Facts& facts, Row& row) override;

 private:
  TimeView time_;
  double sum_ = 0.0;
  double last_sample_ = 0.0;
};

}  // namespace wavemill::kernels
