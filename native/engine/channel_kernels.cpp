#include "engine/channel_kernels.h"

#include <algorithm>
#include <utility>

#include "kernels/crossings.h"
#include "kernels/extremes.h"
#include "kernels/integral.h"
#include "kernels/period_moments.h"
#include "kernels/quantiles.h"
#include "kernels/reversals.h"

namespace wavemill::engine {

using contract::ChannelStatus;
using contract::ColumnKernel;

ChannelKernels::ChannelKernels(const kernels::isa::Table& isa, const StatisticsPlan& plan,
                               const std::shared_ptr<kernels::WelchShapes>& shapes)
    : positions_(plan.positions()), column_count_(plan.column_count()), summary_(isa) {
  if (plan.needs(ColumnKernel::kIntegral)) dependents_.push_back(std::make_unique<kernels::Integral>());
  if (plan.needs(ColumnKernel::kCrossings)) dependents_.push_back(std::make_unique<kernels::Crossings>(isa));
  if (plan.needs(ColumnKernel::kReversals))
    dependents_.push_back(
        std::make_unique<kernels::Reversals>(isa, plan.cycle_columns(), plan.equivalent_frequency_hz(), plan.fatigue()));
  if (plan.needs(ColumnKernel::kPeriodMoments)) dependents_.push_back(std::make_unique<kernels::PeriodMoments>());
  if (plan.needs(ColumnKernel::kExtremes))
    dependents_.push_back(std::make_unique<kernels::Extremes>(isa, plan.positions(), plan.extremes()));
  if (plan.needs(ColumnKernel::kQuantiles)) dependents_.push_back(std::make_unique<kernels::Quantiles>(isa, plan.percentiles()));
  if (plan.needs(ColumnKernel::kSpectrum)) {
    auto spectrum = std::make_unique<kernels::Spectrum>(plan.spectrum(), shapes);
    spectrum_ = spectrum.get();
    dependents_.push_back(std::move(spectrum));
  }
  if (plan.fatigue().matrices.are_wanted()) {
    auto matrices = std::make_unique<kernels::CycleMatrices>(isa, plan.fatigue());
    matrices_ = matrices.get();
    dependents_.push_back(std::move(matrices));
  }
}

void ChannelKernels::begin(const kernels::TimeView& time, double uniform_step_s, std::uint64_t count, double* row,
                           const kernels::ChannelFatigue& fatigue) {
  row_ = row;
  refusal_.reset();
  std::fill(row_, row_ + column_count_, kernels::kNone);
  facts_ = kernels::Facts{};
  facts_.time = time;
  facts_.uniform_step_s = uniform_step_s;
  facts_.count = count;
  facts_.fatigue = &fatigue;
  summary_.begin(facts_);
  active_.assign(1, &summary_);
}

void ChannelKernels::refuse(ChannelStatus why, double* row) {
  begin({}, kernels::kNone, 0, row);
  active_.clear();
  refusal_ = why;
}

void ChannelKernels::add(const kernels::Block& block) {
  for (kernels::Kernel* kernel : active_) kernel->add(block);
}

void ChannelKernels::end_sweep() {
  if (active_.front() == &summary_) return start_dependents();
  std::erase_if(active_, [](kernels::Kernel* kernel) { return !kernel->end_sweep(); });
}

void ChannelKernels::start_dependents() {
  kernels::Row row(positions_, row_);
  summary_.finish(facts_, row);
  active_.clear();
  for (const auto& kernel : dependents_)
    if (kernel->begin(facts_)) active_.push_back(kernel.get());
}

ChannelStatus ChannelKernels::finish() {
  if (refusal_) return *refusal_;
  kernels::Row row(positions_, row_);
  for (const auto& kernel : dependents_) kernel->finish(facts_, row);
  if (!facts_.is_finite()) return ChannelStatus::kNonfinite;
  if (facts_.lacks_uniform_step) return ChannelStatus::kNonuniformTime;
  if (facts_.count < 2 || facts_.is_too_short) return ChannelStatus::kTooShort;
  return facts_.is_constant() ? ChannelStatus::kConstant : facts_.fit_status;
}

}  // namespace wavemill::engine
