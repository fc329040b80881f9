#include "platform/file_errors.h"

namespace wavemill::platform {

using base::Error;
using base::ErrorCode;

Error file_not_found() { return {ErrorCode::kDiscoverNotFound, "there is no file of that name", std::nullopt}; }

Error not_a_file(std::string_view kind) {
  return {ErrorCode::kDiscoverNotAFile, "this is " + std::string(kind) + ", not a result file: name the file itself",
          std::nullopt};
}

Error file_permission(const std::string& reason) {
  return {ErrorCode::kIoPermission, "this user may not read the file (" + reason + "): change its permissions", std::nullopt};
}

Error file_open_failed(const std::string& reason) {
  return {ErrorCode::kIoOpen, "the file could not be opened: " + reason, std::nullopt};
}

Error file_read_failed(std::uint64_t offset, const std::string& reason) {
  return {ErrorCode::kIoRead, "reading failed at byte " + std::to_string(offset) + ": " + reason, offset};
}

Error file_map_failed(const std::string& reason) {
  return {ErrorCode::kIoMap, "the file could not be mapped: " + reason + "; `--read-mode read` reads it instead", std::nullopt};
}

Error no_address_space() {
  return {ErrorCode::kResourceMemory, "no address space is left to map the file: use fewer lanes, or `--read-mode read`",
          std::nullopt};
}

Error file_shrank(std::uint64_t end_bytes, std::uint64_t size_bytes) {
  return {ErrorCode::kIoFileShrank,
          "the file had " + std::to_string(size_bytes) + " bytes when it was opened and ends at byte " +
              std::to_string(end_bytes) + " now: something is still writing it; wait until that is done",
          end_bytes};
}

}  // namespace wavemill::platform
