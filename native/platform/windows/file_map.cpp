#include "platform/file_map.h"

#include <windows.h>

#include "platform/file_errors.h"
#include "platform/windows/system_text.h"

namespace wavemill::platform {
namespace {

base::Error map_error(DWORD error_number) {
  const bool is_full = error_number == ERROR_NOT_ENOUGH_MEMORY || error_number == ERROR_COMMITMENT_LIMIT;
  return is_full ? no_address_space() : file_map_failed(system_error_text(error_number));
}

}  // namespace

bool FileMap::is_available() { return true; }

base::Result<std::unique_ptr<FileMap>> FileMap::map(const File& file) {
  const HANDLE section =
      CreateFileMappingW(reinterpret_cast<HANDLE>(file.native_handle()), nullptr, PAGE_READONLY, 0, 0, nullptr);
  if (section == nullptr) return map_error(GetLastError());
  void* data = MapViewOfFile(section, FILE_MAP_READ, 0, 0, static_cast<SIZE_T>(file.size_bytes()));
  const DWORD error_number = GetLastError();
  CloseHandle(section);  // the view keeps the section alive
  if (data == nullptr) return map_error(error_number);
  return std::unique_ptr<FileMap>(new FileMap(static_cast<const std::byte*>(data), file.size_bytes()));
}

FileMap::~FileMap() { UnmapViewOfFile(data_); }

}  // namespace wavemill::platform
