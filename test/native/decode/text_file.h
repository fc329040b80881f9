#pragma once

#include <doctest/doctest.h>

#include <memory>
#include <numeric>
#include <string>
#include <vector>

#include "decode/text_table.h"
#include "formats/memory_bytes.h"

namespace wavemill::test {

/// A table decoded whole, in chunks of about so many bytes.
struct DecodedText {
  layout::FileLayout layout;
  std::vector<double> times_s;
  std::vector<std::vector<double>> columns;
};

inline base::Result<DecodedText> decoded(const std::string& content, layout::TextFormat format = layout::TextFormat::kTable,
                                         std::size_t chunk_bytes = decode::TextTable::kChunk_bytes) {
  MemoryBytes bytes(content);
  base::Result<std::unique_ptr<decode::TextTable>> opened = decode::TextTable::open(bytes, format, 0.5, chunk_bytes);
  if (!opened) return opened.error();
  decode::TextTable& table = **opened;
  std::vector<std::uint32_t> all(table.layout().channels.size());
  std::iota(all.begin(), all.end(), 0U);
  if (const base::Status wanted = table.want(all); !wanted) return wanted.error();
  for (std::size_t chunk = 0; chunk < table.chunk_count(); ++chunk)
    if (const base::Status status = table.decode(chunk, bytes); !status) return status.error();
  if (const base::Status finished = table.finish(); !finished) return finished.error();
  DecodedText result{table.layout(), {table.times_s().begin(), table.times_s().end()}, {}};
  for (const layout::Channel& channel : table.layout().channels) {
    const auto* first = reinterpret_cast<const double*>(table.memory().data() + channel.samples.offset_bytes);
    result.columns.emplace_back(first, first + channel.samples.count);
  }
  return result;
}

inline DecodedText must_decode(const std::string& content, layout::TextFormat format = layout::TextFormat::kTable) {
  base::Result<DecodedText> result = decoded(content, format);
  if (!result) FAIL(result.error().message);
  return std::move(*result);
}

inline base::Error refusal(const std::string& content, layout::TextFormat format = layout::TextFormat::kTable,
                           std::size_t chunk_bytes = decode::TextTable::kChunk_bytes) {
  const base::Result<DecodedText> result = decoded(content, format, chunk_bytes);
  REQUIRE_FALSE(result.ok());
  return result.error();
}

}  // namespace wavemill::test
