// SPDX-License-Identifier: MIT
#include "model/facet.hpp"

#include "support/site_fixture.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

namespace pmsite {
namespace {

/// "KEY=NAME" of each term, separated by spaces.
std::string terms(std::string_view facts, Facet facet) {
  std::string text;
  for (const auto& [key, name] : terms_of(read_sample(facts), facet))
    text += (text.empty() ? "" : " ") + key + "=" + name;
  return text;
}

}  // namespace

TEST_CASE("a post is found under all its services and tags, in its own order") {
  CHECK(terms("services: [search, checkout]", Facet::service) == "search=search checkout=checkout");
  CHECK(terms("tags: [DNS, cache]", Facet::tag) == "DNS=DNS cache=cache");
  CHECK(terms("", Facet::tag) == "");
}

TEST_CASE("a post has one cause, whose word makes the address and whose label is read") {
  CHECK(terms("", Facet::cause) == "config_change=Configuration change");
}

TEST_CASE("a post has one severity and at most one organization") {
  CHECK(terms("severity: SEV3", Facet::severity) == "SEV3=SEV3");
  CHECK(terms("organization: The Shop", Facet::organization) == "The Shop=The Shop");
  CHECK(terms("", Facet::organization) == "");
}

TEST_CASE("each facet has a folder of its own") {
  std::set<std::string_view> folders;
  for (const Facet facet : kFacets) folders.insert(folder_of(facet));
  CHECK(folders.size() == std::size(kFacets));
  CHECK(folder_of(Facet::severity) == "severities");
}

TEST_CASE("services, causes and tags have feeds") {
  CHECK(has_feeds(Facet::service));
  CHECK(has_feeds(Facet::cause));
  CHECK(has_feeds(Facet::tag));
  CHECK_FALSE(has_feeds(Facet::severity));
  CHECK_FALSE(has_feeds(Facet::organization));
}

TEST_CASE("a term's address is its slug") {
  CHECK(term_slug("Check Out") == "check-out");
  CHECK(term_slug("config_change") == "config-change");
}

TEST_CASE("names that a slug cannot tell apart have addresses of their own") {
  std::set<std::string> slugs;
  const std::string same(90, 'a');
  const std::vector<std::string> names = {"C",        "C++",   "C#",       "Ärzte",    "Örzte",
                                          "критично", "важно", same + "1", same + "2", "!!!"};
  for (const auto& name : names) {
    slugs.insert(term_slug(name));
    CHECK_MESSAGE(
        term_slug(name).find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos,
        name);
  }
  CHECK(slugs.size() == names.size());
  CHECK(term_slug("C") == "c");
  CHECK(term_slug("C++").starts_with("c-"));
}

TEST_CASE("a slug's address is that of its term") {
  for (const std::string& name :
       std::vector<std::string>{"C++", "Ärzte", "критично", "Check Out", std::string(200, 'a')})
    CHECK(term_slug(term_slug(name)) == term_slug(name));
}

}  // namespace pmsite
