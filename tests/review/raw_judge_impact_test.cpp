// SPDX-License-Identifier: MIT
#include "review/judging.hpp"

#include <array>

namespace pmsite {

using judging::met;
using judging::Sample;

TEST_CASE("the service is named together with its trouble") {
  const auto names = [](std::string_view summary) {
    return met("impact_service",
               Sample{.summary = summary, .timeline = "", .cause = "", .resolution = ""}.text());
  };
  CHECK(names("Our website was down for an hour."));
  CHECK(names("Customers could not log in to the mobile app."));
  CHECK(names("The API returned 503 errors."));
  CHECK(names("Impact: the payments API was slow."));
  CHECK(names("The company's wiki was down."));
  CHECK(names("All products had vanished from the catalog."));
  CHECK_FALSE(names("We had a bad day."));
  CHECK_FALSE(names("Everyone had to wait, and nobody was happy."));
}

TEST_CASE("a share of the users is one of people or of what they asked for") {
  const auto states = [](std::string_view summary) {
    return met("impact_users_percent", Sample{.summary = summary}.text());
  };
  CHECK(states("Around 40% of the customers could not pay."));
  CHECK(states("All users saw an error page."));
  CHECK(states("Anyone who visited the shop got an error."));
  CHECK(states("Half of all requests failed."));
  CHECK_FALSE(states("The processor was at 100% of its capacity."));
  CHECK_FALSE(states("Three of the servers, 60% of them, were down."));
  CHECK(states("The shop was down for everyone."));
  CHECK(states("Affected users: approximately 35%"));
  CHECK(states("Most requests ended in errors, reaching 100% at noon."));
  CHECK(states("The shop was completely inaccessible to its customers."));
  CHECK_FALSE(states("A customer noticed that no payment was triggered."));
  CHECK_FALSE(states("All services were affected."));
  CHECK_FALSE(states("Many users could not pay."));
  CHECK_FALSE(states("A rise of the response time by 40% affected users."));
}

TEST_CASE("the timeline may be the place that names the service") {
  const auto names = [](std::string_view entry) {
    return met("impact_service", Sample{.summary = "It was bad.", .timeline = entry}.text());
  };
  CHECK(names("10:12 UTC - The website went down."));
  CHECK(names("10:12 UTC - Customers report errors of the website."));
  CHECK_FALSE(names("10:12 UTC - First suspect: a failure of the server."));
  CHECK_FALSE(names("10:12 UTC - The website went live."));
}

TEST_CASE("a heading of the author's own may name the service") {
  CHECK(met("impact_service",
            "Here it is:\n\n# Report 7 - Web Service Outage\n\n## Issue Summary\n\nIt was bad.\n"));
  CHECK_FALSE(met("impact_service",
                  "Here it is:\n\n# Report 7 - A Web Service\n\n## Issue Summary\n\nIt was bad.\n"));
}

TEST_CASE("a share of those who were served again is no impact") {
  CHECK_FALSE(met("impact_users_percent",
                  Sample{.timeline = "- 11:05 UTC - 100% of traffic is back online."}.text()));
}

namespace {

// Plain sentences, as they come: those that show the requirement, and those that only sound so.

constexpr auto kNamed = std::to_array<std::string_view>({
    "The checkout of our shop rejected every card for an hour.",
    "Students could not hand in their homework on the learning portal.",
    "The mail server stopped delivering messages.",
    "Our ticket system showed a blank page.",
    "The search took more than thirty seconds to answer.",
    "Logins failed with a timeout.",
    "The video stream froze for viewers in Europe.",
    "The mobile app crashed right after its start.",
    "Half of the requests to the orders API ended in a 502.",
    "Nginx refused all connections.",
    "Visitors of the blog met a 500 error.",
    "The payment gateway was degraded.",
    "The database accepted no writes.",
    "Uploads of photos were stuck at zero percent.",
    "The library's catalogue was not reachable.",
    "Our dashboard kept loading and never finished.",
    "Downloads of the package were corrupt.",
    "The phone line of the support was dead.",
    "The booking site went dark.",
    "DNS lookups of our domain returned no answer.",
    "The game servers kicked every player.",
    "Password resets were not sent.",
    "The build pipeline was jammed.",
    "The intranet was painfully slow.",
    "Messages in the chat arrived hours late.",
    "The reports page displayed stale numbers.",
    "The VPN dropped its connections every few minutes.",
    "The bank's cash machines were out of service.",
    "The homepage answered with Internal Server Error.",
    "The API gateway was overloaded and most calls timed out.",
});

constexpr auto kUnnamed = std::to_array<std::string_view>({
    "It was a long and tiring night for all of us.",
    "This report was written by the platform team on March 4.",
    "Our website is built with WordPress and runs on two servers.",
    "The team released version 2.4 of the app in the morning.",
    "We use a load balancer in front of three web servers.",
    "Customers were angry and wrote to us.",
    "The incident lasted 45 minutes.",
    "The outage affected about 40% of the users.",
    "We lost money and trust.",
    "There was an incident on Monday.",
    "Severity: high",
    "Nobody could work for an hour.",
    "Nobody was at the office at that time.",
    "The database was migrated to a new host last year.",
    "The authors of this text are students of a web course.",
    "All tests of the application passed before the release.",
    "The monitoring of the server works well.",
    "Users were affected for two hours.",
    "The problem was solved quickly.",
    "We are sorry for the trouble.",
    "An hour of downtime cost us a lot.",
    "The root cause is explained below.",
    "The network team and the database team worked together.",
    "The dashboard was green all the time.",
    "The new server was installed in January.",
    "The engineer on duty was at lunch.",
    "Thanks to everyone who helped that night.",
    "The site has about two million visitors a day.",
    "Duration: two hours",
    "The app is used by three hundred schools.",
});

}  // namespace

TEST_CASE("plain words for a service in trouble are understood") {
  for (const auto words : kNamed) {
    CAPTURE(words);
    CHECK(met("impact_service",
              Sample{.summary = words, .timeline = "", .cause = "", .resolution = ""}.text()));
  }
}

TEST_CASE("trouble without a service, and a service without trouble, are no impact") {
  for (const auto words : kUnnamed) {
    CAPTURE(words);
    CHECK_FALSE(met("impact_service",
                    Sample{.summary = words, .timeline = "", .cause = "", .resolution = ""}.text()));
  }
}

TEST_CASE("what has no name of its own is no service") {
  for (const std::string_view line : {
           "Our service was down.",
           "The system was unavailable for an hour.",
       }) {
    CAPTURE(line);
    CHECK_FALSE(met("impact_service", Sample{.summary = line}.text()));
  }
}

TEST_CASE("people of all kinds are users") {
  for (const std::string_view line : {
           "50% of the listeners heard nothing.",
           "Users were getting an error, 90% of them.",
           "30% of the pupils had no network.",
       }) {
    CAPTURE(line);
    CHECK(met("impact_users_percent", Sample{.summary = line}.text()));
  }
}

}  // namespace pmsite
