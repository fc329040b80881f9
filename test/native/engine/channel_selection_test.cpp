#include "engine/channel_selection.h"

#include <doctest/doctest.h>

#include "engine/nearest_names.h"

using namespace wavemill;
using engine::nearest_names;
using engine::select_channels;

namespace {

using Indices = std::vector<std::uint32_t>;

std::vector<layout::Channel> named(const std::vector<std::string>& names) {
  std::vector<layout::Channel> channels;
  for (const std::string& name : names) channels.push_back({name, "", {}});
  return channels;
}

const std::vector<layout::Channel> kChannels =
    named({"Wind1VelX", "GenPwr", "RootMyc1", "RootMyc2", "GenPwr", "7", "B[1]", "a#2", "GenPwr#1x", "-"});

Indices selected(const std::vector<std::string>& patterns) {
  const auto indices = select_channels(patterns, kChannels);
  REQUIRE(indices.ok());
  return *indices;
}

std::string refused(const std::string& pattern, const std::vector<layout::Channel>& channels = kChannels) {
  const auto indices = select_channels({pattern}, channels);
  REQUIRE(!indices.ok());
  CHECK(indices.error().code == base::ErrorCode::kInputUnknownChannel);
  return indices.error().message;
}

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("channel selection: no pattern means all, in file order") {
  CHECK(selected({}) == Indices{0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
}

TEST_CASE("channel selection: names as they stand, each channel of that name") {
  CHECK(selected({"RootMyc2", "Wind1VelX"}) == Indices{0, 3});
  CHECK(selected({"GenPwr"}) == Indices{1, 4});
  CHECK(selected({"GenPwr", "GenPwr", "Gen*"}) == Indices{1, 4, 8});
}

TEST_CASE("channel selection: one of several channels of a name") {
  CHECK(selected({"GenPwr#1"}) == Indices{1});
  CHECK(selected({"GenPwr#2"}) == Indices{4});
  CHECK(selected({"a#2"}) == Indices{7});  // a name first
  refused("GenPwr#3");
  refused("GenPwr#0");
  refused("GenPwr#");
  refused("GenPwr#1.0");
}

TEST_CASE("channel selection: indices, unless a name says so") {
  CHECK(selected({"0"}) == Indices{0});
  CHECK(selected({"7"}) == Indices{5});
  CHECK(selected({"9", "2"}) == Indices{2, 9});
  refused("10");
  refused("+1");
  refused("1 ");
  refused("99999999999999999999");
}

TEST_CASE("channel selection: globs, and names that look like one") {
  CHECK(selected({"RootMyc?"}) == Indices{2, 3});
  CHECK(selected({"B[1]"}) == Indices{6});
  CHECK(selected({"B*"}) == Indices{6});
  CHECK(selected({"*"}).size() == 10);
  refused("Ptfm*");
  refused("");
}

TEST_CASE("channel selection: one unknown pattern among known ones is an error that names it") {
  const auto indices = select_channels({"GenPwr", "RootMxc1"}, kChannels);
  REQUIRE(!indices.ok());
  CHECK(contains(indices.error().message, "'RootMxc1'"));
  CHECK(contains(indices.error().message, "nearest: RootMyc1, RootMyc2"));
  CHECK(contains(indices.error().message, "10 channels (index 0 to 9)"));
}

TEST_CASE("channel selection: nothing is offered where nothing is near") { CHECK(!contains(refused("TotallyElse"), "nearest")); }

TEST_CASE("nearest names: by edits whatever the case, then those that contain the word, three at most") {
  using Names = std::vector<std::string>;
  CHECK(nearest_names("genpwr", kChannels)[0] == "GenPwr");
  CHECK(nearest_names("rootmyc1", kChannels) == Names{"RootMyc1", "RootMyc2"});
  CHECK(nearest_names("Root", kChannels) == Names{"RootMyc1", "RootMyc2"});
  CHECK(nearest_names("Chan", named({"Chan1", "Chan2", "Chan3", "Chan4"})).size() == 3);
  CHECK(nearest_names("GenPwr", named({"GenPwr", "GenPwr", "GenPwr"})) == Names{"GenPwr"});
  CHECK(nearest_names("", kChannels).size() <= 3);
  CHECK(nearest_names("x", {}).empty());
}
