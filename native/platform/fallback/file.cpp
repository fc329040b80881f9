#include "platform/file.h"

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <memory>
#include <mutex>
#include <system_error>

#include "platform/file_errors.h"

namespace wavemill::platform {
namespace {

/// Standard C++ knows one position a stream, so that readers take turns.
struct OpenFile {
  std::mutex turn;
  std::ifstream stream;
};

// The handle is the object's address, or −1.
OpenFile& as_open_file(std::intptr_t handle) { return *reinterpret_cast<OpenFile*>(handle); }

std::string error_text(int error_number) { return std::generic_category().message(error_number); }

std::uint64_t end_of(std::ifstream& stream) {
  stream.clear();
  stream.seekg(0, std::ios::end);
  const std::streamoff end = stream.tellg();
  return end < 0 ? 0 : static_cast<std::uint64_t>(end);
}

base::Error open_error(int error_number) {
  if (error_number == EACCES || error_number == EPERM) return file_permission(error_text(error_number));
  return file_open_failed(error_text(error_number));
}

}  // namespace

base::Result<File> File::open(const std::string& path) {
  if (path.find('\0') != std::string::npos) return file_not_found();
  const std::filesystem::path native(std::u8string(path.begin(), path.end()));
  std::error_code failure;
  const std::filesystem::file_status status = std::filesystem::status(native, failure);
  if (status.type() == std::filesystem::file_type::not_found) return file_not_found();
  if (status.type() == std::filesystem::file_type::directory) return not_a_file("a folder");
  if (status.type() == std::filesystem::file_type::none) return open_error(failure.value());
  if (status.type() != std::filesystem::file_type::regular) return not_a_file("a device or a pipe");
  auto open_file = std::make_unique<OpenFile>();
  errno = 0;
  open_file->stream.open(native, std::ios::binary);
  if (!open_file->stream) return open_error(errno);
  const std::uint64_t size_bytes = end_of(open_file->stream);
  return File(reinterpret_cast<std::intptr_t>(open_file.release()), size_bytes);
}

File::~File() {
  if (handle_ != -1) delete &as_open_file(handle_);
}

base::Result<std::uint64_t> File::current_size_bytes() const {
  OpenFile& file = as_open_file(handle_);
  const std::lock_guard lock(file.turn);
  return end_of(file.stream);
}

base::Status File::read_at(std::uint64_t offset, std::byte* buffer, std::size_t length) const {
  OpenFile& file = as_open_file(handle_);
  const std::lock_guard lock(file.turn);
  file.stream.clear();
  file.stream.seekg(static_cast<std::streamoff>(offset));
  file.stream.read(reinterpret_cast<char*>(buffer), static_cast<std::streamsize>(length));
  if (static_cast<std::size_t>(file.stream.gcount()) == length) return base::done();
  if (file.stream.bad()) return file_read_failed(offset, "the stream failed");
  return file_shrank(end_of(file.stream), size_bytes_);
}

bool File::may_be_mapped() const { return false; }

}  // namespace wavemill::platform
