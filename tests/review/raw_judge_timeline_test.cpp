// SPDX-License-Identifier: MIT
#include "review/judging.hpp"

#include <array>

namespace pmsite {

using judging::finding;
using judging::met;
using judging::Sample;

TEST_CASE("an entry that tells of a notice says when and how") {
  for (const std::string_view entry : {
           "10:15 UTC - A monitoring alert showed failed payments.",
           "10:15 UTC: Customers complained that they could not pay",
           "10:15 UTC - The on-call engineer noticed a rise of errors.",
           "10:15 UTC - We were paged.",
           "10:15 UTC - An email from a customer said that nothing worked.",
           "10:15 UTC - Our inbox was flooded by customers.",
           "10:15 UTC - First reports by customers on the hotline.",
       }) {
    CAPTURE(entry);
    const auto text = Sample{.timeline = entry}.text();
    CHECK(met("detected_when", text));
    CHECK(met("detected_how", text));
  }
}

TEST_CASE("a notice without a time says how, but not when") {
  const auto text =
      Sample{.timeline = "The issue was detected by an alert on the error rate. Then we went on."}.text();
  CHECK_FALSE(met("detected_when", text));
  CHECK(met("detected_how", text));
}

TEST_CASE("a notice without an observer says when, but not how") {
  const auto text = Sample{.timeline = "- 10:15 UTC - Noticing the problem\n- 11:05 UTC - All fine"}.text();
  CHECK(met("detected_when", text));
  CHECK_FALSE(met("detected_how", text));
}

TEST_CASE("labels in the timeline are understood") {
  const auto text =
      Sample{.timeline =
                 "**Detection Time:** March 4, 2026, 10:15 UTC\n\n**Detection Method:** A customer "
                 "wrote to the hotline\n\n**Actions Taken:** Looked at the database"}
          .text();
  CHECK(met("detected_when", text));
  CHECK(met("detected_how", text));
  CHECK(met("actions_taken", text));
}

TEST_CASE("what was not noticed is no detection") {
  for (const std::string_view timeline : {
           "- 10:15 UTC - Deployed the release.\n- 11:05 UTC - Restarted the gateway.",
           "- 10:15 UTC - Deployed.\n- 10:40 UTC - Rolled back.\n- 11:05 UTC - Monitoring showed that all "
           "returned to normal.",
           "- 10:15 UTC - Deployed the release.\n- 10:40 UTC - Root cause identified.\n- 11:05 UTC - Back to "
           "normal.",
       }) {
    CAPTURE(timeline);
    CHECK_FALSE(met("detected_when", Sample{.timeline = timeline}.text()));
    CHECK_FALSE(met("detected_how", Sample{.timeline = timeline}.text()));
  }
}

TEST_CASE("late in the tale, what is identified is the cause") {
  CHECK_FALSE(
      met("detected_when",
          Sample{.timeline = "- 10:12 UTC - Down.\n- 10:20 UTC - Rebooted.\n- 10:30 UTC - Rebooted again.\n"
                             "- 10:40 UTC - Logs were read to identify the issue.\n- 11:05 UTC - Up."}
              .text()));
}

TEST_CASE("a list of checks under a heading of the author's own is an investigation") {
  CHECK(met("actions_taken",
            "## A bad day\n\nIt was down.\n\n## How I went about it\n\n- Check the cables\n- Ping "
            "the gateway\n"));
  CHECK_FALSE(
      met("actions_taken", "## A bad day\n\nIt was down.\n\n## What I had\n\n- Two cables\n- A gateway\n"));
}

TEST_CASE("alerts that are still to be added detected nothing") {
  const auto text = Sample{.measures = "- Add alerts, so that at 10:15 an engineer notices it"}.text();
  CHECK_FALSE(met("detected_when", text));
  CHECK_FALSE(met("detected_how", text));
}

TEST_CASE("steps of an investigation are actions, a repair told in the cause is none") {
  CHECK(met("actions_taken", Sample{.timeline = "10:20 UTC - Checked the error log of the gateway."}.text()));
  CHECK(met("actions_taken", Sample{.timeline = "10:20 UTC - We assumed a slow database."}.text()));
  CHECK(met("actions_taken",
            Sample{.cause = "We traced the process with strace and saw a missing file."}.text()));
  CHECK_FALSE(met("actions_taken", Sample{.cause = "The release was tested on its own before."}.text()));
  CHECK_FALSE(met("actions_taken", Sample{.measures = "- Check the error log each day"}.text()));
}

TEST_CASE("the best line comes first, and its words are the evidence") {
  const auto it =
      finding("detected_when", Sample{.summary = "The shop was down, which users reported.",
                                      .timeline = "- 10:12 UTC - Release deployed.\n"
                                                  "- 10:15 UTC - An alert detected failed payments."}
                                   .text());
  REQUIRE(it.met);
  CHECK(it.lines.front() == 8);
  CHECK(it.evidence.find("An alert detected failed payments.") != std::string::npos);
}

namespace {

// Plain sentences, as they come: those that show the requirement, and those that only sound so.

constexpr auto kSteps = std::to_array<std::string_view>({
    "Looked through the access log of nginx.",
    "Compared the configuration with that of last week.",
    "Ran a trace on the worker process.",
    "We thought that the disk was full.",
    "The first guess was a slow database.",
    "Pinged the gateway from two other offices.",
    "Queried the table of sessions for locks.",
    "Opened the browser's console and saw a failed request.",
    "Verified that Apache and MySQL were running.",
    "Measured the response times of each endpoint.",
    "Examined the memory graph of the last day.",
    "Rolled back one of two deployments to narrow it down.",
    "Asked the developers about recent changes.",
    "Attached a debugger to the crashed process.",
    "Disk usage and CPU were checked.",
    "Suspicion fell on the new firewall rules.",
    "The initial hypothesis was a DDoS attack.",
    "Inspected the certificate chain with openssl.",
    "Searched the repository for the wrong file name.",
    "The team dug into the slow query log.",
    "Reproduced the error on the staging host.",
    "A look at the logs showed permission errors.",
    "Tested the connection between the app and the cache.",
    "Possible cause: a memory leak in the worker.",
    "Went through the list of deployments of the day.",
    "Used curl to request the page from inside the container.",
    "Isolated the failing node from the pool.",
    "Audited the DNS records.",
    "Scanned the system for malware.",
    "Engineers began to investigate the load balancer.",
});

constexpr auto kNoSteps = std::to_array<std::string_view>({
    "The site was slow.",
    "The outage began.",
    "Customers complained about the checkout.",
    "An alert told us about the errors.",
    "The release was rolled back.",
    "The fix was deployed to production.",
    "The service was restored.",
    "The team was notified.",
    "Escalated to the network team.",
    "Everything was back to normal.",
    "The root cause was found.",
    "Identified the root cause.",
    "The certificate was renewed.",
    "A new version was released.",
    "Posted an update on the status page.",
    "Informed the customers by mail.",
    "The team began to investigate.",
    "Investigation started.",
    "Verified that the fix works.",
    "Tested the fix and closed the incident.",
    "Monitoring confirmed that the service had recovered.",
    "The incident was declared over.",
    "Support received many calls.",
    "Traffic rose to twice its usual level.",
    "The database crashed.",
    "The gateway was restarted.",
    "All hands joined the call.",
    "The manager apologized to the customers.",
    "The backup was restored.",
    "The issue was detected by Nagios.",
});

constexpr auto kNotices = std::to_array<std::string_view>({
    "PagerDuty woke the engineer on duty.",
    "A customer called the hotline because she could not pay.",
    "Grafana showed a drop of the orders.",
    "A developer saw failing logins while testing another feature.",
    "The uptime check turned red.",
    "Nagios sent a critical warning.",
    "Support got several mails about missing orders.",
    "Users started to report errors on Twitter.",
    "An automatic probe failed three times in a row and raised an alarm.",
    "Our intern noticed that the site did not load.",
    "The team was paged about high latency.",
    "The operations team observed a spike of 5xx responses.",
    "Monitoring picked up the failing health checks.",
    "The on-call engineer got an alarm on his phone.",
    "A student told the teacher that the portal was down.",
    "Error rates crossed the threshold and an alert fired.",
    "Sentry reported an unknown exception.",
    "The boss complained that the page was blank.",
    "I discovered that the web server was not running.",
    "A colleague pointed out that the wiki did not answer.",
    "Datadog flagged unusual memory usage.",
    "Complaints of customers arrived in the support channel.",
    "We realized during the standup that nobody could log in.",
    "CloudWatch raised an alarm on the queue length.",
    "The helpdesk was flooded with calls.",
    "The engineer ran curl against the site and got a 502.",
    "Synthetic tests alerted us to a broken checkout.",
    "Slack lit up with messages from the sales team.",
    "QA found the bug when they tested the release.",
    "First user complaint came in through the contact form.",
});

constexpr auto kNoNotices = std::to_array<std::string_view>({
    "The release was deployed.",
    "The outage began.",
    "The site went down.",
    "Users could not log in.",
    "Users encountered a 500 error.",
    "Customers experienced slow pages.",
    "The database ran out of connections.",
    "Traffic began to rise.",
    "The certificate expired.",
    "A new configuration was rolled out.",
    "Maintenance of the server started.",
    "The server crashed.",
    "Error rates rose to 40%.",
    "Visitors saw an empty page.",
    "The backup job started.",
    "Power was lost in the data center.",
    "All requests failed.",
    "The deployment pipeline finished.",
    "The memory of the server was used up.",
    "A developer pushed a change to the main branch.",
    "The update was merged.",
    "The cache was cleared.",
    "The engineer edited the configuration.",
    "Nobody could reach the shop.",
    "The cron job deleted the table.",
    "The first request timed out.",
    "A storm damaged the fiber.",
    "New alerts were configured.",
    "The website became unavailable to everyone.",
    "The queue grew to a million jobs.",
});

std::string within(std::string_view entry) {
  const std::string timeline = "- 10:12 UTC - The site went down.\n- 10:20 UTC - " + std::string(entry) +
                               "\n- 11:05 UTC - The site was up again.";
  return Sample{.timeline = timeline}.text();
}

std::string first(std::string_view entry) {
  const std::string timeline = "- 10:12 UTC - " + std::string(entry) +
                               "\n- 10:40 UTC - Rolled back the release.\n- 11:05 UTC - All was well.";
  return Sample{.timeline = timeline}.text();
}

}  // namespace

TEST_CASE("plain words for a step of an investigation are understood") {
  for (const auto words : kSteps) {
    CAPTURE(words);
    CHECK(met("actions_taken", within(words)));
  }
}

TEST_CASE("what happened, and what was done about it, is no investigation") {
  for (const auto words : kNoSteps) {
    CAPTURE(words);
    CHECK_FALSE(met("actions_taken", within(words)));
  }
}

TEST_CASE("plain words for a notice are understood") {
  for (const auto words : kNotices) {
    CAPTURE(words);
    CHECK(met("detected_when", first(words)));
    CHECK(met("detected_how", first(words)));
  }
}

TEST_CASE("what went wrong is not how it was noticed") {
  for (const auto words : kNoNotices) {
    CAPTURE(words);
    CHECK_FALSE(met("detected_when", first(words)));
    CHECK_FALSE(met("detected_how", first(words)));
  }
}

TEST_CASE("everyday words for a notice are understood") {
  for (const std::string_view entry : {
           "10:15 UTC - My sister sends a voice message that the page is white.",
           "10:15 UTC - A user writes us a polite mail.",
           "10:15 UTC - The chat of the class exploded with messages of students.",
           "10:15 UTC - The on-call engineer receives a page.",
       }) {
    CAPTURE(entry);
    const auto text = Sample{.timeline = entry}.text();
    CHECK(met("detected_when", text));
    CHECK(met("detected_how", text));
  }
}

TEST_CASE("a missing sign and a program for reports are no notice") {
  for (const std::string_view entry : {"10:15 UTC - The report starts.", "10:15 UTC - No alarm of any kind.",
                                       "10:15 UTC - The nightly report job ran without a warning."}) {
    CAPTURE(entry);
    CHECK_FALSE(met("detected_when", Sample{.timeline = entry}.text()));
  }
}

TEST_CASE("a question on how it was noticed is answered behind it") {
  const std::string_view asked = "How did we find out? Two pupils knocked at the door of the office.";
  CHECK(met("detected_how", Sample{.summary = asked}.text()));
}

}  // namespace pmsite
