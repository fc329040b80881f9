#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "formats/memory_bytes.h"
#include "formats/outb.h"
#include "formats/samples.h"
#include "formats/shared_data.h"

using wavemill::formats::parse_outb;
using wavemill::layout::Channel;
using wavemill::layout::FileLayout;
using wavemill::test::MemoryBytes;
using wavemill::test::sample;
using wavemill::test::shared_data;

namespace {

struct ChannelFacts {
  const char* name;
  const char* unit;
  double min;
  double max;
};

/// What ../shared/reference says of a file (NumPy, float64). The last channel's values prove every offset before them.
struct RealFile {
  const char* name;
  const char* variant;
  std::size_t channels;
  std::uint64_t samples;
  double first_s;
  double last_s;
  ChannelFacts first;
  ChannelFacts last;
};

const RealFile kRealFiles[] = {
    {"openfast/Test1.outb",
     "FileID 2",
     112,
     6001,
     60.0,
     660.0000089406967,  //
     {"WindVxi", "m/s", 4.304633136632435, 12.716851364945455},
     {"RotCq", "-", 0.0283355210560708, 0.15221609638196085}},
    {"openfast/step_0.outb",
     "FileID 4",
     150,
     4001,
     0.0,
     100.0,
     {"Wind1VelX", "m/s", 12.0, 13.0},
     {"FAIRTEN3", "N", 1733676.432686526, 2743185.302998804}},
    {"openfast/DLC1p1/DLC1.1_0_NREL5MW_OC3_spar_0.outb",
     "FileID 4",
     276,
     801,
     0.0,
     10.0,
     {"Wind1VelX", "m/s", 12.402393583120697, 16.290566343829592},
     {"Wave1Elev", "m", -0.0002351751822886394, 0.0002457735670024318}},
    {"openfast/AOC_WSt.outb",
     "FileID 3",
     27,
     601,
     5.0,
     35.0,
     {"Wind1VelX", "m/s", 12.0, 12.0},
     {"GenPwr", "kW", -17794.00385239986, 0.0}},
    {"openfast/5MW_Land_BD_DLL_WTurb_fid02.outb",
     "FileID 2",
     63,
     102,
     0.0,
     0.101,
     {"Wind1VelX", "m/s", 11.197757195997347, 11.69003605495696},
     {"GenTq", "kN-m", 43.09355186070002, 43.277251077933855}},
    {"openfast/5MW_Land_BD_DLL_WTurb_fid03.outb",
     "FileID 3",
     63,
     102,
     0.0,
     0.101,
     {"Wind1VelX", "m/s", 11.19775630644813, 11.690035181712},
     {"GenTq", "kN-m", 43.09355078125, 43.2771640625}},
};

FileLayout parsed(const std::string& content) {
  MemoryBytes bytes(content);
  auto layout = parse_outb(bytes, {});
  REQUIRE_MESSAGE(layout.ok(), layout.error().message);
  return std::move(*layout);
}

void check(const Channel& channel, const ChannelFacts& facts, const std::string& content) {
  CHECK(channel.name == facts.name);
  CHECK(channel.unit == facts.unit);
  double min = HUGE_VAL;
  double max = -HUGE_VAL;
  for (std::uint64_t i = 0; i < channel.samples.count; ++i) {
    min = std::min(min, sample(content, channel.samples, i));
    max = std::max(max, sample(content, channel.samples, i));
  }
  CHECK(min == facts.min);
  CHECK(max == facts.max);
}

void check(const RealFile& file, const std::string& content) {
  const FileLayout layout = parsed(content);
  CHECK(layout.variant == file.variant);
  REQUIRE(layout.channels.size() == file.channels);
  CHECK(layout.sample_count == file.samples);
  CHECK(layout.time.start_s == file.first_s);
  CHECK(layout.time.start_s + static_cast<double>(file.samples - 1) * layout.time.step_s ==
        doctest::Approx(file.last_s).epsilon(1e-12));
  check(layout.channels.front(), file.first, content);
  check(layout.channels.back(), file.last, content);
}

}  // namespace

TEST_CASE("real OpenFAST files: counts, time, names, units, and extremes to the bit") {
  for (const RealFile& file : kRealFiles) {
    CAPTURE(file.name);
    if (const auto content = shared_data(file.name)) check(file, *content);
  }
}

TEST_CASE("real OpenFAST files without a reference are read as well") {
  for (const char* name :
       {"openfast/FASTOutBin.outb", "openfast/FASTOutBin_ID4.outb", "openfast/DLC1p1/DLC1.1_0_NREL5MW_OC3_spar_2.outb"}) {
    CAPTURE(name);
    const auto content = shared_data(name);
    if (!content) continue;
    const FileLayout layout = parsed(*content);
    CHECK(layout.sample_count > 0);
    CHECK(std::none_of(layout.channels.begin(), layout.channels.end(),
                       [](const Channel& channel) { return channel.name.empty(); }));
  }
}
