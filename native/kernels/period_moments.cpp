#include "kernels/period_moments.h"

#include <cmath>

namespace wavemill::kernels {

using contract::Column;

void PeriodMoments::finish(Facts& facts, Row& row) {
  if (!facts.is_finite()) return;
  const double tz_s = facts.mean_upcrossing_period_s, tc_s = facts.mean_crest_period_s;
  const double m2 = facts.variance / (tz_s * tz_s);
  row.set(Column::kM0, facts.variance);
  row.set(Column::kM2, m2);
  row.set(Column::kM4, m2 / (tc_s * tc_s));
  row.set(Column::kBandwidth,
          std::sqrt(1.0 - (tc_s * tc_s) / (tz_s * tz_s)));  // NaN, which is null, where a period is or Tc > Tz
}

}  // namespace wavemill::kernels
