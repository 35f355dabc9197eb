// SPDX-License-Identifier: MIT
#include "prose/mentions.hpp"
#include "prose/times.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace pmsite;

namespace {

struct Case {
  std::string_view text;
  std::string_view dates;
};

}  // namespace

TEST_CASE("dates are read in the forms that people write") {
  const Case cases[] = {
      {"on March 4, 2026 it", "2026-03-04"},
      {"4th of March 2026", "2026-03-04"},
      {"4 Mar", "?-03-04"},
      {"10th of  April , 2024", "2024-04-10"},
      {"2026-03-04", "2026-03-04"},
      {"Bare 2019-1-17", "2019-01-17"},
      {"2026/03/04", "2026-03-04"},
      {"2024-Jun-05", "2024-06-05"},
      {"12-Dec-2022", "2022-12-12"},
      {"05/Jun/2024:14:05:30", "2024-06-05"},
      {"June 5th", "?-06-05"},
      {"june the 5th, 2024", "2024-06-05"},
      {"Sept. 18th, 2017", "2017-09-18"},
      {"Jan. 5 2024", "2024-01-05"},
      {"1 Jan. 2024", "2024-01-01"},
      {"Tuesday, 5th of March 2024", "2024-03-05"},
      {"**June\n5**", "?-06-05"},
      {"June 5, 2100 hours", "?-06-05"},
      {"June 5, 10:00", "?-06-05"},
      {"February 29", "?-02-29"},
      {"2024-05-06T14:05", "2024-05-06"},
      {"_2024-05-06_", "2024-05-06"},
      {"June 5 and 6 July 2024", "?-06-05; 2024-07-06"},
  };
  for (const auto& [text, dates] : cases) {
    CAPTURE(text);
    CHECK(told_all(find_dates(text)) == dates);
  }
}

TEST_CASE("dates of digits alone are ambiguous unless a number exceeds 12") {
  const Case cases[] = {
      {"04/05/2024", "2024-04-05?"}, {"14/05/2024", "2024-05-14"}, {"05/14/2024", "2024-05-14"},
      {"05/05/2024", "2024-05-05"},  {"5.4.2024", "2024-04-05"},   {"4-5-2024", "2024-04-05?"},
      {"06/05/24", "2024-06-05?"},   {"31/12/99", "1999-12-31"},
  };
  for (const auto& [text, dates] : cases) {
    CAPTURE(text);
    CHECK(told_all(find_dates(text)) == dates);
  }
}

TEST_CASE("a range of days is two dates that share their month and year") {
  CHECK(told_all(find_dates("June 5-7, 2024")) == "2024-06-05; 2024-06-07");
  CHECK(told_all(find_dates("June 5\xE2\x80\x93"
                            "7")) == "?-06-05; ?-06-07");
  CHECK(told_all(find_dates("5-7 June 2024")) == "2024-06-05; 2024-06-07");
  CHECK(told_all(find_dates("June 5-10:00")) == "?-06-05");
  CHECK(told_all(find_dates("June 5-9 AM")) == "?-06-05");
}

TEST_CASE("what only looks like a date is none") {
  for (const std::string_view text : {"",
                                      "1.2.3",
                                      "10.2.2024.1",
                                      "v1.2.2024",
                                      "24/7",
                                      "24/7/365",
                                      "2024",
                                      "June 2024",
                                      "June",
                                      "it may 5 times",
                                      "we march 10 miles",
                                      "June 31",
                                      "31 June 2024",
                                      "2023-02-29",
                                      "2024-13-01",
                                      "2024-00-10",
                                      "0/5/2024",
                                      "June 10%",
                                      "June 10 AM",
                                      "June 10:00",
                                      "app-2024-05-06",
                                      "2024-05-06.txt",
                                      "2024-05-06-outage.md",
                                      "/2024/05/06/",
                                      "1969-05-06",
                                      "3000-01-01",
                                      "June 123",
                                      "5 Marchers",
                                      "2024-05",
                                      "20240506",
                                      "Monday",
                                      "10:05 March",
                                      "12 of 14 junior",
                                      "June5",
                                      "June 5.5",
                                      "1,5 June"}) {
    CAPTURE(text);
    CHECK(told_all(find_dates(text)) == "");
  }
}

TEST_CASE("a date covers its weekday") {
  const std::string_view text = "On Tuesday, March 5th, 2024, at";
  const auto dates = find_dates(text);
  REQUIRE(dates.size() == 1);
  CHECK(dates[0].at.of(text) == "Tuesday, March 5th, 2024");
}

TEST_CASE("only a complete date is one of the calendar") {
  using namespace std::chrono;
  CHECK(find_dates("2024-06-05")[0].date() == year{2024} / June / 5);
  CHECK_FALSE(find_dates("June 5")[0].date());
  CHECK_FALSE(find_dates("04/05/2024")[0].date());
}

TEST_CASE("hostile text costs no more than its length") {
  for (const std::string_view piece :
       {"1", "1/", "1-1-", "June ", "June 5-", "Mon, ", "2024-", "5 ", "5th of "}) {
    CAPTURE(piece);
    CHECK(find_dates(repeated(piece, 300'000)).size() < 300'000);
  }
}
