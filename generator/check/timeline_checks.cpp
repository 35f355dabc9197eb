// SPDX-License-Identifier: MIT
#include "base/time.hpp"
#include "check/check.hpp"

#include <fmt/format.h>

#include <array>

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

/// Bullets that should be entries; more than there are entries if some could not be read.
std::size_t count_bullets(const Section& section) {
  std::size_t bullets = 0;
  for (const auto& block : section.blocks)
    if (block.kind == NodeKind::list) bullets += block.children.size();
  return bullets;
}

void check_misleading_path(const Subject& subject, const CheckReporter& report) {
  const auto& post = subject.post;
  if (subject.profile.misleading_path != Need::required) return;
  if (post.no_misleading_path || first_of(post.timeline, EventKind::misled) != nullptr) return;
  const Section* section = find_section(post, Role::timeline);
  if (section == nullptr || post.timeline.size() < count_bullets(*section)) return;  // reported already
  report(section->at, "no entry tells of a path that was followed and was wrong",
         "add an entry `**Misled**: ...`, or `misleading_paths: {none: why}` to the front matter");
}

constexpr std::array kChecks = {
    Check{{"timeline-empty", Level::error, "Without entries there is no telling how the incident went."},
          check_empty},
    Check{{"timeline-order", Level::error,
           "Readers follow the timeline downwards; a jump back hides a mistake."},
          check_order},
    Check{{"timeline-range", Level::error, "Time spent is counted from ranges, and none can be negative."},
          check_ranges},
    Check{{"misleading-path-missing", Level::error,
           "What misled this team will mislead the next; saying so is the cheapest prevention there is."},
          check_misleading_path},
};

}  // namespace

std::span<const Check> timeline_checks() { return kChecks; }

}  // namespace pmsite
