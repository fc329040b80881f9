#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <variant>
#include <vector>

#include "base/result.h"
#include "expression/graph.h"
#include "expression/syntax.h"
#include "layout/file_layout.h"

namespace wavemill::expression {

/// A derived channel as a user writes it.
struct Definition {
  std::string name;
  std::string expression;
  std::string unit;                // to convert to; empty: what comes of the expression
  std::vector<double> angles_deg;  // a channel each, `angle` being its; none: one channel without
};

/// What is wrong with a definition, and where in its expression.
struct Fault {
  std::size_t definition;
  std::size_t offset_bytes;
  std::string message;
};

/// What the derived channels of a file are: values of one graph. They come after the file's own channels.
struct BoundChannels {
  struct Channel {
    std::string name;
    std::string unit;
    ValueId value;
    std::vector<std::uint32_t> inputs;  // channels of the file, rising
  };

  Graph graph;
  std::vector<Channel> channels;
  std::vector<std::string> warnings;
};

/// The derived channels of a batch: parsed once, bound to each list of channels once. Shared by the lanes.
class DerivedChannels {
 public:
  static constexpr std::size_t kMostAngles = 3600, kMostChannels = 20'000;

  using Parsed = std::variant<std::shared_ptr<const DerivedChannels>, std::vector<Fault>>;

  /// @return   or all that is wrong: a fault a definition
  static Parsed parse(std::vector<Definition> definitions);

  /// @param channels   of a file
  /// @errors           INPUT_UNKNOWN_CHANNEL, INPUT_EXPRESSION: units that do not go together, a name that means several channels. They name the derived
  ///                   channel and the place in its expression.
  /// @cost             a look at the names and units where the file before had the same channels
  base::Result<std::shared_ptr<const BoundChannels>> bind(const std::vector<layout::Channel>& channels) const;

  [[nodiscard]] const std::vector<Definition>& definitions() const { return definitions_; }

 private:
  DerivedChannels() = default;

  std::vector<Definition> definitions_;
  std::vector<Syntax> syntaxes_;  // one a definition

  struct Cached {
    std::vector<std::string> names, units;
    std::shared_ptr<const BoundChannels> bound;
  };
  mutable std::mutex mutex_;  // guards what follows
  mutable std::vector<Cached> cache_;
};

/// `name_030deg`, `name_007_5deg`.
std::string name_at_angle(const std::string& name, double angle_deg);

/// The expression with its place marked on a line below.
std::string pictured(const std::string& expression, std::size_t offset_bytes);

}  // namespace wavemill::expression
