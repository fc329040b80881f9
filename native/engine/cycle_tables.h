#pragma once

#include <cstddef>
#include <vector>

#include "engine/extra.h"
#include "kernels/cycle_matrices.h"

namespace wavemill::engine {

/// The rainflow matrices of a file's channels as extras: a row for each cell that holds cycles.
class CycleTables {
 public:
  CycleTables(const kernels::MatrixOptions& options, std::size_t channel_periods);

  /// A channel's matrices of a period; any lane, each its own.
  /// @param channel_period   period × channels + channel
  void keep(std::size_t channel_period, const kernels::CycleMatrices& matrices);

  /// Those that were asked for, in the contract's order.
  [[nodiscard]] std::vector<Extra> take() const;

 private:
  using Cells = std::vector<std::vector<double>>;  // of each channel and period
  static Extra extra_of(contract::ExtraKind kind, const Cells& cells);

  kernels::MatrixOptions options_;
  Cells range_mean_, from_to_;
};

}  // namespace wavemill::engine
