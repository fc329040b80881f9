#include "formats/catalogue.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "formats/bladed.h"
#include "formats/containers.h"
#include "formats/direct_access.h"
#include "formats/file_pattern.h"
#include "formats/flex.h"
#include "formats/hawc2.h"
#include "formats/npy.h"
#include "formats/outb.h"
#include "formats/pair_names.h"
#include "formats/riflex.h"
#include "formats/text_head.h"

namespace wavemill::formats {
namespace {

using base::Error;
using base::ErrorCode;

constexpr auto kCatalogue = std::to_array<Format>({
    {.id = contract::Format::kOutb, .recognises = recognises_outb, .parse = parse_outb},
    {.id = contract::Format::kNpy, .recognises = recognises_npy, .parse = parse_npy},
    {.id = contract::Format::kOut, .recognises = recognises_openfast_text, .text = layout::TextFormat::kOpenFast},
    {.id = contract::Format::kCsv, .recognises = recognises_text_table, .text = layout::TextFormat::kTable},
    {.id = contract::Format::kHawc2, .parse_pair = parse_hawc2},
    {.id = contract::Format::kRiflex, .parse_pair = parse_riflex},
    {.id = contract::Format::kTs, .parse_pair = parse_ts},
    {.id = contract::Format::kTda, .parse_pair = parse_tda},
    {.id = contract::Format::kBladed, .parse_pair = parse_bladed},
    {.id = contract::Format::kFlex, .parse_pair = parse_flex},
    {.id = contract::Format::kMat, .recognises = recognises_mat, .is_given = true},  // before HDF5, which the newer ones are
    {.id = contract::Format::kGtsdf, .recognises = recognises_hdf5, .is_given = true},
    {.id = contract::Format::kSimaH5, .recognises = recognises_hdf5, .is_given = true},
    {.id = contract::Format::kParquet, .recognises = recognises_parquet, .is_given = true},
    {.id = contract::Format::kArrow, .recognises = recognises_arrow, .is_given = true},
});

const Format* named_format(std::string_view name) {
  for (const Format& format : kCatalogue) {
    if (format.parse_pair != nullptr) continue;
    for (const std::string_view pattern : format.files().files)
      if (!pattern.empty() && match_pattern(pattern, name)) return &format;
  }
  return nullptr;
}

/// Rows of numbers without names, where the file that has the names is missing, are not taken for a table: nobody could say what they are.
const Format* recognised_format(std::span<const std::byte> head, bool is_lone_data) {
  for (const Format& format : kCatalogue) {
    if (format.recognises == nullptr || !format.recognises(head)) continue;
    if (format.id != contract::Format::kCsv || !is_lone_data || !begins_with_numbers(head)) return &format;
  }
  return nullptr;
}

bool is_data_of_pair(std::string_view path) {
  const std::vector<PairNames> pairs = pairs_of(path);
  return std::any_of(pairs.begin(), pairs.end(),
                     [](const PairNames& pair) { return !pair.is_description_named && !pair.may_lack_description; });
}

bool is_gzip(std::span<const std::byte> head) {
  return head.size() > 2 && head[0] == std::byte{0x1f} && head[1] == std::byte{0x8b};
}

bool is_zip(std::span<const std::byte> head) {
  return head.size() > 3 && head[0] == std::byte{'P'} && head[1] == std::byte{'K'} && head[2] == std::byte{3} &&
         head[3] == std::byte{4};
}

/// "*.outb" → ".outb"
std::string_view spelled(std::string_view pattern) { return pattern.starts_with("*.") ? pattern.substr(1) : pattern; }

Error unknown_format() {
  std::string known;
  for (const Format& format : kCatalogue) {
    const contract::FormatFiles& files = format.files();
    known += (known.empty() ? "" : ", ") + std::string(spelled(files.files[0])) + " (" + std::string(files.title) + ")";
  }
  return {ErrorCode::kFormatUnknown,
          "neither the file's name nor its first bytes (byte 0) are of a format that wavemill reads: " + known, 0};
}

Error missing_description(std::string_view path) {
  return {ErrorCode::kFormatPartner,
          "'" + std::string(file_name(path)) + "' does not say by itself what its numbers are; " + partners_sought(path) +
              ": copy both files of the simulation",
          {}};
}

}  // namespace

std::span<const Format> catalogue() { return kCatalogue; }

const Format* find_format(std::string_view name) {
  const auto* const found =
      std::find_if(kCatalogue.begin(), kCatalogue.end(), [&](const Format& row) { return row.files().name == name; });
  return found == kCatalogue.end() ? nullptr : found;
}

base::Status judge_size(const platform::ByteSource& bytes) {
  if (bytes.size_bytes() > 0) return base::done();
  return Error{ErrorCode::kFormatEmptyFile,
               "the file is empty (0 bytes): the simulation never wrote it, or the disk was full; run it again", 0};
}

base::Result<const Format*> identify(std::string_view path, platform::ByteSource& bytes) {
  if (base::Status judged = judge_size(bytes); !judged) return judged.error();
  constexpr std::uint64_t kHead_bytes = 4096;
  const auto length = static_cast<std::size_t>(std::min(kHead_bytes, bytes.size_bytes()));
  const base::Result<const std::byte*> bytes_there = bytes.window(0, length);
  if (!bytes_there.ok()) return bytes_there.error();
  const std::span<const std::byte> head(*bytes_there, length);
  if (is_gzip(head))
    return Error{ErrorCode::kFormatUnknown, "the file is compressed by gzip (byte 0): name it so that it ends with .gz", 0};
  if (is_zip(head))
    return Error{ErrorCode::kFormatUnknown, "the file is a zip archive (byte 0): name it so that it ends with .zip", 0};
  if (const Format* format = named_format(file_name(path)); format != nullptr) return format;
  if (std::optional<Error> alone = lone_file(path)) return std::move(*alone);
  const bool is_lone_data = is_data_of_pair(path);
  if (const Format* format = recognised_format(head, is_lone_data); format != nullptr) return format;
  if (is_lone_data) return missing_description(path);
  return unknown_format();
}

}  // namespace wavemill::formats
