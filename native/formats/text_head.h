#pragma once

#include <cstddef>
#include <span>

namespace wavemill::formats {

/// Whether the first bytes of a file are the head of OpenFAST's text output: a line whose first word is Time, and one of units in brackets.
bool recognises_openfast_text(std::span<const std::byte> head);

/// Whether the first bytes of a file are those of a table: text, and the last whole line among them is numbers.
bool recognises_text_table(std::span<const std::byte> head);

/// Whether the first line with text is numbers already, and no names.
bool begins_with_numbers(std::span<const std::byte> head);

}  // namespace wavemill::formats
