#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "expression/derived_channels.h"
#include "expression/graph.h"

namespace wavemill::expression {

/// One vector kernel over one block. Slots are the program's inputs, then time, then constants, then registers.
struct Instruction {
  Source source;
  MapOperation map;
  LibmFunction libm;
  std::uint32_t x, y;    // slots
  std::uint32_t target;  // slot
  double a, b;
  std::uint32_t depth;  // of the operand, for derivatives and integrals
  std::uint32_t state;  // number of the integral
};

/// Derived channels as a list of vector kernels over blocks, made once and run for each block: nothing is interpreted for a sample. Values are kept in as few
/// registers, block-sized buffers, as are alive at once; what several outputs need is computed once.
class Program {
 public:
  /// The instructions up to and with the one that makes it, from the output before on.
  struct Output {
    std::uint32_t slot;
    std::size_t end;  // behind its last instruction
  };

  Program() = default;
  /// @param outputs   numbers of bound channels, rising
  Program(const BoundChannels& bound, std::span<const std::uint32_t> outputs);

  /// Channels of the file, rising.
  [[nodiscard]] const std::vector<std::uint32_t>& inputs() const { return inputs_; }
  [[nodiscard]] const std::vector<Output>& outputs() const { return outputs_; }
  [[nodiscard]] const std::vector<Instruction>& instructions() const { return instructions_; }
  [[nodiscard]] const std::vector<double>& constants() const { return constants_; }

  /// Samples that are needed on either side of a block.
  [[nodiscard]] std::size_t halo() const { return halo_; }
  [[nodiscard]] std::size_t register_count() const { return register_count_; }
  [[nodiscard]] std::size_t integral_count() const { return integral_count_; }
  [[nodiscard]] bool uses_time() const { return uses_time_; }
  /// Whether computing a block again costs more than reading it again.
  [[nodiscard]] bool is_costly() const { return is_costly_; }

  [[nodiscard]] std::uint32_t time_slot() const { return static_cast<std::uint32_t>(inputs_.size()); }
  [[nodiscard]] std::uint32_t first_constant() const { return time_slot() + 1; }
  [[nodiscard]] std::uint32_t first_register() const { return first_constant() + static_cast<std::uint32_t>(constants_.size()); }

  /// Which instructions the wanted outputs need.
  void mark_needed(const std::vector<bool>& is_wanted, std::vector<bool>& is_needed) const;

 private:
  friend class Compiler;

  std::vector<std::uint32_t> inputs_;
  std::vector<double> constants_;
  std::vector<Instruction> instructions_;
  std::vector<Output> outputs_;
  std::size_t halo_ = 0;
  std::size_t register_count_ = 0;
  std::size_t integral_count_ = 0;
  bool uses_time_ = false;
  bool is_costly_ = false;
};

}  // namespace wavemill::expression
