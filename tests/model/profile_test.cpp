// SPDX-License-Identifier: MIT
#include "model/profile.hpp"

#include <doctest/doctest.h>

#include <string>

namespace pmsite {
namespace {

/// The headings of a profile, "(...)" around optional ones, parted by bars.
std::string headings(std::string_view name) {
  std::string list;
  for (const auto& section : find_profile(name)->sections) {
    const std::string heading(section.heading);
    list += (list.empty() ? "" : " | ") + (section.need == Need::optional ? "(" + heading + ")" : heading);
  }
  return list;
}

}  // namespace

TEST_CASE("there are three profiles, and no other is found") {
  CHECK(profile_names() == std::vector<std::string_view>{"alx", "learning", "sre"});
  for (const auto name : profile_names()) CHECK(find_profile(name)->name == name);
  CHECK(find_profile("ALX") == nullptr);
  CHECK(find_profile("") == nullptr);
  CHECK(find_profile(kDefaultProfile) == find_profile("alx"));
}

TEST_CASE("the profiles want the sections of the format, in its order") {
  CHECK(headings("alx") ==
        "Issue summary | Timeline | Root cause and resolution | Corrective and preventative measures | "
        "(Lessons learned)");
  CHECK(headings("learning") ==
        "Incident summary | Incident timeline | Root cause analysis | Resolution and recovery | "
        "Preventative measures | Lessons learned");
  CHECK(
      headings("sre") ==
      "Summary | Impact | Timeline | Root causes | Resolution | Detection | Action items | Lessons learned");
}

TEST_CASE("one heading of the default profile fills two roles") {
  const auto& section = find_profile("alx")->sections[2];
  REQUIRE(section.roles.size() == 2);
  CHECK(section.roles[0] == Role::cause);
  CHECK(section.roles[1] == Role::resolution);
}

TEST_CASE("only the default profile limits the words") {
  CHECK(find_profile("alx")->least_words == 400);
  CHECK(find_profile("alx")->most_words == 600);
  CHECK(find_profile("learning")->most_words == 0);
  CHECK(find_profile("sre")->most_words == 0);
}

TEST_CASE("needs are asked for by profile") {
  const Needs needs{.learning = Need::advised, .sre = Need::optional};
  CHECK(needs.in(*find_profile("alx")) == Need::required);
  CHECK(needs.in(*find_profile("learning")) == Need::advised);
  CHECK(needs.in(*find_profile("sre")) == Need::optional);
}

}  // namespace pmsite
