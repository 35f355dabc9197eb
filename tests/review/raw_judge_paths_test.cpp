// SPDX-License-Identifier: MIT
#include "review/judging.hpp"

namespace pmsite {

using judging::met;
using judging::Sample;

TEST_CASE("a path is misleading when the text says or shows that it was wrong") {
  for (const std::string_view entry : {
           "10:25 UTC - Misleading path: the team looked at the firewall.",
           "10:25 UTC - The firewall was a red herring.",
           "10:25 UTC - We first suspected the firewall, but its rules were fine.",
           "10:25 UTC - Restarted the web server, but the errors persisted.",
           "10:25 UTC - The firewall was ruled out.",
           "10:25 UTC - Checked the firewall; no issues were found.",
           "10:25 UTC - Restarted the web server to no avail.",
           "10:25 UTC - It was wrongly assumed that the firewall dropped packets.",
           "10:25 UTC - Attention shifted from the firewall to the web server.",
           "10:25 UTC - Initially believed to be a firewall problem, further analysis revealed otherwise.",
           "10:25 UTC - None of the restarts helped.",
           "10:25 UTC - A guess at the firewall led to a diversion of our efforts.",
           "10:25 UTC - Two hours were lost on the firewall.",
           "10:25 UTC - Spent the morning debugging the wrong server.",
           "10:25 UTC - We blamed the firewall and restarted it. Nope, still slow.",
           "10:25 UTC - Traced the process, which gave no useful information.",
           "10:25 UTC - The network team confirmed that there were no network issues.",
       }) {
    CAPTURE(entry);
    CHECK(met("misleading_paths", Sample{.timeline = entry}.text()));
  }
}

TEST_CASE("a suspicion that the next entry clears was wrong") {
  CHECK(met(
      "misleading_paths",
      Sample{.timeline = "- 10:25 UTC - First suspect: the firewall.\n- 10:30 UTC - The firewall is healthy."}
          .text()));
}

TEST_CASE("a suspicion is wrong where the tale turns soon after") {
  const auto turns = [](std::string_view last) {
    return met("misleading_paths",
               Sample{.timeline = "- 10:25 UTC - We assumed a problem of the firewall.\n- 10:30 UTC - The "
                                  "provider joined.\n- 10:35 UTC - " +
                                  std::string(last)}
                   .text());
  };
  CHECK(turns("However, she saw that actually the key was too old."));
  CHECK(turns("The actual cause was found in the key."));
  CHECK_FALSE(turns("She saw that a rule was missing."));
}

TEST_CASE("who assumes a second thing has given up the first") {
  CHECK(met("misleading_paths",
            Sample{.timeline = "- 10:25 UTC - Assumed a missing file.\n"
                               "- 10:30 UTC - All files were there; suspected the permissions."}
                .text()));
  CHECK_FALSE(met("misleading_paths", Sample{.timeline = "- 10:25 UTC - Assumed a missing file.\n"
                                                         "- 10:30 UTC - Found that the file did not exist."}
                                          .text()));
}

TEST_CASE("an investigation that nobody calls wrong is no misleading path") {
  for (const std::string_view entry : {
           "10:25 UTC - Checked the error log of the web server.",
           "10:25 UTC - We assumed that the disk was full.",
           "10:25 UTC - No misleading paths were taken.",
           "11:05 UTC - All systems are back to normal.",
           "10:25 UTC - Initial assumption: the firewall drops packets.",
           "10:25 UTC - Suspected that the firewall was not working properly.",
           "10:25 UTC - Found an incorrect path in the configuration.",
           "10:25 UTC - No error logs were found in the usual place.",
           "10:25 UTC - Found no process that listens on port 80.",
           "11:05 UTC - The fix was tested and no issues were found.",
           "11:05 UTC - Restarted the web server; the site is working again.",
       }) {
    CAPTURE(entry);
    CHECK_FALSE(met("misleading_paths", Sample{.timeline = entry}.text()));
  }
}

TEST_CASE("under the label of misleading paths, anything but a denial counts") {
  const auto labelled = [](std::string_view words) {
    return met("misleading_paths",
               Sample{.timeline = "10:12 UTC - Down.\n\n**Misleading paths:** " + std::string(words)}.text());
  };
  CHECK(labelled("The team spent an hour on the firewall"));
  CHECK_FALSE(labelled("None"));
  CHECK_FALSE(labelled("N/A"));
}

TEST_CASE("everyday words for a wrong path are understood") {
  for (const std::string_view line : {
           "10:40 UTC - We spent an hour on the load balancer, but it was healthy.",
           "10:40 UTC - Everybody blamed the new cache. It was innocent.",
           "10:40 UTC - So we had barked up the wrong tree.",
           "10:40 UTC - The theory with the bots was rubbish.",
           "10:40 UTC - It was never about the disk.",
           "10:40 UTC - That was a wrong turn.",
           "10:40 UTC - Restarted the workers, which made no difference.",
           "10:40 UTC - We reverted the release. It changed nothing.",
           "10:40 UTC - The firewall had nothing to do with it.",
           "10:40 UTC - Wrong suspect, sorry firewall.",
           "10:40 UTC - The cache was the wrong lead.",
           "10:40 UTC - This led us nowhere.",
           "10:40 UTC - The suspicion turned out unfounded.",
       }) {
    CAPTURE(line);
    CHECK(met("misleading_paths", Sample{.timeline = line}.text()));
  }
}

TEST_CASE("no wrong path to tell of is none") {
  for (const std::string_view line : {
           "10:40 UTC - There were no misleading paths.",
           "10:40 UTC - For once there is no wrong track to tell.",
           "10:40 UTC - The first guess was right.",
           "10:40 UTC - We took neither detours nor wrong turns.",
       }) {
    CAPTURE(line);
    CHECK_FALSE(met("misleading_paths", Sample{.timeline = line}.text()));
  }
}

}  // namespace pmsite
