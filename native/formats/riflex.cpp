#include "formats/riflex.h"

#include <cstring>
#include <string>

#include "formats/file_pattern.h"
#include "formats/riflex_key.h"
#include "formats/sample_range.h"

namespace wavemill::formats {
namespace {

using base::Error;
using base::ErrorCode;
using base::Status;

constexpr std::uint64_t kMark_bytes = 4;
constexpr std::uint64_t kNumber_bytes = 4;

struct Records {
  std::uint64_t payload_bytes = 0;  // time and channels
  std::uint64_t count = 0;          // those that are whole

  [[nodiscard]] std::uint64_t record_bytes() const { return payload_bytes + 2 * kMark_bytes; }
  [[nodiscard]] std::uint64_t channel_count() const { return payload_bytes / kNumber_bytes - 1; }
};

std::string at_byte(std::uint64_t offset) { return " (byte " + std::to_string(offset) + ")"; }

base::Result<std::int32_t> mark_at(platform::ByteSource& data, std::uint64_t offset) {
  const base::Result<const std::byte*> bytes = data.window(offset, kMark_bytes);
  if (!bytes.ok()) return bytes.error();
  std::int32_t mark = 0;
  std::memcpy(&mark, *bytes, sizeof mark);
  return mark;
}

base::Result<Records> first_record(platform::ByteSource& data) {
  const std::uint64_t size = data.size_bytes();
  if (size < kMark_bytes)
    return Error{ErrorCode::kFormatTruncatedHeader,
                 "the file has " + std::to_string(size) +
                     " bytes, and the mark of the first record alone takes 4 (byte 0): the simulation did not get that far",
                 0};
  const base::Result<std::int32_t> mark = mark_at(data, 0);
  if (!mark.ok()) return mark.error();
  constexpr auto kLongest = static_cast<std::int64_t>(kNumber_bytes * (kLargestChannelCount + 1));
  if (*mark < static_cast<std::int64_t>(2 * kNumber_bytes) || *mark > kLongest || *mark % kNumber_bytes != 0)
    return Error{ErrorCode::kFormatRecordMark,
                 "the first record says that it takes " + std::to_string(*mark) +
                     " bytes (byte 0), which is no time and some numbers of 4 bytes: the file is damaged, or none of RIFLEX",
                 0};
  Records records{static_cast<std::uint64_t>(*mark), 0};
  records.count = size / records.record_bytes();
  return records;
}

/// Both marks of a record say its length; the one at its end was written last.
Status judge_marks(platform::ByteSource& data, const Records& records, std::uint64_t record) {
  const std::uint64_t begin = record * records.record_bytes();
  for (const std::uint64_t offset : {begin, begin + records.record_bytes() - kMark_bytes}) {
    const base::Result<std::int32_t> mark = mark_at(data, offset);
    if (!mark.ok()) return mark.error();
    if (static_cast<std::uint64_t>(*mark) == records.payload_bytes) continue;
    return Error{ErrorCode::kFormatRecordMark,
                 "a mark of record " + std::to_string(record + 1) + " of " + std::to_string(records.count) + " is " +
                     std::to_string(*mark) + at_byte(offset) + ", and all should be " + std::to_string(records.payload_bytes) +
                     ": the file is damaged, or its records differ in length",
                 offset};
  }
  return base::done();
}

Status judge_end(const Records& records, std::uint64_t size) {
  const std::uint64_t torn = size % records.record_bytes();
  if (torn == 0) return base::done();
  return Error{ErrorCode::kFormatTruncatedData,
               "the file ends inside record " + std::to_string(records.count + 1) + ", after " + std::to_string(torn) +
                   " of its " + std::to_string(records.record_bytes()) + " bytes: " + std::to_string(records.count) +
                   " records are whole; the simulation did not finish, or the copy is incomplete; run or copy it again",
               size};
}

Status judge_key(const RiflexKey& key, const Records& records, std::string_view key_name, std::string_view data_name) {
  if (key.columns.size() == records.channel_count()) return base::done();
  return Error{ErrorCode::kFormatDescription,
               "'" + std::string(key_name) + "' names " + std::to_string(key.columns.size()) +
                   " columns besides time, and a record of '" + std::string(data_name) + "' holds " +
                   std::to_string(records.channel_count()) + at_byte(0) +
                   ": they are of different simulations, or one is damaged",
               0};
}

layout::ArrayLayout column(const Records& records, std::uint64_t place) {
  return {.type = layout::SampleType::kFloat32,
          .offset_bytes = kMark_bytes + place * kNumber_bytes,
          .stride_bytes = records.record_bytes(),
          .count = records.count};
}

base::Result<Records> judged_records(platform::ByteSource& data, const RiflexKey& key, std::string_view key_name,
                                     std::string_view data_name) {
  const base::Result<Records> records = first_record(data);
  if (!records.ok()) return records.error();
  if (Status judged = judge_key(key, *records, key_name, data_name); !judged.ok()) return judged.error();
  if (records->count > 0) {
    if (Status judged = judge_marks(data, *records, 0); !judged.ok()) return judged.error();
    if (Status judged = judge_marks(data, *records, records->count - 1); !judged.ok()) return judged.error();
  }
  if (Status judged = judge_end(*records, data.size_bytes()); !judged.ok()) return judged.error();
  return records;
}

/// The same as text: rows of the time and the columns behind it.
layout::FileLayout described_text(RiflexKey key) {
  layout::FileLayout file;
  file.format = "riflex";
  file.variant = key.contents.empty() ? "text" : key.contents + ", text";
  file.text.emplace(layout::TextRows{.fields_per_line = key.columns.size() + 1, .has_time = true});
  for (RiflexColumn& named : key.columns) {
    file.channels.push_back({std::move(named.name), std::move(named.unit), {}, std::move(named.description)});
    file.text->channel_fields.push_back(static_cast<std::uint32_t>(named.number - key.time_column));
  }
  return file;
}

}  // namespace

base::Result<layout::FileLayout> parse_riflex(const Description& description, platform::ByteSource& data,
                                              const ParseHints& hints) {
  base::Result<RiflexKey> key = read_riflex_key(description);
  if (!key.ok()) return key.error();
  if (match_pattern("*.asc", hints.data_name)) return described_text(std::move(*key));
  const base::Result<Records> records = judged_records(data, *key, description.name, hints.data_name);
  if (!records.ok()) return records.error();

  layout::FileLayout file;
  file.format = "riflex";
  file.variant = key->contents;
  file.sample_count = records->count;
  file.time.samples = column(*records, 0);
  file.channels.reserve(key->columns.size());
  for (RiflexColumn& named : key->columns)
    file.channels.push_back({std::move(named.name), std::move(named.unit), column(*records, named.number - key->time_column),
                             std::move(named.description)});
  return file;
}

}  // namespace wavemill::formats
