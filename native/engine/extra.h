#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "contract/generated/contract.h"

namespace wavemill::engine {

struct ChannelInfo {
  std::uint32_t index;  // in file order, time excluded
  std::string name;
  std::string unit;
};

/// What a file gives that is not one number a channel: rows of the table `kind`, any number of them for each channel in each period, those of the first
/// period's first channel first.
struct Extra {
  contract::ExtraKind kind;
  std::vector<ChannelInfo> further;       // a column each, behind those of the contract
  std::vector<std::uint32_t> row_counts;  // periods × channels
  std::vector<double> values;  // rows × columns, row-major; a column with choices holds the number of one; NaN: does not exist

  [[nodiscard]] std::size_t column_count() const { return contract::column_count_of(kind) + further.size(); }
};

}  // namespace wavemill::engine
