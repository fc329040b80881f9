#include "expression/program.h"

#include <algorithm>

namespace wavemill::expression {

namespace {

bool is_computed(const Value& value) {
  return value.source != Source::kInput && value.source != Source::kConstant && value.source != Source::kTime;
}

}  // namespace

/// Puts values in order and gives them registers; a register is free again behind the last instruction that reads it.
class Compiler {
 public:
  Compiler(const BoundChannels& bound, std::span<const std::uint32_t> outputs, Program& program)
      : values_(bound.graph.values()), program_(program), slot_(values_.size(), kNone), last_use_(values_.size(), 0) {
    for (const std::uint32_t output : outputs) results_.push_back(bound.channels[output].value);
  }

  void compile() {
    order();
    assign_leaves();
    for (std::size_t k = 0, i = 0; k < results_.size(); ++k) {
      for (; i < ends_[k]; ++i) emit(order_[i], i);
      program_.outputs_.push_back({slot_[results_[k]], i});
    }
    for (const ValueId id : results_) program_.halo_ = std::max<std::size_t>(program_.halo_, values_[id].depth);
  }

 private:
  static constexpr std::uint32_t kNone = ~std::uint32_t{0};

  /// What an output needs and none before it has made, operands first.
  void order() {
    std::vector<bool> is_placed(values_.size(), false), is_needed(values_.size(), false);
    for (const ValueId result : results_) {
      is_needed[result] = true;
      for (ValueId id = result + 1; id-- > 0;) {
        if (!is_needed[id] || is_placed[id] || !is_computed(values_[id])) continue;
        is_needed[values_[id].x] = is_needed[values_[id].y] = true;
      }
      for (ValueId id = 0; id <= result; ++id) {
        if (!is_needed[id] || is_placed[id]) continue;
        is_placed[id] = true;
        (is_computed(values_[id]) ? order_ : leaves_).push_back(id);
      }
      ends_.push_back(order_.size());
    }
    for (std::size_t i = 0; i < order_.size(); ++i) last_use_[values_[order_[i]].x] = last_use_[values_[order_[i]].y] = i;
    for (std::size_t k = 0; k < results_.size(); ++k)  // an output is read when it is made, before the next instruction
      last_use_[results_[k]] = std::max(last_use_[results_[k]], ends_[k]);
  }

  void assign_leaves() {
    for (const ValueId id : leaves_)
      if (values_[id].source == Source::kInput) program_.inputs_.push_back(values_[id].channel);
    std::sort(program_.inputs_.begin(), program_.inputs_.end());
    for (const ValueId id : leaves_)
      if (values_[id].source == Source::kConstant) program_.constants_.push_back(values_[id].a);
    std::uint32_t constant = program_.first_constant();
    for (const ValueId id : leaves_) {
      const Value& value = values_[id];
      if (value.source == Source::kConstant) slot_[id] = constant++;
      if (value.source == Source::kTime) slot_[id] = program_.time_slot();
      program_.uses_time_ = program_.uses_time_ || value.source == Source::kTime;
      if (value.source != Source::kInput) continue;
      const auto place = std::lower_bound(program_.inputs_.begin(), program_.inputs_.end(), value.channel);
      slot_[id] = static_cast<std::uint32_t>(place - program_.inputs_.begin());
    }
  }

  void emit(ValueId id, std::size_t position) {
    const Value& value = values_[id];
    // Registers that were read for the last time before this instruction are free. Those that it reads are not: its target is none of them.
    std::erase_if(alive_, [&](ValueId old) {
      if (last_use_[old] >= position) return false;
      free_.push_back(slot_[old]);
      return true;
    });
    slot_[id] = take_register();
    alive_.push_back(id);
    Instruction instruction{value.source, value.map, value.libm, slot_[value.x], slot_[value.y], slot_[id], value.a,
                            value.b,      0,         0};
    instruction.depth = values_[value.x].depth;
    if (value.source == Source::kIntegral) instruction.state = static_cast<std::uint32_t>(program_.integral_count_++);
    program_.is_costly_ = program_.is_costly_ || value.source != Source::kMap;
    program_.instructions_.push_back(instruction);
  }

  std::uint32_t take_register() {
    if (free_.empty()) return program_.first_register() + static_cast<std::uint32_t>(program_.register_count_++);
    const std::uint32_t slot = free_.back();
    free_.pop_back();
    return slot;
  }

  const std::vector<Value>& values_;
  Program& program_;
  std::vector<ValueId> results_, order_, leaves_;
  std::vector<std::size_t> ends_;  // in the order, behind each output
  std::vector<std::uint32_t> slot_;
  std::vector<std::size_t> last_use_;
  std::vector<ValueId> alive_;
  std::vector<std::uint32_t> free_;
};

Program::Program(const BoundChannels& bound, std::span<const std::uint32_t> outputs) {
  Compiler(bound, outputs, *this).compile();
}

void Program::mark_needed(const std::vector<bool>& is_wanted, std::vector<bool>& is_needed) const {
  is_needed.assign(instructions_.size(), false);
  std::vector<bool> is_read(first_register() + register_count_, false);
  std::size_t output = outputs_.size();
  for (std::size_t i = instructions_.size() + 1; i-- > 0;) {
    for (; output > 0 && outputs_[output - 1].end == i; --output)
      if (is_wanted[output - 1]) is_read[outputs_[output - 1].slot] = true;
    if (i == 0) break;
    const Instruction& instruction = instructions_[i - 1];
    if (!is_read[instruction.target]) continue;
    is_needed[i - 1] = true;
    is_read[instruction.target] = false;
    is_read[instruction.x] = is_read[instruction.y] = true;
  }
}

}  // namespace wavemill::expression
