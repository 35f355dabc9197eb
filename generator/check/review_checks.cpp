// SPDX-License-Identifier: MIT
#include "base/text.hpp"
#include "check/check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace pmsite {
namespace {

bool is_author(const Postmortem& post, std::string_view name) {
  return std::any_of(post.authors.begin(), post.authors.end(),
                     [name](const auto& author) { return equal_ignoring_case(author.value, name); });
}

void check_review(const Subject& subject, const CheckReporter& report) {
  const auto& post = subject.post;
  if (post.status != PostStatus::published || subject.profile.review != Need::required) return;
  const bool approved = std::any_of(post.reviews.begin(), post.reviews.end(), [&post](const Review& review) {
    return review.decision == ReviewDecision::approved && !is_author(post, review.name);
  });
  if (approved) return;
  report(post.front_matter, "no peer has approved the post",
         post.reviews.empty()
             ? "add `reviewers: [{name: ..., decision: approved, at: 2026-03-06}]`, or `status: in_review`"
             : "one review must be an approval by somebody who is not an author");
}

constexpr std::array kChecks = {
    Check{{"review-missing", Level::error,
           "A second pair of eyes finds the blame, the gaps and the wrong numbers."},
          check_review},
};

}  // namespace

std::span<const Check> review_checks() { return kChecks; }

}  // namespace pmsite
