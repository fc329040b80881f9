#include "engine/stored_times.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "engine/period.h"
#include "formats/memory_bytes.h"

using namespace wavemill;
using engine::read_stored_times;
using engine::StoredTimes;
using layout::ArrayLayout;
using layout::SampleType;

namespace {

/// Times as float32, `stride` bytes from one to the next.
base::Result<StoredTimes> read(const std::vector<double>& times_s, std::size_t stride = 4) {
  std::string content;
  for (const double time_s : times_s) {
    const auto stored = static_cast<float>(time_s);
    content.append(reinterpret_cast<const char*>(&stored), 4).append(stride - 4, '\0');
  }
  test::MemoryBytes bytes(content);
  const ArrayLayout samples{.type = SampleType::kFloat32, .stride_bytes = stride, .count = times_s.size()};
  return read_stored_times(bytes, samples, **kernels::isa::select("scalar"));
}

std::vector<double> uniform(double start_s, double step_s, std::size_t count) {
  std::vector<double> times_s(count);
  for (std::size_t i = 0; i < count; ++i) times_s[i] = start_s + static_cast<double>(i) * step_s;
  return times_s;
}

double step_of(const StoredTimes& stored) {
  return engine::span_of({.times_s = stored.times_s.data(), .resolution_s = stored.resolution_s}, stored.times_s.size()).step_s;
}

}  // namespace

TEST_CASE("stored times: they are those of the file, and a step that float32 blurs is uniform") {
  const auto stored = read(uniform(10'000.0, 0.1, 8000));
  REQUIRE(stored.ok());
  CHECK(stored->warning.empty());
  CHECK(stored->times_s[1] == static_cast<double>(10000.1F));
  CHECK(stored->resolution_s == doctest::Approx(std::exp2(-10)));
  CHECK(step_of(*stored) == doctest::Approx(0.1).epsilon(1e-6));
}

TEST_CASE("stored times: a step that varies by more than float32 blurs is uneven") {
  std::vector<double> times_s = uniform(10'000.0, 0.1, 8000);
  times_s[4000] += 0.004;
  const auto stored = read(times_s);
  REQUIRE(stored.ok());
  CHECK(std::isnan(step_of(*stored)));
}

TEST_CASE("stored times: equal ones late in a simulation lie on a line, or are an error") {
  std::vector<double> times_s = uniform(200'000.0, 0.01, 5000);  // float32 has steps of 1/64 s there
  const auto stored = read(times_s);
  REQUIRE_MESSAGE(stored.ok(), stored.error().message);
  CHECK(stored->warning.find("a uniform step of 0.0") != std::string::npos);
  for (std::size_t i = 1; i < times_s.size(); ++i) REQUIRE(stored->times_s[i] > stored->times_s[i - 1]);
  CHECK(step_of(*stored) == doctest::Approx(0.01).epsilon(1e-3));
  times_s[2500] = times_s[2400];
  const auto refused = read(times_s);
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().code == base::ErrorCode::kFormatBadTime);
}

TEST_CASE("stored times: none is later than itself, nor is one that is no number") {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const double inf = std::numeric_limits<double>::infinity();
  const std::vector<std::vector<double>> kBad{{0, 1, 1}, {0, 1, 0.5}, {0, 1, nan}, {nan, 1, 2}, {0, 1, inf}, {0, 0}, {nan}};
  const std::size_t kAt[] = {2, 2, 2, 0, 2, 1, 0};
  for (std::size_t i = 0; i < kBad.size(); ++i) {
    CAPTURE(i);
    const auto stored = read(kBad[i], 12);
    REQUIRE_FALSE(stored.ok());
    CHECK(stored.error().code == base::ErrorCode::kFormatBadTime);
    CHECK(stored.error().offset_bytes == 12 * kAt[i]);
  }
  CHECK(read({5.0}).ok());
}

TEST_CASE("stored times: records of any length are read piece by piece") {
  const auto stored = read(uniform(0.0, 0.5, 700), std::size_t{5000});
  REQUIRE(stored.ok());
  CHECK(stored->times_s[699] == 349.5);
}
