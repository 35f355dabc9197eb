// SPDX-License-Identifier: MIT
#include "review/judging.hpp"

#include <array>

namespace pmsite {

using judging::finding;
using judging::met;
using judging::Sample;

TEST_CASE("a resolution says what was done") {
  CHECK(met("resolved_how", Sample{.resolution = "The certificate was renewed."}.text()));
  CHECK(met("resolved_how",
            Sample{.timeline = "- 10:12 UTC - Down.\n- 11:05 UTC - Resolved by a rollback of the release.",
                   .resolution = ""}
                .text()));
  CHECK_FALSE(
      met("resolved_how",
          Sample{.timeline = "- 10:12 UTC - Down.\n- 11:05 UTC - All is well.", .cause = "", .resolution = ""}
              .text()));
}

TEST_CASE("a cause in detail tells how it led to the failure") {
  const auto explains = [](std::string_view cause) {
    return met("cause_detail", Sample{.cause = cause}.text());
  };
  CHECK(explains(
      "The job that renews the certificate had lost its permission, so the certificate expired and every "
      "handshake with the gateway failed."));
  CHECK(explains(
      "A release changed the size of the pool. Under the load of the morning all connections were in use, "
      "which made new requests wait until they timed out."));
  CHECK_FALSE(explains("An expired certificate."));
  CHECK_FALSE(explains("The root cause was a problem with the certificate."));
}

TEST_CASE("a fix in detail has steps") {
  const auto explains = [](std::string_view resolution) {
    return met("fix_detail", Sample{.resolution = resolution}.text());
  };
  CHECK(
      explains("We renewed the certificate by hand and restarted the gateway. Then we gave the job its "
               "permission back "
               "and ran it once to see that it works."));
  CHECK_FALSE(explains("The certificate was renewed."));
  CHECK_FALSE(explains("The issue was fixed."));
}

TEST_CASE("a joint section is told apart by its words") {
  const std::string text =
      "## Timeline\n\n10:12 UTC - Down.\n\n## Root cause and resolution\n\nThe certificate expired because "
      "the job that renews "
      "it had lost its permission, so every handshake with the gateway failed.\n\nThe issue was resolved by "
      "renewing the "
      "certificate, restarting the gateway and giving the job its permission back.\n";
  CHECK(finding("cause_detail", text).lines == std::vector{7});
  CHECK(finding("fix_detail", text).lines == std::vector{9});
}

TEST_CASE("short words are detailed when they hold two steps") {
  CHECK(met("fix_detail",
            Sample{.resolution = "We corrected the path of the log and restarted the gateway."}.text()));
  CHECK_FALSE(met("fix_detail", Sample{.resolution = "We corrected the path, and it was fine."}.text()));
}

TEST_CASE("what somebody did to break it is told as a cause") {
  CHECK(met(
      "cause_detail",
      Sample{.cause = "An engineer changed the port of the gateway without telling anybody. This led to a "
                      "mismatch, so that each request was refused."}
          .text()));
}

TEST_CASE("without a section for it, the cause may be told anywhere, if it is told in full") {
  const auto explains = [](std::string_view story) {
    return met("cause_detail",
               "## A bad day\n\n" + std::string(story) + "\n\n## What comes next\n\nWe add alerts.\n");
  };
  CHECK(
      explains("The disk was full because nobody had rotated the logs for months. The database could not "
               "write any more, "
               "which caused each order to fail."));
  CHECK_FALSE(explains("The disk was full because of logs."));
}

TEST_CASE("behind the cause, a paragraph on what somebody did is the repair") {
  const std::string text =
      "## Timeline\n\n10:12 UTC - Down.\n\n## Root cause and resolution\n\nThe release dropped an index, so "
      "that each search "
      "had to read the whole table until the gateway gave up.\n\nWe rebuilt the index, which took eight "
      "minutes, and cleared the cache of the search before we went home.\n";
  CHECK(finding("cause_detail", text).lines == std::vector{7});
  CHECK(finding("fix_detail", text).lines == std::vector{9});
}

TEST_CASE("plans repair nothing") {
  const auto text =
      Sample{.timeline = "- 10:12 UTC - Down.",
             .cause = "",
             .resolution = "",
             .measures =
                 "- Restart the gateway each night and renew the certificate by a job that runs "
                 "twice a day, because it expires"}
          .text();
  CHECK_FALSE(met("resolved_how", text));
  CHECK_FALSE(met("fix_detail", text));
  CHECK_FALSE(met("cause_detail", text));
}

namespace {

// Plain sentences, as they come: those that show the requirement, and those that only sound so.

constexpr auto kMechanisms = std::to_array<std::string_view>({
    "The job that cleans the uploads ran with the wrong path. It deleted the current files, and every page "
    "with a picture failed.",
    "A developer raised the number of workers to 64. Each of them opens ten connections, so the database "
    "reached its limit.",
    "The file name ended in .phpp and not in .php. PHP could not find it, stopped with a fatal error, and "
    "Apache answered with 500.",
    "Because the log folder belonged to root, the service could not write its log and stopped at once.",
    "The cache expired for all keys in the same second, so that every request went to the database, which "
    "could not keep up.",
    "The renewal needs port 80, which a firewall rule of last month blocks. So it failed, and the "
    "certificate expired.",
    "The load balancer sent all traffic to one server. That server ran out of memory, while the others "
    "stayed idle.",
    "The migration locked the users table for an hour. During that time each login waited for the lock until "
    "it timed out.",
    "An endless loop in the tax module used up the processor. Other requests got no time and were dropped by "
    "the proxy.",
    "The new release asked for a column that did not exist yet, since the migration was planned for later; "
    "hence each order failed.",
    "A leak in the image library kept 2 MB per request. After six hours the memory was exhausted and the "
    "kernel killed the process.",
    "The DNS record pointed to the old address, which was switched off on Friday. Clients without a cache "
    "could not reach us.",
    "The switch had lost its settings in a power cut. It put all ports into one network, which led to a "
    "storm of broadcasts.",
    "The script was meant for the test cluster. Its variable was empty, therefore it ran on production and "
    "removed the volumes.",
    "Someone copied the configuration from staging, and so the shop talked to the payment provider's "
    "sandbox, which declines real cards.",
    "Two workers took the same lock in a different order. Each waited for the other, and no further job was "
    "processed.",
    "The clock of the login server was five minutes slow. Tokens seemed to come from the future, and the API "
    "rejected them.",
    "The unit file named the wrong user. systemd started nginx without the right to bind to port 80, so it "
    "exited each time.",
    "The query had no index on the date. With a million rows it took forty seconds and kept the table busy, "
    "which made the page time out.",
    "The provider replaced a router without notice. Its filter dropped large packets, so uploads hung while "
    "small requests went through.",
});

constexpr auto kLabels = std::to_array<std::string_view>({
    "A typo.",
    "Human error.",
    "The disk.",
    "Server overload.",
    "A bug in the code.",
    "The root cause was a memory leak.",
    "Misconfigured load balancer.",
    "It was the network.",
    "Wrong permissions of a file.",
    "The cause is still unknown.",
    "The database was down.",
    "A cat walked over the keyboard.",
    "DNS, as always.",
    "The root cause was a configuration error.",
    "A failed deployment.",
    "The root cause was identified as high traffic.",
    "Expired SSL certificate on the gateway.",
    "The server could not handle it.",
    "Our provider had a problem.",
    "A missing index.",
});

constexpr auto kRepairs = std::to_array<std::string_view>({
    "We put the missing index back. Then we warmed the cache and let the traffic in step by step, from 10% "
    "to all of it.",
    "The typo in the file name was corrected with sed, and Apache was restarted on each of the two servers.",
    "The team rolled the release back to version 2.3 and cleared the queue of failed orders. The orders were "
    "charged again by hand.",
    "We freed 40 GB by deleting old logs, moved the rest to another disk, and started the database again.",
    "The DNS record was changed to the new address. Since its lifetime is an hour, we also asked the two "
    "largest providers to flush it.",
    "The operator killed the runaway query and raised the limit of connections from 100 to 300 until the "
    "release was reverted.",
    "A second server was added to the pool, and the balancer was set to spread requests evenly. After that "
    "the load fell below 60%.",
    "We removed the rule from the firewall, renewed the certificate, and reloaded the proxy.",
    "The folder got its old owner back by chown, and the service was started; a login by one of us showed "
    "that it works.",
    "We restored the table from the backup of the night. The orders of the morning were replayed from the "
    "log of the gateway.",
    "The faulty plugin was disabled first. Then we updated it to the latest version, tested it on staging "
    "and enabled it again.",
    "The switch was reset and its settings were loaded from the copy in Git. We checked each port with a "
    "ping before we left.",
    "The developers rewrote the loop so that it ends after ten rounds, deployed the patch, and restarted the "
    "workers.",
    "The crashed node was taken out of the cluster and rebuilt from its image. It took over its share of the "
    "data an hour later.",
    "Nginx was configured to run as its own user, the port was set to 8080, and Apache was stopped for good.",
    "I edited the unit file, reloaded systemd and started the service again.",
    "The wrong variable was replaced in the pipeline. A new build was pushed to all regions, and we watched "
    "the error rate for an hour.",
    "We switched the traffic to the second data center, repaired the storage there, and switched back at "
    "night.",
    "Puppet was used to replace the wrong extension on all servers, and the web server was restarted after "
    "each run.",
    "The engineer merged the two branches of the configuration, ran the tests and redeployed the gateway "
    "with the result.",
});

constexpr auto kMereRepairs = std::to_array<std::string_view>({
    "The issue was fixed.",
    "A fix was deployed.",
    "We restarted the server.",
    "The problem was solved by the team.",
    "The release was rolled back.",
    "It works again.",
    "The provider resolved the issue on their side.",
    "The certificate was renewed.",
    "The service was restored at 11:05 UTC.",
    "The typo was corrected.",
    "Everything was back to normal after a while.",
    "We waited until it was over.",
    "The team fixed the bug.",
    "The database was repaired.",
    "We found a solution, and everybody was happy.",
    "The configuration was updated.",
    "A hotfix was deployed.",
    "The load balancer was reconfigured.",
    "It was resolved by increasing the memory.",
    "We kicked the bug out, and it never came back.",
});

}  // namespace

TEST_CASE("how one thing led to another is a cause in detail") {
  for (const auto words : kMechanisms) {
    CAPTURE(words);
    CHECK(met("cause_detail", Sample{.cause = words}.text()));
  }
}

TEST_CASE("a label is no cause in detail") {
  for (const auto words : kLabels) {
    CAPTURE(words);
    CHECK_FALSE(met("cause_detail", Sample{.cause = words}.text()));
  }
}

TEST_CASE("steps that are told are a fix in detail") {
  for (const auto words : kRepairs) {
    CAPTURE(words);
    CHECK(met("fix_detail", Sample{.resolution = words}.text()));
  }
}

TEST_CASE("a single step in passing is no fix in detail") {
  for (const auto words : kMereRepairs) {
    CAPTURE(words);
    CHECK_FALSE(met("fix_detail", Sample{.resolution = words}.text()));
  }
}

TEST_CASE("a deed says how it was resolved") {
  for (const std::string_view line : {
           "We restarted both workers.",
           "The release was rolled back at 11:00.",
           "It was solved by a restart of the queue.",
           "The power was restored by switching the unit on again.",
           "We waited until the provider had repaired its line.",
           "The technician drove to the hall and plugged the cable in.",
           "We raised the limit of the pool to 200.",
           "It was solved with a bigger disk.",
       }) {
    CAPTURE(line);
    CHECK(met("resolved_how", Sample{.resolution = line}.text()));
  }
}

TEST_CASE("that it was resolved does not say how") {
  for (const std::string_view line : {
           "The incident was resolved at 11:05 UTC on the same day.",
           "The problem was fully resolved and normal operation was confirmed.",
           "It has been fixed and is now working as expected.",
           "The issue was fixed and the fix was verified by QA.",
           "To this day we do not know what brought the payments back.",
           "Everything went back to normal after a lot of hard work.",
           "The issue was successfully resolved by the team.",
           "We thank everybody who helped.",
           "All went on smoothly after that.",
           "There were no further problems.",
       }) {
    CAPTURE(line);
    CHECK_FALSE(met("resolved_how", Sample{.resolution = line}.text()));
  }
}

TEST_CASE("a repair told in prose without any headings is found in its later half") {
  const std::string_view text =
      "Our mail queue stood still on Monday. One letter could not be read, and it was tried again and "
      "again.\n\n"
      "At first I read the log of the queue for a while.\n\n"
      "Olga stopped the worker, we moved the bad letter to a file with a script, and then she started three "
      "workers.\n";
  CHECK(met("resolved_how", text));
  CHECK(met("fix_detail", text));
}

TEST_CASE("a step that changed nothing is no repair") {
  CHECK_FALSE(met(
      "resolved_how",
      Sample{.timeline = "10:12 UTC - Went wrong.\n\n10:40 UTC - We blamed the release and rolled it back."
                         "\n\n10:50 UTC - The rollback had changed nothing.",
             .resolution = "We do not know what helped."}
          .text()));
}

}  // namespace pmsite
