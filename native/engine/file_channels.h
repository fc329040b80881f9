#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "engine/channel_groups.h"
#include "expression/derived_channels.h"
#include "expression/program.h"
#include "layout/file_layout.h"

namespace wavemill::engine {

/// A file's channels with the derived ones behind them, under one numbering.
class FileChannels {
 public:
  FileChannels() = default;

  /// @param derived   none: the file's alone
  /// @param own       the file's; names and units are looked at now and must not change
  /// @errors          those of DerivedChannels::bind
  static base::Result<FileChannels> bind(const std::shared_ptr<const expression::DerivedChannels>& derived,
                                         const std::vector<layout::Channel>& own);

  /// Names and units of all; derived ones have no place in the file.
  [[nodiscard]] const std::vector<layout::Channel>& all() const { return derived_ ? all_ : *own_; }
  [[nodiscard]] bool is_derived(std::uint32_t index) const { return index >= own_->size(); }
  /// How many of rising indices are the file's.
  [[nodiscard]] std::size_t own_count(std::span<const std::uint32_t> indices) const;

  /// The file's channels that the given ones are, or are made of; rising.
  [[nodiscard]] std::vector<std::uint32_t> sources_of(std::span<const std::uint32_t> indices) const;

  /// Derived channels that are computed together, by what they are made of.
  /// @param indices        rising, derived ones behind the file's
  /// @param most_a_group   so that lanes can share what is long
  /// @return               groups of places in `indices`
  [[nodiscard]] std::vector<ChannelGroup> derived_groups(std::span<const std::uint32_t> indices, std::size_t most_a_group) const;

  /// @param indices   of derived channels, rising
  [[nodiscard]] expression::Program program_of(std::span<const std::uint32_t> indices) const;

  [[nodiscard]] std::vector<std::string> warnings() const;

 private:
  [[nodiscard]] const expression::BoundChannels::Channel& derived(std::uint32_t index) const {
    return derived_->channels[index - own_->size()];
  }

  const std::vector<layout::Channel>* own_ = nullptr;
  std::shared_ptr<const expression::BoundChannels> derived_;
  std::vector<layout::Channel> all_;  // where there are derived ones
};

}  // namespace wavemill::engine
