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
           "10:40 UTC - The network team was tasked with the repair.",
           "10:40 UTC - The CTO was informed.",
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
           "10:40 UTC - A member of the community notified the team.",
       }) {
    CAPTURE(entry);
    CHECK_FALSE(met("escalated_to", Sample{.timeline = entry}.text()));
  }
  CHECK_FALSE(
      met("escalated_to", Sample{.measures = "- Define when to escalate to the network team"}.text()));
}

TEST_CASE("everyday words for calling somebody in are understood") {
  for (const std::string_view line : {
           "10:40 UTC - I rang Olga from the storage team.",
           "10:40 UTC - We phoned the manufacturer of the router.",
           "10:40 UTC - The duty officer called the mail group.",
           "10:40 UTC - Woke up the database administrator.",
           "10:40 UTC - Asked Bruno to have a look at the cables.",
           "10:40 UTC - We looped in the security team.",
           "10:40 UTC - Pulled in two colleagues from payments.",
           "10:40 UTC - Opened a ticket with the hosting company.",
           "10:40 UTC - Opened a case at our vendor.",
           "10:40 UTC - The case was forwarded to the platform group.",
           "10:40 UTC - We got Mirja from the network team on the line.",
           "10:40 UTC - Sent a message to the vendor.",
           "10:40 UTC - We were joined by two engineers of the cloud provider.",
           "10:40 UTC - Mr Abara from the city office is called in.",
           "10:40 UTC - The incident goes to the search team.",
           "10:40 UTC - We page the storage team.",
           "10:40 UTC - Call with Piotr, our backend lead.",
           "10:40 UTC - Gave the problem to the help desk of the carrier.",
           "10:40 UTC - Wrote to the mail administrators.",
           "10:40 UTC - The electrician of the house was phoned.",
       }) {
    CAPTURE(line);
    CHECK(met("escalated_to", Sample{.timeline = line}.text()));
  }
}

TEST_CASE("everyday words that call in nobody are no escalation") {
  for (const std::string_view line : {
           "10:40 UTC - A customer rang the shop.",
           "10:40 UTC - We asked users to wait.",
           "10:40 UTC - A function called Retry failed.",
           "10:40 UTC - The handler was called in a loop.",
           "10:40 UTC - Nobody outside of the two of us was involved.",
           "10:40 UTC - We did not call in any other person.",
           "10:40 UTC - The escalation followed our process.",
       }) {
    CAPTURE(line);
    CHECK_FALSE(met("escalated_to", Sample{.timeline = line}.text()));
  }
}

}  // namespace pmsite
