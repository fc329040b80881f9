#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/result.h"
#include "engine/derived_memory.h"
#include "engine/input_columns.h"
#include "engine/period.h"
#include "expression/program.h"
#include "kernels/block.h"
#include "kernels/facts.h"
#include "layout/file_layout.h"
#include "platform/byte_source.h"

namespace wavemill::engine {

/// Gives derived channels as ColumnTile gives those of the file: block by block, for as many sweeps as it takes. A block of the inputs is decoded once for
/// all of them, and each derived block is computed when it is asked for, into registers that the next one uses again; none of the columns is stored, but
/// those that cost more to compute than to read, where all of them fit into the cache.
class DerivedTile {
 public:
  /// Where the channels of a file are.
  struct Samples {
    platform::ByteSource& bytes;
    const std::vector<layout::Channel>& channels;
  };

  /// @param program   borrowed, as memory and samples
  DerivedTile(const kernels::isa::Table& isa, DerivedMemory& memory, const expression::Program& program, const Samples& samples,
              const kernels::TimeView& time, const SampleRange& range, ColumnTile::Keeps keeps = ColumnTile::Keeps::kWhatIsSmall);
  DerivedTile(const DerivedTile&) = delete;
  DerivedTile& operator=(const DerivedTile&) = delete;

  [[nodiscard]] std::uint64_t block_count() const { return (range_.count + kernels::kBlockSamples - 1) / kernels::kBlockSamples; }

  /// From the first block again.
  /// @param is_wanted   one an output; all of them in the first sweep
  void begin_sweep(const std::vector<bool>& is_wanted);

  /// Blocks come one after another.
  /// @errors        those of ByteSource::window
  base::Status load(std::uint64_t block);

  [[nodiscard]] const expression::Program& program() const { return program_; }

  /// Of a wanted output, asked for in rising order; good until the next call.
  [[nodiscard]] kernels::Block block(std::size_t output);

  /// All samples of an output: they may be changed. Only where everything is kept, after a sweep over all of it.
  [[nodiscard]] std::span<double> column(std::size_t output);

 private:
  [[nodiscard]] std::vector<double>& window(std::size_t input, std::uint64_t block) {
    return memory_.windows[2 * input + block % 2];
  }
  base::Status load_inputs(std::uint64_t block);
  base::Status load_windows(std::uint64_t block);
  base::Status fill_window(std::uint64_t block);
  [[nodiscard]] double* kept(std::size_t output) const;

  DerivedMemory& memory_;
  const expression::Program& program_;
  std::vector<const layout::ArrayLayout*> layouts_;  // of the inputs
  InputColumns columns_;
  SampleRange range_;
  bool is_kept_;
  bool is_first_sweep_ = true;
  bool has_swept_ = false;
  std::uint64_t block_ = 0;
  std::vector<const double*> inputs_;
};

}  // namespace wavemill::engine
