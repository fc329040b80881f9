#include "engine/glob.h"

#include <doctest/doctest.h>

#include <string>

using wavemill::engine::matches_glob;

TEST_CASE("glob: stars and question marks") {
  CHECK(matches_glob("*", ""));
  CHECK(matches_glob("*", "anything"));
  CHECK(matches_glob("", ""));
  CHECK(!matches_glob("", "a"));
  CHECK(matches_glob("Ptfm*", "PtfmHeave"));
  CHECK(matches_glob("Ptfm*", "Ptfm"));
  CHECK(!matches_glob("Ptfm*", "aPtfm"));
  CHECK(matches_glob("*Myc?", "RootMyc1"));
  CHECK(!matches_glob("*Myc?", "RootMyc"));
  CHECK(!matches_glob("*Myc?", "RootMyc12"));
  CHECK(matches_glob("a*b*c", "a--b-b--c"));
  CHECK(!matches_glob("a*b*c", "a--c--b"));
  CHECK(matches_glob("**a**", "a"));
  CHECK(!matches_glob("?", ""));
}

TEST_CASE("glob: case counts") {
  CHECK(!matches_glob("ptfm*", "PtfmHeave"));
  CHECK(matches_glob("[Pp]tfm*", "ptfmHeave"));
}

TEST_CASE("glob: sets, ranges, negated ones") {
  CHECK(matches_glob("Root[xyz]1", "Rooty1"));
  CHECK(!matches_glob("Root[xyz]1", "Roota1"));
  CHECK(matches_glob("B[1-3]N*", "B2N7"));
  CHECK(!matches_glob("B[1-3]N*", "B4N7"));
  CHECK(matches_glob("[!a-c]", "d"));
  CHECK(!matches_glob("[!a-c]", "b"));
  CHECK(matches_glob("[^a]", "b"));
  CHECK(matches_glob("[]]", "]"));
  CHECK(matches_glob("[!]]", "a"));
  CHECK(!matches_glob("[!]]", "]"));
  CHECK(matches_glob("[a-]", "-"));
  CHECK(matches_glob("[-a]", "-"));
  CHECK(!matches_glob("[z-a]", "m"));
  CHECK(matches_glob("[1-3]*[1-3]", "1x3"));
}

TEST_CASE("glob: a bracket that nothing closes stands for itself") {
  CHECK(matches_glob("[", "["));
  CHECK(matches_glob("a[b", "a[b"));
  CHECK(matches_glob("*[b", "xx[b"));
  CHECK(matches_glob("[]", "[]"));
  CHECK(!matches_glob("[ab", "a"));
}

TEST_CASE("glob: patterns that make simple matchers take for ever end at once") {
  std::string pattern;
  for (int i = 0; i < 50; ++i) pattern += "a*";
  CHECK(!matches_glob(pattern + "b", std::string(5000, 'a')));
  CHECK(matches_glob(pattern, std::string(5000, 'a')));
}
