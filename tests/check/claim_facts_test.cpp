// SPDX-License-Identifier: MIT
#include "check/claim_facts.hpp"

#include "support/claim_cases.hpp"

#include <set>

namespace pmsite {
namespace {

using namespace std::chrono_literals;

std::string silent_post() { return post_saying("summary", ""); }
ClaimFacts facts_of(std::string_view post) { return ClaimFacts(sample_site(post).posts[0]); }

/// "10:12 to 10:15", "-" for none.
std::string shown(const ClaimFacts& facts, const std::optional<Stretch>& stretch) {
  return stretch ? facts.ends_of(*stretch) : "-";
}

std::string shown(const ClaimFacts& facts, const std::vector<Stretch>& stretches) {
  std::set<std::string> all;
  for (const auto& each : stretches) all.insert(facts.ends_of(each));
  std::string line;
  for (const auto& each : all) line += (line.empty() ? "" : ", ") + each;
  return line;
}

constexpr EventSet kAny = kAllEvents;

}  // namespace

TEST_CASE("the front matter tells from when to when") {
  const auto facts = facts_of(silent_post());
  CHECK(shown(facts, facts.whole()) == "10:12 to 11:05");
  CHECK(facts.whole()->length() == 53min);
  CHECK(facts.span() == 57min);
  CHECK_FALSE(
      facts_of(changed(silent_post(), "resolved_at: 2026-03-04T11:05", "resolved_at: 2026-03-04T09:05"))
          .whole());
  CHECK_FALSE(facts_of(changed(silent_post(), "resolved_at: 2026-03-04T11:05:00+01:00\n", "status: draft\n"))
                  .whole());
}

TEST_CASE("other times that it can be said to have lasted come from kinds and states") {
  CHECK(shown(facts_of(silent_post()), facts_of(silent_post()).impaired()) ==
        "10:12 to 10:51, 10:12 to 11:05");
  const auto later =
      facts_of(changed(silent_post(), "by the on-call engineer.", "by us. `queue: down`, `lb: maintenance`"));
  CHECK(shown(later, later.impaired()) == "10:12 to 10:51, 10:12 to 11:05");
  const auto again =
      facts_of(changed(changed(silent_post(), "by the on-call engineer.", "by us. `queue: down`"),
                       "to the payments team.", "to them. `queue: ok`"));
  CHECK(shown(again, again.impaired()) == "10:12 to 10:36, 10:12 to 10:51, 10:12 to 11:05, 10:18 to 10:36");
}

TEST_CASE("the time spent on wrong paths is the ranges of the timeline") {
  const auto facts = facts_of(silent_post());
  CHECK(shown(facts, facts.misled()) == "10:20 to 10:34");
  CHECK(facts_of(changed(silent_post(), "10:20-10:34", "10:20")).misled().empty());
}

TEST_CASE("instants are sorted, the timeline's before the front matter's") {
  const auto facts = facts_of(silent_post());
  std::string names;
  for (const auto& each : facts.instants())
    names += facts.clock(each.time) + " " + std::string(each.name) + ", ";
  CHECK(names ==
        "10:08 Changed, 10:12 Started, 10:12 started_at, 10:15 Detected, 10:18 Acknowledged, 10:20 Misled, "
        "10:34 Misled, "
        "10:36 Escalated, 10:44 Identified, 10:51 Mitigated, 11:05 Resolved, 11:05 resolved_at, ");
}

TEST_CASE("the nearest stretch is found among those of the right kinds") {
  const auto facts = facts_of(silent_post());
  const auto detected = event_set({EventKind::detected}), started = event_set({EventKind::started});
  CHECK(shown(facts, facts.nearest(3min, kAny, detected)) == "10:12 to 10:15");
  CHECK(shown(facts, facts.nearest(5min, kAny, detected)) == "10:12 to 10:15");
  CHECK(shown(facts, facts.nearest(6min, kAny, detected)) == "10:08 to 10:15");
  CHECK(shown(facts, facts.nearest(50min, kAny, detected)) == "10:08 to 10:15");
  CHECK(shown(facts, facts.nearest(50min, started, detected)) == "10:12 to 10:15");
  CHECK(shown(facts, facts.nearest(0min, kAny, kAny)) == "10:18 to 10:20");
  CHECK(shown(facts, facts.nearest(24h, kAny, kAny)) == "10:08 to 11:05");
  CHECK(shown(facts, facts.nearest(1min, detected, started)) == "-");
  CHECK(shown(facts, facts.nearest(1min, kAny, event_set({EventKind::verified}))) == "-");
}

TEST_CASE(
    "a timeline with a bullet that could not be read is incomplete, and so is one that nobody can read") {
  CHECK(facts_of(silent_post()).is_complete());
  const auto broken = facts_of(changed(silent_post(), "10:36 CET", "half past"));
  CHECK_FALSE(broken.is_complete());
  CHECK(broken.instants().size() == 2);
  std::string entries;
  for (int i = 0; i < 1000; ++i) entries += "- 11:05 CET - again\n";
  CHECK_FALSE(facts_of(changed(silent_post(), "\n## Root cause", entries + "\n## Root cause")).is_complete());
}

TEST_CASE("dates and years of other days are told apart") {
  const auto facts = facts_of(silent_post());
  for (const std::string_view ours :
       {"nothing", "on 4 March 2026", "on March 4", "2026-03-04 10:12", "in 2026", "1204 users", "500"}) {
    CAPTURE(std::string(ours));
    CHECK_FALSE(facts.tells_of_other_days(ours));
  }
  for (const std::string_view others :
       {"on 5 March 2026", "on 4 March 2025", "on January 4", "in 2025", "since 2019", "03/04/2026"}) {
    CAPTURE(std::string(others));
    CHECK(facts.tells_of_other_days(others));
  }
  const auto new_year =
      facts_of(changed(changed(silent_post(), "started_at: 2026-03-04", "started_at: 2025-12-31"),
                       "- 10:08 CET", "- 2025-12-31 10:08 CET"));
  CHECK_FALSE(new_year.tells_of_other_days("on 31 December"));
  CHECK_FALSE(new_year.tells_of_other_days("on 1 January"));
  CHECK(new_year.tells_of_other_days("on 30 December"));
}

TEST_CASE("a stretch shows its dates where it passes midnight") {
  const auto facts = facts_of(silent_post());
  const auto start = parse_instant("2026-03-04T10:12:00+01:00")->utc;
  CHECK(facts.ends_of({start, start + 53min}) == "10:12 to 11:05");
  CHECK(facts.ends_of({start, start + 24h}) == "2026-03-04 10:12 to 2026-03-05 10:12");
}

TEST_CASE("times are shown in the zone of the timeline") {
  const auto facts = facts_of(changed(
      changed(silent_post(), "started_at: 2026-03-04T10:12:00+01:00", "started_at: 2026-03-04T09:12:00Z"),
      "resolved_at: 2026-03-04T11:05:00+01:00", "resolved_at: 2026-03-04T10:05:00Z"));
  CHECK(facts.offset() == 60min);
  CHECK(shown(facts, facts.whole()) == "10:12 to 11:05");
}

}  // namespace pmsite
