// SPDX-License-Identifier: MIT
#include "render/incident_bar.hpp"

#include "support/site_fixture.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace pmsite {
namespace {

/// An hour and forty minutes, so that a minute is 0.98 % of the bar, which has 1 % of room at both ends.
constexpr std::string_view kHundredMinutes = "resolved_at: 2026-03-04T11:52:00+01:00";

Postmortem post_with(const std::string& bullets, std::string_view facts = kHundredMinutes) {
  return read_sample(facts, "## Timeline\n" + bullets);
}

Value bar_of(const std::string& bullets, std::string_view facts = kHundredMinutes) {
  return incident_bar(post_with(bullets, facts), {});
}

bool is_false(const Value& value) { return value.get_if<bool>() != nullptr && !*value.get_if<bool>(); }

/// The marks of moments that are told by these entries.
Value marks_of(const std::string& bullets, const std::vector<std::size_t>& entries) {
  std::vector<Moment> moments;
  for (const auto entry : entries) moments.push_back({entry, {}, {}});
  return at(incident_bar(post_with(bullets), moments), "marks");
}

constexpr const char* kPhases =
    "- 10:12 CET - **Started**: a\n- 10:22 CET - **Detected** by us\n- 10:37 CET - **Acknowledged**\n"
    "- 11:42 CET - **Mitigated**: b\n- 11:52 CET - **Resolved**: c\n";

}  // namespace

TEST_CASE("the phases of an incident are to scale") {
  const Value bar = bar_of(kPhases);
  const Value& segments = at(bar, "segments");
  CHECK(column(segments, "kind") == "started|detected|acknowledged|mitigated");
  CHECK(column(segments, "x") == "1.0%|10.8%|25.5%|89.2%");
  CHECK(column(segments, "width") == "9.8%|14.7%|63.7%|9.8%");
}

TEST_CASE("milestones have their label, their time and what they took") {
  const Value bar = bar_of(kPhases);
  const Value& milestones = at(bar, "milestones");
  CHECK(column(milestones, "kind") == "started|detected|acknowledged|mitigated|resolved");
  CHECK(column(milestones, "label") == "Started|Detected|Acknowledged|Mitigated|Resolved");
  CHECK(column(milestones, "clock") == "10:12|10:22|10:37|11:42|11:52");
  CHECK(column(milestones, "iso") ==
        "2026-03-04T10:12:00+01:00|2026-03-04T10:22:00+01:00|2026-03-04T10:37:00+01:00|"
        "2026-03-04T11:42:00+01:00|2026-03-04T11:52:00+01:00");
  CHECK(column(milestones, "gap") == "|+10 min|+15 min|+1 h 5 min|+10 min");
}

TEST_CASE("clocks are those of the first entry, whatever zones others are told in") {
  const Value bar = bar_of("- 09:22 UTC - **Detected** by us\n", "resolved_at: 2026-03-04T05:52:00-05:00");
  CHECK(column(at(bar, "milestones"), "clock") == "09:12|09:22|10:52");
  CHECK(column(at(bar, "milestones"), "iso") ==
        "2026-03-04T09:12:00Z|2026-03-04T09:22:00Z|2026-03-04T10:52:00Z");
}

TEST_CASE("milestones that the post does not tell are left out") {
  const Value bar = bar_of("- 11:01 CET - **Mitigated**: b\n");
  CHECK(column(at(bar, "segments"), "kind") == "started|mitigated");
  CHECK(column(at(bar, "segments"), "x") == "1.0%|49.0%");
  CHECK(column(at(bar, "segments"), "width") == "48.0%|50.0%");
  CHECK(column(at(bar, "milestones"), "gap") == "|+49 min|+51 min");
  CHECK(column(at(bar_of(""), "segments"), "width") == "98.0%");
}

TEST_CASE("the first entry of a kind is its milestone") {
  const Value bar = bar_of("- 10:22 CET - **Detected** by us\n- 10:52 CET - **Detected** by them\n");
  CHECK(column(at(bar, "milestones"), "clock") == "10:12|10:22|11:52");
}

TEST_CASE("milestones out of order are left out, since a phase cannot have ended before it began") {
  const Value detected_late = bar_of(
      "- 10:20 CET - **Acknowledged**\n- 10:30 CET - **Detected** by us\n- 10:40 CET - **Mitigated**\n");
  CHECK(column(at(detected_late, "milestones"), "kind") == "started|detected|mitigated|resolved");
  const Value outside = bar_of("- 10:05 CET - **Detected** by us\n- 11:53 CET - **Mitigated**: b\n");
  CHECK(column(at(outside, "milestones"), "kind") == "started|resolved");
}

TEST_CASE("milestones of one time have a phase of no width between them") {
  const Value bar = bar_of("- 10:12 CET - **Detected** by us\n- 11:52 CET - **Mitigated**: b\n");
  CHECK(column(at(bar, "segments"), "kind") == "started|detected|mitigated");
  CHECK(column(at(bar, "segments"), "width") == "0.0%|98.0%|0.0%");
  CHECK(column(at(bar, "milestones"), "gap") == "||+1 h 40 min|");
}

TEST_CASE("an incident that is not over, or has no length, has no bar") {
  CHECK(is_false(bar_of(kPhases, "-resolved_at\nstatus: draft")));
  CHECK(is_false(bar_of(kPhases, "resolved_at: 2026-03-04T10:12:00+01:00")));
  CHECK(is_false(bar_of(kPhases, "resolved_at: 2026-03-04T09:12:00Z")));
  CHECK(is_false(incident_bar({}, {})));
  Postmortem backwards = post_with(kPhases);
  backwards.resolved_at->value.utc -= std::chrono::hours{2};
  CHECK(is_false(incident_bar(backwards, {})));
}

TEST_CASE("an incident of a second has a bar") {
  const Value bar = bar_of("", "resolved_at: 2026-03-04T10:12:01+01:00");
  CHECK(column(at(bar, "segments"), "width") == "98.0%");
  CHECK(column(at(bar, "milestones"), "clock") == "10:12|10:12:01");
}

TEST_CASE("ranges that misled are drawn as far as they lie in the incident") {
  const Value bar = bar_of(
      "- 10:02-10:32 CET - **Misled**: a\n- 10:42-11:02 CET - **Misled**: b\n- 11:10 CET - **Misled**: c\n"
      "- 11:12-11:22 CET - **Investigated**: d\n- 11:42-12:30 CET - **Misled**: e\n");
  CHECK(*at(bar, "has_misled").get_if<bool>());
  CHECK(column(at(bar, "misled"), "x") == "1.0%|30.4%|89.2%");
  CHECK(column(at(bar, "misled"), "width") == "19.6%|19.6%|9.8%");
}

TEST_CASE("without ranges that misled there are none to explain") {
  const Value bar = bar_of("- 11:10 CET - **Misled**: c\n");
  CHECK_FALSE(*at(bar, "has_misled").get_if<bool>());
  CHECK(at(bar, "misled").get_if<Value::List>()->empty());
}

TEST_CASE("moments are marks where their entries stand, and stay on the bar") {
  const std::string bullets =
      "- 09:00 CET - a\n- 10:12 CET - b\n- 11:02 CET - c\n- 11:52 CET - d\n- 14:00 CET - e\n";
  const Value marks = marks_of(bullets, {0, 1, 2, 3, 4});
  CHECK(column(marks, "index") == "0|1|2|3|4");
  CHECK(column(marks, "x") == "1.0%|1.0%|50.0%|99.0%|99.0%");
  CHECK(column(marks_of(bullets, {2, 3}), "index") == "0|1");
  CHECK(column(marks_of(bullets, {2, 3}), "x") == "50.0%|99.0%");
  CHECK(marks_of(bullets, {}).get_if<Value::List>()->empty());
}

}  // namespace pmsite
