// SPDX-License-Identifier: MIT
#include "review/judging.hpp"

namespace pmsite {

using judging::met;
using judging::Sample;

TEST_CASE("what was looked at, tried or assumed is an investigation") {
  for (const std::string_view line : {
           "10:40 UTC - We looked into the queue of the mail server.",
           "10:40 UTC - Investigated the database of the shop.",
           "10:40 UTC - The team investigated whether the disk was full.",
           "10:40 UTC - We counted the requests and checked the access log.",
           "10:40 UTC - We searched the logs for the word refused.",
           "10:40 UTC - We tracked it down to one host.",
           "10:40 UTC - We assumed that the disk was full.",
       }) {
    CAPTURE(line);
    CHECK(met("actions_taken", Sample{.timeline = line}.text()));
  }
}

TEST_CASE("a search that does not say in what is none") {
  for (const std::string_view line : {
           "10:40 UTC - The team investigated the issue for some time.",
           "10:40 UTC - The cause is found.",
           "10:40 UTC - Incident closed, all parcels can be tracked again.",
           "10:40 UTC - Address search goes down.",
           "10:40 UTC - All people at hand look into the matter.",
           "10:40 UTC - The investigation was still going on.",
           "10:40 UTC - The investigation started.",
           "10:40 UTC - The team was troubleshooting the problem.",
           "10:40 UTC - We verified that all was working again.",
       }) {
    CAPTURE(line);
    CHECK_FALSE(met("actions_taken", Sample{.timeline = line}.text()));
  }
}

}  // namespace pmsite
