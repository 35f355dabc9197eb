// SPDX-License-Identifier: MIT
#include "check/escalation_targets.hpp"

#include <doctest/doctest.h>

#include <string>

namespace pmsite {

TEST_CASE("an escalation names a team, a role, a company or a person") {
  for (const std::string_view text :
       {" to the payments team.", " to payments", " to `db`", ": @okoro joins", ": the vendor is called",
        ": two more engineers join", ": the database on-call is paged", ": SREs of the region take over",
        ": Bintou Diallo takes over", ": the CTO decides", ": a ticket with AWS",
        ": called the provider's hotline", " within the team", ": everybody awake is in the call",
        " TO THE DBA"}) {
    CAPTURE(text);
    CHECK(names_escalation_target(text));
  }
}

TEST_CASE("what an escalation is for, or how grave it is, is nobody") {
  for (const std::string_view text :
       {"", ".", ": it took too long", " to find the cause", ": help is needed to fix it.", " to SEV1",
        " to P0", " to sev-2 after ten minutes", " to", ": more hands are needed", " because nothing helped",
        ": The errors grow.", " (see above)"}) {
    CAPTURE(text);
    CHECK_FALSE(names_escalation_target(text));
  }
}

}  // namespace pmsite
