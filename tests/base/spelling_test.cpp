// SPDX-License-Identifier: MIT
#include "base/spelling.hpp"

#include <doctest/doctest.h>

namespace pmsite {
namespace {

std::string suggestion(std::string_view word) {
  return std::string(nearest(word, {"severity", "services", "title", "ok", "SEV1", "SEV2"}));
}

}  // namespace

TEST_CASE("the distance counts insertions, deletions, substitutions and swaps") {
  CHECK(edit_distance("", "") == 0);
  CHECK(edit_distance("", "abc") == 3);
  CHECK(edit_distance("abc", "") == 3);
  CHECK(edit_distance("same", "same") == 0);
  CHECK(edit_distance("title", "tittle") == 1);
  CHECK(edit_distance("title", "tile") == 1);
  CHECK(edit_distance("title", "tidle") == 1);
  CHECK(edit_distance("title", "tilte") == 1);
  CHECK(edit_distance("kitten", "sitting") == 3);
  // A swapped pair is not edited again: the optimal string alignment, not Damerau's full distance.
  CHECK(edit_distance("ca", "abc") == 3);
}

TEST_CASE("the distance is the same in both directions") {
  CHECK(edit_distance("severity", "sevrtiy") == edit_distance("sevrtiy", "severity"));
}

TEST_CASE("the nearest word is suggested") {
  CHECK(suggestion("severty") == "severity");
  CHECK(suggestion("servcies") == "services");
  CHECK(suggestion("tilte") == "title");
}

TEST_CASE("case does not matter for a suggestion") {
  CHECK(suggestion("SEVERITY") == "severity");
  CHECK(suggestion("sev1") == "SEV1");
}

TEST_CASE("a third of the letters may be wrong, and at least one") {
  CHECK(suggestion("sxxerity") == "severity");
  CHECK(suggestion("sxxxrity").empty());
  CHECK(suggestion("o") == "ok");
  CHECK(suggestion("xx").empty());
}

TEST_CASE("the first of equally near words wins") {
  CHECK(suggestion("SEV3") == "SEV1");
  CHECK(std::string(nearest("b", {"c", "a"})) == "c");
}

TEST_CASE("nothing near is no suggestion") {
  CHECK(suggestion("postmortem").empty());
  CHECK(nearest("title", {}).empty());
  CHECK(did_you_mean("postmortem", {"title"}).empty());
}

TEST_CASE("where nothing is near, all that there is to choose from is named") {
  CHECK(suggest("gren", {"red", "green"}) == "did you mean `green`?");
  CHECK(suggest("violet", {"red", "green"}) == "use one of: red, green");
}

TEST_CASE("a suggestion is a question with the word in code") {
  CHECK(did_you_mean("titel", {"severity", "title"}) == "did you mean `title`?");
}

}  // namespace pmsite
