// SPDX-License-Identifier: MIT
#include "read/calendar.hpp"

#include "support/timeline_reading.hpp"

#include <doctest/doctest.h>

namespace pmsite {

using namespace timeline_reading;

TEST_CASE("a clock that goes back by six hours passes midnight, by a minute less it does not") {
  check_times("- 10:12 CET - a\n- 04:12 CET - b\n", "2026-03-04T10:12:00+01:00\n2026-03-05T04:12:00+01:00");
  check_times("- 10:12 CET - a\n- 04:13 CET - b\n", "2026-03-04T10:12:00+01:00\n2026-03-04T04:13:00+01:00");
  check_times("- 23:50 CET - a\n- 00:10 CET - b\n- 23:50 CET - c\n- 00:10 CET - d\n",
              "2026-03-04T23:50:00+01:00\n2026-03-05T00:10:00+01:00\n2026-03-05T23:50:00+01:00\n"
              "2026-03-06T00:10:00+01:00");
}

TEST_CASE("midnight is passed at the end of a month and on a leap day") {
  check_times("- 2024-02-28 23:50 UTC - a\n- 00:10 UTC - b\n- 23:59 UTC - c\n- 00:01 UTC - d\n",
              "2024-02-28T23:50:00Z\n2024-02-29T00:10:00Z\n2024-02-29T23:59:00Z\n2024-03-01T00:01:00Z", "",
              "2024-02-28T23:00:00Z");
}

TEST_CASE("a range may pass midnight or name another date") {
  check_times("- 23:50-00:10 CET - a\n", "2026-03-04T23:50:00+01:00..2026-03-05T00:10:00+01:00");
  check_times("- 14:00 - 13:50 CET - a\n", "2026-03-04T14:00:00+01:00..2026-03-04T13:50:00+01:00");
  check_times("- 14:00 - 2026-03-06 13:50 CET - a\n", "2026-03-04T14:00:00+01:00..2026-03-06T13:50:00+01:00");
}

TEST_CASE("the end of a range does not move the date of the next entry") {
  check_times("- 23:50-00:10 CET - a\n- 23:55 CET - b\n",
              "2026-03-04T23:50:00+01:00..2026-03-05T00:10:00+01:00\n2026-03-04T23:55:00+01:00");
}

TEST_CASE("a zone label of several meanings is the one that started_at has") {
  check_times("- 10:12 CST - a\n", "2026-03-04T10:12:00-06:00", "", "2026-03-04T10:12:00-06:00");
  check_times("- 10:12 CST - a\n", "2026-03-04T10:12:00+08:00", "", "2026-03-04T10:12:00+08:00");
  check_times("- 10:12 IST - a\n", "2026-07-01T10:12:00+05:30", "", "2026-07-01T10:12:00+05:30");
  check_times("- 10:12 IST - a\n", "2026-07-01T10:12:00+01:00", "", "2026-07-01T10:12:00+01:00");
  check_times("- 10:12 BST - a\n", "2026-07-01T10:12:00+01:00", "", "2026-07-01T10:12:00+01:00");
  check_times("- 10:12 BST - a\n", "2026-07-01T10:12:00+06:00", "", "2026-07-01T10:12:00+06:00");
}

TEST_CASE("a zone label of several meanings is an error where started_at has none of them") {
  for (const std::string label : {"CST", "IST", "BST"})
    check_times(
        "- 10:12 " + label + " - a\n", "",
        "2:9 timeline-zone: `" + label + "` means several zones, and none has the offset of `started_at`",
        "2026-03-04T10:12:00Z");
}

TEST_CASE("a label that cannot hold on that date is a warning, told once") {
  check_times("- 10:12 PST - a\n- 10:13 PST - b\n", "2026-07-04T10:12:00-08:00\n2026-07-04T10:13:00-08:00",
              "2:9 timeline-zone-season: `PST` is not what clocks in US Pacific showed on 2026-07-04",
              "2026-07-04T10:12:00-07:00");
  check_fault("- 10:12 CEST - a\n",
              "2:9 timeline-zone-season: `CEST` is not what clocks in Central Europe showed on 2026-03-04");
  CHECK(read("- 10:12 CEST - a\n").diagnostics.has_errors() == false);
}

TEST_CASE("a label without a season is the clock of the date") {
  check_times("- 10:12 PT - a\n", "2026-07-04T10:12:00-07:00", "", "2026-07-04T10:12:00-07:00");
  check_times("- 10:12 PT - a\n", "2026-01-04T10:12:00-08:00", "", "2026-01-04T10:12:00-08:00");
}

TEST_CASE("two zones are no warning where clocks were changed in between") {
  check_times("- 2026-03-29 01:50 CET - a\n- 03:10 CEST - b\n",
              "2026-03-29T01:50:00+01:00\n2026-03-29T03:10:00+02:00", "", "2026-03-29T01:50:00+01:00");
  check_times("- 2026-10-25 02:50 CEST - a\n- 02:10 CET - b\n",
              "2026-10-25T02:50:00+02:00\n2026-10-25T02:10:00+01:00", "", "2026-10-25T02:50:00+02:00");
  check_times("- 2026-11-01 00:30 PT - a\n- 2026-11-02 01:30 PT - b\n",
              "2026-11-01T00:30:00-07:00\n2026-11-02T01:30:00-08:00");
}

TEST_CASE("the first entry is placed on the day of started_at though UTC is a day behind") {
  check_times("- 23:30 UTC - **Started**\n- 23:50 UTC - b\n- 00:10 UTC - c\n",
              "2026-03-03T23:30:00Z\n2026-03-03T23:50:00Z\n2026-03-04T00:10:00Z", "",
              "2026-03-04T00:30:00+01:00");
}

TEST_CASE("on the day of a change a label holds only on its side of it") {
  const std::string kForward = ": they went forward from 02:00 to 03:00",
                    kBack = ": they went back from 03:00 to 02:00";
  const auto season = [](const std::string& label, const std::string& time, const std::string& change) {
    return "2:20 timeline-zone-season: `" + label + "` is not what clocks in Central Europe showed at " +
           time + change;
  };
  check_fault("- 2026-03-29 01:59 CET - a\n- 03:00 CEST - b\n", "");
  check_fault("- 2026-03-29 02:30 CET - a\n", season("CET", "02:30 on 2026-03-29", kForward));
  check_fault("- 2026-03-29 03:00 CET - a\n", season("CET", "03:00 on 2026-03-29", kForward));
  check_fault("- 2026-03-29 02:59 CEST - a\n",
              "2:20 timeline-zone-season: `CEST` is not what clocks in Central "
              "Europe showed at 02:59 on 2026-03-29" +
                  kForward);
  check_fault("- 2026-10-25 02:59 CEST - a\n- 02:00 CET - b\n", "");
  check_fault("- 2026-10-25 03:00 CEST - a\n", season("CEST", "03:00 on 2026-10-25", kBack));
  check_fault("- 2026-10-25 01:59 CET - a\n", season("CET", "01:59 on 2026-10-25", kBack));
  check_fault(
      "- 2026-03-08 02:30 EST - a\n",
      "2:20 timeline-zone-season: `EST` is not what clocks in US Eastern showed at 02:30 on 2026-03-08" +
          kForward);
}

TEST_CASE("a time that clocks skipped is to be corrected, another label will not help") {
  constexpr std::string_view kCorrect = "-> no clock there showed that time: correct it";
  constexpr std::string_view kLabel = "-> write the zone's label for that season, or the offset";
  for (const std::string time : {"02:00 CET", "02:59 CET", "02:30 CEST"})
    CHECK(faults_with_help(read("- 2026-03-29 " + time + " - a\n").diagnostics).ends_with(kCorrect));
  for (const std::string time : {"03:00 CET", "01:59 CEST", "23:00 CET"})
    CHECK(faults_with_help(read("- 2026-03-29 " + time + " - a\n").diagnostics).ends_with(kLabel));
  CHECK(faults_with_help(read("- 2026-10-25 03:30 CEST - a\n").diagnostics).ends_with(kLabel));
}

TEST_CASE("a label for either clock is the one that the region kept") {
  check_times("- 2026-11-01 00:59 ET - a\n- 02:00 ET - b\n",
              "2026-11-01T00:59:00-04:00\n2026-11-01T02:00:00-05:00");
  check_times("- 2026-03-08 01:59 PT - a\n- 03:00 PT - b\n",
              "2026-03-08T01:59:00-08:00\n2026-03-08T03:00:00-07:00");
  check_times("- 2026-10-31 23:50 ET - a\n- 00:10 ET - b\n- 03:10 ET - c\n",
              "2026-10-31T23:50:00-04:00\n2026-11-01T00:10:00-04:00\n2026-11-01T03:10:00-05:00");
}

TEST_CASE("an hour that happened twice needs the label of one clock") {
  CHECK(faults_with_help(read("- 2026-11-01 01:30 ET - a\n").diagnostics) ==
        "2:20 timeline-zone: 01:30 happened twice that night, and `ET` does not say which is meant -> write "
        "`EDT` for "
        "the first or `EST` for the second");
  check_times("- 2026-11-01 01:30 EDT - a\n- 01:10 EST - b\n",
              "2026-11-01T01:30:00-04:00\n2026-11-01T01:10:00-05:00");
  check_fault("- 2026-11-01 00:30-01:30 PT - a\n",
              "2:26 timeline-zone: 01:30 happened twice that night, and `PT` does not say which is meant");
  check_fault("- 2026-11-01 01:00 PT - a\n- 02:00 PT - b\n",
              "2:20 timeline-zone: 01:00 happened twice that night, and `PT` does not say which is meant");
}

TEST_CASE("an hour that was skipped is told of a label for either clock, and counts on from the old one") {
  check_times("- 2026-03-08 01:50 PT - a\n- 02:30 PT - b\n",
              "2026-03-08T01:50:00-08:00\n2026-03-08T02:30:00-08:00",
              "3:9 timeline-zone-season: `PT` is not what clocks in US Pacific showed at 02:30 on "
              "2026-03-08: they went "
              "forward from 02:00 to 03:00");
}

TEST_CASE("the end of a range has the clock of its own moment") {
  check_times("- 2026-03-08 01:30-03:30 PT - a\n", "2026-03-08T01:30:00-08:00..2026-03-08T03:30:00-07:00");
  check_times("- 2026-03-28 23:30-03:30 CET - a\n", "2026-03-28T23:30:00+01:00..2026-03-29T03:30:00+01:00",
              "2:26 timeline-zone-season: `CET` is not what clocks in Central Europe showed at 03:30 on "
              "2026-03-29: they "
              "went forward from 02:00 to 03:00");
  check_times("- 10:12-10:20 CST - a\n", "2026-03-04T10:12:00+08:00..2026-03-04T10:20:00+08:00", "",
              "2026-03-04T10:12:00+08:00");
}

TEST_CASE("offsets of winter and summer time are one zone across the change") {
  check_fault("- 2026-03-29 01:50 +01:00 - a\n- 03:10 +02:00 - b\n", "");
  check_fault("- 2026-11-01 01:50 -04:00 - a\n- 01:10 EST - b\n", "");
  check_fault("- 2026-03-29 00:50 GMT - a\n- 02:10 +01:00 - b\n", "");
  check_fault("- 2026-03-28 01:50 +01:00 - a\n- 03:10 +02:00 - b\n",
              "3:9 timeline-zone-mixed: `+02:00` after `+01:00`: two zones in one timeline");
  check_fault("- 2026-03-29 00:50 UTC - a\n- 02:10 +01:00 - b\n",
              "3:9 timeline-zone-mixed: `+01:00` after `UTC`: two zones in one timeline");
}

}  // namespace pmsite
