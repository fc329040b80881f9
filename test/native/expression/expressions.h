#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "expression/derived_channels.h"
#include "expression/evaluator.h"
#include "expression/program.h"

namespace wavemill::test {

struct Column {
  std::string name;
  std::string unit;
  std::vector<double> samples;
};

using expression::DerivedChannels;

/// What parsing says: the derived channels, or nothing and `fault`.
struct Parsing {
  std::shared_ptr<const DerivedChannels> derived;
  expression::Fault fault{};
};

inline Parsing parsing_of(std::vector<expression::Definition> definitions) {
  DerivedChannels::Parsed parsed = DerivedChannels::parse(std::move(definitions));
  if (auto* faults = std::get_if<std::vector<expression::Fault>>(&parsed)) return {nullptr, faults->front()};
  return {std::get<0>(parsed), {}};
}

inline std::vector<layout::Channel> channels_of(const std::vector<Column>& columns) {
  std::vector<layout::Channel> channels;
  for (const Column& column : columns) channels.push_back({column.name, column.unit, {}});
  return channels;
}

inline base::Result<std::shared_ptr<const expression::BoundChannels>> bound(
    const std::vector<expression::Definition>& definitions, const std::vector<Column>& columns) {
  const Parsing parsing = parsing_of(definitions);
  REQUIRE_MESSAGE(parsing.derived, parsing.fault.message);
  return parsing.derived->bind(channels_of(columns));
}

/// The derived columns, computed block by block; the inputs of a block lie in memory of exactly its extent.
inline std::vector<Column> evaluated(const std::vector<expression::Definition>& definitions, const std::vector<Column>& columns,
                                     const kernels::TimeView& time, const kernels::isa::Table& isa) {
  const auto made = bound(definitions, columns);
  REQUIRE_MESSAGE(made.ok(), made.error().message);
  const expression::BoundChannels& channels = **made;
  std::vector<std::uint32_t> all(channels.channels.size());
  for (std::uint32_t i = 0; i < all.size(); ++i) all[i] = i;
  const expression::Program program(channels, all);
  expression::Evaluator evaluator(isa);
  const std::size_t count = columns.front().samples.size();
  evaluator.begin(program, time, count);
  std::vector<Column> results;
  for (const auto& channel : channels.channels) results.push_back({channel.name, channel.unit, {}});
  evaluator.begin_sweep(std::vector<bool>(all.size(), true));
  for (std::uint64_t block = 0; block * kernels::kBlockSamples < count; ++block) {
    const expression::Extent extent = evaluator.extent_of(block);
    std::vector<std::vector<double>> copies;
    std::vector<const double*> inputs;
    for (const std::uint32_t input : program.inputs()) {
      const double* first = columns[input].samples.data() + extent.first - extent.before;
      copies.emplace_back(first, first + extent.length());
    }
    for (const auto& copy : copies) inputs.push_back(copy.data());
    evaluator.begin_block(block, inputs);
    for (std::size_t k = 0; k < results.size(); ++k) {
      const double* out = evaluator.output(k);
      results[k].samples.insert(results[k].samples.end(), out, out + extent.count);
    }
  }
  return results;
}

}  // namespace wavemill::test
