// SPDX-License-Identifier: MIT
#include "check/milestone_times.hpp"

#include "support/sample_site.hpp"

namespace pmsite {
namespace {

/// What is told of the entry for the beginning, with this time in its place.
std::string started(std::string_view time) {
  return found("milestone-mismatch", sample_with("10:12 CET", time));
}

/// The sample with these entries, the first on line 22.
std::string with_timeline(std::string_view entries) {
  const auto begin = kSamplePost.find("- 10:08"), end = kSamplePost.find("\n## Root cause");
  return std::string(kSamplePost.substr(0, begin)) + std::string(entries) +
         std::string(kSamplePost.substr(end));
}

std::string order(std::string_view entries) { return found("milestone-order", with_timeline(entries)); }
std::string gaps(std::string_view entries) { return found("timeline-gap", with_timeline(entries)); }

}  // namespace

TEST_CASE("beginning and end are told once, to the minute") {
  CHECK(found("milestone-mismatch", kSamplePost) == "");
  CHECK(found("milestone-mismatch", sample_with("10:12:00+01:00", "10:12:59+01:00")) == "");
  CHECK(found("milestone-mismatch", sample_with("10:12:00+01:00", "10:13:00+01:00")) ==
        "23:3 milestone-mismatch: **Started** is at 10:12, `started_at` at 10:13: 1 min earlier -> correct "
        "one of the "
        "two");
  CHECK(found("milestone-mismatch", sample_with("- 11:05 CET", "- 11:14 CET")) ==
        "30:3 milestone-mismatch: **Resolved** is at 11:14, `resolved_at` at 11:05: 9 min later -> correct "
        "one of the "
        "two");
}

TEST_CASE("a mistyped date, zone or half of the day is guessed") {
  CHECK(started("2025-03-04 10:12 CET") ==
        "23:3 milestone-mismatch: **Started** is at 2025-03-04 10:12, `started_at` at 2026-03-04 10:12: 365 "
        "d earlier "
        "-> both clocks show the same time: one of the years is mistyped");
  CHECK(started("2026-04-03 10:12 CET").ends_with("-> month and day are swapped in one of them"));
  CHECK(started("2026-03-05 10:12 CET")
            .ends_with("-> both clocks show the same time: one of the dates is wrong"));
  CHECK(started("10:12 UTC") ==
        "23:3 milestone-mismatch: **Started** is at 10:12 UTC, `started_at` at 10:12 UTC+01:00: 1 h later -> "
        "both "
        "clocks show the same time: one of the zones is wrong");
  CHECK(started("22:12 CET").find("-> twelve hours apart: morning and afternoon may be mixed up") !=
        std::string::npos);
}

TEST_CASE("one wrong date that moves beginning and end is told once, two of them are told both") {
  CHECK(started("2026-03-05 10:12 CET").find("resolved_at") == std::string::npos);
  CHECK(found("milestone-mismatch",
              changed(sample_with("10:12 CET", "10:13 CET"), "11:05 CET - ", "11:06 CET - "))
            .find("resolved_at") == std::string::npos);
  CHECK(found("milestone-mismatch",
              changed(sample_with("10:12 CET", "10:13 CET"), "11:05 CET - ", "11:07 CET - "))
            .find("resolved_at") != std::string::npos);
}

TEST_CASE("a range and the same moment in another zone agree") {
  CHECK(started("09:12 UTC") == "");
  CHECK(started("10:09-10:14 CET") == "");
  CHECK(started("10:05-10:09 CET") != "");
}

TEST_CASE("of several entries for the end one must agree, and it is the last that is told") {
  const std::string_view kTwice = "- 10:51 CET - **Resolved**: x\n- 10:55 CET - **Regressed**\n- 11:05 CET";
  CHECK(found("milestone-mismatch", sample_with("- 11:05 CET", kTwice)) == "");
  CHECK(found("milestone-mismatch",
              changed(sample_with("- 11:05 CET", kTwice), "11:05 CET - **R", "11:20 CET - **R"))
            .starts_with("32:3 "));
}

TEST_CASE("an end before the beginning is not told once more") {
  CHECK(found("milestone-mismatch",
              sample_with("resolved_at: 2026-03-04T11:05", "resolved_at: 2026-03-04T09:05")) == "");
}

TEST_CASE("without the entry or the fact there is nothing to compare") {
  CHECK(found("milestone-mismatch", with_timeline("- 10:20 CET - a\n")) == "");
  CHECK(found("milestone-mismatch",
              changed(sample_with("resolved_at: 2026-03-04T11:05:00+01:00\n", "status: draft\n"), "- 11:05",
                      "- 11:30")) == "");
  CHECK(found("milestone-mismatch",
              changed(sample_with("10:12 CET", "10:20 CET"), "- 10:08 CET", "- soon")) == "");
}

TEST_CASE("milestones follow each other") {
  CHECK(order("- 10:12 CET - **Started**\n- 10:12 CET - **Detected**\n- 10:12 CET - **Acknowledged**\n"
              "- 10:12 CET - **Identified**\n- 10:12 CET - **Mitigated**\n- 10:12 CET - **Resolved**\n") ==
        "");
  CHECK(order("- 10:08 CET - **Detected**\n- 10:12 CET - **Started**\n") ==
        "22:3 milestone-order: **Detected** is 4 min before **Started** on line 23 -> correct one of the two "
        "times, or "
        "give one of the entries another kind");
  CHECK(order("- 10:14 CET - **Acknowledged**\n- 10:15 CET - **Detected**\n")
            .starts_with("22:3 milestone-order: **Acknowledged** is 1 min before **Detected** on line 23"));
  CHECK(order("- 10:14 CET - **Identified**\n- 10:15 CET - **Detected**\n").starts_with("22:3 "));
  CHECK(order("- 10:10 CET - **Mitigated**\n- 10:12 CET - **Started**\n").starts_with("22:3 "));
  CHECK(order("- 10:20 CET - **Resolved**\n- 10:30 CET - **Mitigated**\n")
            .starts_with("22:3 milestone-order: **Resolved** is 10 min before **Mitigated** on line 23"));
}

TEST_CASE("the front matter tells the beginning where no entry does") {
  CHECK(order("- 10:10 CET - **Detected**\n") ==
        "22:3 milestone-order: **Detected** is 2 min before `started_at` -> correct one of the two times, or "
        "give one "
        "of the entries another kind");
  CHECK(order("- 10:12 CET - **Detected**\n") == "");
}

TEST_CASE("entries are told to the minute, and are not early for their seconds") {
  const std::string seconds = sample_with("10:12:00+01:00", "10:12:40+01:00");
  CHECK(found("milestone-order",
              changed(changed(seconds, "- 10:12 CET - **Started**", "- 10:12 CET - **Changed**"),
                      "- 10:15 CET", "- 10:12 CET")) == "");
}

TEST_CASE("a milestone is told once, however many it comes before") {
  CHECK(order("- 10:10 CET - **Resolved**\n- 10:12 CET - **Started**\n- 10:15 CET - **Detected**\n"
              "- 10:20 CET - **Mitigated**\n") ==
        "22:3 milestone-order: **Resolved** is 2 min before **Started** on line 23 -> correct one of the two "
        "times, or "
        "give one of the entries another kind");
}

TEST_CASE("a change, and an end that did not last, may come early") {
  CHECK(order("- 09:00 CET - **Changed**\n- 09:30 CET - **Investigated**\n- 10:12 CET - **Started**\n") ==
        "");
  CHECK(order("- 10:20 CET - **Resolved**\n- 10:25 CET - **Regressed**\n- 10:30 CET - **Mitigated**\n"
              "- 11:05 CET - **Resolved**\n") == "");
  CHECK(order("- 10:10-10:14 CET - **Detected**\n- 10:12 CET - **Started**\n") == "");
}

TEST_CASE("a timeline begins before the incident, else it is a note") {
  CHECK(found("timeline-starts-late", kSamplePost) == "");
  const std::string late = with_timeline("- 10:12 CET - **Started**\n- 10:15 CET - **Detected**\n");
  CHECK(
      found("timeline-starts-late", late) ==
      "22:3 timeline-starts-late: nothing is told of the time before the incident -> add what led up to it: "
      "`**Changed**: ...`");
  CHECK(level_found("timeline-starts-late", late) == "note");
  CHECK(found("timeline-starts-late", with_timeline("- 10:15 CET - a\n")).starts_with("22:3 "));
}

TEST_CASE("a silence of more than a quarter of the incident, and of fifteen minutes, is a note") {
  // The incident is from 10:12 to 11:05, and a quarter of it is less than fifteen minutes.
  CHECK(gaps("- 10:27 CET - a\n- 10:42 CET - b\n- 10:57 CET - c\n- 11:05 CET - d\n") == "");
  CHECK(gaps("- 10:27 CET - a\n- 10:43 CET - b\n- 10:57 CET - c\n") ==
        "23:3 timeline-gap: nothing is told for 16 min before this entry, of 53 min in all -> add what was "
        "tried, "
        "waited for or told to others in that time");
  CHECK(level_found("timeline-gap", with_timeline("- 11:00 CET - a\n")) == "note");
  CHECK(gaps("- 10:11 CET - a\n- 10:28 CET - b\n- 10:43 CET - c\n- 10:58 CET - d\n").starts_with("23:3 "));
}

TEST_CASE("a quarter of a long incident is more than fifteen minutes") {
  const std::string day =
      changed(with_timeline("- 10:12 CET - a\n- 16:12 CET - b\n- 22:12 CET - c\n- 04:12 CET - d\n"
                            "- 10:12 CET - e\n"),
              "T11:05", "T10:12");
  CHECK(found("timeline-gap", changed(day, "resolved_at: 2026-03-04", "resolved_at: 2026-03-05")) == "");
  CHECK(
      found("timeline-gap", changed(changed(day, "resolved_at: 2026-03-04", "resolved_at: 2026-03-05"),
                                    "16:12 CET", "16:13 CET"))
          .starts_with("23:3 timeline-gap: nothing is told for 6 h 1 min before this entry, of 1 d in all"));
}

TEST_CASE("a range is no silence, and what follows the incident does not count") {
  CHECK(gaps("- 10:12-10:50 CET - a\n- 10:20 CET - b\n- 11:00 CET - c\n- 11:05 CET - d\n- 14:05 CET - e\n") ==
        "");
  CHECK(gaps("- 10:12 CET - a\n- 10:26 CET - b\n- 10:40 CET - c\n- 11:30 CET - d\n")
            .starts_with("25:3 timeline-gap: nothing is told for 25 min"));
}

}  // namespace pmsite
