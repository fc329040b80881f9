#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "base/result.h"
#include "contract/generated/contract.h"
#include "layout/file_layout.h"
#include "platform/byte_source.h"

namespace wavemill::fuzz {

/// libFuzzer's input as a file. It checks no range, as a map would not: a header reader that asks for more than there is has to be caught by the
/// sanitizer, not excused by the source.
class MemoryBytes final : public platform::ByteSource {
 public:
  MemoryBytes(const std::uint8_t* data, std::size_t length) : data_(reinterpret_cast<const std::byte*>(data)), length_(length) {}
  base::Result<const std::byte*> window(std::uint64_t offset, std::size_t /*length*/) override { return data_ + offset; }
  [[nodiscard]] std::uint64_t size_bytes() const override { return length_; }

 private:
  const std::byte* data_;
  std::size_t length_;
};

inline void demand(bool is_true) {
  if (!is_true) std::abort();
}

/// Every sample of an accepted layout lies inside the input: said in numbers that cannot wrap, then touched.
inline void check_inside(const layout::ArrayLayout& array, const std::uint8_t* data, std::size_t length) {
  const std::uint64_t size = layout::size_bytes(array.type);
  demand(array.count > 0);
  demand(array.offset_bytes <= length && size <= length - array.offset_bytes);
  const std::uint64_t room = length - array.offset_bytes - size;
  demand(array.count == 1 || (array.stride_bytes >= size && (array.count - 1) <= room / array.stride_bytes));
  const std::uint64_t last = array.offset_bytes + (array.count - 1) * array.stride_bytes;
  volatile std::uint8_t touched = data[array.offset_bytes];
  touched = data[last + size - 1];
  static_cast<void>(touched);
}

inline void check_layout(const base::Result<layout::FileLayout>& parsed, const std::uint8_t* data, std::size_t length) {
  if (!parsed.ok()) {
    demand(contract::name(parsed.error().code).starts_with("FORMAT_"));
    demand(parsed.error().offset_bytes.has_value() && *parsed.error().offset_bytes <= length);
    return;
  }
  demand(!parsed->channels.empty() && parsed->sample_count > 0);
  for (const layout::Channel& channel : parsed->channels) {
    demand(channel.samples.count == parsed->sample_count);
    check_inside(channel.samples, data, length);
  }
  if (!parsed->time.samples) return;
  demand(parsed->time.samples->count == parsed->sample_count);
  check_inside(*parsed->time.samples, data, length);
}

}  // namespace wavemill::fuzz
