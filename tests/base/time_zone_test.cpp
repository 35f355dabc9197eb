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

}  // namespace

TEST_CASE("UTC has several names") {
  for (const std::string label : {"UTC", "GMT", "Z"}) CHECK(meanings(label) == "+0 UTC");
}

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

}  // namespace pmsite
