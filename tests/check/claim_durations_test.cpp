// SPDX-License-Identifier: MIT
#include "support/claim_cases.hpp"

#include <array>

namespace pmsite {
namespace {

std::string said(const ClaimCase& each) {
  return messages("claim-duration", post_saying(each.place, each.text));
}

std::string not_how_long(std::string_view claim) {
  return "`" + std::string(claim) + "` is not how long it lasted: 10:12 to 11:05 is 53 min";
}

}  // namespace

TEST_CASE("a length that is claimed for the incident must be how long it lasted") {
  const std::array cases = {
      ClaimCase{"summary", "The outage lasted 45 minutes.", "45 minutes"},
      ClaimCase{"summary", "The incident lasted for about three hours.", "three hours"},
      ClaimCase{"summary", "The disruption, which hit us at lunch, lasted 45 minutes.", "45 minutes"},
      ClaimCase{"summary", "It caused an outage that lasted 1 h 53 min.", "1 h 53 min"},
      ClaimCase{"summary", "A 90-minute outage kept customers from paying.", "90-minute"},
      ClaimCase{"summary", "An outage of 45 minutes hit the shop.", "45 minutes"},
      ClaimCase{"summary", "We had 25 minutes of downtime.", "25 minutes"},
      ClaimCase{"summary", "The bug resulted in 73 hours of downtime.", "73 hours"},
      ClaimCase{"summary", "The outage was 45 minutes long.", "45 minutes"},
      ClaimCase{"impact", "**Duration:** 2 hours", "2 hours"},
      ClaimCase{"impact", "Duration of the outage: 2 hours 30 minutes", "2 hours 30 minutes"},
      ClaimCase{"impact", "Total downtime: 2h 10m.", "2h 10m"},
      ClaimCase{"title", "in an outage of 20 minutes", "20 minutes"},
      ClaimCase{"short", "Teapots's outage lasted 20 minutes.", "20 minutes"},
      ClaimCase{"cause", "The pool kept dead sockets, and so the outage lasted 20 minutes.", "20 minutes"},
      ClaimCase{"lessons", "The outage lasted 20 minutes because nobody had rehearsed.", "20 minutes"},
      ClaimCase{"summary", "The outage lasted over 2 hours.", "2 hours"},
      ClaimCase{"summary", "The outage lasted less than half an hour.", "half an hour"},
      ClaimCase{"summary", "The outage lasted 1.5 hours.", "1.5 hours"},
  };
  for (const auto& each : cases) {
    CAPTURE(std::string(each.text));
    CHECK(said(each) == not_how_long(each.message));
  }
}

TEST_CASE("a length for which something is said not to have worked is compared in the same way") {
  const std::array cases = {
      ClaimCase{"summary", "Checkout was down for 30 minutes.", "30 minutes"},
      ClaimCase{"summary", "We were offline for 3 hours.", "3 hours"},
      ClaimCase{"summary", "The shop returned 502 pages for 30 minutes.", "30 minutes"},
      ClaimCase{"summary", "The shop could not take orders for 20 minutes.", "20 minutes"},
      ClaimCase{"summary", "For 45 minutes, customers could not pay.", "45 minutes"},
      ClaimCase{"summary", "Users were unable to log in for almost two hours.", "two hours"},
      ClaimCase{"summary", "For two hours nobody could pay.", "two hours"},
      ClaimCase{"summary", "For 2.5 hours, our web application took a holiday.", "2.5 hours"},
      ClaimCase{"title", "and was down for 25 minutes", ""},
      ClaimCase{"cause", "Customers could not pay for 20 minutes.", "20 minutes"},
  };
  for (const auto& each : cases) {
    CAPTURE(std::string(each.text));
    CHECK(said(each) == (each.message.empty() ? "" : not_how_long(each.message)));
  }
}

TEST_CASE("a length of a phase is compared with the events of that phase") {
  const std::string detection = " is not how long detection took: 10:12 to 10:15 is 3 min";
  const std::string acknowledgement = " is not how long acknowledgement took: 10:15 to 10:18 is 3 min";
  const std::string cause = " is not how long finding the cause took: 10:15 to 10:44 is 29 min";
  const std::string mitigation = " is not how long mitigation took: 10:12 to 10:51 is 39 min";
  const std::string repair = " is not how long the repair took: 10:12 to 11:05 is 53 min";
  const std::string misled = " is not the time spent on wrong paths: 10:20 to 10:34 is 14 min";
  struct Case {
    std::string_view place, text;
    std::string message;
  };
  const std::array cases = {
      Case{"summary", "Nagios detected it after 20 minutes.", "`20 minutes`" + detection},
      Case{"summary", "The outage was detected within one minute.", "`one minute`" + detection},
      Case{"summary", "Monitoring alerted us within 1 minute.", "`1 minute`" + detection},
      Case{"summary", "Thirteen minutes after the start, Nagios alerted.", "`Thirteen minutes`" + detection},
      Case{"summary", "The outage went unnoticed for 20 minutes.", "`20 minutes`" + detection},
      Case{"impact", "Time to detect: 20 minutes", "`20 minutes`" + detection},
      Case{"detected", " after 20 minutes by Nagios", "`20 minutes`" + detection},
      Case{"summary", "The alert was acknowledged after 20 minutes.", "`20 minutes`" + acknowledgement},
      Case{"summary", "The engineer acknowledged it 12 minutes later.", "`12 minutes`" + acknowledgement},
      Case{"acknowledged", " thirteen minutes later", "`thirteen minutes`" + acknowledgement},
      Case{"summary", "It took 50 minutes to find the cause.", "`50 minutes`" + cause},
      Case{"cause", "The cause was found after 50 minutes.", "`50 minutes`" + cause},
      Case{"identified", " after 59 minutes", "`59 minutes`" + cause},
      Case{"summary", "The outage was mitigated after 49 minutes.", "`49 minutes`" + mitigation},
      Case{"summary", "Service was restored after 25 minutes.", "`25 minutes`" + repair},
      Case{"summary", "It took two hours to fix the outage.", "`two hours`" + repair},
      Case{"summary", "The site was back two hours later.", "`two hours`" + repair},
      Case{"resolved", ", 23 minutes after the start", "`23 minutes`" + repair},
      Case{"summary", "We spent 30 minutes on a stale health check.", "`30 minutes`" + misled},
      Case{"lessons", "We lost half an hour chasing a balancer.", "`half an hour`" + misled},
      Case{"summary", "A wrong hypothesis cost us 3 hours.", "`3 hours`" + misled},
      Case{"summary", "The outage lasted 53 minutes, of which 24 minutes were lost on a stale health check.",
           "`24 minutes`" + misled},
  };
  for (const auto& each : cases) {
    CAPTURE(std::string(each.text));
    CHECK(said({each.place, each.text, {}}) == each.message);
  }
}

TEST_CASE("lengths that the timeline yields are fine") {
  for (const std::string_view text : {
           "The outage lasted 53 minutes.",
           "The outage lasted 54 minutes.",
           "The outage lasted about an hour.",
           "The outage lasted 0.9 hours.",
           "The outage lasted less than an hour.",
           "The outage lasted more than 45 minutes.",
           "The outage lasted 39 minutes, until the pools were recycled.",
           "Nagios detected it after three minutes, and it was acknowledged three minutes later.",
           "It was detected within five minutes.",
           "Detected after 3 minutes, acknowledged after 6, resolved after 53 minutes.",
           "The cause was found after 32 minutes.",
           "The outage was resolved 21 minutes after the cause was found.",
           "Time to resolve: 50 minutes.",
           "We spent 14 minutes on a stale health check.",
           "For 47 minutes, some orders were lost.",
       }) {
    CAPTURE(std::string(text));
    CHECK(claim_messages(post_saying("summary", text)) == "");
  }
}

TEST_CASE("lengths of other things are none of the incident's") {
  for (const std::string_view text : {
           "The 502 page came after a 30-second timeout.",
           "The load test lasted 20 minutes.",
           "During the outage a load test lasted 20 minutes.",
           "The maintenance lasted two hours.",
           "The TTL of 5 minutes kept old addresses alive.",
           "The check runs every 5 minutes.",
           "The alert fires after ten minutes.",
           "The alert fired after ten minutes of errors.",
           "Dead sockets are detected after two hours.",
           "Restarting the pool took ten minutes.",
           "The pool was drained for 20 minutes.",
           "The problem took two days to reproduce.",
           "Writing the fix took two hours.",
           "The shop was sold out for 3 hours.",
           "Customers did not complain for 20 minutes.",
           "Customers were logged out after 30 minutes.",
           "Some customers could not pay for 10 minutes.",
           "Users could not pay for a minute each.",
           "Refunds were paid within 14 days.",
           "The cache was patched six weeks before.",
           "We detected errors in two hours of logs.",
           "We lost six hours of orders.",
           "We spent 20 minutes on the phone with the vendor.",
           "20 minutes into the outage, a customer called.",
           "Ten minutes after the outage began, a customer called.",
           "The internal wiki was down for 10 minutes.",
           "For 30 days the logs are kept.",
       }) {
    CAPTURE(std::string(text));
    CHECK(claim_messages(post_saying("summary", text)) == "");
  }
}

TEST_CASE("other incidents, other days, rules, wishes and hearsay state no fact of this one") {
  for (const std::string_view text : {
           "Last year's outage lasted 9 hours.",
           "The provider's outage lasted three hours.",
           "The network issue at our provider lasted 3 hours.",
           "A previous outage in January lasted two hours.",
           "The 2024 outage lasted four hours.",
           "The 2-hour outage of March was worse.",
           "On 3 January 2025 the outage lasted 20 minutes.",
           "An outage like this lasted 3 hours in 2023.",
           "Another 20 minutes of downtime followed.",
           "The first 10 minutes of the outage were quiet.",
           "The worst part of the outage lasted 20 minutes.",
           "Customers are allowed 43 minutes of downtime a month.",
           "The next outage would last 10 minutes.",
           "The incident could have lasted 3 hours.",
           "The outage lasted 53 minutes, not 3 hours.",
           "We believed that the outage had lasted 20 minutes.",
           "According to the status page, the incident lasted 20 minutes.",
           "\"The outage lasted two weeks\", one customer wrote.",
       }) {
    CAPTURE(std::string(text));
    CHECK(claim_messages(post_saying("summary", text)) == "");
  }
}

TEST_CASE("what may be any outage or any issue is not this one outside of the summary") {
  for (const std::string_view text : {
           "A five-minute outage is no reason to hurry.",
           "Ten minutes of downtime are ten minutes too many.",
           "The issue was fixed within ten minutes in the library.",
           "The problem was found after two days, in a review.",
           "The leak was detected after two weeks in production.",
           "The lb-2 host was down for three minutes.",
           "The service was restarted and back within 20 seconds.",
           "Ten minutes later a second customer called.",
       }) {
    CAPTURE(std::string(text));
    CHECK(claim_messages(post_saying("lessons", text)) == "");
    CHECK(claim_messages(post_saying("cause", text)) == "");
  }
}

TEST_CASE("entries may tell lengths of their own") {
  const std::array cases = {
      ClaimCase{"detected", " by Nagios, after errors above 5 % for ten minutes", ""},
      ClaimCase{"resolved", ": quiet for ten minutes, errors gone within two minutes", ""},
      ClaimCase{"identified", ": two minutes later the first pool was recycled", ""},
      ClaimCase{"misled", ", which took ten minutes", ""},
  };
  for (const auto& each : cases) {
    CAPTURE(std::string(each.text));
    CHECK(claim_messages(post_saying(each.place, each.text)) == "");
  }
}

TEST_CASE("the length is pointed at, also in the front matter") {
  CHECK(found("claim-duration", post_saying("summary", "We slept. The outage lasted **45 minutes**.")) ==
        "18:31 claim-duration: `45 minutes` is not how long it lasted: 10:12 to 11:05 is 53 min -> correct "
        "the length, or the "
        "times it is counted from");
  CHECK(found("claim-duration", post_saying("short", "The outage lasted 45 minutes."))
            .starts_with("14:51 claim-duration: `45 minutes`"));
}

TEST_CASE("without an end nothing is known of the whole") {
  const std::string post = changed(post_saying("summary", "The outage lasted 45 minutes."),
                                   "resolved_at: 2026-03-04T11:05:00+01:00\n", "status: draft\n");
  CHECK(messages("claim-duration", post) == "");
  CHECK(messages("claim-duration", changed(post, "The outage lasted 45", "It was detected after 45")) ==
        "`45 minutes` is not how long detection took: 10:12 to 10:15 is 3 min");
}

TEST_CASE("a timeline that could not be read whole is not counted on") {
  const std::string post =
      post_saying("summary", "Nagios detected it after 20 minutes. The outage lasted 45 minutes.");
  CHECK(messages("claim-duration", post) != "");
  CHECK(messages("claim-duration", changed(post, "10:36 CET", "half past")) == "");
}

TEST_CASE("a length that passes midnight is told with its dates") {
  const std::string post = changed(
      changed(post_saying("summary", "The outage lasted 3 hours."), "2026-03-04T10:12", "2026-03-03T23:12"),
      "10:08 CET", "2026-03-03 23:08 CET");
  CHECK(messages("claim-duration", post) ==
        "`3 hours` is not how long it lasted: 2026-03-03 23:12 to 2026-03-04 11:05 is 11 h 53 min");
}

TEST_CASE("several wrong paths add up") {
  const std::string post =
      changed(post_saying("summary", "We spent 40 minutes chasing ghosts."), "- 10:36 CET - **Escalated**",
              "- 10:36-10:41 CET - **Misled**: a ghost.\n- 10:42 CET - **Escalated**");
  CHECK(messages("claim-duration", post) ==
        "`40 minutes` is not the time spent on wrong paths: 10:20 to 10:34 and 10:36 to 10:41 are 19 min");
  CHECK(messages("claim-duration", changed(post, "40 minutes", "19 minutes")) == "");
  CHECK(messages("claim-duration", changed(post, "40 minutes", "5 minutes")) == "");
}

}  // namespace pmsite
