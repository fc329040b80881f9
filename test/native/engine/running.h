#pragma once

#include <doctest/doctest.h>

#include <future>
#include <limits>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "engine/engine.h"

namespace wavemill::test {

using Outcome = base::Result<engine::TaskResult>;

inline std::unique_ptr<engine::Engine> started(unsigned lanes = 1, const std::string& isa = "auto") {
  base::Result<std::unique_ptr<engine::Engine>> engine = engine::Engine::create({lanes, isa, true});
  REQUIRE(engine.ok());
  return std::move(*engine);
}

/// Submits and waits.
inline Outcome outcome_of(engine::Engine& engine, engine::Task task) {
  auto promise = std::make_shared<std::promise<Outcome>>();
  std::future<Outcome> future = promise->get_future();
  engine.submit(std::move(task), [promise](Outcome outcome) { promise->set_value(std::move(outcome)); });
  return future.get();
}

template <class Result>
Result succeed(engine::Engine& engine, engine::Task task) {
  Outcome outcome = outcome_of(engine, std::move(task));
  if (!outcome) FAIL(outcome.error().message);
  return std::get<Result>(std::move(*outcome));
}

inline base::Error fail(engine::Engine& engine, engine::Task task) {
  Outcome outcome = outcome_of(engine, std::move(task));
  REQUIRE(!outcome.ok());
  return outcome.error();
}

inline constexpr engine::Period kWholeFile{-std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()};

/// Every fixed column, then three percentiles, four loads and two damages.
inline std::vector<engine::ColumnRequest> every_column() {
  std::vector<engine::ColumnRequest> columns;
  for (std::size_t i = 0; i < contract::kColumnCount; ++i) {
    const auto column = static_cast<contract::Column>(i);
    if (column < contract::Column::kPercentile) columns.push_back({column});
  }
  for (const double percent : {2.5, 50.0, 99.9}) columns.push_back({contract::Column::kPercentile, percent});
  for (const double exponent : {3.0, 4.0, 10.0, 3.5}) columns.push_back({contract::Column::kDamageEquivalentLoad, exponent});
  for (const double curve : {0.0, 1.0}) columns.push_back({contract::Column::kDamage, curve});
  return columns;
}

/// A bilinear curve and one of a single slope.
inline kernels::FatigueOptions two_curves() {
  kernels::FatigueOptions fatigue;
  fatigue.curves = {{.m1 = 3, .log10_a1 = 12.164, .m2 = 5, .log10_a2 = 15.606}, {.m1 = 3, .log10_a1 = 11.687}};
  return fatigue;
}

inline engine::StatisticsTask statistics_of(const std::string& path, engine::ReadMode mode = engine::ReadMode::kAuto,
                                            const engine::Period& period = kWholeFile) {
  engine::StatisticsTask task{{path, mode, 0.5}, {}, {period}, every_column(), 1.0};
  task.fatigue = two_curves();
  return task;
}

}  // namespace wavemill::test
