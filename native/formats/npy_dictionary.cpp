#include "formats/npy_dictionary.h"

#include <optional>

#include "base/checked.h"

namespace wavemill::formats {
namespace {

using base::Error;
using base::ErrorCode;
using base::Status;

class Parser {
 public:
  Parser(std::string_view text, std::uint64_t base_offset) : text_(text), base_offset_(base_offset) {}

  base::Result<NpyDictionary> dictionary();

 private:
  [[nodiscard]] std::uint64_t offset() const { return base_offset_ + at_; }
  [[nodiscard]] char look() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  void skip_blanks() {
    while (at_ < text_.size() && (look() == ' ' || look() == '\t' || look() == '\n' || look() == '\r')) ++at_;
  }
  bool accept(char wanted);  // with the blanks before it
  bool accept_word(std::string_view word);
  [[nodiscard]] Status wrong(const std::string& expected) const;

  Status entry();
  Status descr();
  Status fortran_order();
  Status shape();
  Status dimension();
  std::optional<std::string_view> quoted();
  bool skip_list();

  std::string_view text_;
  std::uint64_t base_offset_;
  std::size_t at_ = 0;
  NpyDictionary result_;
  bool has_descr_ = false;
  bool has_order_ = false;
  bool has_shape_ = false;
};

Status Parser::wrong(const std::string& expected) const {
  return Error{ErrorCode::kFormatNpyHeader,
               "the header is not the dictionary that NumPy writes: " + expected + " was expected at byte " +
                   std::to_string(offset()) + "; save the array again with numpy.save",
               offset()};
}

bool Parser::accept(char wanted) {
  skip_blanks();
  if (at_ >= text_.size() || look() != wanted) return false;
  ++at_;
  return true;
}

bool Parser::accept_word(std::string_view word) {
  skip_blanks();
  if (text_.substr(at_, word.size()) != word) return false;
  at_ += word.size();
  return true;
}

/// Neither a key nor a type of NumPy's has a backslash, so none is understood.
std::optional<std::string_view> Parser::quoted() {
  skip_blanks();
  const char quote = look();
  if (quote != '\'' && quote != '"') return std::nullopt;
  const std::size_t end = text_.find(quote, at_ + 1);
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view inside = text_.substr(at_ + 1, end - at_ - 1);
  if (inside.find_first_of("\\\n") != std::string_view::npos) return std::nullopt;
  at_ = end + 1;
  return inside;
}

/// Over the field list of a structured type: brackets inside it count, those in quotes do not.
bool Parser::skip_list() {
  std::size_t depth = 0;
  while (at_ < text_.size()) {
    const char c = look();
    if (c == '\'' || c == '"') {
      if (!quoted()) return false;
      continue;
    }
    ++at_;
    if (c == '[' || c == '(') ++depth;
    if ((c == ']' || c == ')') && --depth == 0) return true;
  }
  return false;
}

Status Parser::descr() {
  skip_blanks();
  result_.descr_offset = offset();
  if (look() == '[') return skip_list() ? base::done() : wrong("the end of the list of fields");
  const std::optional<std::string_view> type = quoted();
  if (!type || type->empty()) return wrong("a type such as '<f8'");
  result_.descr = *type;
  return base::done();
}

Status Parser::fortran_order() {
  if (accept_word("True")) {
    result_.is_fortran_order = true;
    return base::done();
  }
  return accept_word("False") ? base::done() : wrong("True or False");
}

Status Parser::dimension() {
  skip_blanks();
  const std::uint64_t start = offset();
  const auto impossible = [start](const std::string& what) {
    return Error{ErrorCode::kFormatBadCount,
                 "a dimension of the array " + what + " (byte " + std::to_string(start) + "): the header is damaged", start};
  };
  if (look() == '-') return impossible("is negative");
  if (look() < '0' || look() > '9') return wrong("a dimension");
  std::uint64_t value = 0;
  for (; look() >= '0' && look() <= '9'; ++at_) {
    const std::optional<std::uint64_t> tens = base::checked_multiply(value, 10);
    const std::optional<std::uint64_t> next =
        tens ? base::checked_add(*tens, static_cast<std::uint64_t>(look() - '0')) : std::nullopt;
    if (!next) return impossible("does not fit 64 bits");
    value = *next;
  }
  if (look() == 'L') ++at_;  // Python 2
  if (result_.dimensions < NpyDictionary::kKeptDimensions) result_.shape[result_.dimensions] = value;
  ++result_.dimensions;
  return base::done();
}

/// A Python tuple: (), (3,), (3, 4), (3, 4,); (3) is a number and not one.
Status Parser::shape() {
  skip_blanks();
  result_.shape_offset = offset();
  if (!accept('(')) return wrong("a tuple");
  while (!accept(')')) {
    if (Status read = dimension(); !read.ok()) return read;
    if (accept(',')) continue;
    if (result_.dimensions == 1) return wrong("a comma");
    return accept(')') ? base::done() : wrong("a comma or the end of the tuple");
  }
  return base::done();
}

Status Parser::entry() {
  const std::optional<std::string_view> key = quoted();
  if (!key) return wrong("a key in quotes");
  if (!accept(':')) return wrong("a colon");
  const auto once = [this](bool& has, Status (Parser::*read)()) -> Status {
    if (has) return wrong("a key that was not there before");
    has = true;
    return (this->*read)();
  };
  if (*key == "descr") return once(has_descr_, &Parser::descr);
  if (*key == "fortran_order") return once(has_order_, &Parser::fortran_order);
  if (*key == "shape") return once(has_shape_, &Parser::shape);
  return wrong("'descr', 'fortran_order' or 'shape' as the key");
}

base::Result<NpyDictionary> Parser::dictionary() {
  if (!accept('{')) return wrong("an opening brace").error();
  while (!accept('}')) {
    if (Status read = entry(); !read.ok()) return read.error();
    if (accept(',')) continue;
    if (accept('}')) break;
    return wrong("a comma or a closing brace").error();
  }
  skip_blanks();
  if (at_ != text_.size()) return wrong("nothing but blanks").error();
  if (!has_descr_ || !has_order_ || !has_shape_) return wrong("one each of 'descr', 'fortran_order' and 'shape' before").error();
  return std::move(result_);
}

}  // namespace

base::Result<NpyDictionary> read_npy_dictionary(std::string_view text, std::uint64_t base_offset) {
  return Parser(text, base_offset).dictionary();
}

}  // namespace wavemill::formats
