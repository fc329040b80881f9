#include "platform/file_map.h"

#include <sys/mman.h>

#include <cerrno>
#include <limits>

#include "platform/file_errors.h"
#include "platform/linux/system_error.h"

namespace wavemill::platform {
namespace {

base::Error map_error(int error_number) {
  return error_number == ENOMEM ? no_address_space() : file_map_failed(system_error_text(error_number));
}

}  // namespace

bool FileMap::is_available() { return true; }

base::Result<std::unique_ptr<FileMap>> FileMap::map(const File& file) {
  const std::uint64_t size_bytes = file.size_bytes();
  if (size_bytes > std::numeric_limits<std::size_t>::max()) return map_error(ENOMEM);
  const auto length = static_cast<std::size_t>(size_bytes);
  // MAP_PRIVATE: without a write it never copies, so it shows the very pages of the page cache that MAP_SHARED would; and some network and FUSE
  // file systems refuse a shared map.
  void* data = ::mmap(nullptr, length, PROT_READ, MAP_PRIVATE, static_cast<int>(file.native_handle()), 0);
  if (data == MAP_FAILED) return map_error(errno);
  // One call a file. It deepens the kernel's read-ahead on a cold file and lets pages already used go first under memory pressure; on a warm one it
  // costs nothing. Nothing is populated: that is serial for a whole file and never pays.
  ::madvise(data, length, MADV_SEQUENTIAL);
  return std::unique_ptr<FileMap>(new FileMap(static_cast<const std::byte*>(data), size_bytes));
}

FileMap::~FileMap() { ::munmap(const_cast<std::byte*>(data_), static_cast<std::size_t>(size_bytes_)); }

}  // namespace wavemill::platform
