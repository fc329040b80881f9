#pragma once

#include <span>
#include <vector>

namespace wavemill::fits {

/// The likelihood of a Gumbel distribution of values whose mean is 0. For a given rate c = 1 / scale, the best location is −ln(s0) / c, with s0 the mean
/// of e^(−c·x); a location that lies a / c beside it costs e^a − a − 1 for each value. So everything is a search along c, and one sum over the values
/// serves a whole line of locations. Weibull's is the same, of the logarithms.
class GumbelLikelihood {
 public:
  /// Finds the maximum.
  /// @param values    mean 0, not all equal; borrowed as long as this is used
  /// @param least     the smallest of them
  /// @param variance  of them; for the start
  /// @return          false where the search does not end
  bool maximise(std::span<const double> values, double least, double variance);

  [[nodiscard]] double rate() const { return best_.rate; }
  [[nodiscard]] double location() const { return -best_.log_mean / best_.rate; }

  /// One end of the region in which the log-likelihood of a value falls by no more than `drop` from its mean: the largest (`side` 1) or smallest
  /// (`side` -1) location + reduced / c in it.
  /// @cost            about 5 sums over the values
  [[nodiscard]] double bound(int side, double reduced, double drop) const;

 private:
  /// The likelihood's line at one rate.
  struct Line {
    double rate;
    double log_mean;  // ln s0
    double mean;      // of the values, weighted by e^(−c·x)
    double variance;  // so weighted

    [[nodiscard]] double slope() const { return 1.0 / rate + mean; }
    [[nodiscard]] double curvature() const { return 1.0 / (rate * rate) + variance; }
    [[nodiscard]] double height() const;  // ln-likelihood of a value at the line's best, and 1
  };

  [[nodiscard]] Line at(double rate) const;

  std::span<const double> values_;
  double least_ = 0.0;
  Line best_{};
};

/// The a of one sign for which e^a − a − 1 = drop; 0 where the drop is not positive.
double shift_for(double drop, int sign);

}  // namespace wavemill::fits
