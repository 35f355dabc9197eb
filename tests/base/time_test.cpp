// SPDX-License-Identifier: MIT
#include "base/time.hpp"

#include <doctest/doctest.h>

#include <limits>

namespace pmsite {
namespace {

using namespace std::chrono;

/// The date as it is written again, or "none".
std::string date_of(std::string_view text) {
  const auto date = parse_date(text);
  return date ? format_date(*date) : "none";
}

/// The instant as RFC 3339, or "none".
std::string instant_of(std::string_view text) {
  const auto instant = parse_instant(text);
  return instant ? format_rfc3339(*instant) : "none";
}

int offset_of(std::string_view text) {
  return static_cast<int>(parse_offset(text).value_or(minutes{std::numeric_limits<int>::max()}).count());
}
constexpr int kNoOffset = std::numeric_limits<int>::max();

Instant instant(std::string_view text) { return parse_instant(text).value(); }

}  // namespace

TEST_CASE("a date is a day of the calendar") {
  CHECK(date_of("2026-03-04") == "2026-03-04");
  CHECK(date_of("2026-12-31") == "2026-12-31");
  for (const std::string wrong :
       {"", "2026-3-4", "2026-03-4", "26-03-04", "2026/03/04", "2026-03-04 ", " 2026-03-04", "2026-00-01",
        "2026-13-01", "2026-01-00", "2026-01-32", "2026-04-31", "+026-01-01", "2026-0a-01", "20260304"}) {
    CAPTURE(wrong);
    CHECK(date_of(wrong) == "none");
  }
}

TEST_CASE("leap days exist in leap years only") {
  CHECK(date_of("2024-02-29") == "2024-02-29");
  CHECK(date_of("2000-02-29") == "2000-02-29");
  CHECK(date_of("2023-02-29") == "none");
  CHECK(date_of("2100-02-29") == "none");
  CHECK(date_of("2024-02-30") == "none");
}

TEST_CASE("years outside of 1970 to 2199 are typing errors") {
  CHECK(date_of("1970-01-01") == "1970-01-01");
  CHECK(date_of("2199-12-31") == "2199-12-31");
  CHECK(date_of("1969-12-31") == "none");
  CHECK(date_of("2200-01-01") == "none");
  CHECK(date_of("0026-03-04") == "none");
}

TEST_CASE("an instant is a date, a time and a zone") {
  CHECK(instant_of("2026-03-04T10:12:00+01:00") == "2026-03-04T10:12:00+01:00");
  CHECK(instant_of("2026-03-04t10:12:00z") == "2026-03-04T10:12:00Z");
  CHECK(instant_of("2026-03-04 10:12:59Z") == "2026-03-04T10:12:59Z");
  CHECK(instant_of("2026-03-04T10:12Z") == "2026-03-04T10:12:00Z");
  CHECK(instant_of("2026-03-04T10:12:30.999-05:30") == "2026-03-04T10:12:30-05:30");
  CHECK(instant_of("2026-03-04T10:12:00-00:00") == "2026-03-04T10:12:00Z");
}

TEST_CASE("an instant without a zone, or with half of one, is none") {
  for (const std::string wrong :
       {"2026-03-04T10:12:00", "2026-03-04", "2026-03-04T10:12:00+01", "2026-03-04T10:12:00+0100",
        "2026-03-04T10:12:00+1:00", "2026-03-04T10:12:00 CET", "2026-03-04T10:12:00Zx",
        "2026-03-04T10:12:00 Z", "2026-03-04T10:12:00+15:00", "2026-03-04T10:12:00+01:60"}) {
    CAPTURE(wrong);
    CHECK(instant_of(wrong) == "none");
  }
}

TEST_CASE("an instant at a time that no clock shows is none") {
  for (const std::string wrong : {"2026-03-04T24:00:00Z", "2026-03-04T10:60:00Z", "2026-03-04T23:59:60Z",
                                  "2026-02-30T10:00:00Z", "2026-03-04T1:12:00Z ", "2026-03-04X10:12:00Z",
                                  "2026-03-04T10:12:0Z", "2026-03-04T10:12:00.Z", "2026-03-04T10-12-00Z"}) {
    CAPTURE(wrong);
    CHECK(instant_of(wrong) == "none");
  }
}

TEST_CASE("an offset moves the instant, and the date with it") {
  const Instant late = instant("2026-03-01T00:30:00+01:00");
  CHECK(late.utc == sys_days{2026y / February / 28} + 23h + 30min);
  CHECK(late.offset == 60min);
  CHECK(format_date(local_date(late)) == "2026-03-01");
  CHECK(format_date(local_date({late.utc, 0min})) == "2026-02-28");
  CHECK(instant("1970-01-01T00:00:00+14:00").utc == sys_days{1969y / December / 31} + 10h);
}

TEST_CASE("offsets are read in every usual form") {
  CHECK(offset_of("+01:00") == 60);
  CHECK(offset_of("-05:30") == -330);
  CHECK(offset_of("+0545") == 345);
  CHECK(offset_of("+1") == 60);
  CHECK(offset_of("-11") == -660);
  CHECK(offset_of("+5:30") == 330);
  CHECK(offset_of("+14:00") == 840);
  CHECK(offset_of("-00:00") == 0);
}

TEST_CASE("what no clock is set to is not an offset") {
  for (const std::string wrong : {"", "+", "1", "01:00", "+14:01", "-15", "+100", "+1:5", "+01:60", "+:30",
                                  "+01:", "+a", "+01:000", "+12345", "++1", "+1 "}) {
    CAPTURE(wrong);
    CHECK(offset_of(wrong) == kNoOffset);
  }
}

TEST_CASE("a clock in a zone is a moment") {
  CHECK(instant_at(2026y / March / 4, {10, 12, 5}, -90min).utc ==
        sys_days{2026y / March / 4} + 11h + 42min + 5s);
}

TEST_CASE("dates are written for machines and for readers") {
  CHECK(format_date(2026y / March / 4) == "2026-03-04");
  CHECK(format_long_date(2026y / March / 4) == "4 March 2026");
  CHECK(format_long_date(1999y / December / 31) == "31 December 1999");
}

TEST_CASE("a time of day is written in its own offset") {
  CHECK(format_clock(instant("2026-03-04T10:12:00+01:00")) == "10:12");
  CHECK(format_clock(instant("2026-03-04T00:00:07-03:30")) == "00:00:07");
  CHECK(format_clock(instant("1970-01-01T00:05:00+14:00")) == "00:05");
}

TEST_CASE("an offset is written as a reader knows it") {
  CHECK(format_offset(0min) == "UTC");
  CHECK(format_offset(60min) == "UTC+01:00");
  CHECK(format_offset(-210min) == "UTC-03:30");
  CHECK(format_offset(-30min) == "UTC-00:30");
}

TEST_CASE("RFC 3339 keeps the author's offset") {
  CHECK(format_rfc3339(instant("2026-03-04T10:12:00-03:30")) == "2026-03-04T10:12:00-03:30");
  CHECK(format_rfc3339(instant("2026-03-04T10:12:00Z")) == "2026-03-04T10:12:00Z");
}

TEST_CASE("RFC 822 is in UTC, with the English day and month") {
  CHECK(format_rfc822(instant("2026-03-04T10:12:00+01:00").utc) == "Wed, 04 Mar 2026 09:12:00 +0000");
  CHECK(format_rfc822(instant("2024-02-29T23:30:09-01:00").utc) == "Fri, 01 Mar 2024 00:30:09 +0000");
  CHECK(format_rfc822(instant("2023-12-31T00:00:00Z").utc) == "Sun, 31 Dec 2023 00:00:00 +0000");
  CHECK(format_rfc822(instant("2026-05-02T00:00:00Z").utc) == "Sat, 02 May 2026 00:00:00 +0000");
}

TEST_CASE("a duration is told in the units that matter") {
  CHECK(format_duration(0s) == "0 min");
  CHECK(format_duration(29s) == "0 min");
  CHECK(format_duration(31s) == "1 min");
  CHECK(format_duration(53min) == "53 min");
  CHECK(format_duration(1h) == "1 h");
  CHECK(format_duration(2h + 5min) == "2 h 5 min");
  CHECK(format_duration(59min + 40s) == "1 h");
  CHECK(format_duration(24h) == "1 d");
  CHECK(format_duration(76h + 59min) == "3 d 4 h");
}

TEST_CASE("a duration for machines is ISO 8601") {
  CHECK(format_iso_duration(0s) == "PT0M");
  CHECK(format_iso_duration(53min) == "PT53M");
  CHECK(format_iso_duration(2h) == "PT2H");
  CHECK(format_iso_duration(76h + 5min) == "PT76H5M");
}

TEST_CASE("machines and readers are told the same duration") {
  CHECK(format_duration(90s) == "2 min");
  CHECK(format_iso_duration(90s) == "PT2M");
}

TEST_CASE("a clock counts its seconds from midnight") {
  CHECK(seconds_of({0, 0, 0}) == 0);
  CHECK(seconds_of({10, 12, 5}) == 36'725);
  CHECK(seconds_of({23, 59, 59}) == 86'399);
}

}  // namespace pmsite
