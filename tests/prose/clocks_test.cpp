// SPDX-License-Identifier: MIT
#include "prose/clocks.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace pmsite;

namespace {

constexpr auto kFree = std::string_view::npos;

std::optional<ClockScan> scan(std::string_view text, std::size_t at = 0) { return clock_at(text, at, kFree); }

}  // namespace

TEST_CASE("a clock knows its half of the day and its end") {
  const auto afternoon = scan("2:05 p.m. x");
  REQUIRE(afternoon);
  CHECK(afternoon->clock.hour == 14);
  CHECK(afternoon->clock.minute == 5);
  CHECK(afternoon->half == HalfOfDay::afternoon);
  CHECK(afternoon->has_meridiem);
  CHECK(afternoon->end == 9);
  const auto ignored = scan("13:20PM");
  REQUIRE(ignored);
  CHECK(ignored->clock.hour == 13);
  CHECK(ignored->half == HalfOfDay::unknown);
  CHECK(ignored->has_meridiem);
  const auto exact = scan("10:00:30.250 x");
  REQUIRE(exact);
  CHECK(exact->has_seconds);
  CHECK(exact->clock.second == 30);
  CHECK(exact->end == 12);
}

TEST_CASE("an hour alone is bare until a range says more") {
  const auto bare = scan("9 - 11 AM");
  REQUIRE(bare);
  CHECK(bare->is_bare_hour);
  CHECK(bare->end == 1);
  CHECK_FALSE(scan("13 - 15"));
  CHECK_FALSE(scan("0 - 5"));
  CHECK_FALSE(scan("9th"));
}

TEST_CASE("a clock may be joined to what stands in front only where that is a date or a time") {
  CHECK(clock_at("05T14:05", 3, 2));
  CHECK_FALSE(clock_at("05T14:05", 3, kFree));
  CHECK(clock_at("10:00-11:00", 6, 5));
  CHECK_FALSE(clock_at("node-11:00", 5, kFree));
  CHECK(clock_at("Start:11:00", 6, kFree));
  CHECK_FALSE(clock_at("fe80:11:00", 5, kFree));
  CHECK_FALSE(clock_at("a/11:00", 2, kFree));
  CHECK(clock_at("(11:00)", 1, kFree));
}

TEST_CASE("twelve hours become twenty-four") {
  CHECK(in_half({12, 30, 0}, HalfOfDay::morning).hour == 0);
  CHECK(in_half({12, 30, 0}, HalfOfDay::afternoon).hour == 12);
  CHECK(in_half({1, 30, 0}, HalfOfDay::afternoon).hour == 13);
  CHECK(in_half({14, 30, 0}, HalfOfDay::morning).hour == 14);
  CHECK(in_half({9, 30, 0}, HalfOfDay::unknown).hour == 9);
}

TEST_CASE("hours behind a clock are told from hours of length") {
  for (const std::string_view text :
       {"at 2100 hours", "2100 hours", "0900 hours", "by 14:30 hours", "14:30 hours", "from: 1:30 hours"}) {
    CAPTURE(text);
    CHECK(is_clock_of_hours(text, text.find_first_of("0123456789")));
  }
  for (const std::string_view text :
       {"took 1200 hours", "for 2100 hours", "Duration: 02:30 hours", "1:30 hours", "lasted **14:30 hours"}) {
    CAPTURE(text);
    CHECK_FALSE(is_clock_of_hours(text, text.find_first_of("0123456789")));
  }
}
