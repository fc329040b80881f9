#include "engine/derived_tile.h"

#include <algorithm>

namespace wavemill::engine {

using kernels::kBlockSamples;

namespace {

std::vector<const layout::ArrayLayout*> layouts_of(const expression::Program& program,
                                                   const std::vector<layout::Channel>& channels) {
  std::vector<const layout::ArrayLayout*> layouts;
  for (const std::uint32_t input : program.inputs()) layouts.push_back(&channels[input].samples);
  return layouts;
}

}  // namespace

DerivedTile::DerivedTile(const kernels::isa::Table& isa, DerivedMemory& memory, const expression::Program& program,
                         const Samples& samples, const kernels::TimeView& time, const SampleRange& range, ColumnTile::Keeps keeps)
    : memory_(memory),
      program_(program),
      layouts_(layouts_of(program, samples.channels)),
      columns_(isa, memory.inputs, samples.bytes, layouts_, range),
      range_(range),
      inputs_(layouts_.size(), nullptr) {
  memory_.evaluator.begin(program, time, range.count);
  const std::size_t kept = program.outputs().size() * static_cast<std::size_t>(block_count()) * kBlockSamples;
  const bool is_worth_keeping = program.is_costly() && kept <= ColumnTile::kResident_bytes / sizeof(double);
  is_kept_ = keeps == ColumnTile::Keeps::kAll || is_worth_keeping;
  if (is_kept_ && memory_.kept.size() < kept) memory_.kept.resize(kept);
  if (program.halo() == 0) return;
  if (memory_.windows.size() < 2 * layouts_.size()) memory_.windows.resize(2 * layouts_.size());
  for (std::size_t i = 0; i < 2 * layouts_.size(); ++i)
    memory_.windows[i].resize(std::max(memory_.windows[i].size(), kBlockSamples + 2 * program.halo()));
}

void DerivedTile::begin_sweep(const std::vector<bool>& is_wanted) {
  is_first_sweep_ = !has_swept_;
  has_swept_ = true;
  memory_.evaluator.begin_sweep(is_wanted);
}

base::Status DerivedTile::load(std::uint64_t block) {
  block_ = block;
  if (is_kept_ && !is_first_sweep_) return base::done();
  base::Status loaded = program_.halo() == 0 ? load_inputs(block) : load_windows(block);
  if (loaded) memory_.evaluator.begin_block(block, inputs_);
  return loaded;
}

base::Status DerivedTile::load_inputs(std::uint64_t block) {
  base::Status loaded = columns_.load(block);
  for (std::size_t i = 0; i < inputs_.size(); ++i) inputs_[i] = columns_.samples(i);
  return loaded;
}

/// Puts a block into the middle of its window; the neighbours beside it come when they are known.
base::Status DerivedTile::fill_window(std::uint64_t block) {
  base::Status loaded = columns_.load(block);
  if (!loaded) return loaded;
  const std::size_t count = memory_.evaluator.extent_of(block).count;
  for (std::size_t i = 0; i < inputs_.size(); ++i)
    std::copy_n(columns_.samples(i), count, window(i, block).data() + program_.halo());
  return loaded;
}

/// Two windows an input, in turn: while one is computed on, the other has the block after it.
base::Status DerivedTile::load_windows(std::uint64_t block) {
  const std::size_t halo = program_.halo();
  const expression::Extent extent = memory_.evaluator.extent_of(block);
  if (block == 0) {
    const base::Status filled = fill_window(0);
    if (!filled) return filled;
  } else {
    for (std::size_t i = 0; i < inputs_.size(); ++i)
      std::copy_n(window(i, block - 1).data() + kBlockSamples, halo, window(i, block).data());
  }
  if (block + 1 < block_count()) {
    const base::Status filled = fill_window(block + 1);
    if (!filled) return filled;
    for (std::size_t i = 0; i < inputs_.size(); ++i)
      std::copy_n(window(i, block + 1).data() + halo, extent.after, window(i, block).data() + halo + extent.count);
  }
  for (std::size_t i = 0; i < inputs_.size(); ++i) inputs_[i] = window(i, block).data() + halo - extent.before;
  return base::done();
}

double* DerivedTile::kept(std::size_t output) const {
  return memory_.kept.data() +
         (output * static_cast<std::size_t>(block_count()) + static_cast<std::size_t>(block_)) * kBlockSamples;
}

std::span<double> DerivedTile::column(std::size_t output) {
  double* const first = memory_.kept.data() + output * static_cast<std::size_t>(block_count()) * kBlockSamples;
  return {first, static_cast<std::size_t>(range_.count)};
}

kernels::Block DerivedTile::block(std::size_t output) {
  const std::size_t count = memory_.evaluator.extent_of(block_).count;
  const std::uint64_t first_index = block_ * kBlockSamples;
  if (!is_kept_) return {memory_.evaluator.output(output), count, first_index};
  if (is_first_sweep_) std::copy_n(memory_.evaluator.output(output), count, kept(output));
  return {kept(output), count, first_index};
}

}  // namespace wavemill::engine
