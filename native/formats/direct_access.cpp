#include "formats/direct_access.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

#include "base/checked.h"
#include "formats/direct_access_key.h"
#include "formats/header_reader.h"
#include "formats/header_text.h"
#include "formats/sample_range.h"

namespace wavemill::formats {
namespace {

using base::Error;
using base::ErrorCode;
using base::Status;

constexpr std::uint64_t kNumber_bytes = 4;
constexpr std::uint64_t kHeaderAndTime = 2;  // the records before the first series

/// The names of the two files, for messages.
struct Files {
  std::string key;
  std::string data;
};

struct Header {
  std::uint64_t sample_count = 0;
  std::uint64_t record_count = 0;  // as the header says it: one less in some files, and not the end of the file in others

  [[nodiscard]] std::uint64_t record_bytes() const { return kNumber_bytes * sample_count; }
};

std::string at_byte(std::uint64_t offset) { return " (byte " + std::to_string(offset) + ")"; }

base::Result<std::uint64_t> count_of(double said, std::string_view what, std::uint64_t offset, bool is_samples) {
  if (said == 0 && is_samples)
    return Error{ErrorCode::kFormatNoSamples,
                 "the header says that there is no sample" + at_byte(offset) + ": the simulation ended before its first output",
                 offset};
  constexpr double kLargest = 2147483648.0;
  if (said >= 1 && said <= kLargest && said == std::floor(said)) return static_cast<std::uint64_t>(said);
  return Error{ErrorCode::kFormatBadCount,
               std::string(what) + " is " + number_text(said) + at_byte(offset) +
                   ": the file is damaged, or no direct access file of SIMO",
               offset};
}

/// Two counts, integer in a .ts and float in a .tda; a .tda's time step and start follow, and time has a record of its own.
template <class T>
base::Result<Header> read_header(platform::ByteSource& data, std::uint64_t header_numbers) {
  HeaderReader reader(data);
  const auto samples = static_cast<double>(reader.read<T>("the number of samples"));
  const auto records = static_cast<double>(reader.read<T>("the number of records"));
  if (reader.failed()) return reader.error();
  const base::Result<std::uint64_t> sample_count = count_of(samples, "the number of samples", 0, true);
  if (!sample_count.ok()) return sample_count.error();
  const base::Result<std::uint64_t> record_count = count_of(records, "the number of records", kNumber_bytes, false);
  if (!record_count.ok()) return record_count.error();
  if (*sample_count < header_numbers)
    return Error{ErrorCode::kFormatBadCount,
                 "the number of samples is " + std::to_string(*sample_count) + at_byte(0) +
                     ", and a record that short has no room for the header: the file is damaged",
                 0};
  return Header{*sample_count, *record_count};
}

Error disagreement(const std::string& what, std::uint64_t offset) {
  return {ErrorCode::kFormatDescription, what + ": they are of different simulations, or one is damaged", offset};
}

/// A float holds whole numbers to 2^24: beyond that, the key's number is the exact one.
Status match_samples(Header& header, const DirectAccessKey& key, const Files& files) {
  if (!key.sample_count) return base::done();
  if (static_cast<float>(*key.sample_count) != static_cast<float>(header.sample_count))
    return disagreement(files.key + " says that there are " + std::to_string(*key.sample_count) + " samples, and " + files.data +
                            " says " + std::to_string(header.sample_count) + at_byte(0),
                        0);
  header.sample_count = *key.sample_count;
  return base::done();
}

Error too_short(const Header& header, std::uint64_t named, std::optional<std::uint64_t> needed, const Files& files,
                std::uint64_t size) {
  const std::uint64_t whole = size / header.record_bytes();
  const std::uint64_t channels = whole > kHeaderAndTime ? whole - kHeaderAndTime : 0;
  const std::string have = files.key + " names " + std::to_string(named) + " series, and " + files.data + " has " +
                           std::to_string(channels) + " whole ones of " + std::to_string(header.sample_count) + " samples";
  const bool is_said = header.record_count == whole || header.record_count + 1 == whole;
  if (size % header.record_bytes() == 0 && is_said) return disagreement(have, size);
  return {ErrorCode::kFormatTruncatedData,
          have + ": " + (needed ? std::to_string(*needed) : "more than 2^64") + " bytes are needed, and it has " +
              std::to_string(size) + "; the simulation did not finish, or the copy is incomplete; run or copy it again",
          size};
}

/// Whether all of a record is zero: some writers leave such behind the series.
base::Result<bool> is_zero(platform::ByteSource& data, const Header& header, std::uint64_t record) {
  constexpr std::uint64_t kAtOnce_bytes = std::uint64_t{1} << 20;
  const std::uint64_t begin = record * header.record_bytes();
  for (std::uint64_t at = 0; at < header.record_bytes(); at += kAtOnce_bytes) {
    const auto length = static_cast<std::size_t>(std::min(kAtOnce_bytes, header.record_bytes() - at));
    const base::Result<const std::byte*> bytes = data.window(begin + at, length);
    if (!bytes.ok()) return bytes.error();
    if (std::any_of(*bytes, *bytes + length, [](std::byte b) { return b != std::byte{0}; })) return false;
  }
  return true;
}

/// The header counts itself, or not; further records that it counts have to be zero, or the key is of another file.
Status match_records(platform::ByteSource& data, const Header& header, std::uint64_t named, const Files& files) {
  const std::uint64_t expected = named + kHeaderAndTime;
  const auto disagree = [&] {
    return disagreement(files.key + " names " + std::to_string(named) + " series, which with header and time are " +
                            std::to_string(expected) + " records, and " + files.data + " says that it has " +
                            std::to_string(header.record_count) + at_byte(kNumber_bytes),
                        kNumber_bytes);
  };
  if (header.record_count + 1 < expected) return disagree();
  const std::uint64_t end = std::min(header.record_count, data.size_bytes() / header.record_bytes());
  for (std::uint64_t record = expected; record < end; ++record) {
    const base::Result<bool> zero = is_zero(data, header, record);
    if (!zero.ok()) return zero.error();
    if (!*zero) return disagree();
  }
  return base::done();
}

Status judge(platform::ByteSource& data, const Header& header, std::uint64_t named, const Files& files,
             std::vector<std::string>& warnings) {
  const std::uint64_t size = data.size_bytes();
  const std::optional<std::uint64_t> needed = base::checked_multiply(named + kHeaderAndTime, header.record_bytes());
  if (!needed || *needed > size) return too_short(header, named, needed, files, size);
  if (Status matched = match_records(data, header, named, files); !matched.ok()) return matched;
  const std::uint64_t behind = size - *needed;
  if (behind > 0)
    warnings.push_back(std::to_string(behind / header.record_bytes()) + " records (" + std::to_string(behind) +
                       " bytes) behind the last series that the key names are ignored");
  return base::done();
}

/// Where the first name does not read like time, all names might be one record off: it is believed only where each number agrees.
Status judge_time_name(const Header& header, const DirectAccessKey& key, const Files& files, std::uint64_t size,
                       std::vector<std::string>& warnings) {
  if (!key.untold_time_name) return base::done();
  const std::uint64_t expected = key.names.size() + kHeaderAndTime;
  const std::string name = "the first name of " + files.key + ", '" + *key.untold_time_name + "'";
  if (header.record_count != expected || size != expected * header.record_bytes())
    return Error{ErrorCode::kFormatDescription, name + ", should be that of time: without it no name can be trusted", {}};
  warnings.push_back(name + ", is taken as that of time");
  return base::done();
}

layout::ArrayLayout series(const Header& header, std::uint64_t record) {
  return {.type = layout::SampleType::kFloat32,
          .offset_bytes = record * header.record_bytes(),
          .stride_bytes = kNumber_bytes,
          .count = header.sample_count};
}

base::Result<layout::FileLayout> describe(platform::ByteSource& data, Header header, DirectAccessKey key, const Files& files) {
  layout::FileLayout file;
  if (Status judged = judge_time_name(header, key, files, data.size_bytes(), file.warnings); !judged.ok()) return judged.error();
  if (Status judged = judge(data, header, key.names.size(), files, file.warnings); !judged.ok()) return judged.error();
  file.sample_count = header.sample_count;
  file.time.samples = series(header, 1);
  file.channels.reserve(key.names.size());
  for (std::size_t i = 0; i < key.names.size(); ++i)
    file.channels.push_back({std::move(key.names[i]), "", series(header, kHeaderAndTime + i)});
  return file;
}

Files names_of(const Description& key, const ParseHints& hints) {
  return {"'" + std::string(key.name) + "'", "'" + std::string(hints.data_name) + "'"};
}

}  // namespace

base::Result<layout::FileLayout> parse_ts(const Description& description, platform::ByteSource& data, const ParseHints& hints) {
  const Files files = names_of(description, hints);
  base::Result<DirectAccessKey> key = read_direct_access_key(description);
  if (!key.ok()) return key.error();
  const base::Result<Header> header = read_header<std::int32_t>(data, 2);
  if (!header.ok()) return header.error();
  base::Result<layout::FileLayout> file = describe(data, *header, std::move(*key), files);
  if (!file.ok()) return file;
  file->format = "ts";
  file->variant = "integer header";
  return file;
}

base::Result<layout::FileLayout> parse_tda(const Description& description, platform::ByteSource& data, const ParseHints& hints) {
  const Files files = names_of(description, hints);
  base::Result<DirectAccessKey> key = read_direct_access_key(description);
  if (!key.ok()) return key.error();
  base::Result<Header> header = read_header<float>(data, 4);
  if (!header.ok()) return header.error();
  if (Status matched = match_samples(*header, *key, files); !matched.ok()) return matched.error();
  base::Result<layout::FileLayout> file = describe(data, *header, std::move(*key), files);
  if (!file.ok()) return file;
  file->format = "tda";
  file->variant = "float header";
  return file;
}

}  // namespace wavemill::formats
