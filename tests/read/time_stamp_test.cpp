// SPDX-License-Identifier: MIT
#include "read/time_stamp.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace pmsite {
namespace {

std::string moment(const std::optional<Date>& date, const Clock& clock) {
  return (date ? format_date(*date) + " " : "") +
         fmt::format("{:02}:{:02}:{:02}", clock.hour, clock.minute, clock.second);
}

/// "10:12:00 CET@6 +9 [the text]": clock, zone and its offset, length of the whole, and what follows the
/// separator;
/// "[-]" where there is no separator, "none" where there is no time.
std::string told(std::string_view text) {
  const auto stamp = read_time_stamp(text);
  if (!stamp) return "none";
  std::string line = moment(stamp->date, stamp->clock);
  if (stamp->end_clock) line += ".." + moment(stamp->end_date, *stamp->end_clock);
  if (!stamp->zone.empty()) line += fmt::format(" {}@{}", stamp->zone, stamp->zone_offset);
  line += fmt::format(" +{} ", stamp->length);
  return line + (stamp->has_separator ? "[" + std::string(text.substr(stamp->text_offset)) + "]" : "[-]");
}

}  // namespace

TEST_CASE("a time stamp is a time and a zone, a dash and the text") {
  CHECK(told("14:05 UTC - the text") == "14:05:00 UTC@6 +9 [the text]");
  CHECK(told("9:05 CET - x") == "09:05:00 CET@5 +8 [x]");
  CHECK(told("00:00 CEST - x") == "00:00:00 CEST@6 +10 [x]");
  CHECK(told("14:05:59 UTC - x") == "14:05:59 UTC@9 +12 [x]");
}

TEST_CASE("the separator may be a hyphen, a dash, a colon or an arrow") {
  for (const std::string separator :
       {" - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", ": ", " : ", " -- ", " -> ", " --> ", "- "}) {
    CAPTURE(separator);
    CHECK(told("14:05 UTC" + separator + "x") == "14:05:00 UTC@6 +9 [x]");
    CHECK(told("14:05" + separator + "x") == "14:05:00 +5 [x]");
  }
}

TEST_CASE("a colon may follow a zone that is an offset") {
  CHECK(told("14:05 +01:00: x") == "14:05:00 +01:00@6 +12 [x]");
  CHECK(told("14:05 UTC+1: x") == "14:05:00 UTC+1@6 +11 [x]");
  CHECK(told("14:05 +01: x") == "14:05:00 +01@6 +9 [x]");
}

TEST_CASE("without a separator there is a time, but no text") {
  CHECK(told("14:05 UTC") == "14:05:00 UTC@6 +9 [-]");
  CHECK(told("14:05 the text") == "14:05:00 +5 [-]");
  CHECK(told("14:05 UTC the text") == "14:05:00 UTC@6 +9 [-]");
}

TEST_CASE("a clock of twelve hours is read with its half of the day") {
  CHECK(told("2:05 PM UTC - x") == "14:05:00 UTC@8 +11 [x]");
  CHECK(told("2:05PM UTC - x") == "14:05:00 UTC@7 +10 [x]");
  CHECK(told("2:05 p.m. UTC - x") == "14:05:00 UTC@10 +13 [x]");
  CHECK(told("02:05 am - x") == "02:05:00 +8 [x]");
  CHECK(told("2:05:30 A.M. - x") == "02:05:30 +12 [x]");
}

TEST_CASE("noon is 12 PM and midnight is 12 AM") {
  CHECK(told("12:00 PM UTC - x") == "12:00:00 UTC@9 +12 [x]");
  CHECK(told("12:30 AM UTC - x") == "00:30:00 UTC@9 +12 [x]");
}

TEST_CASE("a time that no clock shows is none") {
  for (const std::string wrong :
       {"13:20 PM - x", "0:20 AM - x", "24:00 - x", "25:10 - x", "10:60 - x", "10:5 - x", "1012 - x",
        "10 - x", "10h12 - x", "10:12:60 - x", ":12 - x", "123:00 - x", "the text", "", " ", "~10:12 - x"}) {
    CAPTURE(wrong);
    CHECK(told(wrong) == "none");
  }
}

TEST_CASE("a word that begins like a half of the day is text") {
  CHECK(told("2:05 - amber light") == "02:05:00 +4 [amber light]");
  CHECK(told("2:05 amber") == "02:05:00 +4 [-]");
}

TEST_CASE("a date may stand before the time") {
  CHECK(told("2026-03-04 14:05 UTC - x") == "2026-03-04 14:05:00 UTC@17 +20 [x]");
  CHECK(told("2026-03-04, 14:05 UTC - x") == "2026-03-04 14:05:00 UTC@18 +21 [x]");
  CHECK(told("2026-03-04 2:05 PM UTC - x") == "2026-03-04 14:05:00 UTC@19 +22 [x]");
}

TEST_CASE("the form with a T has its zone at once") {
  CHECK(told("2026-03-04T14:05Z - x") == "2026-03-04 14:05:00 Z@16 +17 [x]");
  CHECK(told("2026-03-04T14:05:30Z: x") == "2026-03-04 14:05:30 Z@19 +20 [x]");
  CHECK(told("2026-03-04T14:05+01:00 - x") == "2026-03-04 14:05:00 +01:00@16 +22 [x]");
  CHECK(told("2026-03-04T14:05-05:00 - x") == "2026-03-04 14:05:00 -05:00@16 +22 [x]");
}

TEST_CASE("a date that does not exist is none") {
  CHECK(told("2026-02-30 14:05 UTC - x") == "none");
  CHECK(told("2026-03-04 - x") == "none");
}

TEST_CASE("a range has two times and one zone") {
  CHECK(told("14:05-14:20 UTC - x") == "14:05:00..14:20:00 UTC@12 +15 [x]");
  CHECK(told("14:05 - 14:20 UTC: x") == "14:05:00..14:20:00 UTC@14 +17 [x]");
  CHECK(told("14:05\xE2\x80\x93"
             "14:20 UTC - x") == "14:05:00..14:20:00 UTC@14 +17 [x]");
  CHECK(told("14:05 \xE2\x80\x94 14:20 UTC - x") == "14:05:00..14:20:00 UTC@16 +19 [x]");
  CHECK(told("23:50-2026-03-05 00:10 UTC - x") == "23:50:00..2026-03-05 00:10:00 UTC@23 +26 [x]");
  CHECK(told("14:05-14:20 - x") == "14:05:00..14:20:00 +11 [x]");
}

TEST_CASE("a range that looks like a time and an offset is a range") {
  CHECK(told("14:05-05:00 UTC - x") == "14:05:00..05:00:00 UTC@12 +15 [x]");
  CHECK(told("14:05 -05:00 - x") == "14:05:00 -05:00@6 +12 [x]");
}

TEST_CASE("a range may name its zone at both ends") {
  CHECK(told("10:05 CET - 10:20 CET - x") == "10:05:00..10:20:00 CET@18 +21 [x]");
  CHECK(told("10:05 CET-10:20 CET - x") == "10:05:00..10:20:00 CET@16 +19 [x]");
}

TEST_CASE("a half of the day that ends a range holds for both of its times") {
  CHECK(told("2:05-2:20 PM UTC - x") == "14:05:00..14:20:00 UTC@13 +16 [x]");
  CHECK(told("2:05 PM-2:20 PM UTC - x") == "14:05:00..14:20:00 UTC@16 +19 [x]");
  CHECK(told("11:50 AM-12:10 PM UTC - x") == "11:50:00..12:10:00 UTC@18 +21 [x]");
}

TEST_CASE("a zone is an abbreviation or an offset") {
  CHECK(told("14:05Z - x") == "14:05:00 Z@5 +6 [x]");
  CHECK(told("14:05 UTC+1 - x") == "14:05:00 UTC+1@6 +11 [x]");
  CHECK(told("14:05 UTC+05:45 - x") == "14:05:00 UTC+05:45@6 +15 [x]");
  CHECK(told("14:05 GMT-5 - x") == "14:05:00 GMT-5@6 +11 [x]");
  CHECK(told("14:05 +0530 - x") == "14:05:00 +0530@6 +11 [x]");
}

TEST_CASE("a zone that is not known is still what the author wrote") {
  CHECK(told("14:05 XYZ - x") == "14:05:00 XYZ@6 +9 [x]");
}

TEST_CASE("a word of text is not a zone") {
  CHECK(told("14:05 - CET is right") == "14:05:00 +5 [CET is right]");
  CHECK(told("14:05 Checkout - x") == "14:05:00 +5 [-]");
  CHECK(told("14:05: 10 servers died") == "14:05:00 +5 [10 servers died]");
}

TEST_CASE("blanks before the time are counted") {
  CHECK(told("  14:05 UTC - x") == "14:05:00 UTC@8 +11 [x]");
}

TEST_CASE("the start of a range takes the other half of the day where the range passes noon or midnight") {
  CHECK(told("11:50-12:10 PM UTC - x") == "11:50:00..12:10:00 UTC@15 +18 [x]");
  CHECK(told("11:30-1:15 pm UTC - x") == "11:30:00..13:15:00 UTC@14 +17 [x]");
  CHECK(told("11:50-12:10 AM UTC - x") == "23:50:00..00:10:00 UTC@15 +18 [x]");
  CHECK(told("2:05-2:00 PM - x") == "14:05:00..14:00:00 +12 [x]");
  CHECK(told("13:05-2:20 PM - x") == "13:05:00..14:20:00 +13 [x]");
  CHECK(told("2:05 AM-2:20 PM - x") == "02:05:00..14:20:00 +15 [x]");
}

TEST_CASE("a time joined to a zone by a hyphen is the end of a range where no clock is set like this") {
  CHECK(told("10:05 UTC-10:20 - x") == "10:05:00..10:20:00 UTC@6 +15 [x]");
  CHECK(told("10:05 UTC-10:30 - x") == "10:05:00..10:30:00 UTC@6 +15 [x]");
  CHECK(told("10:05 GMT-12:45 - x") == "10:05:00..12:45:00 GMT@6 +15 [x]");
  CHECK(told("14:05 UTC-14:30 - x") == "14:05:00..14:30:00 UTC@6 +15 [x]");
  CHECK(told("23:05 UTC-13:00 - x") == "23:05:00..13:00:00 UTC@6 +15 [x]");
  CHECK(told("10:05 -10:20 - x") == "10:05:00..10:20:00 +12 [x]");
  CHECK(told("14:05Z-14:20Z - x") == "14:05:00..14:20:00 Z@12 +13 [x]");
  CHECK(told("10:05 UTC\xE2\x80\x93"
             "11:00 - x") == "10:05:00..11:00:00 UTC@6 +17 [x]");
}

TEST_CASE("an offset that is kept somewhere is one, unless it ends a range of an hour at most") {
  CHECK(told("10:05 UTC-05:00 - x") == "10:05:00 UTC-05:00@6 +15 [x]");
  CHECK(told("03:05 UTC-05:00 - x") == "03:05:00 UTC-05:00@6 +15 [x]");
  CHECK(told("10:05 UTC-03:30 - x") == "10:05:00 UTC-03:30@6 +15 [x]");
  CHECK(told("10:05 UTC-11:00 - x") == "10:05:00..11:00:00 UTC@6 +15 [x]");
  CHECK(told("10:00 UTC-11:00 - x") == "10:00:00..11:00:00 UTC@6 +15 [x]");
  CHECK(told("09:59 UTC-11:00 - x") == "09:59:00 UTC-11:00@6 +15 [x]");
  CHECK(told("11:00 UTC-11:00 - x") == "11:00:00 UTC-11:00@6 +15 [x]");
  CHECK(told("10:05 UTC+10:20 - x") == "10:05:00 UTC+10:20@6 +15 [x]");
}

TEST_CASE("AM, PM or the zone once more makes a range for certain") {
  CHECK(told("1:05 PM UTC-2:00 PM - x") == "13:05:00..14:00:00 UTC@8 +19 [x]");
  CHECK(told("09:05 UTC-12:00 UTC - x") == "09:05:00..12:00:00 UTC@16 +19 [x]");
}

TEST_CASE("an offset behind a range is one") {
  CHECK(told("09:05-09:20 UTC-10:00 - x") == "09:05:00..09:20:00 UTC-10:00@12 +21 [x]");
}

TEST_CASE("a zone may stand in brackets") {
  CHECK(told("10:11 (UTC) - x") == "10:11:00 UTC@7 +11 [x]");
  CHECK(told("10:11(UTC+1): x") == "10:11:00 UTC+1@6 +12 [x]");
  CHECK(told("10:11-10:20 (CET) - x") == "10:11:00..10:20:00 CET@13 +17 [x]");
  CHECK(told("10:11 (UTC - x") == "10:11:00 +5 [-]");
  CHECK(told("10:11 (about) - x") == "10:11:00 +5 [-]");
}

TEST_CASE("what is not a time of day is found with the way to write it") {
  const auto wrong = [](std::string_view text) {
    const auto found = read_wrong_time(text);
    return found ? fmt::format("{}@{}: {}", found->written, found->offset, found->help) : "none";
  };
  CHECK(wrong("24:00 UTC - x") == "24:00@0: midnight is `00:00` of the next day");
  CHECK(wrong("2026-03-04 24:00 - x") == "24:00@11: midnight is `00:00` of the next day");
  CHECK(wrong("10.13 - x") == "10.13@0: write it with a colon: `10:13`");
  CHECK(wrong("14h58 - x") == "14h58@0: write it with a colon: `14:58`");
  for (const std::string text : {"25:10", "10:60", "10:5", "13:20 PM", "0:20 a.m.", "10.99"}) {
    CAPTURE(text);
    CHECK(wrong(text + " - x") ==
          text + "@0: write it from `00:00` to `23:59`, or from `12:00 AM` to `11:59 PM`");
  }
  for (const std::string text : {"", "soon", "10", "10h", "10.13.2 came out", "1.5x", "123:00", ":12"}) {
    CAPTURE(text);
    CHECK(wrong(text) == "none");
  }
}

TEST_CASE("a word in the place of a zone is found where a separator follows") {
  CHECK(lower_case_zone(" utc - x") == "utc");
  CHECK(lower_case_zone(" (utc): x") == "utc");
  CHECK(lower_case_zone(" utc") == "utc");
  CHECK(lower_case_zone(" utc and on") == "");
  CHECK(lower_case_zone(" (utc - x") == "");
  CHECK(lower_case_zone("") == "");
}

}  // namespace pmsite
