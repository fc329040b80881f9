#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace wavemill::kernels {

/// Numbers that begin at a cache line, so that no pack of them lies across two.
class Aligned {
 public:
  void resize(std::size_t count) {
    if (count > count_) values_.resize(count + kLine);
    count_ = count > count_ ? count : count_;
  }
  [[nodiscard]] double* data() {
    const auto address = reinterpret_cast<std::uintptr_t>(values_.data());
    return values_.data() + (kLine_bytes - address % kLine_bytes) % kLine_bytes / sizeof(double);
  }

 private:
  static constexpr std::size_t kLine_bytes = 64, kLine = kLine_bytes / sizeof(double);
  std::vector<double> values_;
  std::size_t count_ = 0;
};

}  // namespace wavemill::kernels
