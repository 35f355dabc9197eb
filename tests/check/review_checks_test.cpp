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

/// The sample under a profile, with more front matter.
std::string reviewed(std::string_view profile, std::string_view lines) {
  return sample_with("profile: learning\n", "profile: " + std::string(profile) + "\n" + std::string(lines));
}

}  // namespace

TEST_CASE("a published post needs an approval where its profile requires one") {
  CHECK(found("review-missing", reviewed("sre", "")) == kNobody);
  CHECK(found("review-missing", reviewed("alx", "")) == kNobody);
  CHECK(found("review-missing", reviewed("learning", "")) == "");
}

TEST_CASE("one approval that is not the author's is enough") {
  CHECK(found("review-missing",
              reviewed("sre", "reviewers: [{name: Bo, decision: approved, at: 2026-03-06}]\n")) == "");
  CHECK(found("review-missing", reviewed("sre",
                                         "reviewers: [{name: Ada Okoro, decision: approved, at: 2026-03-06}, "
                                         "{name: Bo, decision: approved, at: 2026-03-06}]\n")) == "");
}

TEST_CASE("an author's approval, or a request for changes, is not enough") {
  CHECK(found("review-missing",
              reviewed("sre", "reviewers: [{name: ada okoro, decision: approved, at: 2026-03-06}]\n")) ==
        kNoPeer);
  CHECK(found("review-missing",
              reviewed("sre", "reviewers: [{name: Bo, decision: changes_requested, at: 2026-03-06}]\n"))
            .starts_with("1:1 review-missing: no peer has approved the post"));
}

TEST_CASE("a draft and a post in review need no approval yet") {
  CHECK(found("review-missing", reviewed("sre", "status: draft\n")) == "");
  CHECK(found("review-missing", reviewed("sre", "status: in_review\n")) == "");
}

}  // namespace pmsite
