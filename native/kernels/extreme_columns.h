#pragma once

#include <array>
#include <optional>

#include "contract/generated/contract.h"

namespace wavemill::kernels {

/// Where a fit's numbers go.
struct FitColumns {
  using Column = contract::Column;
  contract::Distribution distribution;
  std::optional<Column> location;
  Column scale;
  std::optional<Column> shape;
  Column level, lower, upper, interval, verdict;
};

/// The columns of one tail.
struct TailColumns {
  using Column = contract::Column;
  Column global_count, threshold, threshold_count;
  Column rayleigh_mpm, rayleigh_risk, rayleigh_verdict;
  std::array<FitColumns, 3> fits;
};

inline constexpr TailColumns kMaximaColumns{
    contract::Column::kGlobalMaximaCount,
    contract::Column::kPotMaxThreshold,
    contract::Column::kPotMaxCount,
    contract::Column::kRayleighMaxMpm,
    contract::Column::kRayleighMaxRisk,
    contract::Column::kRayleighMaxVerdict,
    {{{contract::Distribution::kWeibull, contract::Column::kWeibullMaxLocation, contract::Column::kWeibullMaxScale,
       contract::Column::kWeibullMaxShape, contract::Column::kWeibullMaxLevel, contract::Column::kWeibullMaxLevelLower,
       contract::Column::kWeibullMaxLevelUpper, contract::Column::kWeibullMaxInterval, contract::Column::kWeibullMaxVerdict},
      {contract::Distribution::kGumbel, contract::Column::kGumbelMaxLocation, contract::Column::kGumbelMaxScale, std::nullopt,
       contract::Column::kGumbelMaxLevel, contract::Column::kGumbelMaxLevelLower, contract::Column::kGumbelMaxLevelUpper,
       contract::Column::kGumbelMaxInterval, contract::Column::kGumbelMaxVerdict},
      {contract::Distribution::kGpd, std::nullopt, contract::Column::kGpdMaxScale, contract::Column::kGpdMaxShape,
       contract::Column::kGpdMaxLevel, contract::Column::kGpdMaxLevelLower, contract::Column::kGpdMaxLevelUpper,
       contract::Column::kGpdMaxInterval, contract::Column::kGpdMaxVerdict}}}};

inline constexpr TailColumns kMinimaColumns{
    contract::Column::kGlobalMinimaCount,
    contract::Column::kPotMinThreshold,
    contract::Column::kPotMinCount,
    contract::Column::kRayleighMinMpm,
    contract::Column::kRayleighMinRisk,
    contract::Column::kRayleighMinVerdict,
    {{{contract::Distribution::kWeibull, contract::Column::kWeibullMinLocation, contract::Column::kWeibullMinScale,
       contract::Column::kWeibullMinShape, contract::Column::kWeibullMinLevel, contract::Column::kWeibullMinLevelLower,
       contract::Column::kWeibullMinLevelUpper, contract::Column::kWeibullMinInterval, contract::Column::kWeibullMinVerdict},
      {contract::Distribution::kGumbel, contract::Column::kGumbelMinLocation, contract::Column::kGumbelMinScale, std::nullopt,
       contract::Column::kGumbelMinLevel, contract::Column::kGumbelMinLevelLower, contract::Column::kGumbelMinLevelUpper,
       contract::Column::kGumbelMinInterval, contract::Column::kGumbelMinVerdict},
      {contract::Distribution::kGpd, std::nullopt, contract::Column::kGpdMinScale, contract::Column::kGpdMinShape,
       contract::Column::kGpdMinLevel, contract::Column::kGpdMinLevelLower, contract::Column::kGpdMinLevelUpper,
       contract::Column::kGpdMinInterval, contract::Column::kGpdMinVerdict}}}};

}  // namespace wavemill::kernels
