#include "engine/cycle_tables.h"

namespace wavemill::engine {

CycleTables::CycleTables(const kernels::MatrixOptions& options, std::size_t channel_periods) : options_(options) {
  if (options_.has_range_mean) range_mean_.resize(channel_periods);
  if (options_.has_from_to) from_to_.resize(channel_periods);
}

void CycleTables::keep(std::size_t channel_period, const kernels::CycleMatrices& matrices) {
  if (options_.has_range_mean) range_mean_[channel_period] = matrices.range_mean_cells();
  if (options_.has_from_to) from_to_[channel_period] = matrices.from_to_cells();
}

Extra CycleTables::extra_of(contract::ExtraKind kind, const Cells& cells) {
  Extra extra{kind, {}, {}, {}};
  for (const std::vector<double>& rows : cells) {
    extra.row_counts.push_back(static_cast<std::uint32_t>(rows.size() / extra.column_count()));
    extra.values.insert(extra.values.end(), rows.begin(), rows.end());
  }
  return extra;
}

std::vector<Extra> CycleTables::take() const {
  std::vector<Extra> extras;
  if (options_.has_range_mean) extras.push_back(extra_of(contract::ExtraKind::kRangeMean, range_mean_));
  if (options_.has_from_to) extras.push_back(extra_of(contract::ExtraKind::kFromTo, from_to_));
  return extras;
}

}  // namespace wavemill::engine
