#include "formats/hawc2_sel.h"

#include <cmath>
#include <optional>
#include <utility>

#include "formats/header_text.h"
#include "formats/sample_range.h"

namespace wavemill::formats {
namespace {

using base::ErrorCode;
using base::Status;

// Lines, from 0, and columns of HAWC2's own writer.
constexpr std::size_t kCountsLine = 8;
constexpr std::size_t kChannelsLine = 12;
constexpr std::size_t kScalesBehindChannels = 2;
constexpr std::size_t kNameColumn = 12;
constexpr std::size_t kUnitColumn = 43;
constexpr std::size_t kDescriptionColumn = 54;

bool is_word(std::string_view text, std::string_view upper_case) {
  const auto upper = [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; };
  if (text.size() != upper_case.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (upper(text[i]) != upper_case[i]) return false;
  return true;
}

Status judge_counts(const DescriptionText& text, std::optional<std::uint64_t> scans, std::optional<std::uint64_t> channels) {
  const auto refuse = [&text](const std::string& what, ErrorCode code) { return text.error(kCountsLine, what, code); };
  if (!scans || !channels)
    return refuse("the numbers of scans and channels must be whole: the file is damaged", ErrorCode::kFormatBadCount);
  if (*scans == 0) return refuse("there is no scan: the simulation ended before its first output", ErrorCode::kFormatNoSamples);
  if (*channels == 0) return refuse("there is no channel: check the output commands", ErrorCode::kFormatNoChannels);
  if (*channels > kLargestChannelCount)
    return refuse(std::to_string(*channels) + " channels are promised, more than the " + std::to_string(kLargestChannelCount) +
                      " that are believed",
                  ErrorCode::kFormatBadCount);
  return base::done();
}

/// "   2440     50         61.000       BINARY"
base::Result<std::uint64_t> read_counts(const DescriptionText& text, Hawc2Sel& sel) {
  if (text.line_count() <= kCountsLine) return text.ended("its line of scans, channels, time and format");
  const std::vector<std::string_view> words = words_of(text.line(kCountsLine));
  const bool is_format = words.size() >= 4 && (is_word(words[3], "BINARY") || is_word(words[3], "ASCII"));
  if (!is_format)
    return text.error(kCountsLine,
                      "here should be the numbers of scans and channels, the time, and BINARY or ASCII: this is no "
                      ".sel file of HAWC2");
  const std::optional<std::uint64_t> scans = count_of(words[0]);
  const std::optional<std::uint64_t> channels = count_of(words[1]);
  if (Status judged = judge_counts(text, scans, channels); !judged) return judged.error();
  const std::optional<double> duration_s = number_of(words[2]);
  const bool rises =
      duration_s && std::isfinite(*duration_s) && *duration_s > 0.0 && *duration_s / static_cast<double>(*scans) > 0.0;
  if (!rises)
    return text.error(kCountsLine, "the time is '" + header_text(words[2]) + "' and must be positive", ErrorCode::kFormatBadTime);
  sel.scan_count = *scans;
  sel.duration_s = *duration_s;
  sel.is_binary = is_word(words[3], "BINARY");
  return *channels;
}

Status read_channels(const DescriptionText& text, std::uint64_t count, Hawc2Sel& sel) {
  if (text.line_count() < kChannelsLine + count)
    return text.ended("the line of channel " +
                      std::to_string(text.line_count() < kChannelsLine ? 1 : text.line_count() - kChannelsLine + 1) + " of " +
                      std::to_string(count));
  sel.channels.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    const std::string_view line = text.line(kChannelsLine + i);
    sel.channels.push_back({header_text(columns_of(line, kNameColumn, kUnitColumn)),
                            unit_text(columns_of(line, kUnitColumn, kDescriptionColumn)),
                            header_text(columns_of(line, kDescriptionColumn))});
  }
  return base::done();
}

Status read_scales(const DescriptionText& text, Hawc2Sel& sel) {
  const std::size_t first = kChannelsLine + sel.channels.size() + kScalesBehindChannels;
  if (text.line_count() < first + sel.channels.size())
    return text.ended("the scale factor of each of its " + std::to_string(sel.channels.size()) + " channels");
  sel.scales.reserve(sel.channels.size());
  for (std::size_t i = 0; i < sel.channels.size(); ++i) {
    const std::optional<double> scale = number_of(text.line(first + i));
    if (!scale)
      return text.error(first + i, "'" + header_text(text.line(first + i)) + "' is not the scale factor of channel " +
                                       std::to_string(i + 1) + ": lines are missing, or the file is damaged");
    if (!std::isfinite(*scale))
      return text.error(first + i, "the scale factor of channel " + std::to_string(i + 1) + " is " + number_text(*scale),
                        ErrorCode::kFormatBadScale);
    sel.scales.push_back(*scale);
  }
  return base::done();
}

}  // namespace

base::Result<Hawc2Sel> read_hawc2_sel(const DescriptionText& text) {
  if (text.line(0).find("BHawC") != std::string_view::npos)
    return text.error(0, "this is a result of BHawC, whose .sel file is laid out in another way than HAWC2's; it is not read");
  Hawc2Sel sel;
  const base::Result<std::uint64_t> channel_count = read_counts(text, sel);
  if (!channel_count) return channel_count.error();
  if (Status read = read_channels(text, *channel_count, sel); !read) return read.error();
  if (!sel.is_binary) return sel;
  if (Status read = read_scales(text, sel); !read) return read.error();
  return sel;
}

}  // namespace wavemill::formats
