// SPDX-License-Identifier: MIT
#include "prose/times.hpp"

#include "prose/mentions.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace pmsite;

namespace {

struct Case {
  std::string_view text;
  std::string_view times;
};

void check(const Case& wanted) {
  CAPTURE(wanted.text);
  CHECK(told_all(find_times(wanted.text)) == wanted.times);
}

}  // namespace

TEST_CASE("clocks are read in the forms that people write") {
  const Case cases[] = {
      {"at 14:05, then", "14:05"},
      {"14:05:30", "14:05:30"},
      {"2:05 PM", "14:05*"},
      {"2:05pm.", "14:05*"},
      {"2 PM", "14:00*"},
      {"**2:05** PM", "14:05*"},
      {"2:05\xE2\x80\xAFPM", "14:05*"},
      {"6:00 p.m.", "18:00*"},
      {"6 a.m. The", "06:00*"},
      {"8.40 AM", "08:40*"},
      {"13:20PM", "13:20*"},
      {"3:AM", "03:00*"},
      {"12 AM and 12 PM", "00:00*; 12:00*"},
      {"12:30 am", "00:30*"},
      {"0900hrs, 2100 hours", "09:00; 21:00"},
      {"0900 - the first report", "09:00"},
      {"**0900** \xE2\x80\x93 the first report", "09:00"},
      {"from 0900 UTC", "09:00 UTC"},
      {"noon or midnight", "12:00; 00:00"},
      {"12 noon, 12:00 midnight", "12:00*; 00:00*"},
      {"14:05h and 14:30 hours", "14:05; 14:30"},
      {"(14:05)", "14:05"},
      {"Start:14:05", "14:05"},
      {"14:05: the site was down", "14:05"},
      {"15:44 Second attempt", "15:44"},
      {"10:00:00,123 ERROR", "10:00"},
  };
  for (const auto& wanted : cases) check(wanted);
}

TEST_CASE("what only looks like a clock is none") {
  for (const std::string_view text : {"",
                                      "1.2.3",
                                      "v10.30",
                                      "8.40",
                                      "localhost:8080",
                                      "10.0.0.1:80:80",
                                      "3:1",
                                      "a ratio of 1:10",
                                      "16:10 aspect ratio",
                                      "16:9",
                                      "fe80::10:22:1",
                                      "2001:db8:10:20::1",
                                      "12:34:56:78:90:12",
                                      "2024-05-06",
                                      "Bare 2019-1-17",
                                      "24/7",
                                      "2024",
                                      "2024 - a year",
                                      "see 0900 - the code",
                                      "14:??",
                                      "--:--",
                                      "24:00",
                                      "25:10",
                                      "10:60",
                                      "23:59:60",
                                      "10:5",
                                      "10:055",
                                      "9h30",
                                      "14h05",
                                      "1:30 hours",
                                      "10:12 minutes",
                                      "lasted 14:30 hours",
                                      "took 1200 hours",
                                      "$2 PM",
                                      "3 PMs",
                                      "1,200 PM",
                                      "5.2 PM",
                                      "10 amps",
                                      "afternoon",
                                      "midnight-blue",
                                      "node-10:00",
                                      "a/10:00",
                                      "+01:00",
                                      "0x19:00",
                                      "14 PM2",
                                      "main.rs:119:5",
                                      "10:00%"}) {
    CAPTURE(text);
    CHECK(told_all(find_times(text)) == "");
  }
}

TEST_CASE("a zone stands behind a clock in many ways") {
  const Case cases[] = {
      {"14:05Z", "14:05 UTC"},
      {"10:00UTC", "10:00 UTC"},
      {"10:00 AM (UTC)", "10:00* UTC"},
      {"10:00 gmt", "10:00 GMT"},
      {"10:00 EST.", "10:00 EST"},
      {"10:00 PST/PDT", "10:00 PST"},
      {"10:00, UTC", "10:00 UTC"},
      {"**10:00** EAT", "10:00 EAT"},
      {"10:00 West African Time", "10:00 WAT"},
      {"10:00 Nigeria time", "10:00 WAT"},
      {"10:00 AM Pacific", "10:00* PT"},
      {"10:00 GMT + 1", "10:00 GMT+1"},
      {"10:00 +01:00", "10:00 +01:00"},
      {"10:00 AM local time", "10:00*"},
      {"10:00 IS DOWN", "10:00"},
      {"10:00 IT was", "10:00"},
      {"10:00 +5 more", "10:00"},
      {"10:00 cat pictures", "10:00"},
      {"10:00 UTC - 5 servers", "10:00 UTC"},
      {"10:00 (the site)", "10:00"},
  };
  for (const auto& wanted : cases) check(wanted);
}

TEST_CASE("stamps of machines are read whole") {
  const Case cases[] = {
      {"2024-06-05T14:05:00Z", "2024-06-05 14:05 UTC"},
      {"2024-06-05T14:05:00.000+0200", "2024-06-05 14:05 +0200"},
      {"2024-06-05T14:05:00-05:00", "2024-06-05 14:05 -05:00"},
      {"2024-06-05 14:05:00 -0500", "2024-06-05 14:05 -0500"},
      {"05/Jun/2024:14:05:30 +0000", "2024-06-05 14:05:30 +0000"},
      {"Wed Jun 5 14:05:30 UTC 2024", "2024-06-05 14:05:30 UTC"},
      {"Tue, 05 Mar 2024 10:00:00 +0100", "2024-03-05 10:00 +0100"},
  };
  for (const auto& wanted : cases) check(wanted);
}

TEST_CASE("a date stands in front of a clock or behind it") {
  const Case cases[] = {
      {"April 10, 2024, 10:00 AM", "2024-04-10 10:00*"},
      {"10:00 AM on June 5th, 2024", "2024-06-05 10:00*"},
      {"Tuesday, 5th of March 2024 at 10:00", "2024-03-05 10:00"},
      {"at 10:00 UTC on 2024-05-06", "2024-05-06 10:00 UTC"},
      {"[2024-05-06 10:00]", "2024-05-06 10:00"},
      {"8:00 PM WAT on Tuesday, March 5th", "?-03-05 20:00* WAT"},
      {"On March 15 at about noon", "?-03-15 12:00"},
      {"10:00 (June 5) UTC", "?-06-05 10:00 UTC"},
      {"2024-05-06\n10:00 it began", "2024-05-06 10:00"},
      {"04/05/2024 10:00", "2024-04-05? 10:00"},
      {"June 5 10:00, June 6 11:00", "?-06-05 10:00; ?-06-06 11:00"},
      {"10:00 2024-05-06 11:00", "10:00; 2024-05-06 11:00"},
      {"10:00 on June 5, 11:00", "?-06-05 10:00; 11:00"},
      {"June 5 was calm. 10:00", "10:00"},
      {"10:00 by then June 5", "10:00"},
  };
  for (const auto& wanted : cases) check(wanted);
}

TEST_CASE("the ends of a range share AM and PM") {
  const Case cases[] = {
      {"9 - 11 AM", "09:00*; 11:00*"},
      {"9:00 - 11:00 AM", "09:00*; 11:00*"},
      {"11 - 1 PM", "11:00*; 13:00*"},
      {"at 8 and 9:30 pm", "20:00*; 21:30*"},
      {"between 8 and 9:30 pm", "20:00*; 21:30*"},
      {"11:00 AM - 1:30", "11:00*; 13:30*"},
      {"10:00 PM to 1:00", "22:00*; 01:00*"},
      {"9 - 9 PM", "09:00*; 21:00*"},
      {"14:00 - 3:00 PM", "14:00; 15:00*"},
      {"9am to noon", "09:00*; 12:00"},
      {"9:00 and 11:00 AM", "09:00; 11:00*"},
      {"10:00 AM and 11:00", "10:00*; 11:00"},
      {"servers 8 and 9 failed at 9 PM", "21:00*"},
      {"9 - 11", ""},
  };
  for (const auto& wanted : cases) check(wanted);
}

TEST_CASE("a mention covers clock, zone and date") {
  const std::string_view text = "so on June 5, 2024, at 10:00 AM (UTC) it";
  const auto times = find_times(text);
  REQUIRE(times.size() == 1);
  CHECK(times[0].at.of(text) == "June 5, 2024, at 10:00 AM (UTC)");
  REQUIRE(times[0].date);
  CHECK(times[0].date->at.of(text) == "June 5, 2024");
}

TEST_CASE("mentions are in order and do not overlap") {
  const std::string_view text =
      "June 5 10:00 - 11:00 UTC, 2 PM on June 6 (noon), 2024-06-05T14:05Z; 9 - 11 AM EAT, 3:AM~4:AM 10:00 "
      "2024-05-06 11:00 (UTC)";
  std::size_t end = 0;
  for (const auto& time : find_times(text)) {
    CHECK(time.at.begin >= end);
    CHECK(time.at.end > time.at.begin);
    end = time.at.end;
  }
  CHECK(end <= text.size());
}

TEST_CASE("hostile text costs no more than its length") {
  for (const std::string_view piece :
       {"1", ":", "1:", "1 1 ", "1 - ", "10:00 - ", "10:00 (", "10:00 UTC/UTC/", "noon", "a", "*",
        "10:00 the the the ", "\xC2\xA0", "2024-05-06T", "12 ", "0900 "}) {
    CAPTURE(piece);
    CHECK(find_times(repeated(piece, 300'000)).size() < 300'000);
  }
}
