// SPDX-License-Identifier: MIT
#include "support/claim_cases.hpp"

#include <array>

namespace pmsite {
namespace {

std::string said(std::string_view place, std::string_view text) {
  return messages("claim-clock", post_saying(place, text));
}

}  // namespace

TEST_CASE("a time that the timeline does not have is reported with the nearest that it has") {
  const std::array cases = {
      ClaimCase{"summary", "The patch at 09:58 CET set it off.",
                "`09:58 CET` is not in the timeline; the nearest is 10:08, `Changed`"},
      ClaimCase{"summary", "From 10:21 to 11:05 CET, customers could not pay.",
                "`10:21` is not in the timeline; the nearest is 10:20, `Misled`"},
      ClaimCase{"summary", "From 10:12 to 11:50 CET, customers could not pay.",
                "`11:50 CET` is not in the timeline; the nearest is 11:05, `Resolved`"},
      ClaimCase{"short", "From 10:12 to 11:06 CET customers could not pay.",
                "`11:06 CET` is not in the timeline; the nearest is 11:05, `Resolved`"},
      ClaimCase{"cause", "At 10:41 the pool was recycled.",
                "`10:41` is not in the timeline; the nearest is 10:44, `Identified`"},
      ClaimCase{"resolution", "The pools were recycled at 10:52 CET.",
                "`10:52 CET` is not in the timeline; the nearest is 10:51, `Mitigated`"},
      ClaimCase{"lessons", "Nobody looked at the sockets until 10:43.",
                "`10:43` is not in the timeline; the nearest is 10:44, `Identified`"},
      ClaimCase{"summary", "It began at 9:11 UTC.",
                "`9:11 UTC` is not in the timeline; the nearest is 09:12 UTC, `Started`"},
      ClaimCase{"summary", "It began at 4:13 AM EST.",
                "`4:13 AM EST` is not in the timeline; the nearest is 04:12 EST, `Started`"},
      ClaimCase{"summary", "It began at 10:12 UTC.",
                "`10:12 UTC` is not in the timeline; the nearest is 10:05 UTC, `Resolved`"},
      ClaimCase{"summary", "It was over at 11:03 a.m. that day.",
                "`11:03 a.m.` is not in the timeline; the nearest is 11:05, `Resolved`"},
      ClaimCase{"summary", "At 2026-03-04T10:13+01:00 it began.",
                "`2026-03-04T10:13+01:00` is not in the timeline; the nearest is 10:12, `Started`"},
      ClaimCase{"summary", "It began at 10:12 and was over at 11:15.",
                "`11:15` is not in the timeline; the nearest is 11:05, `Resolved`"},
  };
  for (const auto& each : cases) {
    CAPTURE(std::string(each.text));
    CHECK(said(each.place, each.text) == each.message);
  }
}

TEST_CASE("times of the timeline are known in any zone, on any clock, and about") {
  for (const std::string_view text : {
           "From 10:12 to 11:05 CET, customers could not pay.",
           "From 9:12 to 10:05 UTC, customers could not pay.",
           "From 10:12 AM to 11:05 AM CET, customers could not pay.",
           "On 4 March 2026, from 10:12 to 11:05 CET, customers could not pay.",
           "From 10:12 CET on 4 March to 11:05 CET, customers could not pay.",
           "It began at 10:12 CET (09:12 UTC).",
           "It began at 14:42 IST.",
           "It began around 10:10 CET.",
           "From about 10:15 to 11:00 CET, customers could not pay.",
           "On 4 March 2026, from about 10:15 to 11:00 CET, customers could not pay.",
           "It was over around 11 AM.",
           "At 10:20 the team suspected a health check; at 10:34 it gave up.",
       }) {
    CAPTURE(std::string(text));
    CHECK(claim_messages(post_saying("summary", text)) == "");
  }
}

TEST_CASE("timetables, graphs, logs, meetings and other days are no times of the incident") {
  for (const std::string_view text : {
           "The nightly job ran at 10:30.",
           "The backup runs at 10:30 every day.",
           "The cron job of 10:00 was late.",
           "The deploy window was 10:00-10:30.",
           "The shift changes at 11:00.",
           "The meeting at 11:30 was moved.",
           "The graph from 10:00 to 11:30 shows it.",
           "The log has it at 10:13:31.",
           "On 3 March 2026 at 10:30 CET the patch was tested.",
           "The video (10:30) explains it.",
           "It ended at noon for most of us.",
           "We met at 16:00 to talk about it.",
           "The deployment of 08:30 was harmless.",
           "We should have known at 10:16.",
           "\"At 10:30 nothing worked\", one customer wrote.",
           "The ratio was 10:13.",
       }) {
    CAPTURE(std::string(text));
    CHECK(claim_messages(post_saying("summary", text)) == "");
  }
}

TEST_CASE("what is true of more than one moment is no claim about one") {
  for (const std::string_view text : {
           "Most customers were back by 11:00.",
           "By about 11:00 most customers were back.",
           "It began shortly before 10:13.",
           "Just after 10:30, it dawned on us.",
           "Customers called at 10:30 or 10:31.",
           "Two observers name the end: 10:58, 11:01 or 11:03.",
       }) {
    CAPTURE(std::string(text));
    CHECK(claim_messages(post_saying("summary", text)) == "");
  }
}

TEST_CASE("what lies around the incident is history, near to it only where the sentence says so") {
  CHECK(said("cause", "The host restarted at 09:50.") ==
        "`09:50` is not in the timeline; the nearest is 10:08, `Changed`");
  CHECK(said("cause", "The host had restarted at 09:50.") == "");
  CHECK(said("cause", "That morning at 09:50 the host restarted.") == "");
  CHECK(said("cause", "The host restarted at 09:37.") == "");
  CHECK(said("cause", "The host restarted at 09:38.") != "");
  CHECK(said("cause", "We watched the graphs until 11:30.") == "");
  CHECK(said("cause", "The capacity stayed as it was at 10:45.") != "");
  CHECK(said("cause", "The last page closed at 11:35.") != "");
  CHECK(said("cause", "The last page closed at 11:36.") == "");
}

TEST_CASE("an interval that begins or ends with the incident is surely told of it") {
  CHECK(said("summary", "From 08:12 to 11:05 CET customers could not pay.") ==
        "`08:12` is not in the timeline; the nearest is 10:08, `Changed`");
  CHECK(said("cause", "From 08:12 to 11:05 CET the disk filled up.") == "");
}

TEST_CASE("an entry may tell more of its own time, but not of another's") {
  CHECK(said("identified", ": since 10:40, a list of sockets was ready") == "");
  CHECK(said("identified", ": the sockets were opened at 10:02") == "");
  CHECK(said("identified", ": at 10:44, as it says") == "");
  CHECK(said("identified", ": as suspected at 10:19") ==
        "`10:19` is not in the timeline; the nearest is 10:20, `Misled`");
  CHECK(said("changed", ": as could be seen until 10:43") ==
        "`10:43` is not in the timeline; the nearest is 10:44, `Identified`");
}

TEST_CASE("what an entry tells is known to the prose") {
  const std::string post = changed(post_saying("cause", "The rule was merged at 10:40."), "**Identified**",
                                   "**Identified**, after a merge at 10:40");
  CHECK(messages("claim-clock", post) == "");
}

TEST_CASE("headings, quotes, measures, unknown sections and cells of tables are not searched") {
  CHECK(said("quote", "At 10:41 the pool was recycled.") == "");
  CHECK(said("measures", "At 10:41 the pool will be recycled.") == "");
  CHECK(said("other", "At 10:41 the pool was recycled.") == "");
  CHECK(said("cause", "### What happened at 10:41") == "");
  CHECK(said("cause", "| time | errors |\n|---|---|\n| 10:41 | many |") == "");
  CHECK(said("cause", "`10:41` is in the code.") == "");
}

TEST_CASE("bare times are told in any zone that the post uses") {
  CHECK(said("summary", "It began at 04:12. In New York it was over at 05:05 EST.") == "");
  CHECK(said("summary", "It began at 10:12, and at 9:15 Nagios alerted.") == "");
}

TEST_CASE("times are compared with their dates where they have any") {
  const std::string overnight = changed(
      changed(
          changed(post_saying("summary",
                              "From 23:30 CET on 4 March to 00:45 CET on 5 March customers could not pay."),
                  "started_at: 2026-03-04T10:12", "started_at: 2026-03-04T23:30"),
          "resolved_at: 2026-03-04T11:05", "resolved_at: 2026-03-05T00:45"),
      "- 10:08 CET - **Changed**: the cache primary was patched.",
      "- 23:30 CET - **Started**: it did.\n- 00:45 CET - **Resolved**: it was.");
  const auto cut = overnight.find("- 10:12 CET"), end = overnight.find("\n\n## Root cause");
  const std::string post = overnight.substr(0, cut - 1) + overnight.substr(end);
  CHECK(claim_messages(post) == "");
  CHECK(messages("claim-clock", changed(post, "CET on 5 March", "CET on 4 March")) ==
        "`00:45 CET on 4 March` is not in the timeline; the nearest is 23:30, `Started`");
  CHECK(claim_messages(
            changed(post, "From 23:30 CET on 4 March to 00:45 CET on 5 March", "From 23:30 to 00:45")) == "");
  CHECK(messages("claim-clock",
                 changed(post, "From 23:30 CET on 4 March to 00:45 CET on 5 March", "From 23:30 to 00:55")) ==
        "`00:55` is not in the timeline; the nearest is 00:45, `Resolved`");
}

TEST_CASE("of an incident that goes round the clock only times with a date can be missing") {
  const std::string post =
      changed(post_saying("cause", "At 10:41 the pool was recycled. At 10:41 on 4 March it was not."),
              "- 11:05 CET - **Resolved**", "- 2026-03-06 11:05 CET - **Resolved**");
  CHECK(messages("claim-clock", post) ==
        "`10:41 on 4 March` is not in the timeline; the nearest is 10:44, `Identified`");
}

TEST_CASE("without a timeline, or with one that could not be read whole, no time is missing") {
  const std::string post = post_saying("cause", "At 10:41 the pool was recycled.");
  CHECK(messages("claim-clock", changed(post, "10:36 CET", "half past")) == "");
  const auto begin = post.find("- 10:08 CET"), end = post.find("\n\n## Root cause");
  CHECK(messages("claim-clock", post.substr(0, begin) + post.substr(end)) == "");
}

TEST_CASE("a sentence full of times is a table in words") {
  CHECK(said("cause", "Readings: 10:01, 10:02, 10:03, 10:04, 10:05, 10:06, 10:07, 10:09, 10:11.") == "");
}

TEST_CASE("the time is pointed at") {
  CHECK(found("claim-clock", post_saying("cause", "The pool was\nrecycled at 10:41 CET.")) ==
        "36:13 claim-clock: `10:41 CET` is not in the timeline; the nearest is 10:44, `Identified` -> "
        "correct the time, or give "
        "it an entry");
}

}  // namespace pmsite
