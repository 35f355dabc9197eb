// SPDX-License-Identifier: MIT
#include "support/sample_site.hpp"

namespace pmsite {
namespace {

constexpr std::string_view kNobody =
    "1:1 review-missing: no peer has approved the post -> add `reviewers: [{name: ..., decision: approved, "
    "at: "
    "2026-03-06}]`, or `status: in_review`";
constexpr std::string_view kNoPeer =
    "1:1 review-missing: no peer has approved the post -> one review must be an approval by somebody who is "
    "not an author";

/// The sample under a profile, with these lines in place of its review.
std::string reviewed(const std::string& profile, std::string_view lines) {
  const std::string post = sample_with("profile: learning", "profile: " + profile);
  return changed(post, "reviewers: [{name: Bintou Diallo, decision: approved, at: 2026-03-06}]\n", lines);
}

/// A post with these facts from line 10 on, besides the ones that every post needs.
std::string post_with(std::string_view facts) {
  return changed(R"(---
title: Checkout returned 502
started_at: 2026-03-04T10:12:00+01:00
resolved_at: 2026-03-04T11:05:00+01:00
severity: SEV2
services: [checkout]
impact: {users_percent: 37, symptoms: A 502 page.}
detection: monitoring_alert
root_cause: {category: config_change, text: A check was off.}
@
---
)",
                 "@", facts);
}

std::string found_in(std::string_view rule, const std::string& facts) {
  return found(rule, post_with("authors: [Ada Okoro, Li Wei]\nprofile: sre\n" + facts));
}

}  // namespace

TEST_CASE("a published post needs an approval where its profile requires one") {
  CHECK(found("review-missing", reviewed("sre", "")) == kNobody);
  CHECK(found("review-missing", reviewed("alx", "")) == kNobody);
  CHECK(level_found("review-missing", reviewed("sre", "")) == "error");
  CHECK(level_found("review-missing", reviewed("learning", "")) == "note");
}

TEST_CASE("one approval that is not the author's is enough") {
  CHECK(found("review-missing",
              reviewed("sre", "reviewers: [{name: Bo, decision: approved, at: 2026-03-06}]\n")) == "");
  CHECK(found("review-missing", reviewed("sre",
                                         "reviewers: [{name: Ada Okoro, decision: approved, at: 2026-03-06}, "
                                         "{name: Bo, decision: approved, at: 2026-03-06}]\n")) == "");
}

TEST_CASE("a request for changes is not enough") {
  CHECK(found("review-missing",
              reviewed("sre", "reviewers: [{name: Bo, decision: changes_requested, at: 2026-03-06}]\n")) ==
        kNoPeer);
}

TEST_CASE("a draft and a post in review need no approval yet") {
  CHECK(found("review-missing", reviewed("sre", "status: draft\n")) == "");
  CHECK(found("review-missing", reviewed("sre", "status: in_review\n")) == "");
}

TEST_CASE("an author's review is reported where it stands, and not once more as a missing one") {
  const std::string lines =
      "reviewers:\n  - {name: Bo, decision: changes_requested, at: 2026-03-05}\n  - {name: li wei, decision: "
      "approved, "
      "at: 2026-03-06}";
  CHECK(found_in("review-self", lines) ==
        "14:5 review-self: `li wei` is an author of this post -> ask somebody who did not write it to review "
        "it, and "
        "name them here");
  CHECK(found_in("review-missing", lines) == "");
  CHECK(found_in("review-self", "status: draft\n" + lines) != "");
  CHECK(found_in("review-self", "reviewers: [{name: Bo, decision: approved, at: 2026-03-06}]") == "");
}

TEST_CASE("an approval counts for the text of its day") {
  const std::string approved = "reviewers: [{name: Bo, decision: approved, at: 2026-03-06}]\n";
  CHECK(found_in("review-stale", approved) == "");
  CHECK(found_in("review-stale", approved + "updated_at: 2026-03-06") == "");
  CHECK(found_in("review-stale", approved + "updated_at: 2026-03-05\npublished_at: 2026-03-20") == "");
  CHECK(found_in("review-stale", approved + "updated_at: 2026-03-07") ==
        "12:13 review-stale: the post changed on 2026-03-07, after it was approved on 2026-03-06 -> ask Bo "
        "to look "
        "again, and add that review");
  CHECK(found_in("review-stale",
                 approved + "corrections:\n  - {at: 2026-03-09, text: It was 37 %.}\n  - {at: 2026-03-08, "
                            "text: It was 36 %.}")
            .find("changed on 2026-03-09,") != std::string::npos);
  CHECK(found_in("review-stale", approved + "status: in_review\nupdated_at: 2026-03-07") == "");
}

TEST_CASE("an update is dated where its author is") {
  const std::string approved = "reviewers: [{name: Bo, decision: approved, at: 2026-03-06}]\n";
  CHECK(found_in("review-stale", approved + "updated_at: 2026-03-06T23:30:00-05:00") == "");
  CHECK(found_in("review-stale", approved + "updated_at: 2026-03-07T00:30:00+05:00") != "");
}

TEST_CASE("the latest approval of any peer is the one that counts") {
  const std::string reviews =
      "reviewers:\n  - {name: Bo, decision: approved, at: 2026-03-08}\n  - {name: Cy, decision: approved, "
      "at: "
      "2026-03-06}\n  - {name: Ada Okoro, decision: approved, at: 2026-03-20}\n";
  CHECK(found_in("review-stale", reviews + "updated_at: 2026-03-08") == "");
  CHECK(found_in("review-stale", reviews + "updated_at: 2026-03-09").starts_with("13:5 review-stale"));
  CHECK(found_in("review-stale", "updated_at: 2026-03-09") == "");
}

TEST_CASE("a request for changes holds until its reviewer decides again") {
  const std::string asked = "reviewers:\n  - {name: Bo, decision: changes_requested, at: 2026-03-06}\n";
  CHECK(found_in("review-changes-requested", asked) ==
        "13:5 review-changes-requested: Bo asked for changes, and the post is published -> make the changes "
        "and add the "
        "approval, or set `status: in_review`");
  CHECK(found_in("review-changes-requested", asked + "  - {name: Cy, decision: approved, at: 2026-03-07}") !=
        "");
  CHECK(found_in("review-changes-requested", asked + "  - {name: bo, decision: approved, at: 2026-03-07}") ==
        "");
  CHECK(found_in("review-changes-requested", asked + "  - {name: Bo, decision: approved, at: 2026-03-06}") ==
        "");
  CHECK(found_in("review-changes-requested", asked + "  - {name: Bo, decision: approved, at: 2026-03-05}") !=
        "");
  CHECK(found_in("review-changes-requested", "status: in_review\n" + asked) == "");
  CHECK(found_in("review-changes-requested",
                 "reviewers: [{name: Li Wei, decision: changes_requested, at: 2026-03-06}]") == "");
}

TEST_CASE("how much a review weighs depends on the profile, and what it says does not") {
  const std::string stale =
      "updated_at: 2026-03-09\nreviewers: [{name: Bo, decision: approved, at: 2026-03-06}]\n";
  CHECK(level_found("review-stale", reviewed("sre", stale)) == "warning");
  CHECK(level_found("review-stale", reviewed("learning", stale)) == "note");
  const std::string self = "reviewers: [{name: Ada Okoro, decision: approved, at: 2026-03-06}]\n";
  CHECK(level_found("review-self", reviewed("learning", self)) == "error");
}

}  // namespace pmsite
