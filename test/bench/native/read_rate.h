#pragma once

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "platform/file.h"
#include "platform/file_map.h"

#if defined(__x86_64__) && defined(__GNUC__)
#define WAVEMILL_BENCH_WIDE __attribute__((target("avx2"), optimize("O3")))
#else
#define WAVEMILL_BENCH_WIDE
#endif

namespace wavemill::bench {

/// Adds up whole words. Integers, so that the compiler may spread the sum over as many registers as it likes: memory is all that limits it.
WAVEMILL_BENCH_WIDE inline std::uint64_t sum_words(const std::uint64_t* words, std::size_t count) {
  std::uint64_t a = 0, b = 0, c = 0, d = 0;
  const std::size_t quarter = count / 4;  // four streams: as many as the prefetchers like
  for (std::size_t i = 0; i < quarter; ++i) {
    a += words[i];
    b += words[i + quarter];
    c += words[i + 2 * quarter];
    d += words[i + 3 * quarter];
  }
  return a + b + c + d;
}

/// The limit that the engine is compared with: a file is mapped and all its bytes are read, by `threads` threads that take a piece each in turn.
class ReadRate {
 public:
  /// @return  true, or false where the file cannot be mapped
  bool read(const std::string& path, unsigned threads) {
    base::Result<platform::File> file = platform::File::open(path);
    if (!file) return false;
    base::Result<std::unique_ptr<platform::FileMap>> map = platform::FileMap::map(*file);
    if (!map) return false;
    next_ = 0;
    std::vector<std::thread> others;
    for (unsigned i = 1; i < threads; ++i) others.emplace_back([&] { read_pieces(**map); });
    read_pieces(**map);
    for (std::thread& other : others) other.join();
    return true;
  }

  /// So that no compiler leaves the reading out.
  [[nodiscard]] std::uint64_t sum() const { return sum_; }

 private:
  static constexpr std::uint64_t kPiece_bytes = std::uint64_t{2} << 20;

  void read_pieces(const platform::FileMap& map) {
    std::uint64_t sum = 0;
    for (std::uint64_t from = next_++ * kPiece_bytes; from < map.size_bytes(); from = next_++ * kPiece_bytes) {
      const std::uint64_t length = std::min(kPiece_bytes, map.size_bytes() - from);
      sum += sum_words(reinterpret_cast<const std::uint64_t*>(map.data() + from), static_cast<std::size_t>(length / 8));
    }
    sum_ += sum;
  }

  std::atomic<std::uint64_t> next_{0}, sum_{0};
};

}  // namespace wavemill::bench
