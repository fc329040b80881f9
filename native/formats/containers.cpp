#include "formats/containers.h"

#include <string_view>

namespace wavemill::formats {

namespace {

std::string_view text_of(std::span<const std::byte> head) { return {reinterpret_cast<const char*>(head.data()), head.size()}; }

bool holds_at(std::span<const std::byte> head, std::size_t offset, std::string_view mark) {
  return head.size() >= offset && text_of(head).substr(offset).starts_with(mark);
}

}  // namespace

bool recognises_hdf5(std::span<const std::byte> head) {
  for (const std::size_t offset : {0U, 512U, 1024U, 2048U})
    if (holds_at(head, offset, "\x89HDF\r\n\x1a\n")) return true;
  return false;
}

bool recognises_parquet(std::span<const std::byte> head) { return holds_at(head, 0, "PAR1"); }

bool recognises_arrow(std::span<const std::byte> head) { return holds_at(head, 0, "ARROW1"); }

bool recognises_mat(std::span<const std::byte> head) {
  return holds_at(head, 0, "MATLAB 5.0 MAT-file") || holds_at(head, 0, "MATLAB 7.3 MAT-file");
}

}  // namespace wavemill::formats
