#include "formats/description_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <system_error>

namespace wavemill::formats {
namespace {

constexpr std::string_view kBlanks = " \t\r";

char lower_case(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

DescriptionText::DescriptionText(const Description& description) : name_(description.name) {
  std::string_view text(reinterpret_cast<const char*>(description.bytes.data()), description.bytes.size());
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    lines_.push_back(text.substr(0, end));
    const std::size_t line_break = text.substr(end).starts_with("\r\n") ? 2 : 1;
    text.remove_prefix(std::min(text.size(), end + line_break));
  }
}

base::Error DescriptionText::error(std::size_t index, const std::string& what, base::ErrorCode code) const {
  return {code, "'" + std::string(name_) + "', line " + std::to_string(index + 1) + ": " + what, {}};
}

base::Error DescriptionText::ended(const std::string& expected) const {
  return {base::ErrorCode::kFormatDescription,
          "'" + std::string(name_) + "' ends with line " + std::to_string(lines_.size()) + ", before " + expected +
              ": the simulation did not finish writing it, or the copy is incomplete",
          {}};
}

std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> words;
  for (std::size_t at = line.find_first_not_of(kBlanks); at != std::string_view::npos; at = line.find_first_not_of(kBlanks, at)) {
    const std::size_t end = std::min(line.find_first_of(kBlanks, at), line.size());
    words.push_back(line.substr(at, end - at));
    at = end;
  }
  return words;
}

std::optional<double> number_of(std::string_view text) {
  text = trimmed(text);
  if (text.starts_with('+')) text.remove_prefix(1);
  std::array<char, 64> plain;
  if (text.empty() || text.size() > plain.size()) return std::nullopt;
  std::transform(text.begin(), text.end(), plain.begin(), [](char c) { return c == 'd' || c == 'D' ? 'e' : c; });
  double value = 0.0;
  const char* end = plain.data() + text.size();
  const auto [stop, error] = std::from_chars(plain.data(), end, value);
  if (stop != end || error != std::errc{}) return std::nullopt;
  return value;
}

std::optional<std::uint64_t> count_of(std::string_view text) {
  text = trimmed(text);
  std::uint64_t value = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || stop != text.data() + text.size() || error != std::errc{}) return std::nullopt;
  return value;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) + 1 - begin);
}

bool mentions(std::string_view text, std::string_view word) {
  const auto is_same = [](char a, char b) { return lower_case(a) == b; };
  return std::search(text.begin(), text.end(), word.begin(), word.end(), is_same) != text.end();
}

std::string_view columns_of(std::string_view line, std::size_t from, std::size_t to) {
  return from < line.size() ? line.substr(from, to - from) : std::string_view();
}

}  // namespace wavemill::formats
