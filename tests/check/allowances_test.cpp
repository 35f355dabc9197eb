// SPDX-License-Identifier: MIT
#include "check/allowances.hpp"

#include "support/sample_site.hpp"

using namespace pmsite;

namespace {

/// What the checks say of the sample with a severity that does not exist and services twice in another order,
/// and `comment` at its end.
std::string checked(
    std::string_view comment, std::string_view from = "A failover is a change.",
    std::string_view to = "A failover is a change, obviously it should have been rehearsed.") {
  Diagnostics diagnostics;
  const std::string text = changed(kSamplePost, from, to) + "\n" + std::string(comment) + "\n";
  check_content(sample_site(text), sample_now(), 1, diagnostics);
  return faults_with_help(diagnostics);
}

/// The sections of the sample in another order, which one rule speaks of.
std::string swapped(std::string_view comment) {
  return checked(comment, "## Lessons learned\nA failover is a change.\n",
                 "## Lessons learned\nA failover is a change.\n\n## Incident summary\nAgain.\n");
}

}  // namespace

TEST_CASE("a rule with a reason is silent in its post") {
  CHECK(swapped("").find("section-duplicate") != std::string::npos);
  CHECK(swapped("<!-- pmsite-allow section-duplicate: told twice on purpose -->").find("section-duplicate") ==
        std::string::npos);
}

TEST_CASE("only the named rule is silent") {
  const auto said = swapped("<!-- pmsite-allow section-order: as it happened -->");
  CHECK(said.find("section-duplicate") != std::string::npos);
  CHECK(said.find("nothing here breaks `section-order`") != std::string::npos);
}

TEST_CASE("a reason is asked for, and the rule stays loud") {
  const auto said = swapped("<!-- pmsite-allow section-duplicate -->");
  CHECK(said.find("the permission to break `section-duplicate` gives no reason -> write `<!-- pmsite-allow "
                  "section-duplicate: why -->`") != std::string::npos);
  CHECK(said.find("section-duplicate: a second") != std::string::npos);
}

TEST_CASE("a rule that does not exist is suggested right") {
  CHECK(swapped("<!-- pmsite-allow section-duplicat: a -->")
            .find("there is no rule `section-duplicat` -> did you mean `section-duplicate`?") !=
        std::string::npos);
  CHECK(swapped("<!-- pmsite-allow -->").find("there is no rule `` -> `pmsite rules` lists them") !=
        std::string::npos);
}

TEST_CASE("what the pages are built on cannot be allowed") {
  CHECK(swapped("<!-- pmsite-allow interval-order: a -->").find("`interval-order` cannot be allowed") !=
        std::string::npos);
  CHECK(swapped("<!-- pmsite-allow secret-in-text: a -->").find("`secret-in-text` cannot be allowed") !=
        std::string::npos);
  CHECK(swapped("<!-- pmsite-allow yaml-syntax: a -->").find("`yaml-syntax` cannot be allowed") !=
        std::string::npos);
}

TEST_CASE("a permission that nothing needs is reported at its own line") {
  Diagnostics diagnostics;
  const std::string text =
      std::string(kSamplePost) + "\n<!-- pmsite-allow word-count: short on purpose -->\n";
  check_content(sample_site(text), sample_now(), 1, diagnostics);
  REQUIRE(diagnostics.sorted().size() == 1);
  CHECK(diagnostics.sorted()[0].rule->id == "allow-unused");
  CHECK(sample_site(text).posts[0].source.line(diagnostics.sorted()[0].at.begin.line) ==
        "<!-- pmsite-allow word-count: short on purpose -->");
}
