#include "kernels/spectrum/fft.h"

#include <doctest/doctest.h>

#include <cmath>
#include <complex>

#include "kernels/isa/variants.h"

using namespace wavemill::test;
using namespace wavemill::kernels;

namespace {

using Complexes = std::vector<std::complex<long double>>;

Complexes by_definition(const Series& re, const Series& im) {
  const std::size_t n = re.size();
  Complexes wheel(n), result(n);
  for (std::size_t j = 0; j < n; ++j)
    wheel[j] = std::polar(
        1.0L, -2.0L * 3.14159265358979323846264338327950288L * static_cast<long double>(j) / static_cast<long double>(n));
  for (std::size_t k = 0; k < n; ++k)
    for (std::size_t j = 0; j < n; ++j) result[k] += std::complex<long double>(re[j], im[j]) * wheel[j * k % n];
  return result;
}

/// Transforms `lanes` series at once; lane i is re[i], im[i].
void transform(const isa::Table& isa, std::vector<Series>& re, std::vector<Series>& im) {
  const std::size_t lanes = re.size(), n = re[0].size();
  Fft fft;
  fft.plan(n);
  std::vector<double> memory(4 * fft.room() * lanes, 7.0);  // rubbish where nothing is given
  const auto plane = [&](std::size_t i) { return memory.data() + i * fft.room() * lanes; };
  for (std::size_t lane = 0; lane < lanes; ++lane)
    for (std::size_t j = 0; j < n; ++j) {
      plane(0)[j * lanes + lane] = re[lane][j];
      plane(1)[j * lanes + lane] = im[lane][j];
    }
  const isa::Planes result = fft.transform(isa, lanes, {plane(0), plane(1)}, {plane(2), plane(3)});
  for (std::size_t lane = 0; lane < lanes; ++lane)
    for (std::size_t j = 0; j < n; ++j) {
      re[lane][j] = result.re[j * lanes + lane];
      im[lane][j] = result.im[j * lanes + lane];
    }
}

}  // namespace

TEST_CASE("fft: as the definition says, lengths of every kind, one lane and several") {
  for (const std::size_t n : {1,   2,   3,   4,   5,   6,   7,   8,   9,   10,  11,  12,  13,  15,  16,  17,  20,   24,   25,
                              27,  30,  32,  36,  45,  48,  49,  60,  64,  75,  80,  81,  96,  97,  100, 101, 120,  125,  127,
                              128, 135, 225, 243, 256, 257, 300, 341, 360, 384, 400, 512, 625, 640, 720, 729, 1000, 1009, 1024}) {
    CAPTURE(n);
    for (const std::size_t lanes : {1, 3, 8}) {
      std::vector<Series> re, im;
      for (std::size_t lane = 0; lane < lanes; ++lane) {
        re.push_back(white_noise(n, n + lane));
        im.push_back(white_noise(n, n + lane + 100));
      }
      const Complexes wanted = by_definition(re[lanes - 1], im[lanes - 1]);
      transform(reference_table(), re, im);
      long double error = 0, size = 0;
      for (std::size_t k = 0; k < n; ++k) {
        error += std::norm(wanted[k] - std::complex<long double>(re[lanes - 1][k], im[lanes - 1][k]));
        size += std::norm(wanted[k]);
      }
      CHECK(std::sqrt(error / size) < 6e-16L);
    }
  }
}

TEST_CASE("fft: the same bits from every instruction set and for any number of lanes") {
  for_each_wide([](const isa::Table& wide) {
    for (const std::size_t n : {1, 2, 6, 8, 30, 64, 97, 128, 240, 360, 1000, 2048}) {
      CAPTURE(n);
      std::vector<Series> re, im;
      for (std::size_t lane = 0; lane < 8; ++lane) {
        re.push_back(white_noise(n, lane));
        im.push_back(white_noise(n, lane + 50));
      }
      std::vector<Series> wide_re = re, wide_im = im, alone_re(re.begin() + 5, re.begin() + 6),
                          alone_im(im.begin() + 5, im.begin() + 6);
      transform(reference_table(), re, im);
      transform(wide, wide_re, wide_im);
      transform(wide, alone_re, alone_im);
      for (std::size_t lane = 0; lane < 8; ++lane) {
        CHECK(has_same_bits(re[lane].data(), wide_re[lane].data(), n));
        CHECK(has_same_bits(im[lane].data(), wide_im[lane].data(), n));
      }
      CHECK(has_same_bits(re[5].data(), alone_re[0].data(), n));
      CHECK(has_same_bits(im[5].data(), alone_im[0].data(), n));
    }
  });
}

TEST_CASE("fft: good lengths are products of 2, 3 and 5, and the nearest even ones are found") {
  CHECK(is_good_length(1));
  CHECK(is_good_length(2 * 3 * 3 * 5));
  CHECK_FALSE(is_good_length(0));
  CHECK_FALSE(is_good_length(14));
  CHECK(good_even_length_from(1) == 2);
  CHECK(good_even_length_from(14) == 16);
  CHECK(good_even_length_from(15) == 16);
  CHECK(good_even_length_from(2049) == 2160);
  CHECK(good_even_length_to(2667) == 2592);
  CHECK(good_even_length_to(4096) == 4096);
  CHECK(good_even_length_to(3) == 2);
}
