#pragma once

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>

#ifndef WAVEMILL_SOURCE_DIR
#define WAVEMILL_SOURCE_DIR "."  // CTest runs the tests in the repository's root
#endif

namespace wavemill::test {

/// A real result file of ../shared/data as a string; nothing, and a visible line, where that folder is absent.
inline std::optional<std::string> shared_data(const std::string& name) {
  const std::filesystem::path path = std::filesystem::path(WAVEMILL_SOURCE_DIR) / ".." / "shared" / "data" / name;
  std::ifstream stream(path, std::ios::binary);
  if (!stream) {
    MESSAGE("skipped, absent: ../shared/data/", name);
    return std::nullopt;
  }
  return std::string(std::istreambuf_iterator<char>(stream), {});
}

}  // namespace wavemill::test
