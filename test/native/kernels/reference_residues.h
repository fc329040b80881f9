#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include "kernels/reference_rainflow.h"

namespace wavemill::test {

inline std::vector<double> values_of(const std::vector<Reversal>& reversals) {
  std::vector<double> values;
  for (const Reversal& reversal : reversals) values.push_back(reversal.value);
  return values;
}

inline double range_at(const std::vector<double>& points, std::size_t i) { return std::fabs(points[i + 1] - points[i]); }

/// Whether the range from one point to the next, X, is at least the one back to the point before, Y. By levels: no difference is rounded.
inline bool spans(double from, double to, double before) { return from > before ? to <= before : to >= before; }

/// ASTM E1049-85 5.4.5 as it is written: the record goes round and begins at its largest sample; what closes is a full cycle, and everything does.
inline std::vector<double> reference_repeated_ranges(const Series& x) {
  const auto top = std::max_element(x.begin(), x.end());
  Series turned(top, x.end());
  turned.insert(turned.end(), x.begin(), top);
  turned.push_back(*top);
  std::vector<double> ranges, points;
  for (const double point : values_of(reversals_of(turned))) {
    points.push_back(point);
    while (points.size() >= 3 && spans(points[points.size() - 2], points.back(), points[points.size() - 3])) {
      ranges.push_back(range_at(points, points.size() - 3));
      points.erase(points.end() - 3, points.end() - 1);
    }
  }
  std::sort(ranges.begin(), ranges.end());
  return ranges;
}

/// Four points at a time, from the begin each time, until nothing closes: slow. What is left stays in `points`.
inline std::vector<double> closed_ranges(std::vector<double>& points) {
  std::vector<double> ranges;
  for (std::size_t i = 1; i + 2 < points.size(); ++i) {
    if (!spans(points[i], points[i - 1], points[i + 1]) || !spans(points[i + 1], points[i + 2], points[i])) continue;
    ranges.push_back(range_at(points, i));
    points.erase(points.begin() + static_cast<std::ptrdiff_t>(i), points.begin() + static_cast<std::ptrdiff_t>(i) + 2);
    i = 0;
  }
  std::sort(ranges.begin(), ranges.end());
  return ranges;
}

inline std::vector<double> reference_closed_ranges(const Series& x) {
  std::vector<double> points = values_of(reversals_of(x));
  return closed_ranges(points);
}

/// Reversals at least the gate apart, by the words: from a point that stays, the next one is the furthest before the series comes back by the gate. Reads
/// on from each anew. The last point stays, and so does the furthest one that a gate's move had reached when the series ended.
inline std::vector<double> reference_racetrack(const std::vector<double>& points, double gate) {
  std::vector<double> kept = {points.front()};
  for (std::size_t at = 0, found = 0; found < points.size(); at = found) {
    std::size_t high = at, low = at;
    found = points.size();
    for (std::size_t i = at + 1; i < points.size() && found == points.size(); ++i) {
      if (points[i] > points[high]) high = i;
      if (points[i] < points[low]) low = i;
      if (i > high && high != at && points[high] - points[i] >= gate) found = high;
      if (i > low && low != at && points[i] - points[low] >= gate) found = low;
    }
    std::size_t stays = found;
    if (found == points.size()) stays = points[high] - points[at] >= gate ? high : low;
    const bool has_moved = std::fabs(points[stays] - points[at]) >= gate && stays != at;
    if (found < points.size() || (has_moved && points[stays] != points.back())) kept.push_back(points[stays]);
  }
  if (kept.size() > 1 || points.back() != points.front()) kept.push_back(points.back());
  return kept;
}

}  // namespace wavemill::test
