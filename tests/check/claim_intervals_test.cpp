// SPDX-License-Identifier: MIT
#include "check/claim_intervals.hpp"

#include "support/claim_cases.hpp"

#include <array>

namespace pmsite {

TEST_CASE("a duration beside an interval must be its length") {
  const std::array cases = {
      ClaimCase{"summary", "From 10:12 to 11:05 CET (45 minutes), customers could not pay.",
                "`45 minutes` is not the length of `10:12 to 11:05 CET`, which is 53 min"},
      ClaimCase{"summary", "For 45 minutes, from 10:12 to 11:05 CET, customers could not pay.",
                "`45 minutes` is not the length of `10:12 to 11:05 CET`, which is 53 min"},
      ClaimCase{"summary", "The outage lasted 45 minutes (10:12 to 11:05 CET).",
                "`45 minutes` is not the length of `10:12 to 11:05 CET`, which is 53 min"},
      ClaimCase{"impact", "**Duration: 45 minutes** (10:12-11:05 CET)",
                "`45 minutes` is not the length of `10:12-11:05 CET`, which is 53 min"},
      ClaimCase{"impact", "10:12-11:05: 45 minutes.",
                "`45 minutes` is not the length of `10:12-11:05`, which is 53 min"},
      ClaimCase{"summary", "Between 10:12 and 11:05 CET, a total of 45 minutes, customers could not pay.",
                "`45 minutes` is not the length of `10:12 and 11:05 CET`, which is 53 min"},
      ClaimCase{"summary", "A 43-minute outage, from 10:12 to 11:05 CET, kept customers from paying.",
                "`43-minute` is not the length of `10:12 to 11:05 CET`, which is 53 min"},
      ClaimCase{"cause", "The balancer was drained from 10:20 to 10:34 (20 minutes).",
                "`20 minutes` is not the length of `10:20 to 10:34`, which is 14 min"},
      ClaimCase{"summary", "From 10:12 to 11:05 CET (more than an hour), customers could not pay.",
                "`an hour` is not the length of `10:12 to 11:05 CET`, which is 53 min"},
      ClaimCase{"summary", "From 10:12 CET to 10:05 UTC (43 minutes), customers could not pay.",
                "`43 minutes` is not the length of `10:12 CET to 10:05 UTC`, which is 53 min"},
      ClaimCase{"cause", "Last year, the disk filled from 23:30 to 00:15 (55 minutes).",
                "`55 minutes` is not the length of `23:30 to 00:15`, which is 45 min"},
  };
  for (const auto& each : cases) {
    CAPTURE(std::string(each.text));
    // One mistake is reported once: neither the length nor the times again.
    CHECK(claim_messages(post_saying(each.place, each.text)) == each.message);
  }
}

TEST_CASE("lengths that fit, and lengths of other things, may stand beside an interval") {
  for (const std::string_view text : {
           "From 10:12 to 11:05 CET (53 minutes), customers could not pay.",
           "From 10:12 to 11:05 CET (about 50 minutes), customers could not pay.",
           "From 10:12 to 11:05 CET (nearly an hour), customers could not pay.",
           "The outage lasted almost an hour, from 10:12 to 11:05 CET.",
           "The outage lasted 53 minutes (10:12 to 11:05 CET).",
           "From 10:12 CET to 10:05 UTC (53 minutes), customers could not pay.",
           "From 10:12 to 11:05 CET (53 minutes, 14 of them wasted), customers could not pay.",
           "From 10:12 to 11:05 CET, 20 minutes of which were wasted, customers could not pay.",
           "From 10:12 to 11:05 CET, 45 minutes after the deployment, customers could not pay.",
           "From 10:12 to 11:05 CET, every 5 minutes, a customer called.",
           "Every 5 minutes, from 10:12 to 11:05 CET, a customer called.",
           "For 14 minutes between 10:12 and 11:05 we looked elsewhere.",
           "From 10:12 to 11:05 CET customers could not pay. 45 minutes later we slept.",
           "Before it, 9:00 to 5:00 (8 hours) was a day of work, and 9 AM to 5 PM (8 hours) is.",
           "The disk filled from 23:30 on 2 March to 00:30 on 4 March (25 hours).",
           "The disk had filled from 02:00 to 03:00 (25 hours).",
           "\"From 10:12 to 11:05 (2 hours)\", one customer wrote.",
       }) {
    CAPTURE(std::string(text));
    CHECK(messages("claim-interval", post_saying("summary", text)) == "");
  }
}

TEST_CASE("an interval of two times of the timeline runs forwards") {
  CHECK(claim_messages(post_saying("summary", "From 11:05 to 10:12 CET, customers could not pay.")) ==
        "`11:05 to 10:12 CET` runs backwards: the timeline has 10:12 before 11:05");
  CHECK(claim_messages(post_saying("cause", "Between 10:34 and 10:20 we looked elsewhere.")) ==
        "`10:34 and 10:20` runs backwards: the timeline has 10:20 before 10:34");
  CHECK(claim_messages(post_saying("cause", "Between 10:20 and 10:34 we looked elsewhere.")) == "");
  CHECK(claim_messages(post_saying("measures", "From 11:05 to 10:12 CET (2 hours), we slept.")) == "");
  CHECK(messages("claim-interval", post_saying("cause", "The disk filled from 23:00 to 10:12.")) == "");
}

TEST_CASE("times that are only told together are no interval that could run backwards") {
  CHECK(claim_messages(post_saying(
            "cause", "A second wave began at 10:51, after the first was resolved at 10:44.")) == "");
}

TEST_CASE("the length is pointed at, or else the interval") {
  CHECK(found("claim-interval", post_saying("summary", "Down from 10:12 to 11:05 (45 minutes).")) ==
        "18:27 claim-interval: `45 minutes` is not the length of `10:12 to 11:05`, which is 53 min -> "
        "correct the length, or one "
        "of the two times");
  CHECK(found("claim-interval", post_saying("summary", "Down from 11:05 to 10:12.")) ==
        "18:11 claim-interval: `11:05 to 10:12` runs backwards: the timeline has 10:12 before 11:05 -> swap "
        "the two times, or "
        "correct one of them");
}

TEST_CASE("only what is joined is an interval") {
  CHECK(joined_intervals("from 10:12 to 11:05 and between 12:00 and 13:00").size() == 2);
  CHECK(joined_intervals("it began at 10:12 and was over at 11:05").empty());
  CHECK(joined_intervals("at 10:12").empty());
}

TEST_CASE("the wrong length of several is found") {
  const std::string_view text = "from 10:12 to 11:05 (53 minutes) and from 12:00 to 13:00 (2 hours)";
  const auto wrong = wrong_lengths(text, joined_intervals(text));
  REQUIRE(wrong.size() == 1);
  CHECK(wrong[0].claim.at.of(text) == "2 hours");
  CHECK(wrong[0].length == std::chrono::hours{1});
  CHECK(contradicts_interval(text, wrong[0].claim));
  CHECK_FALSE(contradicts_interval(text, find_durations(text).front()));
}

}  // namespace pmsite
