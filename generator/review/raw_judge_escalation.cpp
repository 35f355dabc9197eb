// SPDX-License-Identifier: MIT
#include "base/text.hpp"
#include "review/raw_judge.hpp"

#include <algorithm>
#include <array>

namespace pmsite {
namespace {

constexpr int kSure = 10;

constexpr auto kEscalation = std::to_array<Cue>({
    {"escalat*", 9},
    {"hand|handed|hands|handing|passed|forwarded|transferred|raised|assigned|delegat*|reassigned|elevated "
     "... to|over|with|on",
     6},
    {"call*|brought|bring|brings|bringing|loop*|pull|pulls|pulling|pulled|rope|roped|drafted|drag|dragged|"
     "got|get in|on|upon|for|into",
     6},
    {"bring|brings|brought|get|gets|got|pull|pulled|loop*|rope|roped|drag|dragged|drafted|ask|asked|invited "
     "... in|"
     "into|aboard|onboard",
     6},
    {"get|gets|got|had|have|has|having ... on the line|phone|call|bridge|case", 6},
    {"get|gets|got|had|have|has ... * ... on the line|phone|call|bridge|case", 6},
    {"get|gets|got|had|have|has|having ... involved", 6},
    {"contact*|consult*|summon*|assembl*|mobiliz*|mobilis*|engag*|involv*|page|pages|paging|paged|pinged|"
     "pings|ping|"
     "enlist*|recruit*|"
     "convened|roused|woke|wakes|wake|waking|slacked|alarmed",
     6},
    {"we|i|he|she|they|and|then|staff|support|manager|lead|leader|engineer|developer|boss|admin|team|finally|"
     "immediately|quickly|shift|duty|desk|officer "
     "call|calls|called|phone|phones|phoned|ring|rings|rang|dialed|dialled|telephoned",
     6},
    {"call|calls|called|calling|phone|phones|phoned|phoning|ring|rings|rang|ringing|dialed|dialled|"
     "telephoned our|"
     "the|a|an|their|his|her|my|one|two",
     6},
    {"call|meeting|bridge|conversation|chat with", 5},
    {"wrote|write|writes|writing|mailed|mails ... to", 5},
    {"send|sends|sent ... mail|email|message|note|request|text|sms|dm ... to", 5},
    {"message|messages|mail|email|request|phonecall|plea to|for", 4},
    {"gave|give|gives|giving|hand|handed|hands|passed|pass|passes|sent|send|sends|shifted|moved|redirected "
     "... "
     "case|incident|issue|problem|matter|ticket|baton|it|this ... to|over",
     6},
    {"incident|case|issue|problem|ticket|matter|outage|investigation ... "
     "goes|went|moved|moves|lands|landed|travels|"
     "wanders "
     "... to|with|at",
     6},
    {"turned|turn|turns|went|goes|ran to ... for|who|because|help", 5},
    {"consultation|coordination|cooperation|collaboration|joined|joint|supported|accompanied ... with|by", 4},
    {"notified|notifies|notify|notifying|informed|informs|informing|alerted|alerting|told|tells|telling|"
     "messaged|emailed|phoned|texted|rang|"
     "warned|advised|alarmed|briefed|forwarded",
     5},
    {"communicat* ... to|with", 5},
    {"reach* out", 6},
    {"report|reported|reports|reporting ... to", 6},
    {"help|assist*|support|advice|input|expertise of|from|by", 6},
    {"call*|phoned|texted ... for help|assistance|support|advice", 6},
    {"ask*|requested|requesting ... help|assist*|support|to|for", 6},
    {"rescue|reinforcement*", 6},
    {"sos|distress|mayday ... to", 6},
    {"tagged|flagged ... in|to", 5},
    {"open|opens|opened|opening|raise|raises|raised|file|files|filed|submit|submitted|logged|create|created|"
     "sent ... "
     "ticket|tickets|case|request|call|incident ... with|to|at|for",
     6},
    {"ask|asks|asked|asking|begged|request*|want* ... to "
     "help|look|take|join|check|have|investigate|come|assist",
     6},
    {"ask|asks|asked|begged ... for ... hand|eyes|opinion|look", 6},
    {"with the help|support|assistance|aid of", 6},
});

/// Who may be called in. The last row only names a team where it follows "to" or a colon.
constexpr auto kRecipient = std::to_array<Cue>({
    {"team|teams|squad|group|department|division|crew|unit|noc", 3},
    {"engineer*|developer*|devops|sre|sres|admin|admins|administrator*|sysadmin*|dba|dbas|architect*|"
     "programmer*|technician*|specialist*|expert*|electrician*|plumber*|maintenance|operator*|analyst*|"
     "janitor",
     3},
    {"company|desk|office|agency|hoster|carrier|manufacturer|bank|professor|teacher|tutor|person|people|guy|"
     "lady|"
     "author|owner",
     3},
    {"manager*|lead|leads|leader*|management|leadership|executive*|cto|ceo|cio|director*|supervisor*|head|"
     "boss|senior*|stakeholder*|owner*|"
     "principal|commander",
     3},
    {"on call", 3},
    {"colleague*|member*|staff|personnel|officer*|intern|mentor*|peer*|himself|herself|myself|friend*|guru*|"
     "wizard*|ninja*|guns|cavalry",
     3},
    {"support|vendor*|provider*|isp|aws|amazon|google|cloudflare|microsoft|azure|registrar|helpdesk|"
     "datacenter|supplier*|contractor*|"
     "consultant*|maintainer*|author*",
     3},
    {"backend|frontend|infrastructure|network|operations|ops|security|database|oncall|hosting", 2},
});

/// "The network team was called in": who stands in front of what was done.
constexpr auto kCalledIn = std::to_array<Cue>({
    {"team|teams|engineer*|developer*|devops|admin*|lead|leads|manager|cto|cio|ceo|boss|director|supervisor|"
     "dba|dbas|provider|support|vendor|"
     "expert*|specialist*|sre|sres|noc|"
     "department ... was|were|is|are|got|been|being ... "
     "notified|informed|contacted|called|engaged|involved|brought|looped|paged|summoned|"
     "consulted|alerted|assigned|mobilized|mobilised|assembled|asked|roped|pulled",
     10},
    {"team|teams|engineer*|developer*|devops|admin*|lead|manager|dba|provider|support|vendor "
     "notified|informed|contacted|engaged|involved|"
     "alerted|paged",
     10},
    {"team|teams|engineer*|developer*|devops|admin*|dba|provider|support|expert*|specialist*|sre|noc ... "
     "joined|joins|join|assembles|assembled ... "
     "the|in|to|forces",
     10},
    {"team|teams|engineer*|developer*|devops|admin*|dba|provider|support|expert*|specialist*|sre|noc ... "
     "assembles|assembled",
     10},
    {"team|teams|engineer*|developer*|devops|admin*|dba|provider|support|expert*|specialist*|sre|noc ... "
     "steps|stepped|jumped|jumps|swoops|"
     "swooped in",
     10},
    {"team|teams|engineer*|developer*|devops|admin*|dba|provider|support|expert*|specialist*|sre|noc ... "
     "takes|took|taking|taken over",
     10},
    {"is|was|were|are tasked|commissioned|entrusted with", 10},
    {"team|teams|engineer*|developer*|admin*|lead|provider|vendor|company|supplier|technician|electrician|"
     "specialist*|"
     "expert*|administrators|colleague*|manager|dba|dbas|office|group|department ... "
     "was|were|is|are|been|got|gets ... "
     "called|phoned|rung|woken|brought|pulled|looped|roped|dragged|paged|asked|summoned|alarmed|fetched|"
     "requested",
     10},
    {"joined by ... "
     "team|teams|engineer*|developer*|devops|admin*|dba|dbas|provider|expert*|specialist*|sre|sres|colleague*"
     "|lead|"
     "manager",
     10},
    {"team|group|department|engineer*|developer*|admin*|dba|dbas|provider|expert*|specialist*|lead ... "
     "came|comes|jumped|jumps|hopped|entered|arrived|arrives ... call|bridge|room|scene|help|aid|channel",
     10},
});

constexpr auto kNotHandedOn = std::to_array<std::string_view>({
    "alert*|monitor*|alarm*|pager*|tool|tools|bot|system|nagios|datadog|pagerduty|prometheus|notification* "
    "... "
    "that|which|notified|alerted|informed|paged|notifying|alerting|informing|paging",
    "alerted|notified|informed ... by|of|via|through|about",
    "no|not|without|never|wasn't|didn't ... escalat*",
    "users|customers|clients|public|everyone ... were|was ... notified|informed|alerted",
    "notified|informed|alerted|told|updated users|customers|clients",
    "contact*|call*|notified|informed|asked|told nobody",
    "will|should|must ... be",
    "traffic|request|requests|packets|connections|ip|port ... passed|forwarded|transferred|assigned|handed",
    "user*|customer*|client*|visitor*|student*|people ... "
    "contact*|call*|reported|reporting|report|notif*|inform*|alert*|reach*|email*|messag*|told",
    "community|contributor*|researcher*|partner*|reporter|someone|stranger ... "
    "contact*|reported|reporting|report|notif*|inform*|alert*|told|email*",
    "not|never|nobody|didn't|without|no ... "
    "call*|contact*|consult*|involv*|engag*|brought|bring|pull*|loop*|ask*|phone*|page|paged|wake|woke",
    "nobody|nothing|else ... outside|beyond",
    "ask*|request* ... to ... wait|try|retry|refresh|reload|log|come",
    "function|method|tool|api|file|script|program|variable|endpoint|module|table|class|server|service|code|"
    "field ... "
    "called|calls|call",
    "so called",
    "to warn|thank|remind|tease|apologi*",
    "caller*|customer*|user*|client*|guest*|parent*|passenger*|kitchen|mum|roommate|reader* ... "
    "phone*|phoned|rang|call|called|calls|writes|wrote|mailed|sent|sends",
    "thank* ... help|support|assistance|advice",
    "escalat* policy|policies|procedure*|process*|protocol*|path*|plan*|matrix",
});

/// Whether somebody who can be called in is named within a few words behind `at`.
bool is_recipient_behind(std::string_view text, std::size_t at) {
  static const PhraseTable kRecipientTable(kRecipient);
  text = text.substr(at, 90);
  for (const auto& match : kRecipientTable.find(text)) {
    const auto between = text.substr(0, match.at.begin);
    const bool is_led_to =
        between.find("to ") != std::string_view::npos || between.find(':') != std::string_view::npos;
    if (match.at.begin <= 60 && (kRecipient[match.row].weight > 2 || is_led_to)) return true;
  }
  return false;
}

/// "Ms Okoro from the county office is called in": with nothing behind it that could be called in a program.
bool is_called_in(std::string_view text) {
  static constexpr auto kIn = std::to_array<std::string_view>({
      "is|was|were|are|been|got|gets|get "
      "called|brought|pulled|looped|roped|dragged|drafted|phoned|flown|fetched in",
  });
  static const PhraseTable kInTable{std::span<const std::string_view>(kIn)};
  const auto match = kInTable.next(text);
  if (!match || match->at.begin == 0) return false;
  const auto next = next_word(text, match->at.end).of(text);
  static constexpr std::string_view kPlaces =
      "the|a|an|our|this|that|every|each|its|production|parallel|code|place";
  const auto gap = text.substr(match->at.end, 1);
  return !gap.starts_with(' ') || next.empty() || !is_like_any(next, kPlaces);
}

/// Whether what follows looks like the name of somebody: "contacts @ada", "escalated to Ada".
bool is_name_behind(std::string_view text, std::size_t at) {
  while (at < text.size() && (is_space(text[at]) || text[at] == '[' || text[at] == '(')) ++at;
  for (const std::string_view word : {"over ", "up ", "in ", "to ", "with "})
    if (text.substr(at).starts_with(word)) at += word.size();
  if (at >= text.size()) return false;
  return text[at] == '@' || text[at] == '[' || (text[at] >= 'A' && text[at] <= 'Z');
}

}  // namespace

Finding judge_escalation(const RawReading& reading) {
  static const PhraseTable kEscalationTable(kEscalation);
  static const PhraseTable kCalledInTable(kCalledIn);
  static const PhraseTable kNotHandedOnTable{std::span<const std::string_view>(kNotHandedOn)};
  Proof proof;
  const bool has_story =
      std::any_of(reading.statements.begin(), reading.statements.end(),
                  [](const Statement& it) { return it.is_in(Role::timeline) || it.timed >= 0; });
  for (const auto& statement : reading.statements) {
    if (statement.is_heading || statement.is_code || statement.is_ahead() || is_denial(statement.text))
      continue;
    if (statement.field == RawField::escalation && is_recipient_behind("to " + statement.text, 0))
      proof.add(statement, 14);
    const bool excluded = kNotHandedOnTable.is_in(statement.text);
    int weight = 0;
    std::size_t at = 0;
    for (const auto& match : kEscalationTable.find(statement.text)) {
      const auto end = next_word(statement.text, match.at.begin).end;  // "asked Ada for help"
      if (!is_recipient_behind(statement.text, end) && !is_name_behind(statement.text, end) &&
          !is_name_behind(statement.text, match.at.end))
        continue;
      if (const int its = kEscalation[match.row].weight + 5; its > weight) weight = its, at = match.at.begin;
    }
    if (const auto heard = heaviest(kCalledInTable, kCalledIn, statement.text); heard.weight > weight)
      weight = heard.weight, at = heard.at;
    if (weight < 10 && is_called_in(statement.text)) weight = 10, at = 0;
    if (excluded) weight -= 6;
    if (!statement.is_story && weight < 14 && has_story) weight -= 2;
    if (weight > 0) proof.add(statement, weight, at);
  }
  return proof.finding(kSure);
}

}  // namespace pmsite
