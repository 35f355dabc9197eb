// SPDX-License-Identifier: MIT
#include "prose/durations.hpp"

#include "prose/mentions.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace pmsite;

namespace {

/// "2 h 30 min" as "9000/60": its seconds and those of the smallest unit; "~" for about, "5..10" for a range.
std::string told_durations(std::string_view text) {
  std::string all;
  for (const auto& found : find_durations(text)) {
    if (!all.empty()) all += "; ";
    if (found.approximate) all += "~";
    if (found.least != found.length) all += std::to_string(found.least.count()) + "..";
    all += std::to_string(found.length.count()) + "/" + std::to_string(found.unit.count());
  }
  return all;
}

struct Case {
  std::string_view text;
  std::string_view durations;
};

void check(const Case& wanted) {
  CAPTURE(wanted.text);
  CHECK(told_durations(wanted.text) == wanted.durations);
}

}  // namespace

TEST_CASE("lengths of time are read with their smallest unit") {
  const Case cases[] = {
      {"53 minutes", "3180/60"},
      {"30 mins.", "1800/60"},
      {"45 sec", "45/1"},
      {"48hrs", "172800/3600"},
      {"two hours", "7200/3600"},
      {"twenty-five minutes", "1500/60"},
      {"2.5 hours", "9000/3600"},
      {"1,200 seconds", "1200/1"},
      {"**45** minutes", "2700/60"},
      {"a day", "86400/86400"},
      {"3 weeks", "1814400/604800"},
      {"an hour-long outage", "3600/3600"},
      {"a 90-minute outage", "5400/60"},
      {"a two-hour outage", "7200/3600"},
      {"5m later", "300/60"},
      {"30s", "30/1"},
      {"5 minutes later, after 10 minutes", "300/60; 600/60"},
      {"1:30 hours", "5400/60"},
      {"10:12 minutes", "612/1"},
      {"took 1200 hours", "4320000/3600"},
      {"1\xC2\xBD hours", "5400/3600"},
  };
  for (const auto& wanted : cases) check(wanted);
}

TEST_CASE("parts are added up") {
  const Case cases[] = {
      {"2 h 30 min", "9000/60"},
      {"(2 hours 30 minutes)", "9000/60"},
      {"3 hours, 30 minutes", "12600/60"},
      {"2 hours and 37 minutes, starting", "9420/60"},
      {"2 days, 3 hours, and 4 minutes", "183840/60"},
      {"1h30m", "5400/60"},
      {"1h30", "5400/60"},
      {"2h 40m", "9600/60"},
      {"one hour & 5 minutes", "3900/60"},
      {"5 minutes and 2 hours", "300/60; 7200/3600"},
      {"5 minutes, 10 minutes", "300/60; 600/60"},
      {"2 hours, 90 minutes", "7200/3600; 5400/60"},
  };
  for (const auto& wanted : cases) check(wanted);
}

TEST_CASE("halves and quarters are lengths too") {
  const Case cases[] = {
      {"half an hour", "1800/3600"},
      {"a half hour", "1800/3600"},
      {"half-day", "43200/86400"},
      {"two and a half hours", "9000/3600"},
      {"2 1/2 hours", "9000/3600"},
      {"an hour and a half", "5400/3600"},
      {"a one-and-a-half-hour outage", "5400/3600"},
      {"three quarters of an hour", "2700/3600"},
      {"a quarter of an hour", "900/3600"},
  };
  for (const auto& wanted : cases) check(wanted);
}

TEST_CASE("what is told as not exact is known as such") {
  const Case cases[] = {
      {"about 45 minutes", "~2700/60"},
      {"nearly an hour", "~3600/3600"},
      {"~5 min", "~300/60"},
      {"over two hours", "~7200/3600"},
      {"about a 90-minute outage", "~5400/60"},
      {"2+ hours", "~7200/3600"},
      {"2 hours or so", "~7200/3600"},
      {"a couple of hours", "~7200/3600"},
      {"5-10 minutes", "~300..600/60"},
      {"two to three hours", "~7200..10800/3600"},
      {"between 2 and 3 hours", "~7200..10800/3600"},
      {"5 and 10 minutes", "600/60"},
      {"10-5 minutes", ""},
  };
  for (const auto& wanted : cases) check(wanted);
}

TEST_CASE("what only looks like a length of time is none") {
  for (const std::string_view text : {"",
                                      "10:12",
                                      "30 s ago",
                                      "2 hours and 5 minutes ago",
                                      "24/7",
                                      "5m users",
                                      "$5m",
                                      "the 90s",
                                      "many 503s",
                                      "a second server",
                                      "twice a day",
                                      "5 times an hour",
                                      "at 2100 hours",
                                      "at 14:30 hours",
                                      "v2.5 hours",
                                      "5 minutesx",
                                      "hours",
                                      "node-5 minutes",
                                      "2 monkeys",
                                      "a minutes",
                                      "1.2.3 hours",
                                      "1234567890 hours",
                                      "half of users",
                                      "two s",
                                      "5 M",
                                      "10:99 hours"}) {
    CAPTURE(text);
    CHECK(told_durations(text) == "");
  }
}

TEST_CASE("a length covers its numbers and units only") {
  const std::string_view text = "for about **2 hours and 5 minutes** later";
  const auto found = find_durations(text);
  REQUIRE(found.size() == 1);
  CHECK(found[0].at.of(text) == "2 hours and 5 minutes");
}

TEST_CASE("hostile text costs no more than its length") {
  for (const std::string_view piece :
       {"1", "1 1 ", "half half ", "a half ", "and a half ", "2 hours, ", "1 - ", "1 to ", "twenty-",
        "\xC2\xBD", "2 1/2 ", "1,111,", "a couple of ", "1:30 "}) {
    CAPTURE(piece);
    CHECK(find_durations(repeated(piece, 300'000)).size() < 300'000);
  }
}
