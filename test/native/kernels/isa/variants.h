#pragma once

#include <doctest/doctest.h>

#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

#include "kernels/isa/table.h"
#include "kernels/series.h"

namespace wavemill::test {

/// Calls `use(table)` for every instruction set but the scalar one; says which of them this CPU has not.
template <class Use>
void for_each_wide(Use use) {
  for (const std::string_view name : kernels::isa::names()) {
    if (name == "scalar") continue;
    const auto table = kernels::isa::select(name);
    if (table) {
      use(**table);
      continue;
    }
    CHECK(table.error().code == base::ErrorCode::kConfigIsaUnsupported);
    MESSAGE("not tested, this CPU does not have it: ", std::string(name));
  }
}

inline const kernels::isa::Table& reference_table() { return **kernels::isa::select("scalar"); }

inline std::vector<std::size_t> lengths_to_try() {
  std::vector<std::size_t> lengths;
  for (std::size_t length = 0; length <= 70; ++length) lengths.push_back(length);
  for (const std::size_t length : {127, 128, 129, 255, 256, 257, 1000, 2047, 2048}) lengths.push_back(length);
  return lengths;
}

/// Memory of exactly `count` values that begins on none of the boundaries that packs like: with a sanitizer, any other access is seen.
template <class T>
class Unaligned {
 public:
  explicit Unaligned(std::size_t count, T fill = {}) : values_(count + 1, fill) {}
  explicit Unaligned(const std::vector<T>& content) : values_(content.size() + 1) {
    for (std::size_t i = 0; i < content.size(); ++i) data()[i] = content[i];
  }
  [[nodiscard]] T* data() { return values_.data() + 1; }
  [[nodiscard]] std::size_t size() const { return values_.size() - 1; }

 private:
  std::vector<T> values_;
};

template <class T>
bool has_same_bits(const T* a, const T* b, std::size_t count) {
  return count == 0 || std::memcmp(a, b, count * sizeof(T)) == 0;
}

inline bool has_same_bits(double a, double b) { return std::memcmp(&a, &b, sizeof a) == 0; }

}  // namespace wavemill::test
