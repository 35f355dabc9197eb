// SPDX-License-Identifier: MIT
#include "base/text.hpp"
#include "base/time.hpp"
#include "check/check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>

namespace pmsite {
namespace {

bool is_approval(const Review& review) { return review.decision == ReviewDecision::approved; }

/// Tells peers from authors.
class Peers {
 public:
  explicit Peers(const Postmortem& post) {
    for (const auto& author : post.authors) authors_.insert(to_lower(author.value));
  }
  bool include(const Review& review) const { return !authors_.contains(to_lower(review.name)); }

 private:
  std::set<std::string> authors_;
};

void check_review(const Subject& subject, const CheckReporter& report) {
  const auto& post = subject.post;
  if (post.status != PostStatus::published) return;
  // A review by an author is reported as such, and a peer's approval is what that help asks for.
  const Peers peers(post);
  const bool settled = std::any_of(post.reviews.begin(), post.reviews.end(), [&peers](const Review& review) {
    return is_approval(review) || !peers.include(review);
  });
  if (settled) return;
  report(post.front_matter, "no peer has approved the post",
         post.reviews.empty()
             ? "add `reviewers: [{name: ..., decision: approved, at: 2026-03-06}]`, or `status: in_review`"
             : "one review must be an approval by somebody who is not an author");
}

void check_self_review(const Subject& subject, const CheckReporter& report) {
  const Peers peers(subject.post);
  for (const auto& review : subject.post.reviews)
    if (!peers.include(review))
      report(review.at, fmt::format("`{}` is an author of this post", review.name),
             "ask somebody who did not write it to review it, and name them here");
}

/// The day on which the text last changed for readers, as far as the post says; the first of all days if it
/// did not.
Date last_change(const Postmortem& post) {
  Date latest{};
  if (post.updated_at) latest = local_date(*post.updated_at);
  for (const auto& correction : post.corrections) latest = std::max(latest, correction.date);
  return latest;
}

void check_stale(const Subject& subject, const CheckReporter& report) {
  const auto& post = subject.post;
  if (post.status != PostStatus::published) return;
  const Peers peers(post);
  const Review* latest = nullptr;
  for (const auto& review : post.reviews)
    if (is_approval(review) && peers.include(review) && (latest == nullptr || review.date >= latest->date))
      latest = &review;
  const Date changed = last_change(post);
  if (latest == nullptr || latest->date >= changed) return;
  report(latest->at,
         fmt::format("the post changed on {}, after it was approved on {}", format_date(changed),
                     format_date(latest->date)),
         fmt::format("ask {} to look again, and add that review", latest->name));
}

void check_changes_requested(const Subject& subject, const CheckReporter& report) {
  const auto& post = subject.post;
  if (post.status != PostStatus::published) return;
  const Peers peers(post);
  std::map<std::string, const Review*> latest;  // by reviewer; of two on one day the one below
  for (const auto& review : post.reviews) {
    const Review*& known = latest[to_lower(review.name)];
    if (known == nullptr || review.date >= known->date) known = &review;
  }
  for (const auto& [name, review] : latest)
    if (!is_approval(*review) && peers.include(*review))
      report(review->at, fmt::format("{} asked for changes, and the post is published", review->name),
             "make the changes and add the approval, or set `status: in_review`");
}

constexpr std::array kChecks = {
    Check{{.id = "review-missing",
           .level = Level::error,
           .why = "A second pair of eyes finds the blame, the gaps and the wrong numbers.",
           .wrong = "authors: [Ada Okoro]",
           .right =
               "authors: [Ada Okoro]\nreviewers: [{name: Bintou Diallo, decision: approved, at: 2026-03-06}]",
           .basis = "The course has each postmortem reviewed by hand before it counts, and AWS has a peer or "
                    "committee "
                    "approve each one."},
          check_review,
          Needs{.learning = Need::advised}},
    Check{
        {.id = "review-self",
         .level = Level::error,
         .why = "Nobody sees their own blind spot, so an author's approval tells readers nothing.",
         .wrong = "authors: [Ada Okoro]\nreviewers: [{name: Ada Okoro, decision: approved, at: 2026-03-06}]",
         .right =
             "authors: [Ada Okoro]\nreviewers: [{name: Bintou Diallo, decision: approved, at: 2026-03-06}]",
         .basis =
             "Peer review, in the course as in science and in code, is by somebody else than the author."},
        check_self_review},
    Check{
        {.id = "review-stale",
         .level = Level::warning,
         .why = "What the peer approved is no longer what readers see.",
         .wrong =
             "updated_at: 2026-03-20\nreviewers: [{name: Bintou Diallo, decision: approved, at: 2026-03-06}]",
         .right =
             "updated_at: 2026-03-20\nreviewers: [{name: Bintou Diallo, decision: approved, at: 2026-03-20}]",
         .basis = "Code hosts can dismiss an approval when new commits arrive, for the same reason."},
        check_stale,
        Needs{.learning = Need::advised}},
    Check{{.id = "review-changes-requested",
           .level = Level::warning,
           .why = "A request for changes that stands was overruled without a word.",
           .wrong = "reviewers: [{name: Bintou Diallo, decision: changes_requested, at: 2026-03-05}]",
           .right = "reviewers:\n  - {name: Bintou Diallo, decision: changes_requested, at: 2026-03-05}\n  - "
                    "{name: Bintou "
                    "Diallo, decision: approved, at: 2026-03-06}",
           .basis = "Code hosts can hold back a change while one of its reviewers still asks for changes."},
          check_changes_requested},
};

}  // namespace

std::span<const Check> review_checks() { return kChecks; }

}  // namespace pmsite
