// SPDX-License-Identifier: MIT
#include "base/text.hpp"
#include "base/time.hpp"
#include "check/check.hpp"
#include "check/vague_actions.hpp"
#include "check/word_stems.hpp"
#include "read/action_items.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace pmsite {
namespace {

/// What was dropped waits for nobody.
bool is_live(const ActionItem& action) { return action.state != ActionState::dropped; }
bool is_open(const ActionItem& action) { return action.state == ActionState::open; }

/// The line behind an action: that of the next one, or a few lines on.
int end_of(const Postmortem& post, const ActionItem& action) {
  constexpr int kMostLines = 4;
  const auto next = static_cast<std::size_t>(&action - post.actions.data()) + 1;
  const int limit = action.at.begin.line + kMostLines;
  return next < post.actions.size() ? std::min(limit, post.actions[next].at.begin.line) : limit;
}

/// Where words of an action stand; its box where they are not found as they are.
Span place_of(const Postmortem& post, const ActionItem& action, std::string_view words) {
  for (int line = action.at.begin.line; line < end_of(post, action); ++line) {
    const auto column = post.source.line(line).find(words);
    if (column != std::string_view::npos)
      return span_on_line(line, static_cast<int>(column) + 1, words.size());
  }
  return action.at;
}

/// The lines on which the reader could not make sense of an action's details, and said so.
std::set<int> unreadable_lines(const Postmortem& post) {
  Diagnostics found;
  if (const Section* measures = find_section(post, Role::measures))
    read_action_items(*measures, post.source, FileReporter(post.file, found));
  std::set<int> lines;
  for (const auto& fault : found.sorted()) lines.insert(fault.at.begin.line);
  return lines;
}

/// Reports the actions that lack something. Where details could not be read, what they lack is not known.
template <class Lacks>
void report_lacking(const Postmortem& post, const Lacks& lacks, const CheckReporter& report,
                    std::string_view message, std::string_view help) {
  std::optional<std::set<int>> unreadable;  // reading again is for the few posts that need it
  for (const auto& action : post.actions) {
    if (!lacks(action)) continue;
    if (!unreadable) unreadable = unreadable_lines(post);
    const auto fault = unreadable->lower_bound(action.at.begin.line);
    if (fault == unreadable->end() || *fault >= end_of(post, action))
      report(action.at, std::string(message), std::string(help));
  }
}

void check_missing(const Subject& subject, const CheckReporter& report) {
  const Section* measures = find_section(subject.post, Role::measures);
  if (measures == nullptr || !subject.post.actions.empty()) return;
  const auto holds = [measures](auto test) {
    return std::any_of(measures->blocks.begin(), measures->blocks.end(), test);
  };
  // Of a section without anything in it the rule for empty sections speaks.
  if (!holds([](const Node& block) { return block.kind != NodeKind::heading; })) return;
  const bool has_list = holds([](const Node& block) { return block.kind == NodeKind::list; });
  report(measures->at, "the measures name no task",
         has_list ? "begin each bullet that somebody will do with `- [ ]`"
                  : "add tasks such as `- [ ] Add an alert on pool errors (detect, @sre, due 2026-03-18)`");
}

void check_owner(const Subject& subject, const CheckReporter& report) {
  report_lacking(
      subject.post, [](const ActionItem& action) { return is_live(action) && action.owner.empty(); }, report,
      "nobody owns this action",
      "name who sees to it in the parenthesis at its end: `(prevent, @sre, due 2026-03-18)`");
}

void check_type(const Subject& subject, const CheckReporter& report) {
  report_lacking(
      subject.post, [](const ActionItem& action) { return is_live(action) && !action.type; }, report,
      "this action does not say what it is for",
      "put `prevent`, `mitigate`, `detect`, `process` or `repair` into the parenthesis at its end");
}

void check_due(const Subject& subject, const CheckReporter& report) {
  report_lacking(
      subject.post, [](const ActionItem& action) { return is_open(action) && !action.due; }, report,
      "this open action has no date",
      "add `due 2026-03-18` to the parenthesis at its end, or `dropped` if it will not be done");
}

void check_vague(const Subject& subject, const CheckReporter& report) {
  for (const auto& action : subject.post.actions) {
    Vagueness vagueness;
    if (!is_open(action) || !is_vague(action, vagueness)) continue;
    if (vagueness.opening.empty()) {
      const auto words = counted(static_cast<std::size_t>(vagueness.words), "word");
      report(action.at, fmt::format("{} cannot tell what will be done", words),
             "say what is done to what: `Add an alert on pool errors above 1 %`");
    } else {
      report(place_of(subject.post, action, vagueness.opening),
             fmt::format("nobody can tell when `{}` is done", to_lower(vagueness.opening)),
             "begin with a verb that leaves something to look at: add, remove, limit, alert, test, document");
    }
  }
}

void check_before_incident(const Subject& subject, const CheckReporter& report) {
  const auto& post = subject.post;
  if (!post.started_at) return;
  const Date started = local_date(post.started_at->value);
  for (const auto& action : post.actions) {
    for (const auto& [word, date] : {std::pair("due", action.due), std::pair("done", action.done)}) {
      if (!date || *date >= started) continue;
      const std::string written = fmt::format("{} {}", word, format_date(*date));
      report(place_of(post, action, written),
             fmt::format("`{}` is before the incident, which started on {}", written, format_date(started)),
             "correct the date");
    }
  }
}

void check_overdue(const Subject& subject, const CheckReporter& report) {
  const auto today = std::chrono::floor<std::chrono::days>(subject.now);
  for (const auto& action : subject.post.actions) {
    if (!is_open(action) || !action.due || std::chrono::sys_days(*action.due) >= today) continue;
    const std::string written = "due " + format_date(*action.due);
    report(place_of(subject.post, action, written),
           fmt::format("this action was due on {} and is open", format_long_date(*action.due)),
           "tick it and write `done` with the date, set a new date, or write `dropped`");
  }
}

void check_prevention(const Subject& subject, const CheckReporter& report) {
  const Section* measures = find_section(subject.post, Role::measures);
  bool has_any = false;
  for (const auto& action : subject.post.actions) {
    if (!is_live(action)) continue;
    // One without a type may well prevent something, and is reported for that.
    if (action.type != ActionType::repair && action.type != ActionType::mitigate) return;
    has_any = true;
  }
  if (has_any && measures != nullptr)
    report(measures->at, "all actions repair or mitigate; the next incident would come as this one did",
           "add one that keeps the cause from returning (`prevent`) or shows it sooner (`detect`)");
}

/// The heading of a section says which kind of section it is, not what will be done.
bool is_section_heading(const Passage& passage) {
  return passage.is_heading && passage.section != nullptr && !passage.pieces.empty() &&
         passage.pieces.front().at.line == passage.section->at.begin.line;
}

/// The words of everything that will be done or is hoped for.
std::vector<Stem> stems_of_measures(const Subject& subject) {
  std::vector<Stem> stems;
  for (const auto& passage : subject.post.passages)
    if (passage.section != nullptr && passage.section->has_role(Role::measures) &&
        !is_section_heading(passage))
      append_stems(stems, passage.text);
  for (const auto& section : subject.post.sections) {
    if (!section.has_role(Role::measures)) continue;
    walk(section.blocks, [&stems](const Node& node) {
      if (node.kind == NodeKind::code) append_stems(stems, node.literal);
    });
  }
  sort_stems(stems);
  return stems;
}

void check_factors(const Subject& subject, const CheckReporter& report) {
  constexpr std::size_t kLeastFactors = 2;
  constexpr std::size_t kLeastStems = 2;  // "It was a Friday." gives nothing to compare
  const auto& post = subject.post;
  if (post.contributing_factors.size() < kLeastFactors || post.actions.empty()) return;
  const auto measures = stems_of_measures(subject);
  for (const auto& factor : post.contributing_factors) {
    std::vector<Stem> stems;
    append_stems(stems, factor.value);
    sort_stems(stems);
    if (stems.size() >= kLeastStems && !share_a_stem(stems, measures))
      report(factor.at, "no action and no improvement takes up this factor",
             "add an action for it, or say among the measures why it stays as it is");
  }
}

/// The letters and digits of a text, lowered, with one blank between words.
std::string normalized(std::string text) {
  std::size_t size = 0;
  for (const char c : text) {
    const bool is_in_word = is_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
    if (is_in_word || (size > 0 && text[size - 1] != ' ')) text[size++] = is_in_word ? c : ' ';
  }
  text.resize(size);
  return to_lower(trim(text));
}

void check_duplicates(const Subject& subject, const CheckReporter& report) {
  if (subject.post.actions.size() < 2) return;
  std::unordered_map<std::string, int> lines;
  for (const auto& action : subject.post.actions) {
    if (!is_live(action)) continue;
    auto text = normalized(plain_text(action.text));
    if (text.empty()) continue;
    const auto [first, is_new] = lines.emplace(std::move(text), action.at.begin.line);
    if (!is_new)
      report(action.at, fmt::format("the same action stands on line {}", first->second),
             "remove one of them, or say what is different");
  }
}

constexpr std::array kChecks = {
    Check{
        {.id = "action-missing",
         .level = Level::error,
         .why = "Good intentions are not work: what will be done needs a task that can be ticked.",
         .wrong = "## Preventative measures\nWe will rehearse failovers.",
         .right = "## Preventative measures\n- [ ] Rehearse a failover every quarter (prevent, @sre, due "
                  "2026-06-30)",
         .basis = "The course asks for both: what can be improved, broadly, and a list of tasks to fix it."},
        check_missing},
    Check{{.id = "action-owner-missing",
           .level = Level::error,
           .why = "What everybody should do is done by nobody.",
           .wrong = "- [ ] Rehearse a failover every quarter (prevent, due 2026-06-30)",
           .right = "- [ ] Rehearse a failover every quarter (prevent, @sre, due 2026-06-30)",
           .basis = "Measured: of 99 action items in the public postmortems of one company, two at most name "
                    "an owner."},
          check_owner},
    Check{{.id = "action-type-missing",
           .level = Level::error,
           .why = "Only the type tells whether the next incident is prevented, or this one merely tidied up.",
           .wrong = "- [ ] Add an alert on pool errors above 1 % (@sre, due 2026-03-18)",
           .right = "- [ ] Add an alert on pool errors above 1 % (detect, @sre, due 2026-03-18)",
           .basis = "Incident reports to the CCADB must give each action a kind; Google's template has a "
                    "column for it."},
          check_type},
    Check{{.id = "action-due-missing",
           .level = Level::warning,
           .why = "Without a date nobody can say that an action is late, so it never is.",
           .wrong = "- [ ] Add an alert on pool errors above 1 % (detect, @sre)",
           .right = "- [ ] Add an alert on pool errors above 1 % (detect, @sre, due 2026-03-18)",
           .basis = "Measured: of 99 action items in one company's public postmortems one has a date; "
                    "on-call handbooks set deadlines by severity for this reason."},
          check_due},
    Check{{.id = "action-vague",
           .level = Level::warning,
           .why = "A task that nobody can see the end of stays open for ever, or is ticked for nothing.",
           .wrong = "- [ ] Improve the monitoring (detect, @sre, due 2026-03-18)",
           .right = "- [ ] Add an alert on pool errors above 1 % (detect, @sre, due 2026-03-18)",
           .basis = "The course wants tasks that are very specific. Measured: of 99 action items in one "
                    "company's public postmortems 26 begin with such a verb."},
          check_vague},
    Check{{.id = "action-before-incident",
           .level = Level::error,
           .why = "What was due or done before an incident cannot be a lesson from it: the date is mistyped.",
           .wrong = "started_at: 2026-03-04T10:12:00+01:00\n...\n- [ ] Add an alert on pool errors (detect, "
                    "@sre, due "
                    "2025-03-18)",
           .right = "started_at: 2026-03-04T10:12:00+01:00\n...\n- [ ] Add an alert on pool errors (detect, "
                    "@sre, due "
                    "2026-03-18)",
           .basis = "The order of events: an incident comes before its follow-up."},
          check_before_incident},
    Check{{.id = "action-overdue",
           .level = Level::note,
           .why = "An action that is late is a promise to readers, and the risk is still there.",
           .wrong = "- [ ] Add an alert on pool errors (detect, @sre, due 2026-03-18)   (in April)",
           .right = "- [x] Add an alert on pool errors (detect, @sre, due 2026-03-18, done 2026-03-16)",
           .basis = "Teams that follow up count what is overdue; what a page says about it depends on the "
                    "day it is read."},
          check_overdue},
    Check{{.id = "action-no-prevention",
           .level = Level::warning,
           .why = "Failing is normal; failing twice in the same way is not.",
           .wrong = "- [x] Restart the pools (repair, @sre, done 2026-03-04)",
           .right = "- [x] Restart the pools (repair, @sre, done 2026-03-04)\n- [ ] Add an alert on pool "
                    "errors above 1 % "
                    "(detect, @sre, due 2026-03-18)",
           .basis = "The CCADB's guidelines say it outright: to stop the incident at hand is not enough."},
          check_prevention},
    Check{{.id = "factor-without-action",
           .level = Level::warning,
           .why = "A factor that nothing is done about will contribute again.",
           .wrong = "contributing_factors: [Failovers are not rehearsed., The pool has no check of its "
                    "own.]\n...\n- [ ] "
                    "Add a check to the pool (prevent, @sre, due 2026-03-18)",
           .right = "contributing_factors: [Failovers are not rehearsed., The pool has no check of its "
                    "own.]\n...\n- [ ] "
                    "Add a check to the pool (prevent, @sre, due 2026-03-18)\n- [ ] Rehearse a failover "
                    "every quarter "
                    "(prevent, @sre, due 2026-06-30)",
           .basis = "Incident reports to the CCADB must map each cause to an action; a factor counts as "
                    "taken up where one "
                    "significant word is shared."},
          check_factors},
    Check{{.id = "action-duplicate",
           .level = Level::warning,
           .why = "Of the same task twice one will be ticked and the other stay open.",
           .wrong = "- [ ] Rehearse a failover (prevent, @sre, due 2026-06-30)\n- [ ] Rehearse a failover "
                    "(process, @sre, "
                    "due 2026-06-30)",
           .right = "- [ ] Rehearse a failover (prevent, @sre, due 2026-06-30)",
           .basis = "Every task is written once: lists and counts of open work are made from these items."},
          check_duplicates},
};

}  // namespace

std::span<const Check> action_checks() { return kChecks; }

}  // namespace pmsite
