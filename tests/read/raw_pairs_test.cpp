// SPDX-License-Identifier: MIT
#include "read/raw_pairs.hpp"

#include "base/text.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

namespace pmsite {
namespace {

RawPassage passage(std::string_view text) {
  RawPassage all;
  int number = 0;
  for (const auto line : split(text, '\n')) {
    RawLine raw;
    raw.number = ++number;
    raw.text = std::string(line);
    all.add(raw);
  }
  return all;
}

/// "hh:mm hh:mm" of the pair.
std::string pair(std::string_view text) {
  const auto found = find_raw_pair(passage(text));
  if (!found) return {};
  return fmt::format("{:02}:{:02} {:02}:{:02}", found->from.clock.hour, found->from.clock.minute,
                     found->to.clock.hour, found->to.clock.minute);
}

std::string start(std::string_view text) {
  const auto found = find_lone_start(passage(text));
  return found ? fmt::format("{:02}:{:02}", found->clock.hour, found->clock.minute) : "";
}

}  // namespace

TEST_CASE("begin and end are found in every form") {
  for (const std::string text : {
           "From 10:00 to 11:30 UTC users saw errors.",
           "10:00 AM - 11:30 AM",
           "Start: 10:00\nEnd: 11:30",
           "Incident started: 10:00\nDetected: 10:05\nIncident ended: 11:30",
           "Start time:\n10:00\nEnd time:\n11:30",
           "It began at 10:00 and was resolved at 11:30.",
           "The outage started at 10:00. On-call was paged at 10:05, and service was restored by 11:30.",
           "Between the hours of 10:00 and 11:30 the shop was down.",
           "On June 1st between 10:00 and 11:30 (UTC) users saw errors.",
           "It failed during 1000-1130 PST.",
           "Duration: 10:00 M - 11:30 AM (UTC)",
       }) {
    CAPTURE(text);
    CHECK(pair(text) == "10:00 11:30");
  }
}

TEST_CASE("the first pair counts, but not that of maintenance or a rollback") {
  CHECK(pair("Down from 10:00 to 11:30, slow from 11:30 to 12:00.") == "10:00 11:30");
  CHECK(pair("Maintenance was from 1:00 to 2:00. Down from 10:00 to 11:30.") == "10:00 11:30");
  CHECK(pair("The rollback started at 10:00 and ended at 10:05.") == "");
}

TEST_CASE("two times that are not told as begin and end are no pair") {
  for (const std::string text :
       {"", "Detected at 10:00, escalated at 10:30.", "At 10:00 we met. At 11:00 we left.",
        "It lasted two hours.", "The outage started at 10:00.", "2018-2019 was a bad season"}) {
    CAPTURE(text);
    CHECK(pair(text) == "");
  }
}

TEST_CASE("a passage knows the lines of its times and holds a few pages at most") {
  const auto two = passage("a\nfrom 10:00\nto 11:00");
  CHECK(two.line_at(0) == 1);
  CHECK(two.line_at(two.text.find("10:00")) == 2);
  CHECK(two.line_at(two.text.size() - 1) == 3);
  RawPassage long_one;
  RawLine line;
  line.text = std::string(1000, 'a');
  for (int i = 0; i < 1000; ++i) long_one.add(line);
  CHECK(long_one.text.size() < 100'000);
  line.kind = RawLineKind::code;
  RawPassage code;
  code.add(line);
  CHECK(code.text.empty());
}

TEST_CASE("a begin alone is told only where the sentence says that it is one") {
  CHECK(start("On June 5 at 10:00 the shop went down.") == "10:00");
  CHECK(start("The outage began at 10:00 and lasted for an hour.") == "10:00");
  CHECK(start("The outage was detected at 10:00.") == "");
  CHECK(start("We deployed at 10:00.") == "");
  CHECK(start("The shop went down.") == "");
}

}  // namespace pmsite
