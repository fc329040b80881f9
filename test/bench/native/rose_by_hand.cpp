// bench_rose_by_hand FILE.npy: the same rose as a careful person writes it for his own machine (-O3 -march=native, fused multiply-add allowed): a column an
// angle in a buffer, one loop for mean and extremes, one for the centred moments, one for turning points, stack and powers. The file is in memory before.
//   moments | loads

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "protocol.h"

namespace {

constexpr std::array kExponents{3.0, 4.0, 5.0, 6.0, 8.0, 10.0};
using Sums = std::array<double, kExponents.size()>;

struct Columns {
  std::vector<double> x, y;
};

Columns load(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(file)), {});
  const std::size_t header = 10 + static_cast<unsigned char>(bytes.at(8)) + 256U * static_cast<unsigned char>(bytes.at(9));
  const std::size_t count = (bytes.size() - header) / (2 * sizeof(double));
  Columns columns{std::vector<double>(count), std::vector<double>(count)};
  std::memcpy(columns.x.data(), bytes.data() + header, count * sizeof(double));
  std::memcpy(columns.y.data(), bytes.data() + header + count * sizeof(double), count * sizeof(double));
  return columns;
}

inline void add_powers(Sums& sums, double r, double weight) {
  const double r2 = r * r, r3 = r2 * r, r4 = r2 * r2, r5 = r4 * r;
  sums[0] += weight * r3;
  sums[1] += weight * r4;
  sums[2] += weight * r5;
  sums[3] += weight * (r3 * r3);
  sums[4] += weight * (r4 * r4);
  sums[5] += weight * (r5 * r5);
}

class Rainflow {
 public:
  explicit Rainflow(std::size_t count) : stack_(count + 1) {}

  Sums sums_of(const std::vector<double>& v) {
    sums_ = {};
    top_ = 0;
    push(v[0]);
    for (std::size_t i = 1; i + 1 < v.size(); ++i)
      if ((v[i] > v[i - 1]) == (v[i] > v[i + 1])) push(v[i]);  // continuous data: no equal neighbours
    push(v.back());
    for (std::size_t i = 1; i < top_; ++i) add_powers(sums_, std::fabs(stack_[i] - stack_[i - 1]), 0.5);
    return sums_;
  }

 private:
  void push(double value) {
    stack_[top_++] = value;
    while (top_ >= 3) {
      const double newest = std::fabs(stack_[top_ - 1] - stack_[top_ - 2]),
                   before = std::fabs(stack_[top_ - 2] - stack_[top_ - 3]);
      if (newest < before) return;
      if (top_ == 3) {
        add_powers(sums_, before, 0.5);
        stack_[0] = stack_[1];
        stack_[1] = stack_[2];
        top_ = 2;
      } else {
        add_powers(sums_, before, 1.0);
        stack_[top_ - 3] = stack_[top_ - 1];
        top_ -= 2;
      }
    }
  }

  std::vector<double> stack_;
  std::size_t top_ = 0;
  Sums sums_{};
};

/// Eight sums at once: without -ffast-math the compiler may not make them of one.
template <class Term>
double sum_of(const std::vector<double>& v, Term term) {
  double parts[8] = {};
  std::size_t i = 0;
  for (; i + 8 <= v.size(); i += 8)
    for (std::size_t k = 0; k < 8; ++k) parts[k] += term(v[i + k]);
  for (; i < v.size(); ++i) parts[0] += term(v[i]);
  return ((parts[0] + parts[4]) + (parts[2] + parts[6])) + ((parts[1] + parts[5]) + (parts[3] + parts[7]));
}

class Rose {
 public:
  explicit Rose(Columns columns) : columns_(std::move(columns)), v_(columns_.x.size()), rainflow_(v_.size()) {}

  std::vector<double> compute(bool has_loads) {
    std::vector<double> values;
    for (int angle = 0; angle < 36; ++angle) {
      const double radians = 10.0 * angle * (3.14159265358979323846 / 180.0);
      const double c = std::cos(radians), s = std::sin(radians);
      for (std::size_t i = 0; i < v_.size(); ++i) v_[i] = c * columns_.x[i] + s * columns_.y[i];
      add_moments(values);
      if (has_loads) add_loads(values);
    }
    return values;
  }

 private:
  void add_moments(std::vector<double>& values) {
    const double n = static_cast<double>(v_.size());
    double low[8], high[8];
    std::fill_n(low, 8, v_[0]);
    std::fill_n(high, 8, v_[0]);
    for (std::size_t i = 0; i + 8 <= v_.size(); i += 8)
      for (std::size_t k = 0; k < 8; ++k) {
        low[k] = v_[i + k] < low[k] ? v_[i + k] : low[k];
        high[k] = v_[i + k] > high[k] ? v_[i + k] : high[k];
      }
    for (std::size_t i = v_.size() - v_.size() % 8; i < v_.size(); ++i) {
      low[0] = std::min(low[0], v_[i]);
      high[0] = std::max(high[0], v_[i]);
    }
    const double mean = sum_of(v_, [](double v) { return v; }) / n;
    double m2 = 0.0, m3 = 0.0, m4 = 0.0;
    double p2[8] = {}, p3[8] = {}, p4[8] = {};
    std::size_t i = 0;
    const auto term = [&](std::size_t at, std::size_t k) {
      const double d = v_[at] - mean, square = d * d;
      p2[k] += square;
      p3[k] += square * d;
      p4[k] += square * square;
    };
    for (; i + 8 <= v_.size(); i += 8)
      for (std::size_t k = 0; k < 8; ++k) term(i + k, k);
    for (; i < v_.size(); ++i) term(i, 0);
    for (std::size_t k = 0; k < 8; ++k) {
      m2 += p2[k] / n;
      m3 += p3[k] / n;
      m4 += p4[k] / n;
    }
    values.insert(values.end(), {*std::min_element(low, low + 8), *std::max_element(high, high + 8), mean, std::sqrt(m2),
                                 m3 / (m2 * std::sqrt(m2)), m4 / (m2 * m2)});
  }

  void add_loads(std::vector<double>& values) {
    const Sums sums = rainflow_.sums_of(v_);
    for (std::size_t i = 0; i < sums.size(); ++i)
      values.push_back(std::pow(sums[i] / static_cast<double>(v_.size() - 1), 1.0 / kExponents[i]));
  }

  Columns columns_;
  std::vector<double> v_;
  Rainflow rainflow_;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  Rose rose(load(argv[1]));
  return wavemill::bench::serve([&](const std::string& what, unsigned) {
    wavemill::bench::Answer answer;
    answer.seconds = wavemill::bench::seconds_of([&] { answer.values = rose.compute(what == "loads"); });
    return answer;
  });
}
