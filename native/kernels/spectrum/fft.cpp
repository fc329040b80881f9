#include "kernels/spectrum/fft.h"

#include <algorithm>
#include <utility>

#include "kernels/spectrum/turn.h"

namespace wavemill::kernels {

namespace {

std::size_t without_factor(std::size_t number, std::size_t factor) {
  while (number % factor == 0) number /= factor;
  return number;
}

/// The radices in the order of their passes. Eights need the fewest passes over memory; 8 · 2 is worse than 4 · 4.
std::vector<std::size_t> radices_of(std::size_t length) {
  std::vector<std::size_t> radices;
  const auto take = [&](std::size_t radix) {
    radices.push_back(radix);
    length /= radix;
  };
  while (length % 5 == 0) take(5);
  while (length % 3 == 0) take(3);
  while (length >= 8 && length != 16) take(8);
  while (length >= 4) take(4);
  if (length == 2) take(2);
  return radices;
}

/// z[j] · f[j] for all numbers of column j, the real part of f first.
void multiply_columns(isa::Planes z, const std::vector<double>& factors, std::size_t columns, std::size_t lanes) {
  for (std::size_t j = 0; j < columns; ++j) {
    const double re = factors[2 * j], im = factors[2 * j + 1];
    for (std::size_t i = j * lanes; i < (j + 1) * lanes; ++i) {
      const double a = z.re[i], b = z.im[i];
      z.re[i] = a * re - b * im;
      z.im[i] = a * im + b * re;
    }
  }
}

isa::Planes swapped(isa::Planes z) { return {z.im, z.re}; }

}  // namespace

bool is_good_length(std::size_t length) {
  return length > 0 && without_factor(without_factor(without_factor(length, 2), 3), 5) == 1;
}

std::size_t good_even_length_from(std::size_t length) {
  std::size_t half = std::max<std::size_t>(1, length / 2 + length % 2);
  while (!is_good_length(half)) ++half;
  return 2 * half;
}

std::size_t good_even_length_to(std::size_t length) {
  std::size_t half = std::max<std::size_t>(1, length / 2);
  while (!is_good_length(half)) --half;
  return 2 * half;
}

void GoodFft::plan(std::size_t length) {
  if (length == length_) return;
  length_ = length;
  passes_.clear();
  twiddles_.clear();
  for (const std::size_t radix : radices_of(length)) {
    length /= radix;
    add_pass(radix, length);
  }
}

void GoodFft::add_pass(std::size_t radix, std::size_t groups) {
  passes_.push_back({radix, groups, twiddles_.size()});
  for (std::size_t p = 0; p < groups; ++p) {
    for (std::size_t j = 1; j < radix; ++j) {
      const Turn w = turn(p * j, radix * groups);
      twiddles_.push_back(w.cosine);
      twiddles_.push_back(-w.sine);
    }
  }
}

isa::Planes GoodFft::transform(const isa::Table& isa, std::size_t lanes, isa::Planes x, isa::Planes work) const {
  std::size_t run = lanes;
  for (const Pass& pass : passes_) {
    isa.fft_pass({pass.radix, pass.groups, run, twiddles_.data() + pass.first_twiddle}, x, work);
    run *= pass.radix;
    std::swap(x, work);
  }
  return x;
}

void Fft::plan(std::size_t length) {
  if (length == length_) return;
  length_ = length;
  chirp_.clear();
  good_.plan(is_good_length(length) ? length : good_even_length_from(2 * length - 1));
  if (good_.length() != length) plan_chirp();
}

/// jk = (j² + k² − (k − j)²) / 2 makes a transform of any length a convolution with a chirp.
void Fft::plan_chirp() {
  const std::size_t room = good_.length();
  std::vector<double> re(2 * room), im(2 * room);
  for (std::size_t j = 0; j < length_; ++j) {
    const Turn w = turn(j * j % (2 * length_), 2 * length_);
    chirp_.push_back(w.cosine);
    chirp_.push_back(-w.sine);
    re[j] = re[(room - j) % room] = w.cosine;
    im[j] = im[(room - j) % room] = w.sine;
  }
  const isa::Table& scalar = **isa::select("scalar");  // the same bits as any other
  const isa::Planes result = good_.transform(scalar, 1, {re.data(), im.data()}, {re.data() + room, im.data() + room});
  filter_.resize(2 * room);
  const double size = static_cast<double>(room);
  for (std::size_t k = 0; k < room; ++k) {
    filter_[2 * k] = result.re[k] / size;
    filter_[2 * k + 1] = result.im[k] / size;
  }
}

isa::Planes Fft::transform(const isa::Table& isa, std::size_t lanes, isa::Planes x, isa::Planes work) const {
  if (chirp_.empty()) return good_.transform(isa, lanes, x, work);
  const std::size_t room = good_.length();
  multiply_columns(x, chirp_, length_, lanes);
  std::fill(x.re + length_ * lanes, x.re + room * lanes, 0.0);
  std::fill(x.im + length_ * lanes, x.im + room * lanes, 0.0);
  const isa::Planes once = good_.transform(isa, lanes, x, work);
  multiply_columns(once, filter_, room, lanes);
  const isa::Planes other = once.re == x.re ? work : x;
  const isa::Planes back = swapped(good_.transform(isa, lanes, swapped(once), swapped(other)));  // the inverse
  multiply_columns(back, chirp_, length_, lanes);
  return back;
}

}  // namespace wavemill::kernels
