#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "formats/direct_access.h"
#include "formats/pair_files.h"
#include "formats/riflex.h"
#include "formats/samples.h"
#include "formats/shared_data.h"

using wavemill::layout::Channel;
using wavemill::test::PairFiles;
using wavemill::test::sample;
using wavemill::test::shared_data;

namespace {

struct ChannelFacts {
  const char* name;
  const char* unit;
  double min;
  double max;
};

/// What ../shared/reference says of a file (NumPy, float64).
struct RealFile {
  const char* description;
  const char* data;
  PairFiles::Parse parse;
  std::size_t channels;
  std::uint64_t samples;
  double first_s;
  double last_s;
  ChannelFacts first;
  ChannelFacts last;
};

const RealFile kRealFiles[] = {
    {"sima/key_n_elmfor.txt",
     "sima/n_elmfor.bin",
     wavemill::formats::parse_riflex,
     27,
     10000,
     0.10000000149011612,
     1000.0,
     {"DUMMY_Seg001_El001_Te", "", -4.440892098500626e-08, 0.0},
     {"ML17_Seg001_El001_Te", "", 1043.2943115234375, 1353.197021484375}},
    {"sima/key_wt_witurb.txt",
     "sima/wt_witurb.bin",
     wavemill::formats::parse_riflex,
     23,
     21600,
     0.05000000074505806,
     1080.0,
     {"RotorSpeed", "deg/s", -0.2918912470340729, 76.16323852539062},
     {"BlDefl_OoP3", "m", -7.417304039001465, 29.232431411743164}},
    {"sima/decay.txt",
     "sima/decay.tda",
     wavemill::formats::parse_tda,
     6,
     2000,
     0.0,
     999.5,
     {"B1r29c1_XGtranslationTotalmotion", "", -10.99238395690918, 12.364670753479004},
     {"B1r29c6_ZGrotationTotalmotion", "", -2.822869062423706, 2.6975936889648438}},
    {"sima/simo_p_out.key",
     "sima/simo_p_out.ts",
     wavemill::formats::parse_ts,
     22,
     22001,
     0.0,
     11000.0,
     {"Turret_XG", "", -51.576717376708984, 0.0},
     {"hc_line_2", "", 1263.2720947265625, 1620.4117431640625}},
};

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

}  // namespace

TEST_CASE("real SIMA and SIMO files: counts, time, names, units, and extremes to the bit") {
  for (const RealFile& file : kRealFiles) {
    CAPTURE(file.data);
    const auto text = shared_data(file.description);
    const auto data = shared_data(file.data);
    if (!text || !data) continue;
    const PairFiles files{file.description, *text, file.data, *data, file.parse};
    const auto layout = files.parsed();
    REQUIRE_MESSAGE(layout.ok(), layout.error().message);
    REQUIRE(layout->channels.size() == file.channels);
    CHECK(layout->sample_count == file.samples);
    CHECK(sample(*data, *layout->time.samples, 0) == file.first_s);
    CHECK(sample(*data, *layout->time.samples, file.samples - 1) == file.last_s);
    check(layout->channels.front(), file.first, *data);
    check(layout->channels.back(), file.last, *data);
  }
}
