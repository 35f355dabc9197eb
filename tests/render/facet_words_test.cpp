// SPDX-License-Identifier: MIT
#include "render/facet_words.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

namespace pmsite {

TEST_CASE("each facet has a name for one, a name for many, and a sentence") {
  for (const Facet facet : kFacets) {
    const FacetWords& words = words_of(facet);
    CHECK(words.singular != words.plural);
    CHECK(words.intro.ends_with('.'));
  }
  CHECK(words_of(Facet::severity).plural == "Severities");
}

TEST_CASE("each cause has a meaning of its own") {
  std::set<std::string_view> meanings;
  for (const auto word : words<CauseCategory>())
    meanings.insert(meaning_of(Facet::cause, {std::string(word), {}, {}, {}}));
  CHECK(meanings.size() == words<CauseCategory>().size());
  CHECK_FALSE(meanings.contains(""));
}

TEST_CASE("what is not from a closed list explains itself") {
  CHECK(meaning_of(Facet::service, {"data", {}, {}, {}}) == "");
  CHECK(meaning_of(Facet::cause, {"moonlight", {}, {}, {}}) == "");
}

}  // namespace pmsite
