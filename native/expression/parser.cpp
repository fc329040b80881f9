#include "expression/parser.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/nearest.h"
#include "expression/lexer.h"
#include "expression/token.h"

namespace wavemill::expression {

namespace {

constexpr double kPi = 3.14159265358979323846;
constexpr double kGravity_m_s2 = 9.80665;  // standard: CGPM 1901

using Parsed = base::Result<std::uint32_t>;

std::string named(const Token& token) {
  switch (token.kind) {
    case TokenKind::kEnd: return "the end of the expression";
    case TokenKind::kNumber: return "a number";
    case TokenKind::kWord: return "'" + token.text + "'";
    case TokenKind::kQuoted: return "the name '" + token.text + "'";
    case TokenKind::kUnit: return "the unit [" + token.text + "]";
    case TokenKind::kPlus: return "'+'";
    case TokenKind::kMinus: return "'-'";
    case TokenKind::kStar: return "'*'";
    case TokenKind::kSlash: return "'/'";
    case TokenKind::kPower: return "'^'";
    case TokenKind::kOpen: return "'('";
    case TokenKind::kClose: return "')'";
    case TokenKind::kComma: return "','";
  }
  return "";
}

/// Recursive descent, one function a level of the grammar.
class Parser {
 public:
  Parser(std::vector<Token> tokens, bool knows_angle) : tokens_(std::move(tokens)), knows_angle_(knows_angle) {}

  base::Result<Syntax> read() {
    if (token().kind == TokenKind::kEnd) return fault(token().offset_bytes, "the expression is empty");
    const Parsed whole = sum();
    if (!whole) return whole.error();
    if (token().kind == TokenKind::kClose) return fault(token().offset_bytes, "')' closes no bracket");
    if (token().kind != TokenKind::kEnd) return fault(token().offset_bytes, "an operator is missing before " + named(token()));
    return std::move(syntax_);
  }

 private:
  [[nodiscard]] const Token& token() const { return tokens_[at_]; }
  [[nodiscard]] const Token& following() const { return tokens_[at_ + 1]; }

  std::uint32_t add(SyntaxNode node) {
    syntax_.nodes.push_back(std::move(node));
    return static_cast<std::uint32_t>(syntax_.nodes.size() - 1);
  }

  template <class Read>
  Parsed deeper(Read read) {
    if (depth_ == kDeepest)
      return fault(token().offset_bytes, "more than " + std::to_string(kDeepest) + " brackets and signs are inside each other");
    ++depth_;
    Parsed result = read();
    --depth_;
    return result;
  }

  Parsed joined(Form form, std::uint32_t left, Parsed (Parser::*operand)()) {
    const std::size_t place = token().offset_bytes;
    ++at_;
    const Parsed right = (this->*operand)();
    if (!right) return right;
    return add({.form = form, .offset_bytes = place, .operands = {left, *right}});
  }

  Parsed sum() {
    Parsed left = term();
    while (left && (token().kind == TokenKind::kPlus || token().kind == TokenKind::kMinus))
      left = joined(token().kind == TokenKind::kPlus ? Form::kAdd : Form::kSubtract, *left, &Parser::term);
    return left;
  }

  Parsed term() {
    Parsed left = signed_power();
    while (left && (token().kind == TokenKind::kStar || token().kind == TokenKind::kSlash))
      left = joined(token().kind == TokenKind::kStar ? Form::kMultiply : Form::kDivide, *left, &Parser::signed_power);
    return left;
  }

  /// -x^2 is -(x^2), as in mathematics and Python.
  Parsed signed_power() {
    const Token& sign = token();
    if (sign.kind != TokenKind::kPlus && sign.kind != TokenKind::kMinus) return power();
    ++at_;
    const Parsed operand = deeper([this] { return signed_power(); });
    if (!operand || sign.kind == TokenKind::kPlus) return operand;
    return add({.form = Form::kNegate, .offset_bytes = sign.offset_bytes, .operands = {*operand}});
  }

  /// 2^3^2 is 2^(3^2).
  Parsed power() {
    const Parsed base = primary();
    if (!base || token().kind != TokenKind::kPower) return base;
    const std::size_t place = token().offset_bytes;
    ++at_;
    const Parsed exponent = deeper([this] { return signed_power(); });
    if (!exponent) return exponent;
    return add({.form = Form::kPower, .offset_bytes = place, .operands = {*base, *exponent}});
  }

  Parsed primary() {
    switch (token().kind) {
      case TokenKind::kNumber: return number();
      case TokenKind::kQuoted: return channel();
      case TokenKind::kWord: return following().kind == TokenKind::kOpen ? call() : word();
      case TokenKind::kOpen: return bracketed();
      default: return fault(token().offset_bytes, "a number, a channel or a bracket is missing before " + named(token()));
    }
  }

  Parsed bracketed() {
    const std::size_t open = token().offset_bytes;
    ++at_;
    const Parsed inner = deeper([this] { return sum(); });
    if (!inner) return inner;
    if (token().kind == TokenKind::kEnd) return fault(open, "the bracket ( has no )");
    if (token().kind != TokenKind::kClose) return fault(token().offset_bytes, "')' is missing before " + named(token()));
    ++at_;
    return inner;
  }

  /// `30deg`, `9.81[m/s^2]`: a unit that follows a number is the number's.
  Parsed number() {
    SyntaxNode node{.form = Form::kNumber, .offset_bytes = token().offset_bytes, .number = token().number};
    ++at_;
    if (token().kind == TokenKind::kUnit) {
      node.unit = Unit::parse(token().text);
      if (node.unit.is_unknown()) return fault(token().offset_bytes, "the brackets hold no unit; [-] is a plain number");
      ++at_;
    } else if (token().kind == TokenKind::kWord && following().kind != TokenKind::kOpen) {
      const std::optional<Unit> unit = Unit::parse_known(token().text);
      if (!unit)
        return fault(token().offset_bytes,
                     "'" + token().text + "' after a number is not a unit that is known; an operator may be missing");
      node.unit = *unit;
      ++at_;
    }
    return add(std::move(node));
  }

  Parsed channel() {
    if (token().text.empty()) return fault(token().offset_bytes, "the quotes hold no name");
    const Token& name = tokens_[at_++];
    return add({.form = Form::kChannel, .offset_bytes = name.offset_bytes, .name = name.text});
  }

  Parsed word() {
    const Token& name = token();
    if (name.text == "angle" && !knows_angle_)
      return fault(name.offset_bytes,
                   "'angle' is known only where the entry has a list of 'angles'; a channel of that name goes into quotes");
    if (name.text == "angle" || name.text == "time") {
      ++at_;
      syntax_.uses_angle = syntax_.uses_angle || name.text == "angle";
      return add({.form = name.text == "angle" ? Form::kAngle : Form::kTime, .offset_bytes = name.offset_bytes});
    }
    if (name.text == "pi" || name.text == "g") {
      ++at_;
      if (name.text == "pi") return add({.form = Form::kNumber, .offset_bytes = name.offset_bytes, .number = kPi});
      return add(
          {.form = Form::kNumber, .offset_bytes = name.offset_bytes, .number = kGravity_m_s2, .unit = Unit::parse("m/s^2")});
    }
    return channel();
  }

  Parsed call() {
    const Token& name = token();
    const FunctionRow* row = find_function(name.text);
    if (row == nullptr) return unknown_function(name);
    at_ += 2;
    if (row->function == Function::kIn) return convert(name);
    SyntaxNode node{.form = Form::kCall, .offset_bytes = name.offset_bytes, .function = row->function};
    while (token().kind != TokenKind::kClose) {
      const Parsed argument = deeper([this] { return sum(); });
      if (!argument) return argument;
      node.operands.push_back(*argument);
      if (token().kind == TokenKind::kComma && following().kind != TokenKind::kClose) {
        ++at_;
        continue;
      }
      if (token().kind == TokenKind::kEnd) return fault(name.offset_bytes, "the bracket of " + name.text + "( has no )");
      if (token().kind != TokenKind::kClose) return fault(token().offset_bytes, "',' or ')' is missing before " + named(token()));
    }
    ++at_;
    if (node.operands.size() < row->least_arguments || node.operands.size() > row->most_arguments)
      return wrong_arity(name, *row, node.operands.size());
    return add(std::move(node));
  }

  Parsed convert(const Token& name) {
    const Parsed value = deeper([this] { return sum(); });
    if (!value) return value;
    if (token().kind != TokenKind::kComma) return wrong_arity(name, *find_function("in"), 1);
    ++at_;
    const Token& unit = token();
    if (unit.kind != TokenKind::kQuoted && unit.kind != TokenKind::kUnit)
      return fault(unit.offset_bytes, "a unit in quotes is missing before " + named(unit) + ", as in in(x, \"MN\")");
    SyntaxNode node{
        .form = Form::kConvert, .offset_bytes = name.offset_bytes, .operands = {*value}, .unit = Unit::parse(unit.text)};
    if (node.unit.is_unknown()) return fault(unit.offset_bytes, "the quotes hold no unit; \"-\" is a plain number");
    ++at_;
    if (token().kind == TokenKind::kEnd) return fault(name.offset_bytes, "the bracket of in( has no )");
    if (token().kind != TokenKind::kClose) return fault(token().offset_bytes, "')' is missing before " + named(token()));
    ++at_;
    return add(std::move(node));
  }

  [[nodiscard]] static base::Error wrong_arity(const Token& name, const FunctionRow& row, std::size_t given) {
    return fault(name.offset_bytes, name.text + "(" + std::string(row.arguments) + ") has " + std::to_string(given) +
                                        (given == 1 ? " argument" : " arguments") + " here");
  }

  [[nodiscard]] static base::Error unknown_function(const Token& name) {
    std::vector<std::string_view> names;
    for (const FunctionRow& row : functions()) names.push_back(row.name);
    const std::vector<std::string> near = base::nearest(name.text, names);
    std::string message = "there is no function '" + name.text + "'";
    if (!near.empty()) return fault(name.offset_bytes, message + "; did you mean '" + near.front() + "'?");
    message += "; there are ";
    for (std::size_t i = 0; i < names.size(); ++i) message.append(i == 0 ? "" : ", ").append(names[i]);
    return fault(name.offset_bytes, message);
  }

  std::vector<Token> tokens_;
  bool knows_angle_;
  std::size_t at_ = 0;
  int depth_ = 0;
  Syntax syntax_;
};

}  // namespace

base::Result<Syntax> parse(std::string_view expression, bool knows_angle) {
  base::Result<std::vector<Token>> tokens = tokens_of(expression);
  if (!tokens) return tokens.error();
  return Parser(std::move(*tokens), knows_angle).read();
}

}  // namespace wavemill::expression
