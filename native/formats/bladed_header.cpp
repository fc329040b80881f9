#include "formats/bladed_header.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <utility>

#include "base/checked.h"
#include "formats/header_text.h"
#include "formats/sample_range.h"

namespace wavemill::formats {
namespace {

using base::Error;
using base::ErrorCode;
using base::Status;
using layout::SampleType;

/// A key and what stands behind it, its further lines included.
struct Entry {
  std::size_t line;
  std::string_view key;
  std::string value;
};

constexpr std::array<std::string_view, 24> kKeys{
    "FILE",    "ACCESS",  "FORM",    "RECL", "FORMAT", "CONTENT", "CONFIG",  "NDIMENS", "DIMENS", "GENLAB",  "VARIAB",  "VARUNIT",
    "AXISLAB", "AXIUNIT", "AXIMETH", "MIN",  "STEP",   "AXIVAL",  "AXITICK", "NVARS",   "ULOADS", "MAXTIME", "MINTIME", "MEAN"};

/// A line that begins with no key goes on with the one before it. From ULOADS on a file holds extremes, which are not needed.
std::vector<Entry> entries_of(const DescriptionText& text) {
  std::vector<Entry> entries;
  for (std::size_t i = 0; i < text.line_count(); ++i) {
    const std::string_view line = text.line(i);
    const std::string_view key = line.substr(0, std::min(line.find_first_of(" \t"), line.size()));
    const bool is_key = std::find(kKeys.begin(), kKeys.end(), key) != kKeys.end();
    if (key == "ULOADS") break;
    if (is_key)
      entries.push_back({i, key, std::string(line.substr(key.size()))});
    else if (!entries.empty())
      entries.back().value += " " + std::string(line);
  }
  return entries;
}

/// Names one after another: each in quotes, or a word. Bladed quotes only those that have blanks in them.
std::vector<std::string> quoted_or_words(std::string_view text) {
  std::vector<std::string> names;
  while (!text.empty()) {
    const std::size_t open = std::min(text.find('\''), text.size());
    for (const std::string_view word : words_of(text.substr(0, open))) names.push_back(header_text(word));
    if (open == text.size()) break;
    const std::size_t close = std::min(text.find('\'', open + 1), text.size());
    names.push_back(header_text(text.substr(open + 1, close - open - 1)));
    text.remove_prefix(std::min(close + 1, text.size()));
  }
  return names;
}

std::vector<std::string> between_tabs(std::string_view text) {
  std::vector<std::string> names;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\t'), text.size());
    std::string name = header_text(text.substr(0, end));
    if (!name.empty()) names.push_back(std::move(name));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return names;
}

/// Names in quotes or as words; where there is no quote, between tabs if that gives as many as are wanted.
std::vector<std::string> names_of(std::string_view text, std::uint64_t wanted) {
  if (text.find('\'') != std::string_view::npos) return quoted_or_words(text);
  if (wanted == 1) return {header_text(text)};
  std::vector<std::string> names = between_tabs(text);
  return names.size() == wanted ? names : quoted_or_words(text);
}

class HeaderFiller {
 public:
  explicit HeaderFiller(const DescriptionText& text) : text_(text), entries_(entries_of(text)) {}

  base::Result<BladedHeader> fill() {
    using Part = Status (HeaderFiller::*)();
    constexpr std::array<Part, 5> kParts{&HeaderFiller::read_storage, &HeaderFiller::read_dimensions, &HeaderFiller::read_names,
                                         &HeaderFiller::read_axes, &HeaderFiller::judge_axes};
    for (const Part part : kParts)
      if (Status read = (this->*part)(); !read) return read.error();
    return std::move(header_);
  }

 private:
  [[nodiscard]] const Entry* find(std::string_view key) const {
    const auto found = std::find_if(entries_.begin(), entries_.end(), [key](const Entry& entry) { return entry.key == key; });
    return found == entries_.end() ? nullptr : &*found;
  }

  [[nodiscard]] std::string word(std::string_view key) const {
    const Entry* entry = find(key);
    return entry == nullptr ? "" : header_text(entry->value);
  }

  [[nodiscard]] Error missing(std::string_view key) const { return text_.ended("its line " + std::string(key)); }

  /// Direct access is binary, sequential is text; Bladed says FORM F of both. Fortran's records (sequential, FORM U) have marks that are not expected.
  Status read_storage() {
    const Entry* access = find("ACCESS");
    if (access == nullptr) return missing("ACCESS");
    const std::string how = word("ACCESS"), form = word("FORM");
    if (how != "D" && how != "S") return text_.error(access->line, "ACCESS is '" + how + "', and D (binary) or S (text) is read");
    header_.is_text = how == "S";
    if (!form.empty() && form != "F" && (form != "U" || header_.is_text))
      return text_.error(find("FORM")->line,
                         "FORM is '" + form + "' with ACCESS " + how +
                             ", and F is read, with ACCESS D also U: have Bladed write its results in binary");
    const Entry* format = find("FORMAT");
    if (format == nullptr) return missing("FORMAT");
    header_.format = word("FORMAT");
    const std::map<std::string_view, SampleType> types{
        {"R*4", SampleType::kFloat32}, {"R*8", SampleType::kFloat64}, {"I*4", SampleType::kInt32}};
    const auto type = types.find(header_.format);
    if (type == types.end())
      return text_.error(format->line, "FORMAT is '" + header_.format + "', and R*4, R*8 and I*4 are read");
    header_.type = type->second;
    return base::done();
  }

  Status read_dimensions() {
    const Entry* entry = find("DIMENS");
    if (entry == nullptr) return missing("DIMENS");
    std::vector<std::uint64_t> sizes;
    for (const std::string_view word : words_of(entry->value)) {
      const std::optional<std::uint64_t> size = count_of(word);
      if (!size)
        return text_.error(entry->line, "the dimension '" + header_text(word) + "' is no whole number",
                           ErrorCode::kFormatBadCount);
      sizes.push_back(*size);
    }
    const std::optional<std::uint64_t> promised = count_of(word("NDIMENS"));
    if (promised != sizes.size())
      return text_.error(entry->line,
                         "DIMENS has " + std::to_string(sizes.size()) + " sizes, and NDIMENS says '" + word("NDIMENS") + "'");
    if (sizes.size() != 2 && sizes.size() != 3)
      return text_.error(entry->line,
                         "the result has " + std::to_string(sizes.size()) +
                             " dimensions, and those of 2 (variables, time) and 3 (variables, places, time) are read");
    return take_sizes(*entry, sizes);
  }

  Status take_sizes(const Entry& entry, const std::vector<std::uint64_t>& sizes) {
    header_.variable_count = sizes[0];
    header_.place_count = sizes.size() == 3 ? sizes[1] : 1;
    header_.sample_count = sizes.back();
    const std::optional<std::uint64_t> channels = base::checked_multiply(header_.variable_count, header_.place_count);
    if (channels == std::uint64_t{0})
      return text_.error(entry.line, "a dimension is 0: there is no channel", ErrorCode::kFormatNoChannels);
    if (channels && *channels <= kLargestChannelCount) {
      if (sizes.size() == 3) header_.places = BladedHeader::Axis{};
      return base::done();
    }
    return text_.error(
        entry.line, "the dimensions make more channels than the " + std::to_string(kLargestChannelCount) + " that are believed",
        ErrorCode::kFormatBadCount);
  }

  Status read_names() {
    const Entry* variables = find("VARIAB");
    if (variables == nullptr) return missing("VARIAB");
    header_.group = header_text(word("GENLAB"));
    if (header_.group.size() > 1 && header_.group.front() == '\'') header_.group = names_of(header_.group, 1)[0];
    header_.variables = names_of(variables->value, header_.variable_count);
    if (header_.variables.size() != header_.variable_count)
      return text_.error(variables->line, "VARIAB names " + std::to_string(header_.variables.size()) +
                                              " variables, and DIMENS says " + std::to_string(header_.variable_count));
    const Entry* units = find("VARUNIT");
    if (units != nullptr)
      for (const std::string_view letters : words_of(units->value)) header_.units.push_back(bladed_unit(header_text(letters)));
    if (header_.units.size() == header_.variable_count) return base::done();
    header_.warnings.push_back("VARUNIT has " + std::to_string(header_.units.size()) + " units for " +
                               std::to_string(header_.variable_count) + " variables: none is taken");
    header_.units.assign(header_.variable_count, "");
    return base::done();
  }

  /// Each AXISLAB begins an axis: that of the places where there is one, then that of time.
  Status read_axes() {
    std::vector<BladedHeader::Axis> axes;
    for (const Entry& entry : entries_) {
      if (entry.key == "AXISLAB") {
        axes.push_back({.label = names_of(entry.value, 1)[0], .line = entry.line});
      } else if (!axes.empty()) {
        if (Status read = read_axis_entry(entry, axes.back()); !read) return read;
      }
    }
    const std::size_t wanted = header_.places ? 2 : 1;
    if (axes.size() < wanted) return missing(axes.empty() ? "AXISLAB" : "AXISLAB of time");
    if (header_.places) header_.places = std::move(axes[0]);
    header_.time = std::move(axes[wanted - 1]);
    return base::done();
  }

  Status read_axis_entry(const Entry& entry, BladedHeader::Axis& axis) {
    if (entry.key == "AXIUNIT") axis.unit = bladed_unit(header_text(entry.value));
    if (entry.key == "AXITICK") axis.ticks = names_of(entry.value, 0);
    if (entry.key == "MIN" || entry.key == "STEP") {
      const std::optional<double> value = number_of(entry.value);
      if (!value) return no_number(entry, entry.value);
      (entry.key == "MIN" ? axis.min : axis.step) = value;
    }
    if (entry.key != "AXIVAL") return base::done();
    for (const std::string_view word : words_of(entry.value)) {
      const std::optional<double> value = number_of(word);
      if (!value) return no_number(entry, word);
      axis.values.push_back(*value);
    }
    return base::done();
  }

  [[nodiscard]] Error no_number(const Entry& entry, std::string_view found) const {
    return text_.error(entry.line, std::string(entry.key) + ": '" + header_text(found) + "' is not a number");
  }

  Status judge_axes() {
    const BladedHeader::Axis& time = header_.time;
    if (time.unit != "s")
      return text_.error(time.line, "the last axis is '" + time.label + "' in '" + time.unit +
                                        "', not time in seconds (T): this is no time history");
    if (!time.min || !time.step) return text_.error(time.line, "the axis of time has no MIN and STEP", ErrorCode::kFormatBadTime);
    const bool rises =
        std::isfinite(*time.min) && std::isfinite(*time.step) && *time.step > 0.0 && *time.min + *time.step > *time.min;
    if (!rises)
      return text_.error(
          time.line,
          "the step of time is " + number_text(*time.step) + " s from " + number_text(*time.min) + " s: it does not rise",
          ErrorCode::kFormatBadTime);
    if (!header_.places) return base::done();
    const BladedHeader::Axis& places = *header_.places;
    for (const std::size_t count : {places.values.size(), places.ticks.size()})
      if (count != 0 && count != header_.place_count)
        return text_.error(places.line, "the axis '" + places.label + "' has " + std::to_string(count) +
                                            " places, and DIMENS says " + std::to_string(header_.place_count));
    return base::done();
  }

  const DescriptionText& text_;
  std::vector<Entry> entries_;
  BladedHeader header_;
};

}  // namespace

base::Result<BladedHeader> read_bladed_header(const DescriptionText& text) { return HeaderFiller(text).fill(); }

}  // namespace wavemill::formats
