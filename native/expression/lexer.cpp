#include "expression/lexer.h"

#include <array>
#include <cctype>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <optional>
#include <utility>

namespace wavemill::expression {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0 || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

constexpr std::array kSigns{
    std::pair{std::string_view("**"), TokenKind::kPower}, std::pair{std::string_view("+"), TokenKind::kPlus},
    std::pair{std::string_view("-"), TokenKind::kMinus},  std::pair{std::string_view("\u2212"), TokenKind::kMinus},
    std::pair{std::string_view("*"), TokenKind::kStar},   std::pair{std::string_view("\u00B7"), TokenKind::kStar},
    std::pair{std::string_view("/"), TokenKind::kSlash},  std::pair{std::string_view("^"), TokenKind::kPower},
    std::pair{std::string_view("("), TokenKind::kOpen},   std::pair{std::string_view(")"), TokenKind::kClose},
    std::pair{std::string_view(","), TokenKind::kComma},
};

/// Bytes of the well-formed character at the begin of `text`; 0 where there is none.
std::size_t character_bytes(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text[0]);
  const std::size_t length = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if ((lead >= 0x80 && lead < 0xC2) || lead > 0xF4 || length > text.size()) return 0;
  for (std::size_t i = 1; i < length; ++i)
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80) return 0;
  return length;
}

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  base::Result<std::vector<Token>> read() {
    if (const auto bad = bad_character()) return *bad;
    for (skip_blanks(); at_ < text_.size(); skip_blanks())
      if (const auto wrong = next()) return *wrong;
    tokens_.push_back({TokenKind::kEnd, text_.size(), 0, "", 0.0});
    return std::move(tokens_);
  }

 private:
  using Wrong = std::optional<base::Error>;

  void skip_blanks() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\n' || text_[at_] == '\r')) ++at_;
  }

  /// Names go to tables and terminals: what controls them has no place here.
  [[nodiscard]] Wrong bad_character() const {
    if (text_.size() > kLongest_bytes)
      return fault(kLongest_bytes, "the expression is longer than " + std::to_string(kLongest_bytes) + " bytes");
    for (std::size_t i = 0; i < text_.size();) {
      const std::size_t length = character_bytes(text_.substr(i));
      if (length == 0) return fault(i, "the text is not UTF-8 here");
      const auto c = static_cast<unsigned char>(text_[i]);
      const bool is_blank = c == '\t' || c == '\n' || c == '\r';
      if ((c < 0x20 && !is_blank) || c == 0x7F) {
        char name[16];
        std::snprintf(name, sizeof name, "U+%04X", c);
        return fault(i, std::string("the control character ") + name + " has no place in an expression");
      }
      i += length;
    }
    return std::nullopt;
  }

  Wrong next() {
    const char c = text_[at_];
    if (is_digit(c) || (c == '.' && at_ + 1 < text_.size() && is_digit(text_[at_ + 1]))) return number();
    if (c == '\'' || c == '"' || c == '`') return quoted(c);
    if (c == '[') return unit();
    for (const auto& [sign, kind] : kSigns) {
      if (!text_.substr(at_).starts_with(sign)) continue;
      push(kind, at_, at_ + sign.size(), {});
      return std::nullopt;
    }
    if (is_letter(c)) return word();
    return fault(at_, std::string("'") + c + "' means nothing here; a channel's name with such characters goes into quotes");
  }

  Wrong number() {
    Token token{TokenKind::kNumber, at_, 0, "", 0.0};
    const char* begin = text_.data() + at_;
    const auto [end, error] = std::from_chars(begin, text_.data() + text_.size(), token.number);
    if (error != std::errc{} || !std::isfinite(token.number)) return fault(at_, "the number does not fit a double");
    at_ += static_cast<std::size_t>(end - begin);
    token.length_bytes = at_ - token.offset_bytes;
    tokens_.push_back(std::move(token));
    return std::nullopt;
  }

  /// `#2` after a name belongs to it.
  void take_occurrence() {
    if (at_ + 1 >= text_.size() || text_[at_] != '#' || !is_digit(text_[at_ + 1])) return;
    for (++at_; at_ < text_.size() && is_digit(text_[at_]);) ++at_;
  }

  Wrong word() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && (is_letter(text_[at_]) || is_digit(text_[at_]) || text_[at_] == '.') && !is_at_sign()) ++at_;
    take_occurrence();
    push(TokenKind::kWord, begin, at_, std::string(text_.substr(begin, at_ - begin)));
    return std::nullopt;
  }

  /// Two of the signs are no ASCII, as letters are.
  [[nodiscard]] bool is_at_sign() const {
    return text_.substr(at_).starts_with("\u2212") || text_.substr(at_).starts_with("\u00B7");
  }

  /// A quote inside is written twice.
  Wrong quoted(char quote) {
    const std::size_t begin = at_;
    std::string name;
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == quote) {
        if (at_ + 1 == text_.size() || text_[at_ + 1] != quote) break;
        ++at_;
      }
      name += text_[at_];
    }
    if (at_ == text_.size()) return fault(begin, std::string("the quote ") + quote + " has no end");
    const std::size_t end = ++at_;
    take_occurrence();
    name += text_.substr(end, at_ - end);
    push(TokenKind::kQuoted, begin, at_, std::move(name));
    return std::nullopt;
  }

  Wrong unit() {
    const std::size_t end = text_.find(']', at_);
    if (end == std::string_view::npos) return fault(at_, "the bracket [ of a unit has no ]");
    push(TokenKind::kUnit, at_, end + 1, std::string(text_.substr(at_ + 1, end - at_ - 1)));
    return std::nullopt;
  }

  void push(TokenKind kind, std::size_t begin, std::size_t end, std::string text) {
    tokens_.push_back({kind, begin, end - begin, std::move(text), 0.0});
    at_ = end;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Token> tokens_;
};

}  // namespace

base::Error fault(std::size_t offset_bytes, std::string message) {
  return {base::ErrorCode::kConfigValue, std::move(message), offset_bytes};
}

base::Result<std::vector<Token>> tokens_of(std::string_view expression) { return Lexer(expression).read(); }

}  // namespace wavemill::expression
