#pragma once

// Included by kernels_isa.cpp alone, before the pack of its instruction set.

#include <cstdint>

namespace wavemill::kernels::isa::WAVEMILL_ISA_NAMESPACE {

/// The whole part of a number in (-1, last], and `last` for every other one, NaN too.
inline std::uint32_t truncated(double a, std::uint32_t last) {
  return a > -1.0 && a < static_cast<double>(last) ? static_cast<std::uint32_t>(static_cast<std::int32_t>(a)) : last;
}

}  // namespace wavemill::kernels::isa::WAVEMILL_ISA_NAMESPACE
