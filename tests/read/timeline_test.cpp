// SPDX-License-Identifier: MIT
#include "read/timeline.hpp"

#include "support/timeline_reading.hpp"

#include <doctest/doctest.h>

namespace pmsite {

using namespace timeline_reading;

TEST_CASE("the example of the format is read in full") {
  const Reading reading =
      read(R"(- 10:12 CET - **Started**: the cache primary failed over. `cache: down`, `checkout: degraded`
- 10:15 CET - **Detected** by Nagios: checkout 5xx above 5 %.
- 10:20-10:34 CET - **Misled**: suspected a stale health check on `lb-2` and drained it.
- 10:51 CET - **Mitigated**: pools recycled. `cache: ok`, `checkout: degraded`
- 11:05 CET - **Resolved**: error rate at its baseline. `checkout: ok`
)");
  CHECK(faults(reading.diagnostics) == "");
  CHECK(times(reading.entries) ==
        "2026-03-04T10:12:00+01:00\n2026-03-04T10:15:00+01:00\n"
        "2026-03-04T10:20:00+01:00..2026-03-04T10:34:00+01:00\n2026-03-04T10:51:00+01:00\n2026-03-04T11:05:"
        "00+01:00");
  CHECK(stories(reading.entries) ==
        "started|: the cache primary failed over. {cache=down} {checkout=degraded}\n"
        "detected| by Nagios: checkout 5xx above 5 %.\n"
        "misled|: suspected a stale health check on lb-2 and drained it.\n"
        "mitigated|: pools recycled. {cache=ok} {checkout=degraded}\n"
        "resolved|: error rate at its baseline. {checkout=ok}");
}

TEST_CASE("entries may stand in several lists, with prose between them") {
  check_times("- 10:12 CET - x\n\nThen it got worse.\n\n* 10:13 CET - y\n",
              "2026-03-04T10:12:00+01:00\n2026-03-04T10:13:00+01:00");
}

TEST_CASE("an entry without a dash is reported and left out") {
  check_times("- 10:12 CET\n- 10:13 CET the text\n- 10:14 CET - x\n", "2026-03-04T10:14:00+01:00",
              "2:3 timeline-time: no dash between the time and the text\n"
              "3:3 timeline-time: no dash between the time and the text");
  check_times("- 10:12 CET\n", "", "2:3 timeline-time: no dash between the time and the text");
}

TEST_CASE("a timeline without any dash is told once") {
  check_times("- 10:12 CET\n- 10:13 CET the text\n", "",
              "2:3 timeline-time: 2 entries have no dash between the time and the text");
}

TEST_CASE("what to do about a time is said") {
  CHECK(faults_with_help(read("- soon\n- 10:12 CET x\n- 10:12 XYZ - x\n- 10:12 - x\n").diagnostics) ==
        "2:3 timeline-time: the entry does not begin with a time -> begin it with a time and a zone: "
        "`14:05 UTC - what happened`\n"
        "3:3 timeline-time: no dash between the time and the text -> write `14:05 UTC - what happened`\n"
        "4:9 timeline-zone: `XYZ` is not a zone that pmsite knows -> write the offset instead: `+01:00`\n"
        "5:3 timeline-zone: `XYZ` is not a zone that pmsite knows -> write the offset instead: `+01:00`");
}

TEST_CASE("a bare time takes its date from started_at and then from the entry before it") {
  check_times("- 10:12 CET - a\n- 2026-03-07 09:00 CET - b\n- 09:30 CET - c\n",
              "2026-03-04T10:12:00+01:00\n2026-03-07T09:00:00+01:00\n2026-03-07T09:30:00+01:00");
}

TEST_CASE("the date of the first entry is that of started_at in the entry's own zone") {
  check_times("- 23:30 UTC - a\n", "2026-03-04T23:30:00Z", "", "2026-03-05T00:30:00+01:00");
  check_times("- 20:00 EST - a\n", "2026-03-04T20:00:00-05:00", "", "2026-03-05T01:00:00Z");
}

TEST_CASE("without started_at entries are still placed one after the other") {
  const Timeline entries = read("- 23:50 UTC - a\n- 00:10 UTC - b\n- 2026-03-04 10:13 UTC - c\n", "").entries;
  REQUIRE(entries.size() == 3);
  CHECK(entries[1].start.utc - entries[0].start.utc == std::chrono::minutes{20});
  CHECK(format_rfc3339(entries[2].start) == "2026-03-04T10:13:00Z");
}

TEST_CASE("a time on the clock of another zone is compared as a moment") {
  check_times("- 10:12 UTC - a\n- 05:13 EST - b\n", "2026-03-04T10:12:00Z\n2026-03-04T05:13:00-05:00",
              "3:9 timeline-zone-mixed: `EST` after `UTC`: two zones in one timeline");
}

TEST_CASE("twelve-hour clocks are read") {
  check_times("- 2:05 PM CET - a\n- 11:59 p.m. CET - b\n- 12:01 AM CET - c\n",
              "2026-03-04T14:05:00+01:00\n2026-03-04T23:59:00+01:00\n2026-03-05T00:01:00+01:00");
}

TEST_CASE("dates and the T form are read") {
  check_times("- 2026-03-04T10:12+01:00 - a\n- 2026-03-04T10:13:30+01:00 - b\n- 2026-03-05 10:14 CET - c\n",
              "2026-03-04T10:12:00+01:00\n2026-03-04T10:13:30+01:00\n2026-03-05T10:14:00+01:00");
  check_times("- 2026-03-04T09:12Z - a\n", "2026-03-04T09:12:00Z");
}

TEST_CASE("every way to write a zone is read") {
  for (const std::string zone : {"CET", "+01:00", "+0100", "+1", "UTC+1", "UTC+01:00", "GMT+1"}) {
    CAPTURE(zone);
    check_times("- 10:12 " + zone + " - a\n", "2026-03-04T10:12:00+01:00");
  }
  for (const std::string zone : {"UTC", "GMT", "Z"})
    check_times("- 10:12 " + zone + " - a\n", "2026-03-04T10:12:00Z");
}

TEST_CASE("a zone given once in the section serves every entry") {
  check_times("All times are UTC.\n\n- 10:12 - a\n- 10:13 - b\n",
              "2026-03-04T10:12:00Z\n2026-03-04T10:13:00Z");
  check_times("- 10:12 - a\n\nTimes in UTC+1.\n", "2026-03-04T10:12:00+01:00");
  CHECK(times(read("- 10:12 - a\n", kStartedAt, "## Timeline (all times in CET)").entries) ==
        "2026-03-04T10:12:00+01:00");
  CHECK(times(read("- 10:12 - a\n", kStartedAt, "## Timeline (UTC)").entries) == "2026-03-04T10:12:00Z");
}

TEST_CASE("a zone of the section yields to the entry's own") {
  check_times("All times are UTC.\n\n- 10:12 UTC - a\n- 10:13 - b\n- 2026-03-04 11:14 CET - c\n",
              "2026-03-04T10:12:00Z\n2026-03-04T10:13:00Z\n2026-03-04T11:14:00+01:00",
              "6:20 timeline-zone-mixed: `CET` after `UTC`: two zones in one timeline");
}

TEST_CASE("the only zone that entries use serves the others") {
  check_times("- 10:12 CET - a\n- 10:13 - b\n", "2026-03-04T10:12:00+01:00\n2026-03-04T10:13:00+01:00");
  CHECK(read("- 10:12 CET - a\n- 10:13 - b\n").entries.at(1).zone == "CET");
}

TEST_CASE("a time with no zone anywhere is an error, told once for the list") {
  check_times("- 10:12 - a\n- 10:13 - b\n", "", "2:3 timeline-zone: 2 entries have no zone");
  CHECK(faults_with_help(read("- 10:12 - a\n").diagnostics) ==
        "2:3 timeline-zone: the time has no zone -> write it behind the time: `14:05 UTC - `, or once: "
        "`All times are UTC.`");
}

TEST_CASE("numbers in the prose of the section are not zones") {
  check_times("Response time rose by +5 within -10 minutes.\n\n- 10:12 - a\n", "",
              "4:3 timeline-zone: the time has no zone");
}

TEST_CASE("a zone that nobody knows is an error at its place") {
  check_times("- 10:12 XYZ - a\n- 10:13 CET - b\n", "2026-03-04T10:13:00+01:00",
              "2:9 timeline-zone: `XYZ` is not a zone that pmsite knows");
}

TEST_CASE("two zones in one timeline are a warning, told once") {
  check_fault("- 10:12 CET - a\n- 09:13 UTC - b\n- 10:14 CET - c\n- 09:15 UTC - d\n",
              "3:9 timeline-zone-mixed: `UTC` after `CET`: two zones in one timeline");
  CHECK(read("- 10:12 CET - a\n- 09:13 UTC - b\n").diagnostics.has_errors() == false);
}

TEST_CASE("two labels of one offset are one zone") {
  check_fault("- 10:12 UTC - a\n- 10:13 GMT - b\n- 10:14 Z - c\n", "");
  check_fault("- 10:12 CET - a\n- 10:13 +01:00 - b\n", "");
}

TEST_CASE("entries stay in the author's order") {
  check_times("- 10:12 CET - a\n- 09:00 CET - b\n", "2026-03-04T10:12:00+01:00\n2026-03-04T09:00:00+01:00");
}

TEST_CASE("only a sentence that speaks of the times states a zone") {
  check_times("The PT team was on call.\n\n- 10:12 - a\n", "", "4:3 timeline-zone: the time has no zone");
  check_times("It was a hard time. The PT team was on call.\n\n- 10:12 - a\n", "",
              "4:3 timeline-zone: the time has no zone");
  for (const std::string prose :
       {"All times are UTC.", "> [!NOTE]\n> All times are UTC.", "Times: UTC", "All times (UTC).",
        "Timezone: UTC", "At 10.12 a CDN failed. All timestamps in UTC."}) {
    CAPTURE(prose);
    check_times(prose + "\n\n- 10:12 - a\n", "2026-03-04T10:12:00Z");
  }
  check_times("All times are +01:00.\n\n- 10:12 - a\n", "2026-03-04T10:12:00+01:00");
}

TEST_CASE("a heading states a zone in brackets or with the word times") {
  const auto zone_of = [](std::string_view heading) {
    const auto reading = read("- 10:12 - a\n", kStartedAt, heading);
    return reading.entries.empty() ? "" : reading.entries[0].zone;
  };
  CHECK(zone_of("## Timeline (UTC)") == "UTC");
  CHECK(zone_of("## Timeline [CET]") == "CET");
  CHECK(zone_of("## Timeline: all times UTC") == "UTC");
  CHECK(zone_of("## Timeline of the PT team") == "");
}

TEST_CASE("a zone in lower case is an error, told once for each label") {
  CHECK(faults_with_help(read("- 10:10 utc - a\n- 10:11 utc - b\n- 10:12 (Cet) - c\n").diagnostics) ==
        "2:3 timeline-zone: `utc` is not a zone -> write the zone in upper case: `UTC`\n"
        "4:3 timeline-zone: `Cet` is not a zone -> write the zone in upper case: `CET`");
  check_fault("- 10:10 cat died\n", "2:3 timeline-time: no dash between the time and the text");
}

}  // namespace pmsite
