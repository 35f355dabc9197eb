// SPDX-License-Identifier: MIT
#include "model/milestones.hpp"

#include <doctest/doctest.h>

namespace pmsite {
namespace {

using namespace std::chrono;

Located<Instant> at(std::string_view clock) {
  return {parse_instant("2026-03-04T" + std::string(clock) + ":00Z").value(), {}};
}

TimelineEntry entry(std::string_view clock, EventKind kind) {
  TimelineEntry made;
  made.start = at(clock).value;
  made.kind = kind;
  return made;
}

Postmortem incident() {
  Postmortem post;
  post.started_at = at("10:00");
  post.resolved_at = at("11:05");
  post.timeline = {entry("09:50", EventKind::changed),      entry("10:05", EventKind::detected),
                   entry("10:08", EventKind::acknowledged), entry("10:30", EventKind::identified),
                   entry("10:40", EventKind::mitigated),    entry("10:50", EventKind::detected),
                   entry("10:55", EventKind::acknowledged), entry("11:00", EventKind::mitigated)};
  return post;
}

}  // namespace

TEST_CASE("each phase is measured from its first entries") {
  const Milestones found = milestones(incident());
  CHECK(found.duration == 65min);
  CHECK(found.detect == 5min);
  CHECK(found.acknowledge == 3min);
  CHECK(found.identify == 25min);
  CHECK(found.mitigate == 40min);
  CHECK(found.resolve == 60min);
}

TEST_CASE("a phase without both of its ends is not known") {
  Postmortem post = incident();
  std::erase_if(post.timeline, [](const auto& each) { return each.kind == EventKind::detected; });
  post.resolved_at.reset();
  const Milestones found = milestones(post);
  CHECK_FALSE(found.duration);
  CHECK_FALSE(found.detect);
  CHECK_FALSE(found.acknowledge);
  CHECK_FALSE(found.identify);
  CHECK_FALSE(found.resolve);
  CHECK(found.mitigate == 40min);
}

TEST_CASE("detection before the start is told as it is") {
  Postmortem post = incident();
  post.started_at = at("10:10");
  CHECK(milestones(post).detect == -5min);
}

}  // namespace pmsite
