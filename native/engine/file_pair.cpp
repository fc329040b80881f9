#include "engine/file_pair.h"

#include <cstdint>
#include <utility>

#include "formats/file_pattern.h"
#include "formats/pair_names.h"
#include "platform/file.h"

namespace wavemill::engine {
namespace {

using base::Error;
using base::ErrorCode;
using formats::PairNames;

constexpr std::uint64_t kLargestDescription_bytes = std::uint64_t{64}
                                                    << 20;  // Bladed writes its extremes into it, for each section

Error unreadable(const std::string& path, const PairNames& pair, const Error& why) {
  return {ErrorCode::kFormatPartner,
          "'" + std::string(formats::file_name(path)) + "', which belongs to '" +
              std::string(formats::file_name(pair.is_description_named ? pair.description_path : pair.data_path)) +
              "', cannot be read: " + why.message,
          {}};
}

base::Result<std::vector<std::byte>> read_wholly(const platform::File& file, const PairNames& pair) {
  if (file.size_bytes() > kLargestDescription_bytes)
    return Error{ErrorCode::kFormatDescription,
                 "'" + std::string(formats::file_name(pair.description_path)) + "' should describe '" +
                     std::string(formats::file_name(pair.data_path)) + "' in a few lines, and has " +
                     std::to_string(file.size_bytes()) + " bytes",
                 {}};
  std::vector<std::byte> bytes(static_cast<std::size_t>(file.size_bytes()));
  const base::Status read = file.read_at(0, bytes.data(), bytes.size());
  if (!read) return unreadable(pair.description_path, pair, read.error());
  return bytes;
}

/// Nothing: one of them is not there.
base::Result<std::optional<FilePair>> open_pair(const PairNames& pair) {
  base::Result<platform::File> partner = platform::File::open(pair.partner_path());
  if (!partner && partner.error().code == ErrorCode::kDiscoverNotFound) return std::optional<FilePair>();
  if (!partner) return unreadable(pair.partner_path(), pair, partner.error());
  if (pair.is_description_named) {
    partner = platform::File::open(pair.description_path);
    if (!partner) return partner.error();
  }
  base::Result<std::vector<std::byte>> description = read_wholly(*partner, pair);
  if (!description) return description.error();
  return std::optional(FilePair{pair.format, pair.data_path, pair.description_path, std::move(*description)});
}

}  // namespace

base::Result<std::optional<FilePair>> find_pair(const FileTask& task) {
  const bool has_bytes = task.bytes.data() != nullptr;
  std::optional<FilePair> without_description;
  for (const PairNames& pair : formats::pairs_of(task.path)) {
    if (has_bytes && pair.is_description_named) continue;  // what was handed over cannot be the data
    base::Result<std::optional<FilePair>> found = open_pair(pair);
    if (!found || found->has_value()) return found;
    if (pair.may_lack_description && !without_description) without_description = FilePair{pair.format, pair.data_path, "", {}};
  }
  return without_description;
}

}  // namespace wavemill::engine
