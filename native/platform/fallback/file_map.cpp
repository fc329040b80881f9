#include "platform/file_map.h"

#include "platform/file_errors.h"

namespace wavemill::platform {

bool FileMap::is_available() { return false; }

base::Result<std::unique_ptr<FileMap>> FileMap::map(const File& /*file*/) {
  return file_map_failed("this build reads files and maps none");
}

FileMap::~FileMap() = default;

}  // namespace wavemill::platform
