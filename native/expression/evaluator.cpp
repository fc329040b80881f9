#include "expression/evaluator.h"

#include <algorithm>

namespace wavemill::expression {

using kernels::kBlockSamples;

void Evaluator::begin(const Program& program, const kernels::TimeView& time, std::uint64_t sample_count) {
  program_ = &program;
  time_ = time;
  sample_count_ = sample_count;
  const std::size_t stride = kBlockSamples + 2 * program.halo();
  const std::size_t first = program.time_slot(), slot_count = program.first_register() + program.register_count();
  if (memory_.size() < (slot_count - first) * stride) memory_.resize((slot_count - first) * stride);
  slots_.resize(slot_count);
  for (std::size_t slot = first; slot < slot_count; ++slot) slots_[slot] = memory_.data() + (slot - first) * stride;
  for (std::size_t i = 0; i < program.constants().size(); ++i) {
    double* constant = memory_.data() + (program.first_constant() + i - first) * stride;
    std::fill(constant, constant + stride, program.constants()[i]);
  }
  integrals_.resize(program.integral_count());
}

void Evaluator::begin_sweep(const std::vector<bool>& is_wanted) { program_->mark_needed(is_wanted, is_needed_); }

Extent Evaluator::extent_of(std::uint64_t block) const {
  Extent extent;
  extent.first = block * kBlockSamples;
  extent.count = static_cast<std::size_t>(std::min<std::uint64_t>(kBlockSamples, sample_count_ - extent.first));
  extent.before = static_cast<std::size_t>(std::min<std::uint64_t>(program_->halo(), extent.first));
  extent.after = static_cast<std::size_t>(std::min<std::uint64_t>(program_->halo(), sample_count_ - extent.first - extent.count));
  return extent;
}

void Evaluator::begin_block(std::uint64_t block, std::span<const double* const> inputs) {
  extent_ = extent_of(block);
  next_ = 0;
  std::copy(inputs.begin(), inputs.end(), slots_.begin());
  if (!program_->uses_time()) return;
  double* times_s = memory_.data();
  for (std::size_t i = 0; i < extent_.length(); ++i) times_s[i] = time_.at(extent_.first - extent_.before + i);
}

const double* Evaluator::output(std::size_t number) {
  const Program::Output& output = program_->outputs()[number];
  for (; next_ < output.end; ++next_)
    if (is_needed_[next_]) run(program_->instructions()[next_]);
  return slots_[output.slot] + extent_.before;
}

void Evaluator::run(const Instruction& instruction) {
  const double *x = slots_[instruction.x], *y = slots_[instruction.y];
  double* out = memory_.data() + (slots_[instruction.target] - memory_.data());
  switch (instruction.source) {
    case Source::kMap: return isa_.map_block(instruction.map, instruction.a, instruction.b, x, y, extent_.length(), out);
    case Source::kLibm: return map_libm(instruction.libm, x, y, extent_.length(), out);
    case Source::kDerivative: return derive(x, out);
    case Source::kIntegral: return integrate(instruction, x, out);
    case Source::kInput:
    case Source::kConstant:
    case Source::kTime: return;  // are there
  }
}

/// From the sample at `index` to the next.
double Evaluator::step_s(std::uint64_t index) const {
  return time_.times_s == nullptr ? time_.step_s : time_.at(index + 1) - time_.at(index);
}

/// Central differences, of second order where the step varies, one-sided at the ends of the extent: those are the ends of the period, or samples that only
/// neighbours of the block see and nobody reads.
void Evaluator::derive(const double* x, double* out) const {
  const std::size_t count = extent_.length();
  const std::uint64_t first = extent_.first - extent_.before;
  if (count < 2) {
    out[0] = kernels::kNone;
    return;
  }
  out[0] = (x[1] - x[0]) / step_s(first);
  out[count - 1] = (x[count - 1] - x[count - 2]) / step_s(first + count - 2);
  if (time_.times_s == nullptr)
    return isa_.map_block(MapOperation::kDifference, 2.0 * time_.step_s, 0.0, x, x + 2, count - 2, out + 1);
  for (std::size_t i = 1; i + 1 < count; ++i) {
    const double before = step_s(first + i - 1), after = step_s(first + i);
    out[i] = -after / (before * (before + after)) * x[i - 1] + (after - before) / (before * after) * x[i] +
             before / (after * (before + after)) * x[i + 1];
  }
}

/// Trapezia from sample to sample, whatever the blocks. Operands that are derivatives mean nothing at the outer ends of the extent, so the sum goes on from
/// the sample where it and the operand were right in the block before.
void Evaluator::integrate(const Instruction& instruction, const double* x, double* out) {
  IntegralState& state = integrals_[instruction.state];
  const std::size_t count = extent_.length();
  const std::uint64_t first = extent_.first - extent_.before;
  const std::size_t reach = program_->halo() - instruction.depth;  // samples beside the block that are right
  const bool is_begin = extent_.first == 0;
  const std::size_t begin = is_begin ? 0 : extent_.before - reach;
  if (is_begin) {
    state.sum = 0.0;
  } else {
    state.sum += 0.5 * step_s(first + begin - 1) * (x[begin] + state.last_sample);
  }
  std::fill(out, out + begin + 1, state.sum);
  for (std::size_t i = begin + 1; i < count; ++i) out[i] = out[i - 1] + 0.5 * step_s(first + i - 1) * (x[i] + x[i - 1]);
  if (extent_.count < kBlockSamples) return;                        // the last block
  const std::size_t next = extent_.before + extent_.count - reach;  // where the next block begins to sum
  state.sum = out[next - 1];
  state.last_sample = x[next - 1];
}

}  // namespace wavemill::expression
