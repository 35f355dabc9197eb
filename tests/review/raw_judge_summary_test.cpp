// SPDX-License-Identifier: MIT
#include "review/judging.hpp"

#include <array>

namespace pmsite {

using judging::finding;
using judging::met;
using judging::Sample;

TEST_CASE("an interval needs a start, an end and a zone") {
  const auto states = [](std::string_view summary) {
    return met("duration_start_end_tz", Sample{.summary = summary, .timeline = "It was long."}.text());
  };
  CHECK(states("The shop was down from 10:12 to 11:05 UTC on March 4, 2026."));
  CHECK(states("Duration: March 4, 2026, 10:12 AM - 11:05 AM (CET)"));
  CHECK(states("Start: March 4, 2026, 10:12 UTC\n\nEnd: March 4, 2026, 11:05 UTC"));
  CHECK_FALSE(states("The shop was down for about two hours."));
  CHECK_FALSE(states("The shop went down at 10:12 UTC."));
  CHECK_FALSE(states("The shop was down from 10:12 to 11:05."));
}

TEST_CASE("a start and an end may stand in sentences of their own") {
  const auto states = [](std::string_view summary) {
    return met("duration_start_end_tz", Sample{.summary = summary, .timeline = "It was long."}.text());
  };
  const std::string between =
      " Customers saw an error page, and the team came together and talked for a while, then looked "
      "at each server in turn, which took most of the morning, until somebody found it.";
  CHECK(
      states("At 10:12 UTC the shop went down." + between + " By 11:05 UTC everything was back to normal."));
  CHECK_FALSE(states("At 10:12 UTC the shop went down." + between + " Soon everything was back to normal."));
  CHECK_FALSE(states("At 10:12 the shop went down." + between + " By 11:05 everything was back to normal."));
}

TEST_CASE("a release and its reversal are a start and an end, without a timeline too") {
  CHECK(met("duration_start_end_tz",
            "On 2026-03-04 at 10:12 UTC we released version 2. We reverted it - a step completed by 11:05 "
            "UTC.\n\n## Root cause\n\nA full disk.\n"));
}

TEST_CASE("the ends of the timeline are no stated interval") {
  CHECK_FALSE(met("duration_start_end_tz",
                  Sample{.timeline = "- 10:12 UTC - Down.\n- 10:20 UTC - Found.\n- 11:05 UTC - Up."}.text()));
}

TEST_CASE("the summary names the cause, in whatever words") {
  const auto names = [](std::string_view summary) {
    return met("root_cause_in_summary", Sample{.summary = summary}.text());
  };
  CHECK(names("The shop was down. Root cause: an expired certificate."));
  CHECK(names("The shop was down because its certificate had expired."));
  CHECK(names("An outage caused by an expired certificate."));
  CHECK(names("The trouble was traced back to a full disk."));
  CHECK(names("- Impact: the shop was down\n- Root Cause: a full disk"));
  CHECK_FALSE(names("The shop was down for an hour."));
  CHECK(names("The root cause was identified as an expired certificate."));
  CHECK(names("The certificate had expired. This caused each handshake to fail."));
  CHECK(names("The root cause? A full disk."));
  CHECK_FALSE(names("The shop was down until the root cause was identified and fixed."));
  CHECK_FALSE(names("The shop was down, resulting in a loss of orders."));
  CHECK_FALSE(names("Customers could not pay due to the outage."));
}

TEST_CASE("a cause behind the timeline is not in the summary") {
  CHECK_FALSE(met("root_cause_in_summary", Sample{.cause = "The disk was full because of the logs."}.text()));
}

TEST_CASE("a cause under its own heading before the timeline belongs to the summary") {
  CHECK(met("root_cause_in_summary",
            "## Summary\n\nThe shop was down.\n\nRoot Cause: the web server ran as root.\n\n## "
            "Timeline\n\n10:12 UTC - Down.\n"));
}

TEST_CASE("words are counted without markup, both ends included") {
  const auto with = [](int words) {
    std::string text = "## Summary\n\n";
    for (int i = 1; i < words; ++i) text += "word ";
    return met("words_400_600", text);
  };
  CHECK_FALSE(with(399));
  CHECK(with(400));
  CHECK(with(600));
  CHECK_FALSE(with(601));
}

namespace {

// Plain sentences, as they come: those that show the requirement, and those that only sound so.

constexpr auto kCauses = std::to_array<std::string_view>({
    "A typo in the settings file stopped the page from loading.",
    "The shop failed since its certificate was no longer valid.",
    "The cause was a full disk.",
    "The outage was the result of a bad configuration.",
    "A faulty release of the cart service brought the checkout down.",
    "It happened because nobody renewed the domain.",
    "The reason: a missing index.",
    "A power cut in the data center knocked all servers offline.",
    "The failure originated in a race condition of the scheduler.",
    "We traced it to a memory leak in the worker.",
    "Behind it was a wrong DNS record.",
    "A sudden surge of traffic overwhelmed the database.",
    "The underlying problem was an outdated library.",
    "The server ran out of memory, which killed the app.",
    "A change of the firewall rules blocked the port of the database.",
    "The trouble stemmed from a misspelled file name.",
    "Responsible for the downtime was a broken cable.",
    "The culprit was a cron job that filled the disk.",
    "An expired key made every login fail.",
    "This was due to a bug in the new parser.",
    "The load balancer had been misconfigured, causing half of the requests to fail.",
    "The outage happened after an update of the router's firmware broke its routes.",
    "A migration script locked the users table, so that nobody could log in.",
    "The database crashed owing to a corrupt index.",
    "It was caused by a wrong permission of the log folder.",
    "The shop was down as a result of an infinite loop in the tax module.",
    "An unoptimized query exhausted the connection pool.",
    "Root cause - a stale cache entry.",
    "The disruption arose from a failed upgrade of PHP.",
    "The site was down because of a DDoS attack.",
});

constexpr auto kNoCauses = std::to_array<std::string_view>({
    "The shop was down for two hours.",
    "Users could not pay.",
    "The outage caused a loss of orders.",
    "The incident led to many complaints.",
    "This resulted in 500 errors for all users.",
    "The root cause was found after an hour.",
    "The cause is explained below.",
    "We are still looking for the cause.",
    "Customers left because of the outage.",
    "The team worked hard to find the root cause.",
    "The outage affected 40% of the users.",
    "The checkout returned errors, which led to lost sales.",
    "The problem was fixed by a restart.",
    "The issue was resolved after the release was rolled back.",
    "The root cause is unknown.",
    "Many customers were angry as a result.",
    "The downtime triggered a wave of calls.",
    "Engineers investigated the cause of the errors.",
    "The site was slow, causing frustration.",
    "During the incident the site answered with 503.",
    "Our website was not available to anybody.",
    "Severity: critical.",
    "The outage lasted from 10:12 to 11:05 UTC.",
    "The errors led to a bad experience for customers.",
    "Due to the downtime, orders were lost.",
    "The service was restored at 11:05 UTC.",
    "All requests failed with a timeout.",
    "We apologize for the trouble caused by this incident.",
    "The impact was a complete loss of the checkout.",
    "The slow pages made users leave.",
});

}  // namespace

TEST_CASE("plain words for a cause are understood") {
  for (const auto words : kCauses) {
    CAPTURE(words);
    CHECK(met("root_cause_in_summary", Sample{.summary = words}.text()));
  }
}

TEST_CASE("what the trouble did is not its cause") {
  for (const auto words : kNoCauses) {
    CAPTURE(words);
    CHECK_FALSE(met("root_cause_in_summary", Sample{.summary = words}.text()));
  }
}

TEST_CASE("a plain why names the cause, why the others were spared does not") {
  CHECK(met("root_cause_in_summary", Sample{.summary = "Why: a leak in the new counter"}.text()));
  CHECK_FALSE(
      met("root_cause_in_summary",
          Sample{.summary = "A third of the guests were hit, because the others paid in cash."}.text()));
}

}  // namespace pmsite
