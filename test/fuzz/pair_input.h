#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

#include "formats/catalogue.h"
#include "layout_check.h"

namespace wavemill::fuzz {

/// The two files of a format in one input: the length of the description in 2 bytes, the description, the data.
struct PairInput {
  PairInput(const std::uint8_t* input, std::size_t input_length) {
    if (input_length < 2) return;
    const std::size_t promised = input[0] + std::size_t{256} * input[1];
    text_length = std::min(promised, input_length - 2);
    text = input + 2;
    data = text + text_length;
    data_length = input_length - 2 - text_length;
  }

  [[nodiscard]] formats::Description description() const { return {"a.txt", std::as_bytes(std::span(text, text_length))}; }

  const std::uint8_t* text = nullptr;
  const std::uint8_t* data = nullptr;
  std::size_t text_length = 0;
  std::size_t data_length = 0;
};

/// A layout inside the data, or an error: one of the data has a place in it.
template <class Parse>
void check_pair(Parse parse, const PairInput& input) {
  MemoryBytes bytes(input.data, input.data_length);
  const auto parsed = parse(input.description(), bytes, formats::ParseHints{.data_name = "a.bin"});
  if (parsed.ok() || parsed.error().offset_bytes) return check_layout(parsed, input.data, input.data_length);
  demand(contract::name(parsed.error().code).starts_with("FORMAT_"));
}

}  // namespace wavemill::fuzz
