// SPDX-License-Identifier: MIT
#include "review/judging.hpp"

namespace pmsite {

using judging::met;
using judging::Sample;

TEST_CASE("an escalation names who was called in") {
  for (const std::string_view entry : {
           "10:40 UTC - Escalated to the network team.",
           "10:40 UTC - The incident was escalated to senior engineers",
           "10:40 UTC - Called in the database administrator.",
           "10:40 UTC - The payments team was brought in.",
           "10:40 UTC - Contacted the hosting provider.",
           "10:40 UTC - Handed over to the back-end developers.",
           "10:40 UTC - Notified the DevOps team.",
           "10:40 UTC - Escalated to backend.",
           "10:40 UTC - Called Ada for help.",
           "10:40 UTC - The senior engineer stepped in.",
           "10:40 UTC - Database team engaged.",
           "10:40 UTC - Reached out to the vendor.",
       }) {
    CAPTURE(entry);
    CHECK(met("escalated_to", Sample{.timeline = entry}.text()));
  }
}

TEST_CASE("what names nobody, or only tells of an alert, is no escalation") {
  for (const std::string_view entry : {
           "10:40 UTC - The incident was escalated.",
           "10:40 UTC - Users were notified of the outage.",
           "10:40 UTC - A monitoring alert notified the engineers of the spike.",
           "10:40 UTC - It was not escalated to any other team.",
           "10:40 UTC - The engineer restarted the server.",
           "10:40 UTC - Users contacted support.",
           "10:40 UTC - Traffic was forwarded to the backend.",
           "10:40 UTC - The situation escalated as database load increased.",
           "10:40 UTC - The DevOps team restored the data from a backup.",
           "10:40 UTC - The error message helped the team to find the bug.",
           "10:40 UTC - The engineering team took action.",
       }) {
    CAPTURE(entry);
    CHECK_FALSE(met("escalated_to", Sample{.timeline = entry}.text()));
  }
  CHECK_FALSE(
      met("escalated_to", Sample{.measures = "- Define when to escalate to the network team"}.text()));
}

}  // namespace pmsite
