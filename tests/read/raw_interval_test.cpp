// SPDX-License-Identifier: MIT
#include "read/raw_interval.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

namespace pmsite {
namespace {

std::string say(const TimeMention& time) {
  const auto date = time.date ? time.date->date() : std::nullopt;
  return (date ? format_date(*date) + " " : "") +
         fmt::format("{:02}:{:02}", time.clock.hour, time.clock.minute) +
         (time.zone.empty() ? "" : " " + time.zone);
}

/// "from / to" of a postmortem with this summary and timeline; in brackets where it is inferred, "from /" for
/// a begin alone.
std::string interval(const std::string& summary, const std::string& timeline = "",
                     const std::string& title = "Outage") {
  const auto post = read_raw_post(SourceText("a.md", "# " + title + "\n\n## Issue Summary\n" + summary +
                                                         "\n\n## Timeline\n" + timeline +
                                                         "\n\n## Root cause and resolution\nx\n"));
  if (post.lone_start) return say(*post.lone_start) + " /";
  if (!post.interval) return {};
  const auto both = say(post.interval->from) + " / " + say(post.interval->to);
  return post.interval->is_inferred ? "(" + both + ")" : both;
}

}  // namespace

TEST_CASE("what one end leaves open is taken from the other and from the summary") {
  CHECK(interval("On June 5, 2024, the shop was down from 10:00 AM to 11:30 AM UTC.") ==
        "2024-06-05 10:00 UTC / 2024-06-05 11:30 UTC");
  CHECK(interval("- Start: June 5, 2024, 10:00 UTC\n- End: 11:30 UTC") ==
        "2024-06-05 10:00 UTC / 2024-06-05 11:30 UTC");
  CHECK(interval("Duration: 2 hours (10:00 - 12:00, UTC)") == "10:00 UTC / 12:00 UTC");
}

TEST_CASE("an end with an earlier clock is on the next day, unless that is most of a day") {
  CHECK(interval("Down on June 5, 2024 from 11:00 PM to 2:00 AM UTC.") ==
        "2024-06-05 23:00 UTC / 2024-06-06 02:00 UTC");
  CHECK(interval("Down on June 5, 2024 from 10:00 AM to 12:30 AM UTC.") ==
        "2024-06-05 10:00 UTC / 00:30 UTC");
  CHECK(interval("Down from 11:00 PM to 2:00 AM UTC on June 5, 2024.") == "23:00 UTC / 02:00 UTC");
}

TEST_CASE("date and zone may stand elsewhere") {
  CHECK(interval("Down from 10:00 to 11:00.", "- 10:00 EAT: a\n- 11:00 EAT: b", "Outage of June 5, 2024") ==
        "2024-06-05 10:00 EAT / 2024-06-05 11:00 EAT");
  CHECK(interval("Down from 10:00 to 11:00.", "All times in WAT\n2024-06-05\n- 10:00: a\n- 11:00: b") ==
        "2024-06-05 10:00 WAT / 2024-06-05 11:00 WAT");
  CHECK(interval("Down from 10:00 to 11:00.", "- 10:00 EAT: a\n- 11:00 UTC: b") == "10:00 / 11:00");
}

TEST_CASE("what can be read in two ways stays empty") {
  CHECK(interval("Down on 04/05/2024 from 10:00 to 11:00 UTC.") == "10:00 UTC / 11:00 UTC");
  CHECK(interval("Down on 04/05/2024 from 10:00 to 11:00 UTC.", "- May 4, 2024, 10:00 UTC: a") ==
        "2024-05-04 10:00 UTC / 2024-05-04 11:00 UTC");
  CHECK(interval("Down on 14/05/2024 from 10:00 to 11:00 UTC.") ==
        "2024-05-14 10:00 UTC / 2024-05-14 11:00 UTC");
  CHECK(interval("Down on June 5 from 10:00 to 11:00 UTC.") == "10:00 UTC / 11:00 UTC");
  CHECK(interval("- Start: 02/02/2022, 10:00\n- End: 08/02/2022, 11:00") ==
        "2022-02-02 10:00 / 2022-02-08 11:00");
}

TEST_CASE("a begin alone is told, and nothing is made of it") {
  CHECK(interval("On June 5, 2024, at 10:00 UTC the shop went down.", "- 10:00: a\n- 11:00: b") ==
        "2024-06-05 10:00 UTC /");
}

TEST_CASE("where nothing is stated the timeline gives the interval, and that is told") {
  CHECK(interval("The shop was slow.", "- 10:00 UTC: a\n- 10:30 UTC: b\n- 11:00 UTC: c") ==
        "(10:00 UTC / 11:00 UTC)");
  CHECK(interval("The shop was slow.", "- 10:00 UTC: a") == "");
  CHECK(interval("The shop was slow.") == "");
}

TEST_CASE("the interval of a second version is not taken") {
  const std::string first =
      "## Summary\nDown from 10:00 to 11:00 UTC.\n## Timeline\n- 10:00: a\n## Root cause and resolution\nx\n";
  const auto post = read_raw_post(
      SourceText("a.md", first + "## Summary\nDown from 1:00 to 2:00 UTC.\n## Timeline\n- 1:00: a\n"));
  REQUIRE(post.interval);
  CHECK(say(post.interval->from) == "10:00 UTC");
  CHECK(post.interval->lines == std::vector<int>{2});
}

TEST_CASE("a begin without an end is no interval, and an end alone is no begin") {
  CHECK(interval("The outage began at 08:20 CET on June 5, 2024. I promised to write this down.\n\nAt 09:05 "
                 "I saw it.") == "2024-06-05 08:20 CET /");
  CHECK(interval("Nobody knows when it began. It was over on June 5, 2024 at 16:50 UTC, the beginning is a "
                 "guess.") == "");
  CHECK(interval("It started on June 5, 2024 at 10:00 UTC and went on to 11:30 UTC.") ==
        "2024-06-05 10:00 UTC / 2024-06-05 11:30 UTC");
}

}  // namespace pmsite
