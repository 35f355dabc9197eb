// SPDX-License-Identifier: MIT
#include "prose/mentions.hpp"
#include "prose/times.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace pmsite;

namespace {

struct Case {
  std::string_view text;
  std::string_view intervals;
};

void check(const Case& wanted) {
  CAPTURE(wanted.text);
  CHECK(told_all(find_intervals(wanted.text)) == wanted.intervals);
}

}  // namespace

TEST_CASE("two times are joined to an interval in many ways") {
  const Case cases[] = {
      {"from 10:12 to 11:05 UTC", "10:12 UTC .. 11:05 UTC"},
      {"from **10:12** to **11:05 UTC**", "10:12 UTC .. 11:05 UTC"},
      {"9:00 AM - 11:00 AM", "09:00* .. 11:00*"},
      {"between 8 and 9:30 pm", "20:00* .. 21:30*"},
      {"14:05 \xE2\x80\x93 15:10 GMT+1", "14:05 GMT+1 .. 15:10 GMT+1"},
      {"02:00 PST - 23:00 PST", "02:00 PST .. 23:00 PST"},
      {"10:05 UTC-10:20 UTC", "10:05 UTC .. 10:20 UTC"},
      {"9 AM UTC-5 PM UTC", "09:00* UTC .. 17:00* UTC"},
      {"from about 10 a.m. until about 11 a.m. EAT", "10:00* EAT .. 11:00* EAT"},
      {"outage 10:00-11:00UTC", "10:00 UTC .. 11:00 UTC"},
      {"from noon till 2 PM", "12:00 .. 14:00*"},
      {"0900hrs through 1030hrs", "09:00 .. 10:30"},
      {"from 10:00 to 11:00 and from 12:00 to 13:00", "10:00 .. 11:00; 12:00 .. 13:00"},
  };
  for (const auto& wanted : cases) check(wanted);
}

TEST_CASE("begin and end may be told in one sentence with words between") {
  const Case cases[] = {
      {"The outage started at 10:00 AM EAT, when the deploy went out, and was resolved at 11:30 AM.",
       "10:00* EAT .. 11:30* EAT"},
      {"It began at 10:00 and ended at 11:00 UTC.", "10:00 UTC .. 11:00 UTC"},
      {"It lasted long, starting at 08:30 AM and ending at 10:15 AM UTC on August 19, 2024.",
       "2024-08-19 08:30* UTC .. 2024-08-19 10:15* UTC"},
      {"Started: 10:00 AM, ended: 11:00 AM", "10:00* .. 11:00*"},
      {"started at 10 a.m. EAT and service was restored by 11 a.m. EAT", "10:00* EAT .. 11:00* EAT"},
  };
  for (const auto& wanted : cases) check(wanted);
}

TEST_CASE("times apart are no interval") {
  for (const std::string_view text :
       {"10:00", "10:00 and 11:00", "at 10:00 and 11:00",
        "The deploy began at 10:00. It was resolved at 11:00.", "10:00, 11:00",
        "The alert came at 10:00 and was resolved at 11:00.", "started at 10:00 and the pager rang at 11:00",
        "10:00 UTC (11:00 CET)", "started at 10:00\n\nresolved at 11:00", "10:00 - 5 servers",
        "10:00 - restarted at 11:00"}) {
    CAPTURE(text);
    CHECK(told_all(find_intervals(text)) == "");
  }
  const auto far = "started at 10:00 " + std::string(100, 'x') + " resolved at 11:00";
  CHECK(told_all(find_intervals(far)) == "");
}

TEST_CASE("the ends complete each other") {
  const Case cases[] = {
      {"June 5, 2024, 10:00 - 11:00", "2024-06-05 10:00 .. 2024-06-05 11:00"},
      {"10:00 to 11:00 on June 5", "?-06-05 10:00 .. ?-06-05 11:00"},
      {"June 5 10:00 to June 6, 2024 11:00", "2024-06-05 10:00 .. 2024-06-06 11:00"},
      {"from 10:00 CET to 11:00 UTC", "10:00 CET .. 11:00 UTC"},
  };
  for (const auto& wanted : cases) check(wanted);
}

TEST_CASE("an interval that passes midnight ends on the next day where its first day is known") {
  const Case cases[] = {
      {"2024-05-31 23:50 - 00:20 UTC", "2024-05-31 23:50 UTC .. 2024-06-01 00:20 UTC"},
      {"December 31, 2024 10 PM to 2 AM (next day)", "2024-12-31 22:00* .. 2025-01-01 02:00*"},
      {"2024-06-05 10:00 until the next day at 11:00", "2024-06-05 10:00 .. 2024-06-06 11:00"},
      {"June 5 10 PM to 2 AM", "?-06-05 22:00* .. ?-06-06 02:00*"},
      {"June 30 10 PM to 2 AM", "?-06-30 22:00* .. 02:00*"},
      {"04/05/2024 10 PM to 2 AM", "2024-04-05? 22:00* .. 02:00*"},
      {"11 PM to 1 AM on June 5, 2024", "23:00* .. 2024-06-05 01:00*"},
      {"2024-06-05 14:00 CET to 13:30 UTC", "2024-06-05 14:00 CET .. 2024-06-05 13:30 UTC"},
  };
  for (const auto& wanted : cases) check(wanted);
}

TEST_CASE("an interval covers both ends") {
  const std::string_view text = "down (10:00 to 11:00 UTC) for";
  const auto intervals = find_intervals(text);
  REQUIRE(intervals.size() == 1);
  CHECK(intervals[0].at.of(text) == "10:00 to 11:00 UTC");
}

TEST_CASE("hostile text costs no more than its length") {
  for (const std::string_view piece : {"10:00 - ", "started 10:00 restored ", "from 10:00 ended ",
                                       "10:00 and ", "between 1 and ", "1 PM "}) {
    CAPTURE(piece);
    CHECK(find_intervals(repeated(piece, 300'000)).size() < 300'000);
  }
}
