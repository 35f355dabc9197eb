// SPDX-License-Identifier: MIT
#include "base/time_zone.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

namespace pmsite {
namespace {

/// "+60 Central Europe", with "!" for a label out of season; several meanings one after the other.
std::string meanings(std::string_view label, std::string_view date = "2026-01-15") {
  std::string list;
  for (const auto& each : zone_meanings(label, parse_date(date).value()))
    list += fmt::format("{}{:+} {}{}", list.empty() ? "" : "; ", each.offset.count(), each.region,
                        each.in_season ? "" : "!");
  return list;
}

/// Whether the label's first meaning holds at a moment, or so many seconds from it.
bool holds(std::string_view label, std::string_view moment, int seconds = 0) {
  return holds_at(label, zone_meanings(label).at(0),
                  parse_instant(moment)->utc + std::chrono::seconds{seconds});
}

bool one_place(std::string_view one, std::string_view at_one, std::string_view other,
               std::string_view at_other) {
  return differ_by_clock_change(zone_meanings(one).at(0), parse_instant(at_one)->utc,
                                zone_meanings(other).at(0), parse_instant(at_other)->utc);
}

}  // namespace

TEST_CASE("UTC has several names") {
  for (const std::string label : {"UTC", "Z"}) CHECK(meanings(label) == "+0 UTC");
}

TEST_CASE("GMT is no region's own") { CHECK(meanings("GMT") == "+0 "); }

TEST_CASE("a plain offset has no region and no season") {
  CHECK(meanings("+01:00") == "+60 ");
  CHECK(meanings("-0330") == "-210 ");
  CHECK(meanings("UTC+1") == "+60 ");
  CHECK(meanings("UTC+05:45") == "+345 ");
  CHECK(meanings("GMT-5") == "-300 ");
}

TEST_CASE("what is not a zone has no meaning") {
  for (const std::string label : {"", "utc", "cet", "XYZ", "UTC+", "UTC+15", "CET+1", "UTC 1", "1", "ZZ"}) {
    CAPTURE(label);
    CHECK(meanings(label).empty());
  }
}

TEST_CASE("a label that several countries use has several meanings") {
  CHECK(meanings("CST") == "-360 US Central; +480 China");
  CHECK(meanings("IST", "2026-07-01") == "+60 Ireland; +330 India; +120 Israel");
  CHECK(meanings("BST", "2026-07-01") == "+60 the United Kingdom; +360 Bangladesh");
  CHECK(meanings("AST") == "-240 Atlantic Canada; +180 Arabia");
}

TEST_CASE("winter time does not hold in summer, nor summer time in winter") {
  CHECK(meanings("PST", "2026-07-15") == "-480 US Pacific!");
  CHECK(meanings("PST", "2026-01-15") == "-480 US Pacific");
  CHECK(meanings("PDT", "2026-01-15") == "-420 US Pacific!");
  CHECK(meanings("CEST", "2026-07-15") == "+120 Central Europe");
  CHECK(meanings("CEST", "2026-12-15") == "+120 Central Europe!");
}

TEST_CASE("a label without a season of its own means the clock that holds on the date") {
  CHECK(meanings("PT", "2026-07-15") == "-420 US Pacific");
  CHECK(meanings("PT", "2026-01-15") == "-480 US Pacific");
  CHECK(meanings("ET", "2026-10-31") == "-240 US Eastern");
  CHECK(meanings("ET", "2026-11-02") == "-300 US Eastern");
}

TEST_CASE("on the day on which clocks change both labels hold") {
  CHECK(meanings("CET", "2026-03-29") == "+60 Central Europe");
  CHECK(meanings("CEST", "2026-03-29") == "+120 Central Europe");
  CHECK(meanings("CEST", "2026-03-28") == "+120 Central Europe!");
  CHECK(meanings("CET", "2026-03-30") == "+60 Central Europe!");
  CHECK(meanings("CEST", "2026-10-25") == "+120 Central Europe");
  CHECK(meanings("CET", "2026-10-25") == "+60 Central Europe");
  CHECK(meanings("CET", "2026-10-24") == "+60 Central Europe!");
}

TEST_CASE("the United States change on the second Sunday in March and the first in November") {
  CHECK(meanings("PDT", "2026-03-08") == "-420 US Pacific");
  CHECK(meanings("PDT", "2026-03-07") == "-420 US Pacific!");
  CHECK(meanings("PST", "2026-11-01") == "-480 US Pacific");
  CHECK(meanings("PST", "2026-10-31") == "-480 US Pacific!");
}

TEST_CASE("before 2007 the United States changed on the first Sunday in April and the last in October") {
  CHECK(meanings("PST", "2006-03-20") == "-480 US Pacific");
  CHECK(meanings("PDT", "2006-04-02") == "-420 US Pacific");
  CHECK(meanings("PDT", "2006-10-29") == "-420 US Pacific");
  CHECK(meanings("PDT", "2006-10-30") == "-420 US Pacific!");
  CHECK(meanings("PST", "2007-03-20") == "-480 US Pacific!");
}

TEST_CASE("south of the equator summer is in January") {
  CHECK(meanings("AEDT", "2026-01-15") == "+660 Eastern Australia");
  CHECK(meanings("AEST", "2026-01-15") == "+600 Eastern Australia!");
  CHECK(meanings("AEST", "2026-07-15") == "+600 Eastern Australia");
  CHECK(meanings("AEDT", "2026-04-05") == "+660 Eastern Australia");
  CHECK(meanings("AEDT", "2026-04-06") == "+660 Eastern Australia!");
  CHECK(meanings("NZDT", "2026-09-27") == "+780 New Zealand");
  CHECK(meanings("NZDT", "2026-09-26") == "+780 New Zealand!");
}

TEST_CASE("Arizona keeps MST in summer") { CHECK(meanings("MST", "2026-07-15") == "-420 US Mountain"); }

TEST_CASE("on the day on which clocks change a label of both of them means either") {
  CHECK(meanings("PT", "2026-03-08") == "-480 US Pacific; -420 US Pacific");
  CHECK(meanings("ET", "2026-11-01") == "-300 US Eastern; -240 US Eastern");
  CHECK(meanings("PT", "2026-03-07") == "-480 US Pacific");
  CHECK(meanings("PT", "2026-03-09") == "-420 US Pacific");
}

TEST_CASE("a label without a date has all its meanings, and none is out of season") {
  std::string offsets;
  for (const auto& each : zone_meanings("PT")) {
    offsets += fmt::format("{} ", each.offset.count());
    CHECK(each.in_season);
  }
  CHECK(offsets == "-480 -420 ");
  CHECK(zone_meanings("CEST").size() == 1);
  CHECK(zone_meanings("PTT").empty());
}

TEST_CASE("a label holds up to the second at which clocks change") {
  CHECK(holds("CET", "2026-03-29T00:59:59Z"));
  CHECK_FALSE(holds("CET", "2026-03-29T01:00:00Z"));
  CHECK_FALSE(holds("CEST", "2026-03-29T00:59:59Z"));
  CHECK(holds("CEST", "2026-03-29T01:00:00Z"));
  CHECK(holds("CEST", "2026-10-25T00:59:59Z"));
  CHECK(holds("CET", "2026-10-25T01:00:00Z"));
}

TEST_CASE("the European Union changes at one moment, everybody else at two o'clock or three") {
  struct Case {
    const char *summer_label, *spring, *autumn;
  };
  for (const auto& [label, spring, autumn] :
       {Case{"WEST", "2026-03-29T01:00:00Z", "2026-10-25T01:00:00Z"},
        Case{"BST", "2026-03-29T01:00:00Z", "2026-10-25T01:00:00Z"},
        Case{"EEST", "2026-03-29T01:00:00Z", "2026-10-25T01:00:00Z"},
        Case{"EDT", "2026-03-08T02:00:00-05:00", "2026-11-01T02:00:00-04:00"},
        Case{"PDT", "2026-03-08T02:00:00-08:00", "2026-11-01T02:00:00-07:00"},
        Case{"AKDT", "2006-04-02T02:00:00-09:00", "2006-10-29T02:00:00-08:00"},
        Case{"AEDT", "2026-10-04T02:00:00+10:00", "2026-04-05T03:00:00+11:00"},
        Case{"NZDT", "2026-09-27T02:00:00+12:00", "2026-04-05T03:00:00+13:00"}}) {
    CAPTURE(label);
    CHECK(holds(label, spring));
    CHECK_FALSE(holds(label, spring, -1));
    CHECK_FALSE(holds(label, autumn));
    CHECK(holds(label, autumn, -1));
  }
}

TEST_CASE("what keeps one clock all year holds always") {
  for (const char* label : {"UTC", "+05:00", "UTC+1", "MST", "JST"}) {
    CHECK(holds(label, "2026-01-15T00:00:00Z"));
    CHECK(holds(label, "2026-07-15T00:00:00Z"));
  }
}

TEST_CASE("a change of clocks is known on its date") {
  const auto change = clock_change("Central Europe", parse_date("2026-10-25").value());
  REQUIRE(change);
  CHECK(format_rfc3339({change->at, change->before}) == "2026-10-25T03:00:00+02:00");
  CHECK(format_rfc3339({change->at, change->after}) == "2026-10-25T02:00:00+01:00");
  CHECK(clock_change("US Pacific", parse_date("2026-03-08").value()));
  CHECK(clock_change("New Zealand", parse_date("2026-04-05").value()));
  CHECK_FALSE(clock_change("Central Europe", parse_date("2026-10-24").value()));
  CHECK_FALSE(clock_change("Japan", parse_date("2026-03-29").value()));
  CHECK_FALSE(clock_change("", parse_date("2026-03-29").value()));
}

TEST_CASE("a clock of a region has its label") {
  CHECK(clock_label("US Eastern", std::chrono::minutes{-240}) == "EDT");
  CHECK(clock_label("US Eastern", std::chrono::minutes{-300}) == "EST");
  CHECK(clock_label("US Mountain", std::chrono::minutes{-420}) == "MST");
  CHECK(clock_label("the United Kingdom", std::chrono::minutes{0}) == "");
}

TEST_CASE("two offsets are one place where its clocks changed in between") {
  CHECK(one_place("+01:00", "2026-03-29T00:30:00Z", "+02:00", "2026-03-29T01:30:00Z"));
  CHECK(one_place("CET", "2026-03-29T00:30:00Z", "+02:00", "2026-03-29T01:30:00Z"));
  CHECK(one_place("-04:00", "2026-10-30T00:00:00Z", "EST", "2026-11-03T00:00:00Z"));
  CHECK(one_place("GMT", "2026-03-29T00:30:00Z", "BST", "2026-03-29T01:30:00Z"));
}

TEST_CASE("two offsets without a change in between, or of two regions, are two places") {
  CHECK_FALSE(one_place("+01:00", "2026-03-29T00:10:00Z", "+02:00", "2026-03-29T00:30:00Z"));
  CHECK_FALSE(one_place("+02:00", "2026-03-29T00:30:00Z", "+01:00", "2026-03-29T01:30:00Z"));
  CHECK_FALSE(one_place("+01:00", "2026-03-29T00:30:00Z", "+03:00", "2026-03-29T01:30:00Z"));
  CHECK_FALSE(one_place("WAT", "2026-03-29T00:30:00Z", "+02:00", "2026-03-29T01:30:00Z"));
  CHECK_FALSE(one_place("UTC", "2026-03-29T00:30:00Z", "BST", "2026-03-29T01:30:00Z"));
  CHECK_FALSE(one_place("+01:00", "2026-03-29T00:30:00Z", "+01:00", "2026-03-29T01:30:00Z"));
}

}  // namespace pmsite
