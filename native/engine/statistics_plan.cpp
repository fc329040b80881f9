#include "engine/statistics_plan.h"

namespace wavemill::engine {

using contract::Column;
using contract::ColumnKernel;

StatisticsPlan::StatisticsPlan(const std::vector<ColumnRequest>& columns, double equivalent_frequency_hz,
                               const kernels::FatigueOptions& fatigue, const kernels::SpectrumOptions& spectrum,
                               const kernels::ExtremeOptions& extremes)
    : column_count_(columns.size()),
      equivalent_frequency_hz_(equivalent_frequency_hz),
      fatigue_(fatigue),
      spectrum_(spectrum),
      extremes_(extremes) {
  for (std::size_t position = 0; position < columns.size(); ++position) {
    const ColumnRequest& request = columns[position];
    need(contract::kernel_of(request.column));
    if (request.column == Column::kPercentile)
      percentiles_.push_back({request.parameter, position});
    else if (request.column == Column::kDamageEquivalentLoad)
      cycle_columns_.loads.push_back({request.parameter, position});
    else if (request.column == Column::kDamage)
      cycle_columns_.damages.push_back({request.parameter, position});
    else
      positions_.position[static_cast<std::size_t>(request.column)] = static_cast<std::int32_t>(position);
  }
  need(ColumnKernel::kSummary);  // every other kernel rests on its facts
  if (spectrum_.wants_density) need(ColumnKernel::kSpectrum);
  if (needs(ColumnKernel::kExtremes)) need(ColumnKernel::kCrossings);  // Rayleigh's extremes rest on Tz
  if (needs(ColumnKernel::kPeriodMoments)) {
    need(ColumnKernel::kCrossings);
    need(ColumnKernel::kReversals);
  }
}

}  // namespace wavemill::engine
