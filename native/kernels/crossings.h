#pragma once

#include "kernels/isa/table.h"
#include "kernels/kernel.h"

namespace wavemill::kernels {

/// Up-crossings of the mean, x[i] < mean <= x[i + 1], and their mean period Tz.
/// @nan           a channel with one has none: the order of its samples is broken
/// @cost          O(n), one pass after the summary's
class Crossings final : public Kernel {
 public:
  explicit Crossings(const isa::Table& isa) : isa_(isa) {}

  bool begin(const Facts& facts) override;
  void add(const Block& block) override;
  void finish(Facts& facts, Row& row) override;

 private:
  [[nodiscard]] double time_between_s(std::uint64_t index, double before, double after) const;
  void note(double time_s);
  void note_ends(const Block& block);

  const isa::Table& isa_;
  TimeView time_;
  double level_ = 0.0;
  double last_sample_ = 0.0;
  std::uint64_t count_ = 0;
  double first_time_s_ = kNone, last_time_s_ = kNone;
};

}  // namespace wavemill::kernels
