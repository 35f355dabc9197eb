// SPDX-License-Identifier: MIT
#include "review/judging.hpp"

#include <array>

namespace pmsite {

using judging::met;
using judging::Sample;

TEST_CASE("measures in whatever form are improvements") {
  CHECK(met("improvements", Sample{.measures = "Renewals should be watched more closely."}.text()));
  CHECK(met("improvements", Sample{.measures = "- Watch the renewals"}.text()));
  CHECK(
      met("improvements",
          "## Summary\n\nThe shop was down.\n\nTo prevent this in the future we will watch the renewals.\n"));
  CHECK(met("improvements", "## Timeline\n\n10:12 UTC - Down.\n\n## Afterwards\n\nWe need better checks.\n"));
  CHECK_FALSE(met("improvements", "## Timeline\n\n10:12 UTC - Down.\n\n## Afterwards\n\nWe went home.\n"));
  CHECK_FALSE(met("improvements", Sample{.measures = ""}.text()));
}

TEST_CASE("a list of things to do is a list of tasks") {
  const auto lists = [](std::string_view measures) {
    return met("tasks_list", Sample{.measures = measures}.text());
  };
  CHECK(lists("- Add an alert for certificates\n- Write a test for the renewal job"));
  CHECK(lists("1. **Alerts**: Configure an alert for certificates\n2. **Tests**: Write a test for the job"));
  CHECK(lists("Tasks:\nAdd an alert for certificates.\nWrite a test for the renewal job."));
  CHECK(lists("Improvements:\nWatch the renewals.\n\nTasks:\n- Patch the gateway\n- Document the renewal"));
  CHECK(lists("- [ ] Add an alert for certificates\n- [ ] Write a test for the renewal job"));
  CHECK(
      lists("Alerts: We will add one for certificates.\n\nTests: We need to write one for the renewal job."));
  CHECK(lists("- Test! Test a release before it goes out.\n- Alerts. Add one for certificates."));
  CHECK_FALSE(lists("- Better monitoring\n- More tests"));
  CHECK_FALSE(lists("Add an alert for certificates."));
  CHECK_FALSE(lists("Tasks:\nImprove the process.\nImprove the communication."));
  CHECK_FALSE(
      lists("We have to be more careful with certificates, and somebody should watch the renewals. In the "
            "long run the "
            "team has to learn more about them, and will talk about it."));
}

namespace {

// Plain sentences, as they come: those that show the requirement, and those that only sound so.

constexpr auto kTasks = std::to_array<std::string_view>({
    "- Pin the versions of all packages\n- Write a runbook for a full disk",
    "1. Renew certificates with a cron job.\n2. Alert on certificates that expire within 14 days.",
    "- [x] Roll back the release\n- [ ] Test the parser with empty input",
    "* Move the database to its own host\n* Double the size of the pool",
    "- Logs should be rotated every day\n- Backups must be tested once a month",
    "- **Monitoring:** Set up a check of the disk\n- **Process:** Require a second reviewer for the firewall",
    "TODO:\n- Patch nginx\n- Ban direct pushes to main",
    "- Teach the new developers how to use the staging host\n- Lock the production database for interns",
    "- Buy a second power supply\n- Hang up the number of the provider",
    "- We will add a test for file names\n- We will run a linter before each commit",
    "1) Upgrade PHP\n2) Delete the unused plugins",
    "- Raise the limit of open files\n- Graph the number of connections",
    "- Implement canary deployments\n- Create an alert for 5xx responses",
    "- Ensure that error logging is enabled on all servers\n- Conduct a load test before each sale",
    "- Block merges without a green build\n- Call the provider about a second line",
    "- Adding a health check to the load balancer\n- Removing the old configuration",
    "- Use a staging server for tests\n- Keep a copy of the configuration in Git",
    "- Schedule a drill for the failover\n- Invite the support team to it",
    "- Change the password of the admin user\n- Turn on two-factor logins",
    "- Ada: document the order of the restarts\n- Ben: extend the timeout of the proxy",
});

constexpr auto kNoTasks = std::to_array<std::string_view>({
    "- More care\n- Less haste",
    "- Better communication\n- Better planning",
    "Add an alert for the disk, and write a test for the parser.",
    "- Improve the stability of the system\n- Improve the quality of the code",
    "- Monitoring is important\n- Tests are essential",
    "- Regular reviews can help to find bugs early\n- Automated tests can prevent such failures",
    "We learned a lot, and the team will work more closely together in the future.",
    "- Be careful\n- Be patient",
    "- Add an alert for the disk",
    "- Alerts went off late\n- The runbook was outdated",
    "- Enhance the user experience\n- Strengthen the team",
    "- What went well: the team reacted quickly\n- What went wrong: nobody looked at the graphs",
    "Tasks:\nBe more careful.\nBe more attentive.",
    "The following tasks are planned.",
    "- Communication was good\n- The rollback was fast",
    "- Avoid such mistakes\n- Prevent further outages",
    "None.",
    "- Monitoring could be better\n- Testing could be better",
    "We should think about our process, because it is not good enough.",
    "- Stay calm\n- Stay alert",
});

}  // namespace

TEST_CASE("two items that say what to do are a list of tasks") {
  for (const auto words : kTasks) {
    CAPTURE(words);
    CHECK(met("tasks_list", Sample{.measures = words}.text()));
  }
}

TEST_CASE("aims, lessons and a single item are no list of tasks") {
  for (const auto words : kNoTasks) {
    CAPTURE(words);
    CHECK_FALSE(met("tasks_list", Sample{.measures = words}.text()));
  }
}

TEST_CASE("items with letters, and more verbs, make a list of tasks") {
  CHECK(met("tasks_list",
            Sample{.measures = "a) wait 300 ms before the next request\nb) show a text in place of an "
                               "empty list"}
                .text()));
  CHECK(met("tasks_list",
            Sample{.measures = "- Forbid renames in the linter\n- Let the test open one archive"}.text()));
}

}  // namespace pmsite
