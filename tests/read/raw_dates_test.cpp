// SPDX-License-Identifier: MIT
#include "read/raw_dates.hpp"

#include <doctest/doctest.h>

#include <string>

namespace pmsite {
namespace {

RawPost post(std::string title, std::string text) {
  RawPost raw;
  raw.title = std::move(title);
  raw.text = read_raw_text(SourceText("a.md", std::move(text)));
  return raw;
}

std::string say(const std::optional<DateMention>& date) {
  return date && date->date() ? format_date(*date->date()) : date ? "?" : "";
}

DateMention first_date(std::string_view text) { return find_dates(text).at(0); }

}  // namespace

TEST_CASE("a year that is missing is taken from the same day or from the title") {
  CHECK(say(RawDates(post("", "On June 5, 2024 we were down.")).completed(first_date("June 5th"))) ==
        "2024-06-05");
  CHECK(say(RawDates(post("Outage of June 4, 2024", "x")).completed(first_date("June 5th"))) == "2024-06-05");
  CHECK(say(RawDates(post("", "On June 4, 2024 we were down.")).completed(first_date("June 5th"))) == "?");
}

TEST_CASE("an ambiguous date is read as one that the text tells plainly") {
  CHECK(say(RawDates(post("", "On May the 4th, 2020 it began.")).completed(first_date("05/04/2020"))) ==
        "2020-05-04");
  CHECK(say(RawDates(post("", "On April 5, 2020 it began.")).completed(first_date("05/04/2020"))) ==
        "2020-04-05");
  CHECK(say(RawDates(post("", "On June 5, 2020 it began.")).completed(first_date("05/04/2020"))) == "?");
}

TEST_CASE("an ambiguous date is read as one near to a plain one") {
  const auto plain = first_date("2022-02-02");
  CHECK(say(RawDates::near(first_date("08/02/2022"), plain)) == "2022-02-08");
  CHECK(say(RawDates::near(first_date("08/09/2022"), plain)) == "?");
  CHECK(say(RawDates::near(plain, first_date("08/09/2022"))) == "2022-02-02");
}

TEST_CASE("a passage gives its only date, or the one before in the sentence") {
  const RawDates dates(post("", ""));
  const std::string one = "On June 5, 2024 we deployed. It broke at 10:00.";
  CHECK(say(dates.date_in(one, one.find("10:00"))) == "2024-06-05");
  const std::string two = "On June 5, 2024 we deployed. On June 6, 2024 it broke at 10:00.";
  CHECK(say(dates.date_in(two, two.find("10:00"))) == "2024-06-06");
  const std::string unclear = "It broke at 10:00. We deployed on June 5, 2024 and on June 6, 2024.";
  CHECK(say(dates.date_in(unclear, unclear.find("10:00"))) == "");
  CHECK(RawDates::has_date(unclear));
  CHECK_FALSE(RawDates::has_date("at 10:00"));
}

TEST_CASE("the date of the incident stands in the title, behind its label, or is the only one") {
  CHECK(say(RawDates(post("Outage of June 4, 2024", "Down on June 5, 2024.")).incident_date()) ==
        "2024-06-04");
  CHECK(say(RawDates(post("", "Date: June 5, 2024\nWe met on June 7, 2024.")).incident_date()) ==
        "2024-06-05");
  CHECK(say(RawDates(post("", "Down on June 5, 2024.")).incident_date()) == "2024-06-05");
  CHECK(say(RawDates(post("", "Down on June 5, 2024, up on June 6, 2024.")).incident_date()) == "");
  CHECK(say(RawDates(post("", "Posted on: June 5, 2024")).incident_date()) == "");
  CHECK(say(RawDates(post("", "Date: 04/05/2024")).incident_date()) == "");
  CHECK(say(RawDates(post("", "```\nJune 5, 2024\n```")).incident_date()) == "");
}

TEST_CASE("the first entry with a date dates the incident") {
  auto raw = post("", "Down on June 5, 2024, up on June 6, 2024.");
  raw.entries.resize(1);
  raw.entries[0].time = TimeMention{};
  raw.entries[0].time->date = first_date("2024-06-05");
  CHECK(say(RawDates(raw).incident_date()) == "2024-06-05");
}

}  // namespace pmsite
