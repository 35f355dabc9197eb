// SPDX-License-Identifier: MIT
#include "base/time.hpp"
#include "check/check.hpp"
#include "check/recurrences.hpp"
#include "check/site_index.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

namespace pmsite {
namespace {

std::string day_of(const Postmortem& post) { return format_long_date(local_date(post.started_at->value)); }

Span root_cause_of(const Postmortem& post) {
  return post.root_cause.at.begin.line > 0 ? post.root_cause.at : post.front_matter;
}

void check_unlinked(const Subject& subject, const CheckReporter& report) {
  const auto& post = subject.post;
  const auto& recurrence = subject.index.recurrences.of(post);
  if (recurrence.unnamed == nullptr) return;
  const auto& earlier = *recurrence.unnamed;
  const auto more = recurrence.unnamed_count - 1;
  const std::string entry = fmt::format("{{post: {}, as: recurrence_of}}", earlier.slug);
  report(root_cause_of(post),
         fmt::format("`{}` failed by `{}` before: see `{}`, {}{}", shared_place(post, earlier),
                     word(*post.root_cause.category), earlier.slug, day_of(earlier),
                     more > 0 ? fmt::format(", and {} before it", more) : std::string()),
         post.related.empty() ? fmt::format("add `related: [{}]`, or `<!-- pmsite-allow recurrence-unlinked: "
                                            "why it is another story -->`",
                                            entry)
                              : fmt::format("add `{}` to `related`, or `<!-- pmsite-allow "
                                            "recurrence-unlinked: why it is another story -->`",
                                            entry));
}

std::string promise(const ActionItem& action) {
  std::string text = fmt::format("`{}`", plain_text(action.text));
  if (!action.owner.empty()) text += " of @" + action.owner;
  if (action.due) text += ", due " + format_date(*action.due);
  return text;
}

void check_open_action(const Subject& subject, const CheckReporter& report) {
  const auto& post = subject.post;
  const auto* earlier = subject.index.recurrences.of(post).unkept;
  const ActionItem* action = earlier != nullptr ? unkept_action(*earlier, post) : nullptr;
  if (action == nullptr) return;
  const auto named =
      std::find_if(post.related.begin(), post.related.end(),
                   [earlier](const RelatedPost& related) { return related.slug.value == earlier->slug; });
  report(named != post.related.end() ? named->slug.at : root_cause_of(post),
         fmt::format("`{}` was to prevent this with {}, {}", earlier->slug, promise(*action),
                     action->done ? "done only on " + format_date(*action->done) : "which is open"),
         "say what kept it from being done: `<!-- pmsite-allow recurrence-open-action: why -->`");
}

constexpr std::array kChecks = {
    Check{
        {.id = "recurrence-unlinked",
         .level = Level::warning,
         .why = "Failing is normal; failing twice by the same cause, and not noticing, is not.",
         .wrong = "services: [checkout]\nroot_cause: {category: config_change, text: ...}",
         .right = "services: [checkout]\nroot_cause: {category: config_change, text: ...}\nrelated: [{post: "
                  "checkout-failover, as: recurrence_of}]",
         .basis =
             "Measured: in one company's 39 public postmortems two failures come three times and two others "
             "twice, and two posts look back; the CCADB asks for related incidents of two years."},
        check_unlinked},
    Check{
        {.id = "recurrence-open-action",
         .level = Level::error,
         .why = "The incident had been foreseen and its prevention promised: readers will ask what kept it.",
         .wrong = "related: [{post: checkout-failover, as: recurrence_of}]   (whose `prevent` action was "
                  "still open)",
         .right = "related: [{post: checkout-failover, as: recurrence_of}]\n...\n<!-- pmsite-allow "
                  "recurrence-open-action: the drill was planned for the week after -->",
         .basis = "The course's opening thought, that failing twice for one reason is the thing to avoid, "
                  "made a rule."},
        check_open_action},
};

}  // namespace

std::span<const Check> recurrence_checks() { return kChecks; }

}  // namespace pmsite
