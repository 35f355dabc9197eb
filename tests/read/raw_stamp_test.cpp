// SPDX-License-Identifier: MIT
#include "read/raw_stamp.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

namespace pmsite {
namespace {

/// "[label] [date ]hh:mm[-hh:mm][ zone] | text", empty where there is no stamp.
std::string stamp(std::string_view text) {
  const auto found = stamp_at_front(text);
  if (!found) return {};
  std::string said = found->label.empty() ? "" : "[" + found->label + "] ";
  if (found->time.date)
    said += found->time.date->date() ? format_date(*found->time.date->date()) + " " : "? ";
  said += fmt::format("{:02}:{:02}", found->time.clock.hour, found->time.clock.minute);
  if (found->end) said += fmt::format("-{:02}:{:02}", found->end->clock.hour, found->end->clock.minute);
  if (!found->time.zone.empty()) said += " " + found->time.zone;
  return said + " | " + std::string(text.substr(found->text_begin));
}

}  // namespace

TEST_CASE("a stamp is read in every form that people write") {
  struct Case {
    std::string_view text, stamp;
  };
  for (const auto& [text, expected] : {
           Case{"8:55 AM - Alert", "08:55 | Alert"},
           Case{"14:05 UTC: Alert", "14:05 UTC | Alert"},
           Case{"2:05pm – Alert", "14:05 | Alert"},
           Case{"14:05 → Alert", "14:05 | Alert"},
           Case{"14:05 GMT+1 --> Alert", "14:05 GMT+1 | Alert"},
           Case{"14:05:- Alert", "14:05 | Alert"},
           Case{"14:05; Alert", "14:05 | Alert"},
           Case{"14:05 | Alert", "14:05 | Alert"},
           Case{"10:05 AM Sitewide update", "10:05 | Sitewide update"},
           Case{"[14:05] Alert", "14:05 | Alert"},
           Case{"(14:05 UTC) Alert", "14:05 UTC | Alert"},
           Case{"0905 - Alert", "09:05 | Alert"},
           Case{"10h32 : Alert", "10:32 | Alert"},
           Case{"10.32: Alert", "10:32 | Alert"},
           Case{"2000 - Alert", "20:00 | Alert"},
           Case{"2100hrs: Alert", "21:00 | Alert"},
           Case{"8.40 AM GMT - Alert", "08:40 GMT | Alert"},
           Case{"At 14:05, the alert", "14:05 | the alert"},
           Case{"Around 2:05 PM: Alert", "14:05 | Alert"},
           Case{"June 5, 2024, 10:00 AM (UTC): Alert", "2024-06-05 10:00 UTC | Alert"},
           Case{"2024-06-05 10:00 UTC | Alert", "2024-06-05 10:00 UTC | Alert"},
           Case{"Day 1, 10:00 AM: Alert", "10:00 | Alert"},
           Case{"Monday 10:00 - Alert", "10:00 | Alert"},
           Case{"9:27 AM:100% of traffic", "09:27 | 100% of traffic"},
           Case{"14:05 - 14:20 UTC: Alert", "14:05-14:20 UTC | Alert"},
           Case{"14:05", "14:05 | "},
           Case{"14:?? Alert", "14:00 | Alert"},
           Case{"14:05: \"Down\" says a user", "14:05 | \"Down\" says a user"},
       }) {
    CAPTURE(text);
    CHECK(stamp(text) == expected);
  }
}

TEST_CASE("a label may stand before its stamp") {
  CHECK(stamp("Issue detection (November 10, 2023, 8:00 PM): Users") ==
        "[Issue detection] 2023-11-10 20:00 | Users");
  CHECK(stamp("Detection time: 01:15 AM (UTC)") == "[Detection time] 01:15 UTC | ");
  CHECK(stamp("Detected - 10:00") == "[Detected] 10:00 | ");
  CHECK(stamp("Team lead informed at 10:10: by phone") == "[Team lead informed] 10:10 | by phone");
}

TEST_CASE("a time inside of a sentence is no stamp") {
  for (const std::string text :
       {"", "Rolled back at 10:05.", "The alert of 10:05 was late", "restarted nginx 10:05",
        "Version 2.10 was out", "10.0.0.1 - - [05/Mar/2024:15:17:22 +0000] GET",
        "Users saw errors from 10:05 until noon", "2024 was a bad year", "100% of users",
        "The whole team met in the office on that day, and at about ten it was clear: 10:05"}) {
    CAPTURE(text);
    CHECK(stamp(text) == "");
  }
}

TEST_CASE("a stamp knows whether something divides it from its text") {
  CHECK(stamp_at_front("10:05 - a")->is_divided);
  CHECK(stamp_at_front("10:05")->is_divided);
  CHECK(stamp_at_front("(10:05) a")->is_divided);
  CHECK_FALSE(stamp_at_front("10:05 and on")->is_divided);
}

TEST_CASE("a line of a date alone is told") {
  CHECK(date_line("2024-06-05")->day == 5);
  CHECK(date_line("On Wednesday, June 5th, 2024:")->month == 6);
  CHECK_FALSE(date_line("2024-06-05 was a Wednesday"));
  CHECK_FALSE(date_line("Since 2024-06-05"));
  CHECK_FALSE(date_line("Timeline"));
}

}  // namespace pmsite
