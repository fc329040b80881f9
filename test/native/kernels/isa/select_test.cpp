#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "kernels/isa/table.h"

using namespace wavemill::kernels;
using wavemill::base::ErrorCode;

TEST_CASE("instruction sets: scalar is always there, and auto is the widest that the CPU has") {
  REQUIRE(isa::select("scalar").ok());
  CHECK((*isa::select("scalar"))->name == "scalar");
  std::string_view widest;
  for (const std::string_view name : isa::names())
    if (isa::select(name)) widest = name;
  MESSAGE("the widest instruction set of this CPU: ", std::string(widest));
  CHECK((*isa::select("auto"))->name == widest);
  CHECK((*isa::select(""))->name == widest);
}

TEST_CASE("instruction sets: each is selected by its own name or refused as unsupported") {
  for (const std::string_view name : isa::names()) {
    const auto table = isa::select(name);
    if (table) {
      CHECK((*table)->name == name);
      continue;
    }
    CHECK(table.error().code == ErrorCode::kConfigIsaUnsupported);
    CHECK(table.error().message.find(name) != std::string::npos);
  }
}

TEST_CASE("instruction sets: an unknown name is refused, and the message has all that are known") {
  for (const char* name : {"bogus", "AVX2", "avx", " avx2", "avx2 ", "scalar,avx2"}) {
    const auto table = isa::select(name);
    REQUIRE(!table.ok());
    CHECK(table.error().code == ErrorCode::kConfigIsaUnknown);
    CHECK(table.error().message.find("'" + std::string(name) + "'") != std::string::npos);
    for (const std::string_view known : isa::names()) CHECK(table.error().message.find(known) != std::string::npos);
    CHECK(table.error().message.find("auto") != std::string::npos);
  }
}
