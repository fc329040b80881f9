#pragma once

#include <atomic>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>

namespace wavemill::test {

/// A file in the system's temporary folder with a name of its own; removed with the object.
class TempFile {
 public:
  explicit TempFile(const std::string& content = "", const std::string& extension = ".bin") : path_(unused_path(extension)) {
    write(content);
  }
  ~TempFile() {
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
  }
  TempFile(const TempFile&) = delete;
  TempFile& operator=(const TempFile&) = delete;

  void write(const std::string& content) const { std::ofstream(path_, std::ios::binary | std::ios::trunc) << content; }
  void truncate(std::uintmax_t size_bytes) const { std::filesystem::resize_file(path_, size_bytes); }
  [[nodiscard]] std::string path() const { return path_.string(); }

 private:
  static std::filesystem::path unused_path(const std::string& extension) {
    static std::atomic<unsigned> number{0};
    const auto now = std::chrono::steady_clock::now().time_since_epoch().count();
    return std::filesystem::temp_directory_path() /
           ("wavemill-" + std::to_string(now) + "-" + std::to_string(number++) + extension);
  }

  std::filesystem::path path_;
};

}  // namespace wavemill::test
