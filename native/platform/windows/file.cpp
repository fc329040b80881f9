#include "platform/file.h"

#include <windows.h>

#include <algorithm>
#include <string_view>

#include "platform/file_errors.h"
#include "platform/windows/system_text.h"

namespace wavemill::platform {
namespace {

HANDLE as_handle(std::intptr_t handle) { return reinterpret_cast<HANDLE>(handle); }

/// The absolute path with the prefix that lifts the limit of 260 characters.
std::wstring long_path(const std::wstring& path) {
  const DWORD needed = GetFullPathNameW(path.c_str(), 0, nullptr, nullptr);
  std::wstring full(needed, L'\0');
  full.resize(GetFullPathNameW(path.c_str(), needed, full.data(), nullptr));
  if (full.starts_with(LR"(\\?\)") || full.starts_with(LR"(\\.\)")) return full;
  if (full.starts_with(LR"(\\)")) return LR"(\\?\UNC)" + full.substr(1);
  return LR"(\\?\)" + full;
}

base::Error open_error(DWORD error_number, const std::wstring& path) {
  switch (error_number) {
    case ERROR_FILE_NOT_FOUND:
    case ERROR_PATH_NOT_FOUND:
    case ERROR_INVALID_NAME:
    case ERROR_BAD_PATHNAME: return file_not_found();
    case ERROR_ACCESS_DENIED: {
      // A folder is refused with the same number as a file that may not be read.
      const DWORD attributes = GetFileAttributesW(path.c_str());
      const bool is_folder = attributes != INVALID_FILE_ATTRIBUTES && (attributes & FILE_ATTRIBUTE_DIRECTORY) != 0;
      return is_folder ? not_a_file("a folder") : file_permission(system_error_text(error_number));
    }
    default: return file_open_failed(system_error_text(error_number));
  }
}

/// Where the next read goes. A handle opened without FILE_FLAG_OVERLAPPED waits for it all the same.
OVERLAPPED position(std::uint64_t offset) {
  OVERLAPPED overlapped{};
  overlapped.Offset = static_cast<DWORD>(offset & 0xffffffffU);
  overlapped.OffsetHigh = static_cast<DWORD>(offset >> 32);
  return overlapped;
}

}  // namespace

base::Result<File> File::open(const std::string& path) {
  const std::optional<std::wstring> wide = to_wide(path);
  if (!wide || wide->empty() || wide->find(L'\0') != std::wstring::npos) return file_not_found();
  const std::wstring full = long_path(*wide);
  // Shared in every way: a simulation that still writes the file, or wants to delete it, must not be stopped by its reader.
  const HANDLE handle = CreateFileW(full.c_str(), GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr,
                                    OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr);
  if (handle == INVALID_HANDLE_VALUE) return open_error(GetLastError(), full);
  File file(reinterpret_cast<std::intptr_t>(handle), 0);
  if (GetFileType(handle) != FILE_TYPE_DISK) return not_a_file("a device or a pipe");
  const base::Result<std::uint64_t> size_bytes = file.current_size_bytes();
  if (!size_bytes.ok()) return size_bytes.error();
  file.size_bytes_ = *size_bytes;
  return file;
}

File::~File() {
  if (as_handle(handle_) != INVALID_HANDLE_VALUE) CloseHandle(as_handle(handle_));
}

base::Result<std::uint64_t> File::current_size_bytes() const {
  LARGE_INTEGER size{};
  if (!GetFileSizeEx(as_handle(handle_), &size)) return file_read_failed(0, system_error_text(GetLastError()));
  return static_cast<std::uint64_t>(size.QuadPart);
}

base::Status File::read_at(std::uint64_t offset, std::byte* buffer, std::size_t length) const {
  constexpr std::size_t kLargestRead_bytes = std::size_t{1} << 30;  // ReadFile counts in 32 bits
  std::size_t have = 0;
  while (have < length) {
    OVERLAPPED from = position(offset + have);
    DWORD got = 0;
    const auto wanted = static_cast<DWORD>(std::min(length - have, kLargestRead_bytes));
    const bool is_read = ReadFile(as_handle(handle_), buffer + have, wanted, &got, &from) != 0;
    if (!is_read && GetLastError() != ERROR_HANDLE_EOF) return file_read_failed(offset + have, system_error_text(GetLastError()));
    if (got == 0) {
      const base::Result<std::uint64_t> size_bytes = current_size_bytes();
      return file_shrank(size_bytes.ok() ? *size_bytes : offset + have, size_bytes_);
    }
    have += got;
  }
  return base::done();
}

/// On a local disk only. There Windows refuses to shorten a file that is mapped; on a network drive or a stick that is pulled out, a page can go
/// missing, and no compiler but Microsoft's can catch that.
bool File::may_be_mapped() const {
  const DWORD needed = GetFinalPathNameByHandleW(as_handle(handle_), nullptr, 0, VOLUME_NAME_DOS);
  std::wstring full(needed, L'\0');
  full.resize(GetFinalPathNameByHandleW(as_handle(handle_), full.data(), needed, VOLUME_NAME_DOS));
  constexpr std::wstring_view kPrefix = LR"(\\?\)";
  if (full.size() < kPrefix.size() + 3 || !full.starts_with(kPrefix) || full[kPrefix.size() + 1] != L':')
    return false;  // \\?\UNC\server\…
  const UINT kind = GetDriveTypeW(full.substr(kPrefix.size(), 3).c_str());
  return kind == DRIVE_FIXED || kind == DRIVE_RAMDISK;
}

}  // namespace wavemill::platform
