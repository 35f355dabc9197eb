// SPDX-License-Identifier: MIT
#include "support/sample_site.hpp"

namespace pmsite {
namespace {

/// A post whose measures begin on line 15, with these facts besides the ones that every post needs.
std::string post_with(std::string_view measures, std::string_view facts = "tags: [cache]") {
  std::string text = R"(---
title: Checkout returned 502
started_at: 2026-03-04T00:30:00+01:00
resolved_at: 2026-03-04T11:05:00+01:00
severity: SEV2
services: [checkout]
impact: {users_percent: 37, symptoms: A 502 page.}
detection: monitoring_alert
root_cause: {category: config_change, text: A check was off.}
authors: [Ada Okoro]
@
---

## Preventative measures
)";
  return changed(text, "@", facts) + std::string(measures);
}

std::string found_in(std::string_view rule, std::string_view measures) {
  return found(rule, post_with(measures));
}

/// The same for the factors on line 11.
std::string found_factors(std::string_view factors, std::string_view measures) {
  return found("factor-without-action",
               post_with(measures, "contributing_factors: [" + std::string(factors) + "]"));
}

constexpr std::string_view kGood = "- [ ] Add an alert on pool errors (detect, @sre, due 2026-03-18)\n";

}  // namespace

TEST_CASE("measures name at least one task") {
  CHECK(found_in("action-missing", kGood) == "");
  CHECK(found_in("action-missing", "We will try harder.\n") ==
        "14:1 action-missing: the measures name no task -> add tasks such as `- [ ] Add an alert on pool "
        "errors "
        "(detect, @sre, due 2026-03-18)`");
  CHECK(found_in("action-missing", "Soon:\n\n- Add an alert on pool errors\n") ==
        "14:1 action-missing: the measures name no task -> begin each bullet that somebody will do with `- [ "
        "]`");
}

TEST_CASE("of measures that are empty, or not there, another rule speaks") {
  CHECK(found_in("action-missing", "### Soon\n") == "");
  CHECK(found("action-missing", changed(post_with("Soon.\n"), "## Preventative measures", "## Notes")) == "");
}

TEST_CASE("an action has an owner, a type and, while it is open, a date") {
  const std::string bare = "- [ ] Add an alert on pool errors\n";
  CHECK(found_in("action-owner-missing", kGood) == "");
  CHECK(found_in("action-owner-missing", bare) ==
        "15:1 action-owner-missing: nobody owns this action -> name who sees to it in the parenthesis at its "
        "end: "
        "`(prevent, @sre, due 2026-03-18)`");
  CHECK(found_in("action-type-missing", kGood) == "");
  CHECK(found_in("action-type-missing", bare) ==
        "15:1 action-type-missing: this action does not say what it is for -> put `prevent`, `mitigate`, "
        "`detect`, "
        "`process` or `repair` into the parenthesis at its end");
  CHECK(found_in("action-due-missing", kGood) == "");
  CHECK(found_in("action-due-missing", bare) ==
        "15:1 action-due-missing: this open action has no date -> add `due 2026-03-18` to the parenthesis at "
        "its end, "
        "or `dropped` if it will not be done");
}

TEST_CASE("each action is looked at, nested ones, too") {
  CHECK(found_in("action-owner-missing",
                 "- [ ] Add an alert (detect)\n  - [ ] Page on it (detect)\n- [ ] Test it (detect, @qa)\n")
            .find("\n16:3 action-owner-missing") != std::string::npos);
}

TEST_CASE("of an action whose details could not be read nothing is missed") {
  const std::string next = "- [ ] Test it (detct, @qa,\n  due soon)\n- [ ] Page on it\n";
  for (const auto* rule : {"action-owner-missing", "action-type-missing", "action-due-missing"}) {
    CAPTURE(std::string(rule));
    const std::string report = found_in(rule, next);
    CHECK(report.starts_with("17:1 "));
    CHECK(report.find('\n') == std::string::npos);
  }
}

TEST_CASE("what is done needs no date, and what was dropped needs nothing") {
  for (const auto* rule : {"action-due-missing", "action-vague", "action-overdue"})
    CHECK(found_in(
              rule,
              "- [x] Improve it (detect, @sre)\n- [ ] Improve it again (detect, @sre, done 2026-03-06)\n") ==
          "");
  for (const auto* rule :
       {"action-owner-missing", "action-type-missing", "action-due-missing", "action-vague"})
    CHECK(found_in(rule, "- [ ] Improve the monitoring (dropped)\n") == "");
  CHECK(found_in("action-owner-missing", "- [x] Add an alert on pool errors (detect)\n") != "");
}

TEST_CASE("a vague action is named by the words that make it so") {
  CHECK(found_in("action-vague", kGood) == "");
  CHECK(found_in("action-vague", "- [ ] We should look *into* the pool (prevent, @sre)\n") ==
        "15:1 action-vague: nobody can tell when `look into` is done -> begin with a verb that leaves "
        "something to look "
        "at: add, remove, limit, alert, test, document");
  CHECK(found_in("action-vague", "- [ ] Improve the monitoring (detect, @sre)\n")
            .starts_with("15:7 action-vague"));
  CHECK(found_in("action-vague", "- [ ] More tests (detect, @sre)\n").find("when `more` is") !=
        std::string::npos);
  CHECK(found_in("action-vague", "- [ ] Caching (mitigate, @sre)\n") ==
        "15:1 action-vague: 1 word cannot tell what will be done -> say what is done to what: `Add an alert "
        "on pool "
        "errors above 1 %`");
}

TEST_CASE("nothing is due or done before the incident, by the calendar of its authors") {
  CHECK(found_in("action-before-incident", "- [ ] Add an alert (detect, @sre, due 2026-03-04)\n") == "");
  CHECK(found_in("action-before-incident", "- [ ] Add an alert (detect, @sre, due 2025-03-18)\n") ==
        "15:35 action-before-incident: `due 2025-03-18` is before the incident, which started on 2026-03-04 "
        "-> correct "
        "the date");
  CHECK(found_in("action-before-incident",
                 "- [x] Add an alert\n  (detect, @sre, due 2026-03-05,\n  done 2026-03-03)\n") ==
        "17:3 action-before-incident: `done 2026-03-03` is before the incident, which started on 2026-03-04 "
        "-> correct "
        "the date");
  CHECK(found_in("action-before-incident", "- [ ] Add an alert (dropped, due 2025-03-18)\n") != "");
  CHECK(found("action-before-incident", changed(post_with("- [ ] Add it (due 2025-03-18)\n"),
                                                "started_at: 2026-03-04T00:30:00+01:00\n", "")) == "");
}

TEST_CASE("the date of one action is not looked for in the next") {
  CHECK(found_in("action-before-incident",
                 "- [ ] Add an alert (due  2025-03-18)\n- [ ] Test it (due 2025-03-18)\n")
            .starts_with("15:1 action-before-incident"));
}

TEST_CASE("an open action that is late is a note, from the day after") {
  const std::string late = post_with("- [ ] Add an alert (detect, @sre, due 2026-03-31)\n");
  CHECK(found("action-overdue", late) ==
        "15:35 action-overdue: this action was due on 31 March 2026 and is open -> tick it and write `done` "
        "with the "
        "date, set a new date, or write `dropped`");
  CHECK(level_found("action-overdue", late) == "note");
  CHECK(found_in("action-overdue", "- [ ] Add an alert (detect, @sre, due 2026-04-01)\n") == "");
  CHECK(found_in("action-overdue", "- [x] Add an alert (detect, @sre, due 2026-03-31)\n") == "");
  CHECK(found_in("action-overdue", "- [ ] Add an alert (detect, @sre, due 2026-03-31, dropped)\n") == "");
}

TEST_CASE("something prevents or detects the next incident") {
  CHECK(found_in("action-no-prevention",
                 "- [x] Restart it (repair, @sre)\n- [ ] Add a spare (mitigate, @sre)\n") ==
        "14:1 action-no-prevention: all actions repair or mitigate; the next incident would come as this one "
        "did -> add "
        "one that keeps the cause from returning (`prevent`) or shows it sooner (`detect`)");
  for (const auto* further : {"prevent", "detect", "process", "@sre"})
    CHECK(found_in("action-no-prevention",
                   "- [x] Restart it (repair, @sre)\n- [ ] Add it (" + std::string(further) + ")\n") == "");
  CHECK(found_in("action-no-prevention",
                 "- [x] Restart it (repair, @sre)\n- [ ] Add it (prevent, dropped)\n") != "");
  CHECK(found_in("action-no-prevention", "- [ ] Add it (repair, dropped)\n") == "");
  CHECK(found_in("action-no-prevention", "Soon.\n") == "");
}

TEST_CASE("each contributing factor is taken up by a word") {
  constexpr std::string_view kFactors = "Failovers are not rehearsed., The pool has no check of its own.";
  CHECK(found_factors(kFactors, "- [ ] Rehearse it (prevent)\n- [ ] Add checks (detect)\n") == "");
  CHECK(found_factors(kFactors, "- [ ] Rehearse it (prevent)\n") ==
        "11:54 factor-without-action: no action and no improvement takes up this factor -> add an action for "
        "it, or say "
        "among the measures why it stays as it is");
}

TEST_CASE("a factor may be taken up in prose, in a bullet, in code, or under a heading of the measures") {
  constexpr std::string_view kFactors = "Failovers are not rehearsed., The pool has no keepalive.";
  const std::string action = "- [ ] Rehearse it (prevent)\n";
  CHECK(found_factors(kFactors, action) != "");
  CHECK(found_factors(kFactors, action + "- Better pools\n") == "");
  CHECK(found_factors(kFactors, "The pools stay as they are.\n\n" + action) == "");
  CHECK(found_factors(kFactors, "- [ ] Rehearse it with `keepalive` on (prevent)\n") == "");
  CHECK(found_factors(kFactors, action + "\n### Pools\nLater.\n") == "");
}

TEST_CASE("neither the details of an action, nor a comment, nor another section takes up a factor") {
  constexpr std::string_view kFactors = "Failovers are not rehearsed., The pool prevents nothing.";
  CHECK(found_factors(kFactors, "- [ ] Rehearse it (prevent, @pool)\n") != "");
  CHECK(found_factors(kFactors, "- [ ] Rehearse it (prevent)\n\n<!-- the pool -->\n") != "");
  CHECK(found_factors(kFactors, "- [ ] Rehearse it (prevent)\n\n## Lessons learned\nThe pool.\n") != "");
}

TEST_CASE("factors are compared only where there is something to compare") {
  CHECK(found_factors("The pool has no check., It was a Friday.",
                      "- [ ] Add checks to the pool (prevent)\n") == "");
  CHECK(found_factors("The pool has no check.", "- [ ] Rehearse it (prevent)\n") == "");
  CHECK(found_factors("The pool has no check., Failovers are rare.", "Soon.\n") == "");
}

TEST_CASE("a task stands in the list once") {
  CHECK(found_in(
            "action-duplicate",
            "- [ ] Add an alert (detect)\n- [ ] Test it (detect)\n- [x] add *an* alert. (prevent, @sre)\n") ==
        "17:1 action-duplicate: the same action stands on line 15 -> remove one of them, or say what is "
        "different");
  CHECK(found_in("action-duplicate",
                 "- [ ] Add an alert\n- [ ] Add an alert on errors\n- [ ] (detect)\n- [ ] (detect)\n") == "");
  CHECK(found_in("action-duplicate", "- [ ] Add an alert (dropped)\n- [ ] Add an alert (detect)\n") == "");
}

TEST_CASE("thousands of actions and factors are compared in one pass") {
  std::string measures, factors = "contributing_factors:\n";
  for (int i = 0; i < 1'500; ++i) {
    measures += "- [ ] Rotate certificate" + std::to_string(i) + " (prevent)\n";
    factors += "  - wording" + std::to_string(i) + " differs\n";
  }
  const std::string post = post_with(measures, factors.substr(0, factors.size() - 1));
  CHECK(found("action-duplicate", post) == "");
  CHECK(found("factor-without-action", post).find("12:5 factor-without-action") == 0);
}

}  // namespace pmsite
