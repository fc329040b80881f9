#include "kernels/order_statistics.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace wavemill::kernels {

namespace {

constexpr std::uint32_t kDivisions = 1024;

/// How many samples of `count` are worth gathering rather than dividing again.
std::uint64_t gather_limit(std::uint64_t count) { return std::clamp<std::uint64_t>(count / 16, 1024, 65536); }

/// Cut to the buckets there are: the interval of a child is known to a rounding error only.
std::uint32_t bucket_of(double sample, double low, double inverse_width) {
  const double t = (sample - low) * inverse_width;
  if (!(t > 0.0)) return 0;
  return t < kDivisions ? static_cast<std::uint32_t>(t) : kDivisions;
}

}  // namespace

OrderStatistics::Node& OrderStatistics::new_node() {
  if (used_ == nodes_.size()) nodes_.emplace_back();
  return nodes_[used_++];
}

void OrderStatistics::start(Node& node, std::uint64_t expected_count) {
  const bool is_divisible = std::isfinite(node.inverse_width) && node.inverse_width > 0.0 && node.depth < kDeepest;
  node.state = is_divisible && expected_count > gather_limit(count_) ? State::kCounting : State::kGathering;
  if (node.depth == 0 && is_divisible) node.state = State::kCounting;
  node.min = std::numeric_limits<double>::infinity();
  node.max = -node.min;
  node.gathered.clear();
  if (node.state == State::kGathering) return node.gathered.reserve(expected_count);
  node.counts.fill(0);
}

void OrderStatistics::begin(const std::vector<std::uint64_t>& ranks, std::uint64_t count, double min, double max) {
  ranks_ = &ranks;
  count_ = count;
  values_.resize(ranks.size());
  used_ = 0;
  Node& root = new_node();
  root.depth = 0;
  root.low = min;
  root.inverse_width = kDivisions / (max - min);
  root.samples_below = 0;
  root.first_rank = 0;
  root.last_rank = ranks.size();
  start(root, count);
  for (auto& copy : copies_) copy.fill(0);
}

void OrderStatistics::add(const double* samples, std::size_t count) {
  Node& root = nodes_[0];
  if (root.state == State::kGathering) {
    root.gathered.insert(root.gathered.end(), samples, samples + count);
    return;
  }
  isa_.bucket_indices(samples, count, root.low, root.inverse_width, kBuckets - 1, bucket_.data());
  if (root.state == State::kCounting) return count_root(count);
  std::size_t i = 0;
  for (; i + 4 <= count; i += 4) {  // few samples are wanted: one branch tells it of four
    const int wanted =
        root.child[bucket_[i]] | root.child[bucket_[i + 1]] | root.child[bucket_[i + 2]] | root.child[bucket_[i + 3]];
    if (wanted == 0) continue;
    for (std::size_t k = i; k < i + 4; ++k) route_from_root(bucket_[k], samples[k]);
  }
  for (; i < count; ++i) route_from_root(bucket_[i], samples[i]);
}

void OrderStatistics::route_from_root(std::uint32_t bucket, double sample) {
  const std::uint16_t child = nodes_[0].child[bucket];
  if (child != 0) route(child, sample);
}

void OrderStatistics::count_root(std::size_t count) {
  std::size_t i = 0;
  for (; i + kCopies <= count; i += kCopies)
    for (std::size_t k = 0; k < kCopies; ++k) ++copies_[k][bucket_[i + k]];
  for (; i < count; ++i) ++copies_[0][bucket_[i]];
}

void OrderStatistics::route(std::uint16_t child, double sample) {
  for (;;) {
    Node& node = nodes_[child];
    if (node.state == State::kSolved) return;
    if (node.state == State::kGathering) return node.gathered.push_back(sample);
    const std::uint32_t bucket = bucket_of(sample, node.low, node.inverse_width);
    if (node.state == State::kCounting) {
      ++node.counts[bucket];
      node.min = std::min(node.min, sample);
      node.max = std::max(node.max, sample);
      return;
    }
    child = node.child[bucket];
    if (child == 0) return;
  }
}

void OrderStatistics::merge_copies() {
  Node& root = nodes_[0];
  for (std::uint32_t b = 0; b < kBuckets; ++b)
    for (const auto& copy : copies_) root.counts[b] += copy[b];
}

/// Makes a child of each bucket that holds a wanted rank.
void OrderStatistics::divide(std::size_t node_index) {
  nodes_[node_index].child.fill(0);
  nodes_[node_index].state = State::kRouting;
  std::uint64_t below = nodes_[node_index].samples_below;
  std::size_t rank = nodes_[node_index].first_rank;
  const std::size_t last_rank = nodes_[node_index].last_rank;
  for (std::uint32_t b = 0; b < kBuckets && rank < last_rank; ++b) {
    const std::uint64_t inside = nodes_[node_index].counts[b];
    const std::size_t first = rank;
    while (rank < last_rank && (*ranks_)[rank] < below + inside) ++rank;
    if (rank > first) {
      nodes_[node_index].child[b] = static_cast<std::uint16_t>(used_);
      Node& child = new_node();  // may move the pool: `parent` is looked up after it
      const Node& parent = nodes_[node_index];
      child.depth = parent.depth + 1;
      child.low = parent.low + static_cast<double>(b) / parent.inverse_width;
      child.inverse_width = parent.inverse_width * kDivisions;
      child.samples_below = below;
      child.first_rank = first;
      child.last_rank = rank;
      start(child, inside);
    }
    below += inside;
  }
}

void OrderStatistics::solve(Node& node) {
  auto from = node.gathered.begin();
  for (std::size_t i = node.first_rank; i < node.last_rank; ++i) {
    const std::uint64_t rank = (*ranks_)[i] - node.samples_below;
    if (rank >= node.gathered.size()) {  // the file was written to since the last sweep
      values_[i] = std::numeric_limits<double>::quiet_NaN();
      continue;
    }
    const auto place = node.gathered.begin() + static_cast<std::ptrdiff_t>(rank);
    if (place >= from) std::nth_element(from, place, node.gathered.end());
    values_[i] = *place;
    from = place + 1;
  }
  node.state = State::kSolved;
}

bool OrderStatistics::end_sweep() {
  if (nodes_[0].state == State::kCounting) merge_copies();
  const std::size_t known = used_;
  for (std::size_t i = 0; i < known; ++i) {
    Node& node = nodes_[i];
    if (node.state == State::kGathering) {
      solve(node);
    } else if (node.state == State::kCounting && node.min == node.max) {  // a crowd of equal samples
      std::fill(values_.begin() + static_cast<std::ptrdiff_t>(node.first_rank),
                values_.begin() + static_cast<std::ptrdiff_t>(node.last_rank), node.min);
      node.state = State::kSolved;
    } else if (node.state == State::kCounting) {
      divide(i);
    }
  }
  return used_ > known;
}

}  // namespace wavemill::kernels
