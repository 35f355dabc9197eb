// SPDX-License-Identifier: MIT
#include "base/time.hpp"
#include "check/check.hpp"
#include "check/whole_timeline.hpp"
#include "prose/sentences.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace pmsite {
namespace {

void check_empty(const Subject& subject, const CheckReporter& report) {
  const Section* section = find_section(subject.post, Role::timeline);
  if (section == nullptr || section->blocks.empty()) return;
  for (const auto& block : section->blocks)
    if (block.kind == NodeKind::list) return;  // entries that could not be read have been reported one by one
  report(section->at, "the timeline has no entries",
         "write one bullet an event: `- 14:05 UTC - what happened`");
}

void check_order(const Subject& subject, const CheckReporter& report) {
  const auto& timeline = subject.post.timeline;
  for (std::size_t i = 1; i < timeline.size(); ++i)
    if (timeline[i].start.utc < timeline[i - 1].start.utc)
      report(timeline[i].at,
             fmt::format("entry is earlier than the one on line {}", timeline[i - 1].at.begin.line),
             "sort the timeline, or correct the time");
}

void check_ranges(const Subject& subject, const CheckReporter& report) {
  for (const auto& entry : subject.post.timeline)
    if (entry.end && entry.end->utc < entry.start.utc)
      report(entry.at, "the range ends before it begins", "correct one of the two times");
}

void check_length(const Subject& subject, const CheckReporter& report) {
  constexpr std::size_t kMostSentences = 2;
  const TimelineEntry* before = nullptr;
  for (const auto& passage : subject.post.passages) {
    // The first passage of an entry is its text; evidence below it may be as long as it needs to be.
    if (passage.entry == nullptr || std::exchange(before, passage.entry) == passage.entry) continue;
    // What stands between the kind and the text is no sentence.
    const auto begin = std::min(passage.text.find_first_not_of(" .:,;-"), passage.text.size());
    const auto all = sentences(std::string_view(passage.text).substr(begin));
    if (all.size() > kMostSentences)
      report(passage.span({begin + all[kMostSentences].begin, begin + all[kMostSentences].end}),
             fmt::format("the entry has {} sentences", all.size()),
             "one or two tell the event; the rest belongs into another entry, or into the sections below");
  }
}

void check_misleading_path(const Subject& subject, const CheckReporter& report) {
  const auto& post = subject.post;
  if (post.no_misleading_path || first_of(post.timeline, EventKind::misled) != nullptr) return;
  if (const Section* section = whole_timeline(post))
    report(section->at, "no entry tells of a path that was followed and was wrong",
           "add an entry `**Misled**: ...`, or `misleading_paths: {none: why}` to the front matter");
}

constexpr std::array kChecks = {
    Check{{.id = "timeline-empty",
           .level = Level::error,
           .why = "Without entries there is no telling how the incident went.",
           .wrong = "## Timeline\nIt was a long night.",
           .right = "## Timeline\n- 22:10 UTC - **Started**: the disk of the primary was full.",
           .basis = "The course wants a timeline of times and events, and durations are computed from it."},
          check_empty},
    Check{{.id = "timeline-order",
           .level = Level::error,
           .why = "Readers follow the timeline downwards; a jump back hides a mistake.",
           .wrong = "- 10:20 CET - ...\n- 10:15 CET - ...",
           .right = "- 10:15 CET - ...\n- 10:20 CET - ...",
           .basis = "Measured: five published timelines of two teams step back."},
          check_order},
    Check{{.id = "timeline-range",
           .level = Level::error,
           .why = "Time spent is counted from ranges, and none can be negative.",
           .wrong = "- 10:34-10:20 CET - **Misled**: ...",
           .right = "- 10:20-10:34 CET - **Misled**: ...",
           .basis = "Minutes lost on wrong paths are the sum of these ranges."},
          check_ranges,
          Needs{},
          Allow::never},
    Check{{.id = "timeline-entry-long",
           .level = Level::warning,
           .why = "A timeline is scanned, not read; an entry that tells a story hides the next one.",
           .wrong = "- 10:44 CET - **Identified**: dead sockets. They were old. A read would have told. "
                    "Nobody read.",
           .right = "- 10:44 CET - **Identified**: every pool held dead sockets.",
           .basis = "The course asks for one or two sentences an entry; the details have their own section."},
          check_length},
    Check{
        {.id = "misleading-path-missing",
         .level = Level::error,
         .why = "What misled this team will mislead the next; saying so is the cheapest prevention there is.",
         .wrong = "- 10:18 CET - **Acknowledged**: ...\n- 10:44 CET - **Identified**: ...",
         .right = "- 10:20-10:34 CET - **Misled**: a stale health check was suspected; errors did not move.",
         .basis = "The course requires the misleading paths that were followed, and guides for learning from "
                  "incidents ask what people believed at the time."},
        check_misleading_path,
        Needs{.learning = Need::advised, .sre = Need::advised}},
};

}  // namespace

std::span<const Check> timeline_checks() { return kChecks; }

}  // namespace pmsite
