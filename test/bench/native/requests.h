#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "contract/generated/contract.h"
#include "engine/engine.h"

namespace wavemill::bench {

using engine::ColumnRequest;

inline constexpr std::array kExponents{3.0, 4.0, 5.0, 6.0, 8.0, 10.0};
inline constexpr std::array kPercents{1.0, 5.0, 50.0, 95.0, 99.0};

/// What the peers compute too, in their order, then the rest of the summary.
inline std::vector<ColumnRequest> moments() {
  using contract::Column;
  return {{Column::kMin},      {Column::kMax},        {Column::kMean},       {Column::kStd},   {Column::kSkewness},
          {Column::kKurtosis}, {Column::kTimeOfMinS}, {Column::kTimeOfMaxS}, {Column::kCount}, {Column::kNonfiniteCount}};
}

inline std::vector<ColumnRequest> percentiles() {
  std::vector<ColumnRequest> columns;
  for (const double percent : kPercents) columns.push_back({contract::Column::kPercentile, percent});
  return columns;
}

inline std::vector<ColumnRequest> loads() {
  std::vector<ColumnRequest> columns;
  for (const double exponent : kExponents) columns.push_back({contract::Column::kDamageEquivalentLoad, exponent});
  return columns;
}

/// `moments`, `percentiles` (and moments), `loads` (and both): each holds the one before.
inline std::vector<ColumnRequest> cumulative(std::string_view what) {
  std::vector<ColumnRequest> columns = moments();
  const auto append = [&](const std::vector<ColumnRequest>& more) { columns.insert(columns.end(), more.begin(), more.end()); };
  if (what != "moments") append(percentiles());
  if (what == "loads") append(loads());
  return columns;
}

}  // namespace wavemill::bench
