#pragma once

#include <cmath>
#include <cstddef>
#include <vector>

namespace wavemill::kernels {

/// Rainflow counting over reversals as they come. What closes goes to the sink at once, so only the open reversals are kept: few, unless the series
/// narrows all the time.
/// @tparam Sink   has a `Point`, `static double value(const Point&)`, `full(Point, Point)`, `half(Point, Point)`
/// @nan           not allowed
/// @reference     ASTM E1049-85 (2017) 5.4.4; ties: X < Y keeps the range open
template <class Sink>
class RainflowStack {
 public:
  using Point = typename Sink::Point;

  void clear() { open_count_ = 0; }

  void push(const Point* reversals, std::size_t count, Sink& sink) {
    if (open_.size() < open_count_ + count) open_.resize(2 * (open_count_ + count));
    for (std::size_t i = 0; i < count; ++i) push_one(reversals[i], sink);
  }

  /// What never closed counts as half cycles.
  void finish(Sink& sink) {
    for (std::size_t i = 1; i < open_count_; ++i) sink.half(open_[i - 1], open_[i]);
    open_count_ = 0;
  }

 private:
  static double range(const Point& a, const Point& b) { return std::fabs(Sink::value(b) - Sink::value(a)); }

  void push_one(const Point& reversal, Sink& sink) {
    Point* first = open_.data();
    Point* end = first + open_count_;
    *end++ = reversal;
    while (end - first >= 3 && !(range(end[-2], end[-1]) < range(end[-3], end[-2]))) {
      if (end - first == 3) {  // the range holds the starting point
        sink.half(first[0], first[1]);
        first[0] = first[1];
        first[1] = first[2];
        --end;
      } else {
        sink.full(end[-3], end[-2]);
        end[-3] = end[-1];
        end -= 2;
      }
    }
    open_count_ = static_cast<std::size_t>(end - first);
  }

  std::vector<Point> open_;
  std::size_t open_count_ = 0;
};

}  // namespace wavemill::kernels
