#include "platform/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "platform/file_errors.h"
#include "platform/linux/system_error.h"

namespace wavemill::platform {
namespace {

base::Error open_error(int error_number) {
  switch (error_number) {
    case ENOENT:
    case ENOTDIR: return file_not_found();
    case ENXIO: return not_a_file("a socket or a device");
    case EACCES:
    case EPERM: return file_permission(system_error_text(error_number));
    default: return file_open_failed(system_error_text(error_number));
  }
}

const char* kind_of(mode_t mode) {
  if (S_ISDIR(mode)) return "a folder";
  if (S_ISFIFO(mode)) return "a pipe";
  if (S_ISSOCK(mode)) return "a socket";
  return "a device";
}

/// statx and not fstat: glibc made fstat a symbol of its own in 2.33, and the addon has to load on 2.28.
int look_at(int descriptor, struct statx& facts) { return statx(descriptor, "", AT_EMPTY_PATH, STATX_TYPE | STATX_SIZE, &facts); }

/// A read that starts behind the end says nothing of where the end is: ask.
base::Error ends_now(const File& file, std::uint64_t read_up_to) {
  const base::Result<std::uint64_t> size_bytes = file.current_size_bytes();
  return file_shrank(size_bytes.ok() ? *size_bytes : read_up_to, file.size_bytes());
}

}  // namespace

base::Result<File> File::open(const std::string& path) {
  if (path.find('\0') != std::string::npos) return file_not_found();  // the system would open the name before the NUL
  // O_NONBLOCK: opening a pipe must not wait for its writer. It changes nothing for regular files.
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0) return open_error(errno);
  File file(descriptor, 0);
  struct statx facts {};
  if (look_at(descriptor, facts) != 0) return open_error(errno);
  if (!S_ISREG(facts.stx_mode)) return not_a_file(kind_of(facts.stx_mode));
  file.size_bytes_ = facts.stx_size;
  return file;
}

File::~File() {
  if (handle_ >= 0) ::close(static_cast<int>(handle_));
}

base::Result<std::uint64_t> File::current_size_bytes() const {
  struct statx facts {};
  if (look_at(static_cast<int>(handle_), facts) != 0) return file_read_failed(0, system_error_text(errno));
  return static_cast<std::uint64_t>(facts.stx_size);
}

base::Status File::read_at(std::uint64_t offset, std::byte* buffer, std::size_t length) const {
  std::size_t have = 0;
  while (have < length) {
    const ssize_t got = ::pread(static_cast<int>(handle_), buffer + have, length - have, static_cast<off_t>(offset + have));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return file_read_failed(offset + have, system_error_text(errno));
    if (got == 0) return ends_now(*this, offset + have);
    have += static_cast<std::size_t>(got);
  }
  return base::done();
}

bool File::may_be_mapped() const { return true; }  // a fault is caught here, whatever the file lies on

}  // namespace wavemill::platform
