// SPDX-License-Identifier: MIT
#include "base/text.hpp"
#include "prose/percentages.hpp"
#include "review/raw_judge.hpp"

#include <array>

namespace pmsite {
namespace {

constexpr auto kTrouble = std::to_array<Cue>({
    {"outage*|downtime|disruption*|interruption*|interrupted|disrupted", 4},
    {"unavailab*|inaccessib*|unreachable|unresponsive|unusable|nonfunctional", 5},
    {"down|offline", 4},
    {"slow|slower|slowed|slowdown*|slowness|sluggish|latency|lag|lags|delay*|degrad*|intermittent*|timeout*|"
     "timed",
     4},
    {"error|errors|fail*|crash*|broke|broken|malfunction*|stopped|inoperable|corrupt*|blocked|lost|loss", 4},
    {"500|501|502|503|504|404|403|5xx|4xx", 4},
    {"unable|inability|impossible|struggl*|prevented|stuck|hang*|hung|froze*|freez*", 4},
    {"could|can|did|would|does|do|was|were|is|are not|no|barely|longer ... "
     "access*|connect*|load*|reach*|log|login|use|view|open|"
     "respon*|serv*|work*|run|running|function*|display*|process*|complete|send|see|get|download*|upload*",
     5},
    {"couldn't|can't|cannot|didn't|wasn't|weren't|wouldn't|won't|doesn't|isn't", 4},
    {"affect*|impact*|experienc*|suffer*|hit", 2},
    {"empty|blank|white response*|reply|replies|page*|screen*", 4},
    {"redirect loop*|error*", 4},
    {"spinning|leak*", 4},
    {"missing|vanish*|disappear*|wiped|deleted", 4},
    {"reject*|refus*|drop|dropped|drops|kicked|jammed|dead|dark|late|stale|garbled|overloaded|stalled|denied|"
     "declined|missed|wrong|incorrect",
     4},
    {"could|can|were|was|did|does not", 4},
    {"out of service|order", 4},
    {"kept|keeps|endless* loading|spinning|reloading|restarting", 4},
    {"accept*|return*|gave|sent|show* no", 4},
    {"took|takes|waited|wait ... seconds|minutes|hours|long|longer|forever", 4},
    {"no|empty|wrong|incomplete|stale results|result|response|data", 4},
    {"return*|responded|respond*|greeted|served|received|showed|displayed ... status|response|code", 2},
});

constexpr auto kService = std::to_array<Cue>({
    {"service|services|server|servers|webserver*|website*|web|site|sites|webpage*|page|pages|homepage", 4},
    {"application*|app|apps|platform*|portal*|system|systems|software|program|game|store|shop|dashboard*|"
     "frontend|backend",
     4},
    {"api|apis|endpoint*|database*|db|mysql|postgres*|mongodb|redis|sql|cache|cluster*|queue*|cdn|dns|"
     "network*|internet|vpn",
     4},
    {"nginx|apache*|wordpress|docker|kubernetes|github|gitlab|aws|ec2|s3|haproxy|tomcat|django|flask|php|"
     "node",
     4},
    {"login|logins|authentication|checkout|payment*|registration|search|upload*|download*|mail|email|"
     "messaging|streaming|booking|"
     "deployment*|build|builds|ci|pipeline*|repo|repository|registry|certificate*|package*|balancer*|machine*"
     "|host|hosts|container*",
     3},
    {"product|products|listing*|catalog*|cart|basket|order|orders|booking*|transaction*|account|accounts|"
     "feature|features|functionality|file|files|video*|photo*|chat|profile*|comments|feed|terminal*|atm|atms|"
     "password*|mails|emails|pay|paying|stream|print|printed|browse|buy|movie*|blog|blogs|wiki|machines|"
     "printer*|phone*|line|lines|link|links|connection*|connectivity|router*|switch|firewall|wifi|tool|tools|"
     "bot|job|jobs|data",
     3},
});

/// Whatever was down had a name.
constexpr auto kSomethingDown = std::to_array<std::string_view>({
    "our|the|all|both|company's|main ... was|were|is|went|became|being ... "
    "down|unavailable|inaccessible|unreachable|offline|unresponsive|slow",
});

constexpr auto kAll = std::to_array<std::string_view>({
    "every|everyone|everybody|anyone|anybody|all|any|none|nobody ... "
    "user*|customer*|client*|visitor*|people|employee*|member*|subscriber*|"
    "student*|request*|traffic|player*|shopper*|viewer*|audience|merchant*",
    "everyone|everybody|anyone|anybody|nobody ... visiting|trying|using|accessing|could|who|on|able|else",
    "users|customers|clients|visitors ... all|100|everyone|everybody ... affected|impacted|down|unable",
    "down|offline|unavailable|inaccessible|unreachable|broken ... for|to everyone|everybody|all|anyone",
    "entire|whole|complete|full|total ... user*|customer*|client* ... base|population|community|group",
    "all|everyone|everybody affected|impacted",
    "all|everyone|everybody was|were affected|impacted",
    "none|all|every of ... ... user*|customer*|client*|visitor*|people|student*|member*",
    "completely|entirely|totally|fully inaccessible|unavailable|unreachable to|for ... "
    "user*|customer*|client*|visitor*|people|student*|member*|public",
});

/// People next to a number that is not said to be theirs: "users could not pay; 85% were affected".
constexpr auto kOfMachines = std::to_array<std::string_view>({
    "server*|node*|host*|instance*|increase*|slower|faster|longer|higher|more|less|fewer|rate|rates|"
    "reduction|drop|rise|rose|spike|time|"
    "times",
});

constexpr auto kUsersAffected = std::to_array<std::string_view>({
    "user*|customer*|client*|visitor*|people|student*|employee*|member*|subscriber*|player*|shopper* ... "
    "affected|impacted",
    "affected|impacted|affecting|impacting ... "
    "user*|customer*|client*|visitor*|people|student*|employee*|member*|subscriber*|player*|shopper*",
    "user*|customer*|client*|visitor*|people|student*|employee* ... ... affected|impacted",
    "were|was|are affected|impacted",
    "user*|customer*|client* request*|traffic ... error*|errors|fail*|5xx",
    "user*|customer*|client*|visitor* could|couldn't|cannot|were ... not|unable|access|reach|use",
    "request*|traffic|orders|logins|payments ... error*|fail*|rejected|refused|dropped|timed",
});

/// Words around a share that tell of the end of the trouble, or of what might be.
constexpr auto kNotAffected = std::to_array<std::string_view>({
    "back online|up|to|in|again",
    "restored|recovered|resumed|normaliz*|normalis*|resolved",
    "returned to normal",
    "rolled out",
    "status|code 200",
    "200 ... all|every",
    "cpu|memory|disk|ram|storage|utilization|utilisation|usage|capacity|uptime|sla|coverage|packet*",
});

bool is_plural(std::string_view text, const ShareMention& share) {
  const auto noun = share.at.of(text);
  return noun.ends_with('s') || noun.ends_with("raffic");
}

}  // namespace

Finding judge_service(const RawReading& reading) {
  static const PhraseTable kTroubleTable(kTrouble);
  static const PhraseTable kServiceTable(kService);
  static const PhraseTable kSomethingDownTable{std::span<const std::string_view>(kSomethingDown)};
  Proof proof;
  for (const auto& statement : reading.statements) {
    // A heading of the author's own may be the title, or tell what happened.
    const bool is_title = statement.is_heading && statement.is_early && statement.role == Role::other;
    if ((statement.is_heading && !is_title) || statement.is_ahead()) continue;
    const auto what = heaviest(kServiceTable, kService, statement.text);
    const auto how = heaviest(kTroubleTable, kTrouble, statement.text);
    const auto down = kSomethingDownTable.next(statement.text);
    if (down && what.weight == 0 && statement.stands_early()) proof.add(statement, 9, down->at.begin);
    if (what.weight == 0) continue;
    int weight = what.weight + how.weight;
    if (statement.field == RawField::impact || statement.is_in(Role::impact))
      weight += 5;
    else if (statement.stands_early())
      weight += is_title ? 1 : 2;
    if (how.weight == 0 && statement.field != RawField::impact) weight = 0;
    if (weight > 0) proof.add(statement, weight, what.at);
  }
  return proof.finding(9);
}

Finding judge_users(const RawReading& reading) {
  static const PhraseTable kAllTable{std::span<const std::string_view>(kAll)};
  static const PhraseTable kOfMachinesTable{std::span<const std::string_view>(kOfMachines)};
  static const PhraseTable kUsersAffectedTable{std::span<const std::string_view>(kUsersAffected)};
  static const PhraseTable kNotAffectedTable{std::span<const std::string_view>(kNotAffected)};
  Proof proof;
  for (const auto& statement : reading.statements) {
    if (statement.is_heading || statement.is_in(Role::measures) || statement.is_in(Role::lessons)) continue;
    const int place = statement.stands_early() || statement.field == RawField::impact ? 4 : 0;
    const bool excluded = kNotAffectedTable.is_in(statement.text);
    const bool names_users =
        kUsersAffectedTable.is_in(statement.text) || kUsersAffectedTable.is_in(statement.label);
    for (const auto& share : find_shares(statement.text)) {
      const bool of_users = share.of == ShareOf::users;
      const bool of_requests = share.of == ShareOf::requests;
      if (of_users && !(excluded && place == 0)) proof.add(statement, 10 + place, share.at.begin);
      if (share.of == ShareOf::other && names_users && place > 0 && !excluded && !share.in_words &&
          !kOfMachinesTable.is_in(statement.text))
        proof.add(statement, 5 + place, share.at.begin);
      // "No payment was triggered" tells of one of them.
      const bool is_one = share.in_words && share.high <= 0 && !is_plural(statement.text, share);
      if (of_requests && !excluded && !is_one) proof.add(statement, 6 + place, share.at.begin);
    }
    if (const auto match = kAllTable.next(statement.text); match && !excluded && place > 0)
      proof.add(statement, 5 + place, match->at.begin);
  }
  return proof.finding(9);
}

}  // namespace pmsite
