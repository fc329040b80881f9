#pragma once

#include <optional>
#include <string_view>

#include "expression/unit.h"

namespace wavemill::expression {

/// Reads the text of a unit: words with exponents, joined by · * - . or blanks, or divided by /, the next factor alone; parentheses group.
class UnitReader {
 public:
  /// @param knows_words_only   whether a word that is not known ends the reading, or is a base unit of its own
  UnitReader(std::string_view text, bool knows_words_only) : text_(text), knows_words_only_(knows_words_only) {}

  /// None where the text is no unit.
  std::optional<Unit> read();

 private:
  static constexpr int kDeepest = 8;

  bool product(Unit& unit, double sign, int depth);
  bool factor(Unit& unit, double sign, int depth);
  bool word(Unit& unit, double sign);
  [[nodiscard]] std::optional<double> exponent();
  bool take(std::string_view what);
  void skip_blanks();
  [[nodiscard]] bool is_at_end() const { return at_ == text_.size(); }
  [[nodiscard]] bool is_at_letter() const;

  std::string_view text_;
  bool knows_words_only_;
  std::size_t at_ = 0;
};

}  // namespace wavemill::expression
