#pragma once

#include <vector>

#include "expression/evaluator.h"
#include "kernels/isa/table.h"

namespace wavemill::engine {

/// What a lane computes derived channels in; kept from file to file.
struct DerivedMemory {
  explicit DerivedMemory(const kernels::isa::Table& isa) : evaluator(isa) {}

  expression::Evaluator evaluator;
  std::vector<std::vector<double>> inputs;   // decoded columns, one a tile
  std::vector<std::vector<double>> windows;  // blocks with their neighbours, two an input
  std::vector<double> kept;                  // derived columns that stay for the later sweeps
};

}  // namespace wavemill::engine
