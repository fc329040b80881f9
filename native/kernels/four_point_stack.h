#pragma once

#include <cstddef>
#include <vector>

namespace wavemill::kernels {

/// Four-point rainflow counting: a range that lies within both of its neighbours closes as a full cycle. What stays open, first widening, then
/// narrowing, is the residue; the three-point count of ASTM E1049-85 5.4.4 makes half cycles of the same ranges, ties aside.
/// @tparam Sink   as RainflowStack's; only `full` is called
/// @nan           not allowed
/// @reference     equivalent to 5.4.5 once the residue has been closed by itself
template <class Sink>
class FourPointStack {
 public:
  using Point = typename Sink::Point;

  void clear() { open_count_ = 0; }

  void push(const Point* reversals, std::size_t count, Sink& sink) {
    if (open_.size() < open_count_ + count) open_.resize(2 * (open_count_ + count));
    for (std::size_t i = 0; i < count; ++i) push_one(reversals[i], sink);
  }

  /// Counts what closes when the record follows itself: the residue is read a second time. Where the two meet, a sample that is no turning point there
  /// is left out, and one that both share counts once.
  void close_by_repetition(Sink& sink) {
    if (open_count_ < 2) return;
    again_.assign(open_.begin(), open_.begin() + static_cast<std::ptrdiff_t>(open_count_));
    const std::vector<Point>& again = again_;
    const bool is_shared = rise(again.back(), again.front()) == 0.0;
    const Point& next = is_shared ? again[1] : again[0];
    const bool is_last_turning = turns(again[again.size() - 2], again.back(), next);
    const bool is_first_turning = !is_shared && turns(again.back(), again[0], again[1]);
    if (!is_last_turning) --open_count_;
    const std::size_t from = is_first_turning ? 0 : 1;
    push(again.data() + from, again.size() - from, sink);
  }

 private:
  static double rise(const Point& a, const Point& b) { return Sink::value(b) - Sink::value(a); }
  static bool turns(const Point& before, const Point& at, const Point& after) {
    return (rise(before, at) > 0.0) != (rise(at, after) > 0.0);
  }

  void push_one(const Point& reversal, Sink& sink) {
    Point* first = open_.data();
    Point* end = first + open_count_;
    *end++ = reversal;
    while (end - first >= 4 && is_closed(end)) {
      sink.full(end[-3], end[-2]);
      end[-3] = end[-1];
      end -= 2;
    }
    open_count_ = static_cast<std::size_t>(end - first);
  }

  /// Whether the inner range lies within both of its neighbours: by levels, since differences that were rounded may tie where levels do not, and the
  /// largest range has to stay max - min.
  static bool is_closed(const Point* end) {
    const double a = Sink::value(end[-4]), b = Sink::value(end[-3]), c = Sink::value(end[-2]), d = Sink::value(end[-1]);
    return b > c ? c >= a && d >= b : c <= a && d <= b;
  }

  std::vector<Point> open_, again_;
  std::size_t open_count_ = 0;
};

}  // namespace wavemill::kernels
