#ifdef __linux__
#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>

#include "platform/child_process.h"
#include "platform/file.h"
#include "platform/temp_file.h"

using wavemill::base::ErrorCode;
using wavemill::platform::File;
using wavemill::test::exit_of_child;
using wavemill::test::TempFile;

TEST_CASE("a pipe is refused at once, without waiting for its writer") {
  const TempFile temp;
  std::filesystem::remove(temp.path());
  REQUIRE(mkfifo(temp.path().c_str(), 0600) == 0);
  const auto file = File::open(temp.path());
  REQUIRE_FALSE(file.ok());
  CHECK(file.error().code == ErrorCode::kDiscoverNotAFile);
  CHECK(file.error().message.find("a pipe") != std::string::npos);
}

TEST_CASE("a device is refused") { CHECK(File::open("/dev/null").error().code == ErrorCode::kDiscoverNotAFile); }

TEST_CASE("a path through a file is not found") {
  const TempFile temp("x");
  CHECK(File::open(temp.path() + "/inside.outb").error().code == ErrorCode::kDiscoverNotFound);
}

TEST_CASE("a file that this user may not read is IO_PERMISSION") {
  const TempFile temp("secret");
  REQUIRE(chmod(temp.path().c_str(), 0) == 0);
  // Root may read everything, so a child becomes nobody first.
  const int code = exit_of_child([&temp] {
    if (geteuid() == 0 && setuid(65534) != 0) return 2;
    const auto file = File::open(temp.path());
    return !file.ok() && file.error().code == ErrorCode::kIoPermission ? 0 : 1;
  });
  CHECK(code == 0);
}
#endif
