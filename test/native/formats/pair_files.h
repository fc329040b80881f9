#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "formats/catalogue.h"
#include "formats/memory_bytes.h"
#include "layout/file_layout.h"

namespace wavemill::test {

/// The text of a description, as a format is given it.
inline formats::Description description(std::string_view name, std::string_view text) {
  return {name, std::as_bytes(std::span(text.data(), text.size()))};
}

/// The two files of a format, and what it makes of them.
struct PairFiles {
  using Parse = base::Result<layout::FileLayout> (*)(const formats::Description&, platform::ByteSource&,
                                                     const formats::ParseHints&);

  std::string description_name, text;
  std::string data_name, data;
  Parse parse;

  [[nodiscard]] base::Result<layout::FileLayout> parsed() const {
    MemoryBytes bytes(data);
    return parse(description(description_name, text), bytes, {.data_name = data_name});
  }
};

}  // namespace wavemill::test
