#include "engine/spectra.h"

#include <numeric>

namespace wavemill::engine {

namespace {

constexpr std::size_t kColumns = contract::column_count_of(contract::ExtraKind::kSpectra);

}  // namespace

std::vector<double> density_rows(const kernels::Spectrum& spectrum) {
  const std::vector<double>& density = spectrum.density();
  std::vector<double> rows;
  rows.reserve(kColumns * density.size());
  for (std::size_t k = 0; k < density.size(); ++k) {
    rows.push_back(static_cast<double>(k) * spectrum.frequency_step_hz());
    rows.push_back(density[k]);
  }
  return rows;
}

Extra spectra_of(const std::vector<std::vector<double>>& densities) {
  Extra extra{contract::ExtraKind::kSpectra, {}, {}, {}};
  const auto add_size = [](std::size_t sum, const std::vector<double>& rows) { return sum + rows.size(); };
  extra.values.reserve(std::accumulate(densities.begin(), densities.end(), std::size_t{0}, add_size));
  for (const std::vector<double>& rows : densities) {
    extra.row_counts.push_back(static_cast<std::uint32_t>(rows.size() / kColumns));
    extra.values.insert(extra.values.end(), rows.begin(), rows.end());
  }
  return extra;
}

}  // namespace wavemill::engine
