#include "kernels/moments.h"

namespace wavemill::kernels {

Moments Moments::from_sums(const isa::BlockSums& sums, std::uint64_t count, double pivot) {
  const double n = static_cast<double>(count);
  const double offset = sums.d1 / n;
  Moments block;
  block.count = count;
  block.origin = pivot;
  block.mean_offset = offset;
  block.m2 = sums.d2 - sums.d1 * offset;
  block.m3 = sums.d3 - 3.0 * offset * sums.d2 + 2.0 * offset * offset * sums.d1;
  block.m4 = sums.d4 - 4.0 * offset * sums.d3 + 6.0 * offset * offset * sums.d2 - 3.0 * offset * offset * offset * sums.d1;
  if (block.m2 < 0.0) block.m2 = 0.0;  // rounding may leave a hair below zero
  if (block.m4 < 0.0) block.m4 = 0.0;
  return block;
}

void Moments::merge(const Moments& other) {
  if (other.count == 0) return;
  if (count == 0) {
    *this = other;
    return;
  }
  const double a = static_cast<double>(count), b = static_cast<double>(other.count), n = a + b;
  const double delta = (other.origin - origin) + (other.mean_offset - mean_offset);
  const double step = delta / n;
  const double spread = delta * step * a * b;  // δ² a b / n
  m4 += other.m4 + spread * step * step * (a * a - a * b + b * b) + 6.0 * step * step * (a * a * other.m2 + b * b * m2) +
        4.0 * step * (a * other.m3 - b * m3);
  m3 += other.m3 + spread * step * (a - b) + 3.0 * step * (a * other.m2 - b * m2);
  m2 += other.m2 + spread;
  mean_offset += step * b;
  count += other.count;
}

}  // namespace wavemill::kernels
