#pragma once

#include <array>

#include "fits/fitter.h"
#include "kernels/extreme_columns.h"
#include "kernels/extreme_options.h"
#include "kernels/kernel.h"
#include "kernels/peaks.h"
#include "kernels/quantiles.h"

namespace wavemill::kernels {

/// Peaks of a channel, and what distributions make of them for a storm. Only what has a column is fitted; a fit that cannot be trusted leaves its verdict
/// in `facts`, for the channel's status.
/// @nan           a channel with one has no peaks: the order of its samples is broken
/// @cost          O(n), one pass, two or three more where the threshold is a percentile; then O(peaks) for each fit
/// @reference     docs/statistics.md, Extremes
class Extremes final : public Kernel {
 public:
  Extremes(const isa::Table& isa, const ColumnPositions& positions, const ExtremeOptions& options);

  bool begin(const Facts& facts) override;
  void add(const Block& block) override;
  bool end_sweep() override;
  void finish(Facts& facts, Row& row) override;

 private:
  /// One of the two tails.
  struct Tail {
    const TailColumns* columns;
    double sign;
    Threshold asked;
    Peaks peaks;
    bool is_wanted = false, is_rayleigh_wanted = false;
    std::array<bool, 3> is_fit_wanted{}, is_interval_wanted{};
    double threshold = kNone;
  };

  void note_wanted(Tail& tail, const ColumnPositions& positions) const;
  void begin_peaks();
  [[nodiscard]] double threshold_of(const Tail& tail, double percentile) const;
  void finish_tail(Tail& tail, Facts& facts, Row& row);
  void tell_rayleigh(const Tail& tail, Facts& facts, Row& row) const;
  void tell_fit(const Tail& tail, std::size_t number, Facts& facts, Row& row);
  static void tell_verdict(contract::Column column, contract::ChannelStatus verdict, Facts& facts, Row& row);
  void tell_absence(const Tail& tail, contract::ChannelStatus why, Row& row) const;

  ExtremeOptions options_;
  std::array<Tail, 2> tails_;
  Quantiles percentiles_;
  std::array<double, 2> percentile_{};
  bool finds_percentiles_ = false, is_finding_percentiles_ = false;
  Facts facts_;
  fits::Fitter fitter_;
};

}  // namespace wavemill::kernels
