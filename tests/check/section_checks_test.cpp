// SPDX-License-Identifier: MIT
#include "support/sample_site.hpp"

namespace pmsite {
namespace {

constexpr std::string_view kLessons = "\n## Lessons learned\nA failover is a change.\n";

/// The sample with another text below the heading on line 32.
std::string with_cause(std::string_view text) {
  const auto begin = kSamplePost.find("The pool kept"), end = kSamplePost.find("\n## Resolution");
  return sample_with(kSamplePost.substr(begin, end - begin), text);
}

/// The sample under the default profile, with so many words in its body.
std::string with_words(int count) {
  const int of_sample = sample_site().posts.at(0).words;
  std::string words;
  for (int i = of_sample; i < count; ++i) words += " word";
  return changed(sample_with("profile: learning", "profile: alx"), "could not pay.",
                 "could not pay" + words + ".");
}

}  // namespace

TEST_CASE("a post has the sections of its profile") {
  CHECK(found("section-missing", kSamplePost) == "");
  CHECK(found("section-missing", sample_with(kLessons, "")) ==
        "1:1 section-missing: profile `learning` wants a section `Lessons learned` -> add `## Lessons "
        "learned`");
}

TEST_CASE("a section that is optional may be missing") {
  CHECK(found("section-missing", changed(sample_with(kLessons, ""), "profile: learning", "profile: alx")) ==
        "");
}

TEST_CASE("a section is found by its role, not by its words") {
  CHECK(found("section-missing", changed(sample_with("## Incident summary", "## TL;DR"),
                                         "## Incident timeline", "# Chronology")) == "");
  CHECK(found("section-missing", sample_with("## Lessons learned", "### What we learned")) == "");
}

TEST_CASE("a misspelt heading is reported where it stands") {
  CHECK(found("section-missing", sample_with("## Lessons learned", "## Lesons lerned")) ==
        "47:1 section-missing: profile `learning` wants a section `Lessons learned` -> did you mean `## "
        "Lessons "
        "learned`?");
}

TEST_CASE("one heading may fill two roles, and half of them is not enough") {
  const std::string alx = sample_with("profile: learning", "profile: alx");
  CHECK(found("section-missing", alx) == "");
  CHECK(found("section-missing", changed(alx, "## Resolution and recovery", "## Afterwards")) ==
        "1:1 section-missing: profile `alx` wants a section `Root cause and resolution` -> add `## Root "
        "cause and resolution`");
}

TEST_CASE("a section must hold more than its heading") {
  CHECK(found("section-empty", kSamplePost) == "");
  CHECK(found("section-empty", with_cause("")) ==
        "32:1 section-empty: the section `Root cause analysis` is empty -> write it, or remove its heading");
  CHECK(found("section-empty", with_cause("### Details\n")) ==
        "32:1 section-empty: the section `Root cause analysis` is empty -> write it, or remove its heading");
  CHECK(found("section-empty", with_cause("### Details\nx\n")) == "");
}

TEST_CASE("a heading without a role may be empty") {
  CHECK(found("section-empty",
              sample_with("## Incident summary", "# The night of the cache\n\n## Incident summary")) == "");
}

TEST_CASE("there is one summary, one timeline and one list of measures") {
  CHECK(found("section-duplicate", kSamplePost) == "");
  CHECK(found("section-duplicate",
              sample_with("## Root cause analysis", "## Timeline\nx\n\n## Root cause analysis")) ==
        "32:1 section-duplicate: a second timeline section; the first is on line 21 -> join them, or give "
        "one another heading");
  CHECK(found("section-duplicate",
              sample_with("## Lessons learned", "## Action items\nx\n\n## Lessons learned")) ==
        "47:1 section-duplicate: a second measures section; the first is on line 40 -> join them, or give "
        "one another heading");
  CHECK(found("section-duplicate",
              sample_with("## Incident timeline", "## TL;DR\nx\n\n## Incident timeline")) ==
        "21:1 section-duplicate: a second summary section; the first is on line 18 -> join them, or give one "
        "another heading");
}

TEST_CASE("other sections may be there twice") {
  CHECK(found("section-duplicate",
              sample_with("## Lessons learned", "## Root causes\nx\n\n## Lessons learned")) == "");
}

TEST_CASE("sections stand in the order of the profile, else it is a warning") {
  CHECK(found("section-order", kSamplePost) == "");
  const std::string swapped = changed(sample_with("## Root cause analysis", "## @"),
                                      "## Resolution and recovery", "## Root cause analysis");
  CHECK(found("section-order", changed(swapped, "## @", "## Resolution and recovery")) ==
        "32:1 section-order: `Resolution and recovery` stands before `Root cause analysis` -> profile "
        "`learning` has them the "
        "other way round");
  Diagnostics diagnostics;
  check_content(sample_site(changed(swapped, "## @", "## Resolution and recovery")), sample_now(), 1,
                diagnostics);
  CHECK_FALSE(diagnostics.has_errors());
}

TEST_CASE("the default profile wants 400 to 600 words") {
  REQUIRE(sample_site(with_words(400)).posts.at(0).words == 400);
  CHECK(found("word-count", with_words(400)) == "");
  CHECK(found("word-count", with_words(600)) == "");
  CHECK(found("word-count", with_words(399)) ==
        "1:1 word-count: the body has 399 words; profile `alx` wants 400 to 600 -> add 1 word");
  CHECK(found("word-count", with_words(602)) ==
        "1:1 word-count: the body has 602 words; profile `alx` wants 400 to 600 -> cut 2 words");
}

TEST_CASE("other profiles count no words") { CHECK(found("word-count", kSamplePost) == ""); }

}  // namespace pmsite
