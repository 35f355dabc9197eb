// SPDX-License-Identifier: MIT
#include "model/milestones.hpp"

namespace pmsite {
namespace {

using OptionalTime = std::optional<UtcTime>;

OptionalTime time_of(const std::optional<Located<Instant>>& instant) {
  return instant ? OptionalTime(instant->value.utc) : std::nullopt;
}

OptionalTime time_of(const TimelineEntry* entry) {
  return entry ? OptionalTime(entry->start.utc) : std::nullopt;
}

std::optional<std::chrono::seconds> between(OptionalTime from, OptionalTime to) {
  if (!from || !to) return std::nullopt;
  return *to - *from;
}

}  // namespace

Milestones milestones(const Postmortem& post) {
  const auto started = time_of(post.started_at), resolved = time_of(post.resolved_at);
  const auto detected = time_of(first_of(post.timeline, EventKind::detected));
  return {
      .duration = between(started, resolved),
      .detect = between(started, detected),
      .acknowledge = between(detected, time_of(first_of(post.timeline, EventKind::acknowledged))),
      .identify = between(detected, time_of(first_of(post.timeline, EventKind::identified))),
      .mitigate = between(started, time_of(first_of(post.timeline, EventKind::mitigated))),
      .resolve = between(detected, resolved),
  };
}

}  // namespace pmsite
