#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "expression/program.h"
#include "kernels/block.h"
#include "kernels/facts.h"
#include "kernels/isa/table.h"

namespace wavemill::expression {

/// The samples of a block and of its neighbours as far as the program looks: [first, first + count) of the period's, and `before` and `after` of them.
struct Extent {
  std::uint64_t first = 0;
  std::size_t count = 0;
  std::size_t before = 0, after = 0;

  [[nodiscard]] std::size_t length() const { return before + count + after; }
};

/// Runs a program over the blocks of a period, in order, for as many sweeps as it takes. One object serves many programs and keeps its memory.
class Evaluator {
 public:
  explicit Evaluator(const kernels::isa::Table& isa) : isa_(isa) {}

  /// @param program   borrowed until the next `begin`
  void begin(const Program& program, const kernels::TimeView& time, std::uint64_t sample_count);

  /// From the first block again.
  /// @param is_wanted   one an output
  void begin_sweep(const std::vector<bool>& is_wanted);

  /// What the program looks at of a block.
  [[nodiscard]] Extent extent_of(std::uint64_t block) const;

  /// @param inputs   for each input the samples of the extent; borrowed until the next call
  void begin_block(std::uint64_t block, std::span<const double* const> inputs);

  /// The block of a wanted output; good until the next call. Outputs are asked for in rising order.
  [[nodiscard]] const double* output(std::size_t number);

 private:
  struct IntegralState {
    double sum = 0.0;
    double last_sample = 0.0;
  };

  void run(const Instruction& instruction);
  void derive(const double* x, double* out) const;
  void integrate(const Instruction& instruction, const double* x, double* out);
  [[nodiscard]] double step_s(std::uint64_t index) const;

  const kernels::isa::Table& isa_;
  const Program* program_ = nullptr;
  kernels::TimeView time_;
  std::uint64_t sample_count_ = 0;
  Extent extent_;
  std::size_t next_ = 0;  // instruction
  std::vector<bool> is_needed_;
  std::vector<const double*> slots_;
  std::vector<double> memory_;  // time, constants, registers
  std::vector<IntegralState> integrals_;
};

}  // namespace wavemill::expression
