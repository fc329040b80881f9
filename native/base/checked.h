#pragma once

#include <cstdint>
#include <limits>
#include <optional>

namespace wavemill::base {

/// a + b, or nothing where it does not fit 64 bits. Sizes in headers come from strangers.
constexpr std::optional<std::uint64_t> checked_add(std::uint64_t a, std::uint64_t b) {
  if (b > std::numeric_limits<std::uint64_t>::max() - a) return std::nullopt;
  return a + b;
}

/// a · b, or nothing where it does not fit 64 bits.
constexpr std::optional<std::uint64_t> checked_multiply(std::uint64_t a, std::uint64_t b) {
  if (a != 0 && b > std::numeric_limits<std::uint64_t>::max() / a) return std::nullopt;
  return a * b;
}

}  // namespace wavemill::base
