#pragma once

#include <cstddef>
#include <cstdint>

namespace wavemill::kernels {

/// Drops reversals smaller than a gate before they are counted: a turning point stays when the series then moves back by the gate at least. The first and
/// the last point stay whatever they are, and so do the largest and the smallest when they are a gate apart. A gate of 0 drops nothing.
/// @tparam Counted   has a `Point` and `static double value(const Point&)`
/// @reference        racetrack filter of Fuchs et al. (1973), as a hysteresis with a memory of one point
template <class Counted>
class Racetrack {
 public:
  using Point = typename Counted::Point;

  void begin(double gate, const Point& first) {
    gate_ = gate;
    direction_ = Direction::kUnknown;
    first_ = least_ = largest_ = first;
  }

  /// Takes the small ones out of a stretch of turning points, in place.
  /// @return   how many stay; none of them is the last one, which may go on
  std::size_t filter(Point* reversals, std::size_t count) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const Point at = reversals[i];
      Point passed{};
      if (pass(at, passed)) reversals[kept++] = passed;
    }
    return kept;
  }

  /// @param out   room for two: what was pending, and the last point unless it is where the first one was and nothing lies between
  std::size_t finish(const Point last, Point* out) {
    std::size_t kept = 0;
    Point passed{};
    const bool was_known = direction_ != Direction::kUnknown;
    if (pass(last, passed))
      out[kept++] = passed;
    else if (was_known && value(pending_) != value(last))
      out[kept++] = pending_;
    if (kept > 0 || was_known || value(last) != value(first_)) out[kept++] = last;
    return kept;
  }

 private:
  enum class Direction : std::uint8_t { kUnknown, kUp, kDown };
  static double value(const Point& p) { return Counted::value(p); }

  /// True where this point makes an earlier one final.
  bool pass(const Point& at, Point& passed) {
    if (direction_ == Direction::kUnknown) return begin_moving(at, passed);
    const bool is_up = direction_ == Direction::kUp;
    const double back = is_up ? value(pending_) - value(at) : value(at) - value(pending_);
    if (back <= 0.0) pending_ = at;
    if (back <= 0.0 || back < gate_) return false;
    passed = pending_;
    pending_ = at;
    direction_ = is_up ? Direction::kDown : Direction::kUp;
    return true;
  }

  /// Until the series has moved by the gate, any of its points may yet be the begin of the first move.
  bool begin_moving(const Point& at, Point& passed) {
    const bool is_rise = value(at) > value(largest_), is_fall = value(at) < value(least_);
    if (!is_rise && !is_fall) return false;
    const Point from = is_rise ? least_ : largest_;
    (is_rise ? largest_ : least_) = at;
    if (value(largest_) - value(least_) < gate_) return false;
    direction_ = is_rise ? Direction::kUp : Direction::kDown;
    pending_ = at;
    passed = from;
    return value(from) != value(first_);
  }

  double gate_ = 0.0;
  Direction direction_ = Direction::kUnknown;
  Point first_{}, least_{}, largest_{};  // of what was seen before the first move
  Point pending_{};                      // the furthest point of the move under way
};

}  // namespace wavemill::kernels
