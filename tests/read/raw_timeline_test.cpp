// SPDX-License-Identifier: MIT
#include "read/raw_timeline.hpp"

#include "read/raw_parts.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

namespace pmsite {
namespace {

struct Reading {
  RawText text;
  std::vector<RawPart> parts;
};

Reading read(std::string text) {
  Reading reading;
  reading.text = read_raw_text(SourceText("a.md", std::move(text)));
  reading.parts = find_parts(reading.text).parts;
  return reading;
}

/// "line[-last] [date ]hh:mm [label] text" an entry; "--" for one without a time.
std::string entries(std::string text) {
  const auto reading = read(std::move(text));
  std::string list;
  for (const auto& entry : read_raw_timeline(reading.text, reading.parts)) {
    list += fmt::format("{}{}", list.empty() ? "" : "\n", entry.line);
    if (entry.last_line != entry.line) list += fmt::format("-{}", entry.last_line);
    if (entry.time && entry.time->date && entry.time->date->date())
      list += " " + format_date(*entry.time->date->date());
    list +=
        entry.time ? fmt::format(" {:02}:{:02}", entry.time->clock.hour, entry.time->clock.minute) : " --";
    if (!entry.label.empty()) list += " [" + entry.label + "]";
    if (!entry.text.empty()) list += " " + entry.text;
  }
  return list;
}

std::string zone(std::string text) {
  const auto reading = read(std::move(text));
  return find_common_zone(reading.text, reading.parts);
}

}  // namespace

TEST_CASE("entries are read in every form") {
  const std::string expected = "2 10:00 a\n3 10:05 b";
  for (const std::string text :
       {"10:00 AM - a\n10:05 AM - b\n", "- 10:00: a\n- 10:05: b\n",
        "* **10:00 UTC:** a\n* **10:05 UTC:** b\n", "1. 10:00 - a\n2. 10:05 - b\n",
        "- `10:00` a\n- `10:05` b\n", "* *10:00* – a\n* *10:05* – b\n", "1000 - a\n1005 - b\n",
        "| 10:00 | a |\n| 10:05 | b |\n", "| 1 | 10:00 | a |\n| 2 | 10:05 | b |\n", "> 10:00 a\n> 10:05 b\n",
        "<li>10:00: a</li>\n<li>10:05: b</li>\n", "• 10:00 – a\n• 10:05 – b\n", "[10:00] a\n[10:05] b\n"}) {
    CAPTURE(text);
    CHECK(entries("## Timeline\n" + text) == expected);
  }
}

TEST_CASE("a stamp without words takes those that follow") {
  CHECK(entries("## Timeline\n### 10:00\na\nmore\n### 10:05\nb\n") == "2-4 10:00 a\n5-6 10:05 b");
  CHECK(entries("## Timeline\n**10:00**\n\na\n\n- 10:05\n  - b\n  - c\n") == "2-4 10:00 a\n6-8 10:05 b");
}

TEST_CASE("several stamps in one paragraph are several entries") {
  CHECK(entries("## Timeline\n10:00 UTC: the alert fired. 10:05 UTC: we looked. At 10:10 we left.\n") ==
        "2 10:00 the alert fired.\n2 10:05 we looked. At 10:10 we left.");
  CHECK(entries("## Timeline\nAt 10:00, the alert of the shop fired. By 10:05, we looked at it.\n") ==
        "2 10:00 the alert of the shop fired.\n2 10:05 we looked at it.");
  CHECK(
      entries("## Timeline\n- 10:00: the alert of the shop fired. At 10:05 we looked at it.\n- 10:10: b\n") ==
      "2 10:00 the alert of the shop fired. At 10:05 we looked at it.\n3 10:10 b");
}

TEST_CASE("a line of a date alone dates what follows") {
  CHECK(entries("## Timeline\n2024-06-05\n- 10:00 a\n**June 6, 2024**\n- 10:05 b\n") ==
        "3 2024-06-05 10:00 a\n5 2024-06-06 10:05 b");
  CHECK(entries("## Timeline\nDate: June 5, 2024\n10:00 - a\n10:05 - b\n") ==
        "3 2024-06-05 10:00 a\n4 2024-06-05 10:05 b");
  CHECK(entries("## Timeline\n| 2024-06-05 | 10:00 | a |\n") == "2 2024-06-05 10:00 a");
}

TEST_CASE("labels are entries, with the time they have or without one") {
  CHECK(entries("## Timeline\n- **Detection (10:00 AM)**: a\n- **Escalation**: b\n- c\n") ==
        "2 10:00 [Detection] a\n3 -- [Escalation] b\n4 -- c");
  CHECK(
      entries("## Timeline\n- **Detection time:**\n  - 10:00 AM\n- **Detection method:**\n  - an alert\n") ==
      "2-3 10:00 [Detection time]\n4-5 -- [Detection method] an alert");
  CHECK(entries("Summary\na\nTimeline\nwhen was the issue detected\n\nIt was detected at 10:00.\n\nactions "
                "taken\n\nA rollback.\n") ==
        "4-6 10:00 [when was the issue detected] It was detected at 10:00.\n8-10 -- [actions taken] A "
        "rollback.");
  CHECK(entries("Summary\na\nTimeline\nThe issue was detected by 10:00 (WAT).\nAn alert told us.\n") ==
        "4 10:00 The issue was detected by 10:00 (WAT).\n5 -- An alert told us.");
}

TEST_CASE("what only looks like an entry is none") {
  CHECK(entries("## Timeline\n- 10:00: we waited until\n10:05 when it got worse\n") ==
        "2-3 10:00 we waited until");
  CHECK(entries("## Timeline\n- 10:00: a\n```\n10:05 error\n```\n- 10:10: b\n") == "2 10:00 a\n6 10:10 b");
  CHECK(entries("## Timeline\n- 10:00: a\n- Duration: 5 minutes\n") == "2 10:00 a");
  CHECK(entries("## Timeline\nDate: Tue, 05 Mar 2024 10:00:00 GMT\n- 10:00: a\n") == "3 10:00 a");
  CHECK(entries("## Timeline\n- 10:00: a\n  - Told the whole team at 10:05 - by phone\n") == "2-3 10:00 a");
  CHECK(entries("## Summary\n10:00 a\n10:05 b\n") == "");
}

TEST_CASE("a timeline that stands in a fence is read if there is no other") {
  CHECK(entries("## Timeline\n```\n10:00 - a\n10:05 - b\n```\n") == "3 10:00 a\n4 10:05 b");
}

TEST_CASE("of two postmortems in a file the first that has entries counts") {
  const std::string end = "## Root cause and resolution\nx\n## Corrective measures\ny\n";
  CHECK(entries("## Summary\na\n## Timeline\n- 10:00 a\n" + end +
                "## Summary\nb\n## Timeline\n- 11:00 b\n") == "4 10:00 a");
  CHECK(entries("## Summary\na\n## Timeline\nhow it went\n" + end +
                "## Summary\nb\n## Timeline\n- 11:00 b\n") == "12 11:00 b");
  CHECK(entries("## Timeline\n## Monday\n- 10:00 a\n- 10:05 b\n") == "3 10:00 a\n4 10:05 b");
}

TEST_CASE("a zone may be stated once for all times") {
  CHECK(zone("## Timeline (all times in UTC)\n10:00 a\n") == "UTC");
  CHECK(zone("## Timeline (West African Time)\n10:00 a\n") == "WAT");
  CHECK(zone("## Timeline\n*All times in EAT*\n10:00 a\n") == "EAT");
  CHECK(zone("Time zone: GMT+1\n## Timeline\n10:00 a\n") == "GMT+1");
  CHECK(zone("## Timeline\n10:00 UTC a\n") == "");
}

}  // namespace pmsite
