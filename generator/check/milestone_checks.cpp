// SPDX-License-Identifier: MIT
#include "base/text.hpp"
#include "check/check.hpp"
#include "check/escalation_targets.hpp"
#include "check/milestone_times.hpp"
#include "check/whole_timeline.hpp"
#include "read/event_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <initializer_list>

namespace pmsite {
namespace {

/// The first note that opens with the name of the kind in plain letters: all it lacks is the bold type.
const TimelineEntry* find_plain(const Timeline& timeline, EventKind kind) {
  const auto found = std::find_if(timeline.begin(), timeline.end(), [kind](const TimelineEntry& entry) {
    if (entry.kind != EventKind::note) return false;
    const std::string text = plain_text(entry.text);
    const std::string_view name = label(kind);
    return text.size() >= name.size() && equal_ignoring_case(text.substr(0, name.size()), name) &&
           (text.size() == name.size() || !is_letter(text[name.size()]));
  });
  return found == timeline.end() ? nullptr : &*found;
}

/// Whether the entry opens with a bold word that means the kind, though it is none: that is reported already.
bool is_misnamed(const TimelineEntry& entry, EventKind kind) {
  if (entry.kind != EventKind::note || entry.text.empty() || entry.text.front().kind != NodeKind::strong)
    return false;
  const auto meant = meant_kinds(to_lower(plain_text(entry.text.front())));
  return std::find(meant.begin(), meant.end(), kind) != meant.end();
}

/// Whether an entry is of the kind, or is meant to be.
bool is_told(const Timeline& timeline, EventKind kind) {
  return std::any_of(timeline.begin(), timeline.end(), [kind](const TimelineEntry& entry) {
    return entry.kind == kind || is_misnamed(entry, kind);
  });
}

/// Reports that no entry is of any of the kinds; the first is the one to add.
void report_absent(const Subject& subject, const CheckReporter& report,
                   std::initializer_list<EventKind> kinds, const char* message, const char* help) {
  const auto& timeline = subject.post.timeline;
  const Section* section = whole_timeline(subject.post);
  const bool told =
      std::any_of(kinds.begin(), kinds.end(), [&](EventKind kind) { return is_told(timeline, kind); });
  if (section == nullptr || told) return;
  for (const EventKind kind : kinds) {
    if (const auto* plain = find_plain(timeline, kind)) {
      report(plain->at, message,
             fmt::format("is it this entry? write its first word in bold: `**{}**`", label(kind)));
      return;
    }
  }
  report(section->at, message, help);
}

void check_detection(const Subject& subject, const CheckReporter& report) {
  report_absent(subject, report, {EventKind::detected},
                "no entry tells when and how the incident was detected",
                "add `- 10:15 UTC - **Detected** by ...`");
}

void check_acknowledgement(const Subject& subject, const CheckReporter& report) {
  report_absent(subject, report, {EventKind::acknowledged},
                "no entry tells when somebody took the incident on",
                "add `- 10:18 UTC - **Acknowledged** by ...`; time to acknowledge is counted to it");
}

void check_investigation(const Subject& subject, const CheckReporter& report) {
  report_absent(subject, report, {EventKind::investigated, EventKind::identified, EventKind::misled},
                "no entry tells what was looked at and what was assumed",
                "add `**Investigated**: ...`, `**Misled**: ...` or `**Identified**: ...`");
}

void check_escalation(const Subject& subject, const CheckReporter& report) {
  report_absent(subject, report, {EventKind::escalated}, "no entry tells to whom the incident was escalated",
                "add `**Escalated** to ...`; if nobody was needed, say so: "
                "`<!-- pmsite-allow escalation-missing: why -->`");
}

void check_escalation_target(const Subject& subject, const CheckReporter& report) {
  for (const auto& entry : subject.post.timeline)
    if (entry.kind == EventKind::escalated && !names_escalation_target(plain_text(entry.text)))
      report(entry.at, "the entry does not say to whom the incident was escalated",
             "write `**Escalated** to ...`: a team, a role or a vendor");
}

void check_resolution(const Subject& subject, const CheckReporter& report) {
  if (subject.post.status == PostStatus::draft) return;  // it may go on
  report_absent(subject, report, {EventKind::resolved},
                "no entry tells when and how the incident was resolved",
                "add `- 11:05 UTC - **Resolved**: ...`");
}

constexpr std::array kChecks = {
    Check{{.id = "detection-missing",
           .level = Level::error,
           .why = "How long it went unnoticed is the first thing to improve, and is counted to this entry.",
           .wrong = "- 10:12 CET - **Started**: ...\n- 10:44 CET - **Identified**: ...",
           .right = "- 10:12 CET - **Started**: ...\n- 10:15 CET - **Detected** by Nagios: checkout errors "
                    "above 5 %.",
           .basis = "The course asks when and how the incident was detected, and time to detect is counted "
                    "from it."},
          check_detection},
    Check{{.id = "acknowledgement-missing",
           .level = Level::warning,
           .why = "Mean time to acknowledge needs the moment at which somebody took the incident on.",
           .wrong = "- 10:15 CET - **Detected** by Nagios: ...",
           .right = "- 10:15 CET - **Detected** by Nagios: ...\n- 10:18 CET - **Acknowledged** by the "
                    "on-call engineer.",
           .basis = "The course's on-call part names mean time to acknowledge as one of its two measures."},
          check_acknowledgement},
    Check{{.id = "investigation-missing",
           .level = Level::error,
           .why = "What was examined and assumed is what the next responder can learn from.",
           .wrong = "- 10:15 CET - **Detected** by Nagios.\n- 11:05 CET - **Resolved**.",
           .right = "- 10:15 CET - **Detected** by Nagios.\n- 10:30 CET - **Investigated**: the pools, "
                    "suspected of dead sockets.\n- 11:05 CET - **Resolved**.",
           .basis = "The course requires the actions taken: which parts of the system were looked at, and on "
                    "which assumption about the cause."},
          check_investigation,
          Needs{.learning = Need::advised, .sre = Need::advised}},
    Check{{.id = "escalation-missing",
           .level = Level::error,
           .why = "Who was called in, and when, shows whether help was within reach.",
           .wrong =
               "- 10:18 CET - **Acknowledged** by the on-call engineer.\n- 10:44 CET - **Identified**: ...",
           .right = "- 10:36 CET - **Escalated** to the payments team.",
           .basis = "The course asks to which team or individuals the incident was escalated."},
          check_escalation,
          Needs{.learning = Need::advised, .sre = Need::advised}},
    Check{{.id = "escalation-target-missing",
           .level = Level::warning,
           .why = "An escalation to nobody in particular cannot be repeated.",
           .wrong = "- 10:36 CET - **Escalated**.",
           .right = "- 10:36 CET - **Escalated** to the payments team.",
           .basis = "The course asks for the team or the individuals by name or role."},
          check_escalation_target},
    Check{{.id = "resolution-missing",
           .level = Level::error,
           .why = "The reader must learn when it was over and by what, and time to resolve is counted to it.",
           .wrong = "- 10:51 CET - **Mitigated**: pools are recycled.",
           .right = "- 10:51 CET - **Mitigated**: pools are recycled.\n- 11:05 CET - **Resolved**: errors at "
                    "their baseline.",
           .basis = "The course asks how the incident was resolved, and at what time."},
          check_resolution},
    Check{{.id = "milestone-mismatch",
           .level = Level::error,
           .why = "Two times for one event leave the reader to guess which the durations are counted from.",
           .wrong = "started_at: 2026-03-04T10:12:00+01:00\n...\n- 10:21 CET - **Started**: ...",
           .right = "started_at: 2026-03-04T10:12:00+01:00\n...\n- 10:12 CET - **Started**: ...",
           .basis =
               "Measured: 26 of 61 durations of a large public team differ from its own key events by more "
               "than a minute."},
          check_milestone_mismatch},
    Check{{.id = "milestone-order",
           .level = Level::error,
           .why = "What cannot have happened in this order makes a duration negative.",
           .wrong = "- 10:08 CET - **Detected** by Nagios.\n- 10:12 CET - **Started**: ...",
           .right = "- 10:12 CET - **Started**: ...\n- 10:15 CET - **Detected** by Nagios.",
           .basis = "Rootly refuses a mitigation before the beginning; published reports have mistyped "
                    "months and years."},
          check_milestone_order},
    Check{
        {.id = "timeline-starts-late",
         .level = Level::note,
         .why = "The change that led to an incident lies before it.",
         .wrong = "- 10:12 CET - **Started**: ...",
         .right = "- 10:08 CET - **Changed**: the cache primary is patched.\n- 10:12 CET - **Started**: ...",
         .basis =
             "CCADB's incident reports must include the events that came before; PagerDuty's guide begins "
             "the timeline before the incident, too."},
        check_starts_late},
    Check{
        {.id = "timeline-gap",
         .level = Level::note,
         .why = "In a long silence something was tried, waited for or not known: that is worth a line.",
         .wrong = "- 10:18 CET - **Acknowledged**: ...\n- 11:05 CET - **Resolved**: ...",
         .right = "- 10:18 CET - **Acknowledged**: ...\n- 10:20-10:44 CET - **Investigated**: ...\n"
                  "- 11:05 CET - **Resolved**: ...",
         .basis = "PagerDuty's guide has a scribe write down what happens as it happens, so that nothing is "
                  "lost between the milestones."},
        check_gaps},
};

}  // namespace

std::span<const Check> milestone_checks() { return kChecks; }

}  // namespace pmsite
