// SPDX-License-Identifier: MIT
#include "prose/wording.hpp"

#include <doctest/doctest.h>

#include <string>

namespace pmsite {
namespace {

std::string joined(std::string_view text, const std::vector<TextRange>& ranges) {
  std::string result;
  for (const auto range : ranges) result += "[" + std::string(range.of(text)) + "]";
  return result;
}

std::string blame(std::string_view text, std::vector<std::string_view> names = {}) {
  return joined(text, find_blame(text, names));
}
std::string hindsight(std::string_view text) { return joined(text, find_hindsight(text)); }
std::string human(std::string_view text, bool is_cause = false) {
  return joined(text, find_human_cause(text, is_cause));
}

struct Case {
  std::string_view text, found;
};

}  // namespace

TEST_CASE("words that judge a person are found") {
  for (const auto& [text, expected] : {
           Case{"A careless change took the site down.", "[careless]"},
           Case{"It was sheer negligence, and incompetence.", "[negligence][incompetence]"},
           Case{"The work was sloppy and reckless.", "[sloppy][reckless]"},
           Case{"a stupid mistake, a silly typo", "[stupid mistake][silly typo]"},
           Case{"A rookie mistake, which is inexcusable.", "[rookie mistake][inexcusable]"},
           Case{"They should be ashamed.", "[should be ashamed]"},
           Case{"It was the fault of the on-call engineer.", "[fault of the on-call engineer]"},
           Case{"It is his own fault, not ours.", "[his own fault]"},
           Case{"the administrator\u2019s mistake", "[administrator\u2019s mistake]"},
           Case{"A mistake made by one of the interns", "[mistake made by one of the interns]"},
           Case{"The developer is to blame.", "[developer is to blame]"},
           Case{"Everybody blamed the new intern.", "[blamed the new intern]"},
           Case{"The engineer forgot to renew it.", "[engineer forgot]"},
           Case{"Someone had forgotten the key.", "[Someone had forgotten]"},
           Case{"The engineer on call forgot the runbook.", "[engineer on call forgot]"},
           Case{"He forgot it, she broke it.", "[He forgot][she broke]"},
           Case{"We asked who broke the build.", "[who broke]"},
           Case{"She ran it on the wrong host.", "[She ran it on the wrong]"},
           Case{"He deleted the production database.", "[He deleted the production]"},
           Case{"The intern messed up.", "[intern messed up]"},
           Case{"Nobody bothered to look.", "[Nobody bothered to]"},
           Case{"They didn't bother to test.", "[They didn't bother]"},
           Case{"He should have known better.", "[known better]"},
           Case{"Our lazy developers dropped the ball.", "[lazy developers][dropped the ball]"},
       })
    CHECK_MESSAGE(blame(text) == expected, text);
}

TEST_CASE("what machines do, and what nobody is blamed for, is left alone") {
  for (const std::string_view text : {
           "The load balancer was to blame; the cache had to take the blame.",
           "Nobody is to blame, and this is a blameless text.",
           "We do not blame the engineer who ran it.",
           "It was no fault of the operator.",
           "Their fault tolerance and our fault domains held.",
           "A page fault of the kernel, the faults of the disks",
           "Images are lazy-loaded; lazy evaluation was off; a sloppy quorum was reached in sloppy mode.",
           "A stupid amount of traffic, a silly name and a dumb terminal",
           "They failed to start, and the pods forgot their state.",
           "The server broke, then users forgot their passwords.",
           "The engineer broke down the request into parts.",
           "He ran the tests and found the wrong header later than he wished, which was fine.",
           "She deleted the extra letter and restarted Apache.",
           "The engineer ran the migration.",
           "The team was careful, and the difference negligible.",
           "The status page said \"a careless engineer\".",
           "The status page said \u201ca careless engineer did it\u201d.",
           "We bothered to test it.",
           "the developer's console and the user's mistake budget",
           "",
       })
    CHECK_MESSAGE(blame(text) == "", text);
}

TEST_CASE("the people of a post are blamed by their names") {
  CHECK(blame("Ada forgot to renew it.", {"Ada Okoro"}) == "[Ada forgot]");
  CHECK(blame("Then Okoro mistyped the host.", {"Ada Okoro"}) == "[Okoro mistyped]");
  CHECK(blame("Ada restarted the pool.", {"Ada Okoro"}) == "");
  CHECK(blame("Canada forgot it, and ada forgot it.", {"Ada Okoro"}) == "");
  CHECK(blame("Nagios forgot the alert.", {"Ada Okoro"}) == "");
  CHECK(blame("Ada forgot to renew it.") == "");
}

TEST_CASE("later knowledge is found") {
  for (const auto& [text, expected] : {
           Case{"We should have tested the rollback.", "[should have]"},
           Case{"The alert should've fired.", "[should've]"},
           Case{"It should never have been deployed.", ""},
           Case{"It should have never been deployed.", "[should have]"},
           Case{"The change should not have been merged.", "[should not have]"},
           Case{"We shouldn\u2019t have waited.", "[shouldn\u2019t have]"},
           Case{"They ought to have asked.", "[ought to have]"},
           Case{"This could have been avoided.", "[could have]"},
           Case{"A test would easily have caught it.", ""},
           Case{"A test would have easily caught it.", "[would have]"},
           Case{"It could have been easily prevented.", "[could have]"},
           Case{"If only we had looked.", "[If only we]"},
           Case{"Had we known of the limit, ...", "[Had we known]"},
           Case{"The team failed to notice it.", "[team failed to]"},
           Case{"They neglected to test it.", "[They neglected to]"},
           Case{"This obviously broke everything.", "[obviously]"},
           Case{"It was obvious that the disk was full.", "[It was obvious]"},
           Case{"One clearly should test that.", "[clearly should]"},
       })
    CHECK_MESSAGE(hindsight(text) == expected, text);
}

TEST_CASE("values, machines and what else might have happened are left alone") {
  for (const std::string_view text : {
           "The limit should have been 10 and was 100.",
           "The file should have been `wp-locale.php`.",
           "The name should have been class-wp-locale.php, without the second p.",
           "Its first line should have said \"production\".",
           "Each host should have a replica and should have access to it.",
           "Users should not have had lingering trouble.",
           "It could have been a DDoS attack, so we looked at the traffic.",
           "Up to 5 % of orders could have been affected.",
           "A full restart would have taken ten hours.",
           "Waiting would have meant more lost orders.",
           "The disk failed to mount, requests failed to complete, users failed to log in.",
           "They failed to start.",
           "The job runs if only one node is up.",
           "It was not obvious to anyone.",
           "We could not have known.",
           "A banner said \"we should have tested this\".",
           "Had we not been on call? We had known hosts.",
           "The engineer should have.",
           "",
       })
    CHECK_MESSAGE(hindsight(text) == "", text);
}

TEST_CASE("a person's mistake named as the cause is found") {
  for (const auto& [text, expected] : {
           Case{"The root cause was human error.", "[human error]"},
           Case{"It was a human error.", "[human error]"},
           Case{"Human error.", "[Human error]"},
           Case{"The outage was due to operator error.", "[operator error]"},
           Case{"This was caused by a manual error during the migration.", "[manual error]"},
           Case{"The cause: a user error in the form", "[user error]"},
           Case{"The site fell because the engineer forgot the flag.", "[engineer forgot]"},
           Case{"The cause was that he wrongly typed the path.", "[he wrongly typed]"},
           Case{"It happened because of a mistake made by the administrator.",
                "[mistake made by the administrator]"},
           Case{"The outage was triggered by the developer's oversight.", "[developer's oversight]"},
       })
    CHECK_MESSAGE(human(text) == expected, text);
}

TEST_CASE("a text that is nothing but the cause needs no word for it") {
  CHECK(human("Someone mistyped a host name.", true) == "[Someone mistyped]");
  CHECK(human("Someone mistyped a host name.") == "");
  CHECK(human("The intern deleted the wrong directory.", true) == "[intern deleted the wrong]");
  CHECK(human("Because the intern deleted the wrong directory, it fell.") == "");
  CHECK(human("An operator error during the failover", true) == "[operator error]");
  CHECK(human("A check was off.", true) == "");
}

TEST_CASE("who denies human error, or speaks of something else, is left alone") {
  for (const std::string_view text : {
           "Human error is not a cause.",
           "The cause was not human error but a tool without a guard.",
           "Human error was ruled out as the cause.",
           "At first we suspected human error to be the cause.",
           "The root cause is a process prone to human error.",
           "To reduce the risk of human error, the cause is now checked.",
           "Rather than blame human error, we looked for the cause.",
           "The cause was a full table of user error reports.",
           "This was caused by operator error handling in the controller.",
           "The developer's error console showed the cause.",
           "The cause was an error of the admin panel.",
           "We say \"human error\" when we stop looking for the cause.",
           "The engineer found the cause and fixed it.",
           "The cause was a bug in the manual.",
           "Humans err, and the cause lies elsewhere.",
           "",
       }) {
    CHECK_MESSAGE(human(text) == "", text);
    CHECK_MESSAGE(human(text, true) == "", text);
  }
}

TEST_CASE("a long paragraph takes time in proportion to its length") {
  std::string text;
  while (text.size() < 200'000) text += "human error, who forgot what they should have tested ";
  CHECK(find_hindsight(text).size() > 1000);
  CHECK(find_blame(text).size() > 1000);
  CHECK(find_human_cause(text, true).size() > 1000);
}

}  // namespace pmsite
