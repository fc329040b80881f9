#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "contract/generated/contract.h"

namespace wavemill::kernels {

/// Where each fixed column stands in a result row.
struct ColumnPositions {
  static constexpr std::int32_t kAbsent = -1;
  std::array<std::int32_t, contract::kColumnCount> position;

  ColumnPositions() { position.fill(kAbsent); }
  bool operator==(const ColumnPositions& other) const = default;
};

/// A column of a family: its parameter (percent, exponent) and its place in the row.
struct FamilyMember {
  double parameter;
  std::size_t position;

  bool operator==(const FamilyMember& other) const = default;
};

/// One channel's values, to be filled. Columns that nobody asked for are dropped.
class Row {
 public:
  Row(const ColumnPositions& positions, double* values) : positions_(positions), values_(values) {}

  void set(contract::Column column, double value) {
    const std::int32_t position = positions_.position[static_cast<std::size_t>(column)];
    if (position != ColumnPositions::kAbsent) values_[position] = value;
  }
  void set(const FamilyMember& member, double value) { values_[member.position] = value; }

 private:
  const ColumnPositions& positions_;
  double* values_;
};

}  // namespace wavemill::kernels
