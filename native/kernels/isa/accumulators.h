#pragma once

// Included by kernels_isa.cpp alone, after the pack of its instruction set.

namespace wavemill::kernels::isa::WAVEMILL_ISA_NAMESPACE {

/// Sample i is added to accumulator i mod 16, whatever the width: so every instruction set adds the same numbers in the same order.
inline constexpr std::size_t kAccumulators = 16;
inline constexpr std::size_t kPacks = kAccumulators / kWidth;

}  // namespace wavemill::kernels::isa::WAVEMILL_ISA_NAMESPACE
