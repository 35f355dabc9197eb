// SPDX-License-Identifier: MIT
#include "base/text.hpp"
#include "prose/percentages.hpp"
#include "review/raw_judge.hpp"

#include <algorithm>
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
    {"spinning|leak*|locked|frozen|doubled|duplicate*|silent|mute|standstill|closed|halted|vanished|nothing|"
     "twice|grey",
     4},
    {"stood|stand|stands|standing|still still|idle", 4},
    {"let|lets|letting nobody|noone", 4},
    {"no|not|any|nobody longer|more ... work*|available", 4},
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
     "password*|mails|emails|newsletter*|pay|paying|stream|print*|module*|calendar*|archive*|queue|screen*|"
     "door*|browse|buy|submit*|submission*|movie*|blog|"
     "blogs|wiki|machines|"
     "printer*|phone*|line|lines|link|links|connection*|connectivity|router*|switch|firewall|wifi|tool|tools|"
     "bot|job|jobs|data",
     3},
});

/// "Our service was down" names none.
constexpr auto kUnnamedService = std::to_array<std::string_view>({
    "our|the|a|this|all|these|some|whole|entire service|services|system|systems",
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

/// "The users saw an error, 90% of them": of whom, after the share.
constexpr auto kPeople = std::to_array<std::string_view>({
    "of ... "
    "listener*|pupil*|reader*|guest*|viewer*|passenger*|parent*|teacher*|patient*|member*|friend*|fan*|gamer*"
    "|tenant*|"
    "citizen*|driver*|rider*|buyer*|seller*|attendee*|resident*|learner*|audience|children|families|"
    "colleague*|caller*|"
    "everyone|everybody|donor*|author*|editor*|trainer*",
});
constexpr auto kOfThem = std::to_array<std::string_view>({"of them|those|these"});
constexpr auto kUserNoun = std::to_array<std::string_view>({
    "user*|customer*|client*|visitor*|people|student*|employee*|member*|subscriber*|player*|shopper*|"
    "listener*|pupil*|"
    "reader*|guest*|viewer*|passenger*",
});

/// Whether the share at `share` is said to be of people, in words that find_shares() leaves to its reader.
bool is_of_people(std::string_view text, const ShareMention& share) {
  static const PhraseTable kPeopleTable{std::span<const std::string_view>(kPeople)};
  static const PhraseTable kOfThemTable{std::span<const std::string_view>(kOfThem)};
  static const PhraseTable kUserNounTable{std::span<const std::string_view>(kUserNoun)};
  const auto is_next = [&](const PhraseTable& table) {
    const auto found = table.next(text, share.at.end);
    return found && found->at.begin == next_word(text, share.at.end).begin;
  };
  if (is_next(kPeopleTable)) return true;
  return is_next(kOfThemTable) && kUserNounTable.is_in(text.substr(0, share.at.begin));
}

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

/// Keeps "the service of our shop": what stands behind it names the service.
std::string without_unnamed(std::string_view text) {
  static const PhraseTable kUnnamedTable{std::span<const std::string_view>(kUnnamedService)};
  constexpr std::string_view kBehind = "was|were|is|are|went|became|being|had|has|got|as";
  std::string rest(text);
  for (const auto& match : kUnnamedTable.find(text)) {
    const auto next = next_word(text, match.at.end).of(text);
    if (!next.empty() && !is_like_any(next, kBehind)) continue;
    std::fill(rest.begin() + static_cast<std::ptrdiff_t>(match.at.begin),
              rest.begin() + static_cast<std::ptrdiff_t>(match.at.end), ' ');
  }
  return rest;
}

bool is_plural(std::string_view text, const ShareMention& share) {
  const auto noun = share.at.of(text);
  return noun.ends_with('s') || noun.ends_with("raffic");
}

}  // namespace

Finding judge_service(const RawReading& reading) {
  static const PhraseTable kTroubleTable(kTrouble);
  static constexpr auto kGuess = std::to_array<std::string_view>(
      {"suspect*|assum*|hypothes*|initial|initially|possible|potential|thought|believ*|fix*|restored|again"});
  static const PhraseTable kGuessTable{std::span<const std::string_view>(kGuess)};
  static const PhraseTable kServiceTable(kService);
  static const PhraseTable kSomethingDownTable{std::span<const std::string_view>(kSomethingDown)};
  Proof proof;
  for (const auto& statement : reading.statements) {
    // A heading of the author's own may be the title, or tell what happened.
    const bool is_title = statement.is_heading && statement.is_early && statement.role == Role::other;
    if ((statement.is_heading && !is_title) || statement.is_ahead()) continue;
    const auto named = without_unnamed(statement.text);
    const auto what = heaviest(kServiceTable, kService, named);
    const auto how = heaviest(kTroubleTable, kTrouble, statement.text);
    const auto down = kSomethingDownTable.next(named);
    if (down && what.weight == 0 && statement.stands_early()) proof.add(statement, 9, down->at.begin);
    if (what.weight == 0) continue;
    int weight = what.weight + how.weight;
    if (statement.field == RawField::impact || statement.is_in(Role::impact))
      weight += 5;
    else if (statement.stands_early())
      weight += is_title ? 1 : 2;
    else if (statement.is_story && !kGuessTable.is_in(statement.text))
      weight += 1;
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
      if (share.of == ShareOf::other && !excluded && is_of_people(statement.text, share))
        proof.add(statement, 6 + place, share.at.begin);
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
