#include <doctest/doctest.h>

#include <numeric>
#include <string>
#include <vector>

#include "decode/text_table.h"
#include "formats/memory_bytes.h"

using namespace wavemill;
using base::ErrorCode;
using Columns = std::vector<std::vector<double>>;

namespace {

/// Two channels of a sample that takes two lines of two fields: the second field of each.
layout::FileLayout described(std::uint64_t sample_count) {
  layout::FileLayout file;
  file.format = "bladed";
  file.sample_count = sample_count;
  file.channels = {{"a", "m", {}}, {"b", "N", {}}};
  file.text.emplace(layout::TextRows{.lines_per_sample = 2, .fields_per_line = 2, .channel_fields = {1, 3}});
  return file;
}

struct Outcome {
  layout::FileLayout layout;
  Columns columns;
};

base::Result<Outcome> decoded(const std::string& content, std::uint64_t sample_count, std::size_t chunk_bytes = 1U << 20) {
  test::MemoryBytes bytes(content);
  auto opened = decode::TextTable::open_described(bytes, described(sample_count), chunk_bytes);
  if (!opened) return opened.error();
  decode::TextTable& table = **opened;
  if (const base::Status wanted = table.want(std::vector<std::uint32_t>{0, 1}); !wanted) return wanted.error();
  for (std::size_t chunk = 0; chunk < table.chunk_count(); ++chunk)
    if (const base::Status status = table.decode(chunk, bytes); !status) return status.error();
  if (const base::Status finished = table.finish(); !finished) return finished.error();
  Outcome outcome{table.layout(), {}};
  for (const layout::Channel& channel : table.layout().channels) {
    const auto* first = reinterpret_cast<const double*>(table.memory().data() + channel.samples.offset_bytes);
    outcome.columns.emplace_back(first, first + channel.samples.count);
  }
  return outcome;
}

const std::string kRows = "  0 1\n  9 2\n\n  0 3\n  9 4\n  0 5\n  9 6\n";

}  // namespace

TEST_CASE("text without names: a sample of several lines, in chunks of any size") {
  for (const std::size_t chunk_bytes : {1U, 8U, 1U << 20}) {
    const auto table = decoded(kRows, 3, chunk_bytes);
    REQUIRE_MESSAGE(table.ok(), table.error().message);
    CHECK(table->columns == Columns{{1, 3, 5}, {2, 4, 6}});
    CHECK(table->layout.warnings.empty());
  }
}

TEST_CASE("text without names: as many samples as there are, where the description does not say; a part of one is left") {
  const auto table = decoded(kRows + "  0 7\n", 0);
  REQUIRE_MESSAGE(table.ok(), table.error().message);
  CHECK(table->layout.sample_count == 3);
  CHECK(table->columns == Columns{{1, 3, 5}, {2, 4, 6}});
  CHECK(table->layout.warnings == std::vector<std::string>{"1 lines behind the last sample are ignored"});
}

TEST_CASE("text without names: fewer rows than promised, none, fields too few, and no number") {
  const auto cut = decoded(kRows, 4);
  REQUIRE_FALSE(cut.ok());
  CHECK(cut.error().code == ErrorCode::kFormatTruncatedData);
  CHECK(cut.error().message.find("6 lines of numbers, that is 3 complete samples of 4") != std::string::npos);
  CHECK(decoded("\n\n", 0).error().code == ErrorCode::kFormatNoSamples);
  const auto narrow = decoded("0 1\n9\n", 1);
  REQUIRE_FALSE(narrow.ok());
  CHECK(narrow.error().code == ErrorCode::kFormatTextColumns);
  CHECK(narrow.error().message.find("line 2 has 1 field, and there are 2 wanted") != std::string::npos);
  const auto word = decoded("0 1\n9 x\n", 1);
  REQUIRE_FALSE(word.ok());
  CHECK(word.error().message.find("line 2, column 2 ('b'): 'x' is not a number") != std::string::npos);
}
