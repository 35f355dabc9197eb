// SPDX-License-Identifier: MIT
#include "base/text.hpp"
#include "review/raw_judge.hpp"

#include <array>

namespace pmsite {
namespace {

constexpr int kSure = 10;

constexpr auto kEscalation = std::to_array<Cue>({
    {"escalat*", 9},
    {"hand|handed|hands|handing|passed|forwarded|transferred|raised|assigned|delegat*|reassigned|elevated "
     "... to|over|with|on",
     6},
    {"call*|brought|bring|brings|bringing|looped|loop|pulled|roped|drafted|dragged in|on|upon|for", 6},
    {"contact*|consult*|summon*|assembl*|mobiliz*|mobilis*|engag*|involv*|paged|pinged|enlist*|recruit*|"
     "convened|roused|woke",
     6},
    {"notified|notifies|notify|notifying|informed|informs|informing|alerted|alerting|told|tells|telling|"
     "messaged|emailed|phoned|texted|rang|"
     "warned|advised",
     5},
    {"communicat* ... to|with", 5},
    {"reach* out", 6},
    {"report|reported|reports|reporting ... to", 6},
    {"help|assist*|support|advice|input|expertise ... of|from|by", 6},
    {"call*|phoned|texted ... for help|assistance|support|advice", 6},
    {"ask*|request* ... help|assist*|support|to|for", 6},
    {"rescue|reinforcement*", 6},
    {"sos|distress|mayday ... to", 6},
    {"tagged|flagged ... in|to", 5},
    {"opened|raised|filed|submitted|logged|created ... ticket|case|request ... with|to", 6},
});

/// Who may be called in. The last row only names a team where it follows "to" or a colon.
constexpr auto kRecipient = std::to_array<Cue>({
    {"team|teams|squad|group|department|division|crew|unit|noc", 3},
    {"engineer*|developer*|devops|sre|sres|admin|admins|administrator*|sysadmin*|dba|dbas|architect*|"
     "programmer*|technician*|specialist*|expert*",
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
});

constexpr auto kNotHandedOn = std::to_array<std::string_view>({
    "alert*|monitor*|alarm*|pager*|tool|tools|bot|system|nagios|datadog|pagerduty|prometheus|notification* "
    "... "
    "that|which|notified|alerted|informed|paged|notifying|alerting|informing|paging",
    "alerted|notified|informed ... by|of|via|through|about",
    "no|not|without|never|wasn't|didn't ... escalat*",
    "users|customers|clients|public|everyone ... were|was ... notified|informed|alerted",
    "notified|informed|alerted|told|updated users|customers|clients",
    "will|should|must ... be",
    "traffic|request|requests|packets|connections|ip|port ... passed|forwarded|transferred|assigned|handed",
    "user*|customer*|client*|visitor*|student*|people ... "
    "contact*|call*|reported|reporting|report|notif*|inform*|alert*|reach*|email*|messag*|told",
    "community|contributor*|researcher*|partner*|reporter|someone|stranger ... "
    "contact*|reported|reporting|report|notif*|inform*|alert*|told|email*",
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

/// Whether what follows looks like the name of somebody: "contacts @ada", "escalated to Ada".
bool is_name_behind(std::string_view text, std::size_t at) {
  while (at < text.size() && (is_space(text[at]) || text[at] == '[' || text[at] == '(')) ++at;
  for (const std::string_view word : {"to ", "in ", "with "})
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
      if (!is_recipient_behind(statement.text, end) && !is_name_behind(statement.text, end)) continue;
      if (const int its = kEscalation[match.row].weight + 5; its > weight) weight = its, at = match.at.begin;
    }
    if (const auto heard = heaviest(kCalledInTable, kCalledIn, statement.text); heard.weight > weight)
      weight = heard.weight, at = heard.at;
    if (excluded) weight -= 6;
    if (!statement.is_story && weight < 14) weight -= 2;
    if (weight > 0) proof.add(statement, weight, at);
  }
  return proof.finding(kSure);
}

}  // namespace pmsite
