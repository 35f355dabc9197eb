// SPDX-License-Identifier: MIT
#include "base/text.hpp"
#include "review/raw_judge.hpp"

#include <algorithm>
#include <array>

namespace pmsite {
namespace {

constexpr auto kAhead = std::to_array<Cue>({
    {"prevent*|avoid* ... future|again|similar|recurrence*|happening|recurring|reoccur*|incidents", 8},
    {"in the|our future", 7},
    {"going|moving forward", 7},
    {"next time", 7},
    {"to avoid|prevent this|these|that|such|it", 8},
    {"need|needs better|more|a|an|to", 6},
    {"can|could|should|must|need|needs|will be|to|have ... "
     "improve*|better|fix*|implement*|add*|ensur*|document*",
     6},
    {"improv*|enhanc*|strengthen*", 6},
    {"action item*", 6},
    {"what we|i will|shall|want|plan ... better|differently|change|improve", 8},
    {"will|shall|must|want do|be|become|get|to better|differently", 7},
    {"have|has|had no business", 6},
    {"in general|broadly", 4},
    {"recommend*|lesson*|prevent*", 5},
});

/// What an item of a list of things to do begins with.
constexpr auto kConcrete = std::to_array<std::string_view>({
    "alert|alarm|warning on|when|if|whenever|at|for|above|below|as",
    "wait|show|forbid|let|list|freeze|practise|practice|refuse|end|label|exclude|hide|sign|shorten|enlarge|"
    "extend|"
    "disallow|deny|reject|drop|fail|declare|describe|decide|count|compare|measure|choose|pick|rename|return|"
    "reserve|"
    "speak|talk|tell|meet|book|mark|mirror|mount|outsource|pause|poll|query|rebuild|reload|remind|repeat|"
    "reset|retire|"
    "serve|sort|state|take|try|treat|trim|visit|wire|simplify|point|appoint|nominate|name|order|contact|"
    "collect|cap|"
    "clarify|attach|expose|export|import|free|encrypt|enter|escalate|bump|connect|convert|delay|detect|"
    "discuss|clone|"
    "spend|wake|watch|sanitize|sanitise|randomize|randomise|rehearse|isolate|inspect|hand|gate|guard|format|"
    "force|"
    "filter|fetch|explain|ship|sample|repair|quarantine|cross|correct|cancel|calculate|bind",
    "separate|second|one|two|three ... for|with|which|that|to",
    "pin|rais*|lower|teach|buy|order|ban|block|call|lock|hang|invite|graph|roll|protect|reserve|store|save|"
    "swap|"
    "sync|tag|throttle|wrap|give|get|ask|bring|agree|attach|kill|open|close|rerun|pay|print|plug|draw|move",
    "add*|audit*|automat*|adopt*|allocat*|appl*|archiv*|assess*|assign*|back|build*|cache*|chang*|check*|"
    "clean*|clear*|collect*|communicat*|"
    "compar*|conduct*|configur*|consider|consult*|copy|creat*|cut|deploy*|decreas*|defin*|delet*|deprecat*|"
    "design*|develop*|disabl*|distribut*|"
    "document*|double|drop|educat*|eliminat*|employ*|enabl*|encourag*|enforc*|engag*|ensur*|establish*|"
    "evaluat*|execut*|expand*|explor*|extend*|"
    "find|fix*|formaliz*|hire|hiring|hold*|host*|identif*|implement*|includ*|increas*|index*|inform*|install*"
    "|instal*|institut*|integrat*|introduc*|"
    "invest*|investigat*|issue|keep*|launch*|learn|limit*|locat*|log*|look|maintain*|make|mak*|measur*|"
    "migrat*|modif*|monitor*|mov*|notif*|"
    "offer|optimi*|organi*|patch*|perform*|plan*|prepar*|prioriti*|prohibit*|provid*|provision*|publish*|"
    "purchas*|push*|put|read|rebuild*|"
    "record*|redesign*|reduc*|refactor*|refin*|regular*|remov*|renam*|renew*|replac*|report*|require|requir*|"
    "research*|restrict*|restructur*|"
    "review*|revis*|rewrit*|rotat*|run*|scal*|schedul*|scan*|script|secur*|send*|separat*|set*|setup|share|"
    "shar*|simulat*|split*|standardi*|start*|stop*|"
    "stress|subscribe|switch*|test*|track*|train*|tun*|turn*|unit|updat*|upgrad*|us|use|using|utili*|validat*"
    "|verif*|warn*|work|writ*|write|wrote",
});

constexpr auto kVague = std::to_array<std::string_view>({
    "improv*|enhanc*|strengthen*|better|be|foster*|promot*|prevent*|reinforc*|emphasi*|boost*|more|avoid*|"
    "bolster*|continu*",
});

constexpr auto kNounOfAction = std::to_array<std::string_view>({
    "introduction|implementation|addition|creation|installation|integration|development|deployment|"
    "establishment|automation|adoption|setup|"
    "automated|automatic|new|frequent|periodic|weekly|monthly|quarterly|daily|rigorous|comprehensive|"
    "thorough|training|stricter|"
    "enhanced|improved|better|real|scheduled|proactive|load|routine|mandatory|clear|redundan*|failover|"
    "alerting|alerts|code|peer|documentation",
});

/// "Servers should be tested", "Logging must be turned on".
constexpr auto kDuty = std::to_array<std::string_view>({
    "should|must|shall|need|needs|have|has|ought ... be|have|to ... "
    "added|tested|reviewed|checked|monitored|documented|automated|enabled|disabled|turned|installed|updated|"
    "upgraded|configured|logged|limited|replaced|removed|trained|validated|scanned|scheduled|created|"
    "deployed|"
    "backed|restricted|rotated|renewed|set|run|written|introduced|implemented|test|add|review|run|use",
});

constexpr auto kOught = std::to_array<std::string_view>({"should|must|will|need|needs|shall|ought"});

std::size_t words_of(const Statement& statement) {
  return static_cast<std::size_t>(count_words(statement.text));
}

/// "a) wait ..." behind its letter or number.
std::string_view behind_number(std::string_view text) {
  const bool is_open = text.starts_with('(');
  const auto close = text.substr(0, 5).find(')');
  if (close == std::string_view::npos || close == 0 || close > (is_open ? 3U : 2U)) return text;
  return trim(text.substr(close + 1));
}

/// "Regular audits: check ..." after its label.
std::string_view behind_label(std::string_view text) {
  const auto colon = text.find(": ");
  if (colon == std::string_view::npos || colon > 60) return text;
  text.remove_prefix(colon + 2);
  // "Tests: We will write ..." says what to do as well.
  static constexpr auto kLead = std::to_array<std::string_view>(
      {"we|we're|we'll|are|i|team|the|will|shall|must|should|need|needs|to|also|have|has|be"});
  static const PhraseTable kLeadTable{std::span<const std::string_view>(kLead)};
  for (int words = 0; words < 4; ++words) {
    const auto lead = kLeadTable.next(text);
    const auto first = next_word(text, 0);
    if (!lead || lead->at.begin != first.begin) break;
    text.remove_prefix(first.end);
  }
  return text;
}

bool begins_with(const PhraseTable& table, std::string_view text) {
  const auto found = table.next(text);
  return found && found->at.begin == next_word(text, 0).begin;
}

/// "Regular reviews can help" is a lesson; "Review each release" is a task, and so is "Releases should be
/// reviewed".
bool is_lesson(std::string_view text) {
  static constexpr auto kLesson = std::to_array<std::string_view>({
      "is|are|was|were ... critical|crucial|essential|vital|important|key|necessary|helpful|useful|valuable",
      "can|could|would|may|might|will help|prevent|improve|reduce|identify|avoid|minimize|mitigate",
      "can|could|should|must be better|improved|faster",
      "helps|reduces|improves|prevents|went|worked|learned|learnt|realized|realised",
  });
  static const PhraseTable kLessonTable{std::span<const std::string_view>(kLesson)};
  static const PhraseTable kOughtTable{std::span<const std::string_view>(kOught)};
  const auto lesson = kLessonTable.next(text);
  // "... so that it can help" at the end of a task is its purpose.
  static constexpr auto kPurpose = std::to_array<std::string_view>({"so|that|which|because|to"});
  static const PhraseTable kPurposeTable{std::span<const std::string_view>(kPurpose)};
  if (!lesson || lesson->at.begin > 90) return false;
  const auto before = text.substr(0, lesson->at.begin);
  return !kOughtTable.is_in(before) && !kPurposeTable.is_in(before);
}

/// 2 for an item that says what to do, 1 for one that names an aim, 0 for none.
int concreteness(const Statement& statement) {
  static const PhraseTable kConcreteTable{std::span<const std::string_view>(kConcrete)};
  static const PhraseTable kVagueTable{std::span<const std::string_view>(kVague)};
  static const PhraseTable kNounOfActionTable{std::span<const std::string_view>(kNounOfAction)};
  static constexpr auto kSlogan =
      std::to_array<std::string_view>({"sharpen*|amp|amping|ramp*|beef*|level*|crank*|doubling|stepping"});
  static const PhraseTable kSloganTable{std::span<const std::string_view>(kSlogan)};
  static const PhraseTable kDutyTable{std::span<const std::string_view>(kDuty)};
  const std::size_t words = words_of(statement);
  if (words < 2) return 0;
  int best = statement.is_bullet && words >= 4 ? 1 : 0;
  const std::string_view whole = behind_number(statement.text), behind = behind_label(whole);
  const bool is_lead = begins_with(kConcreteTable, whole) && !begins_with(kVagueTable, whole);
  if (is_lesson(behind) || begins_with(kSloganTable, behind)) return best;
  if (kDutyTable.is_in(behind) && words >= 5) return 2;
  for (const auto part : {is_lead ? whole : behind, behind}) {
    // A bullet makes an item of whatever it holds; a plain line must begin with what to do.
    const std::size_t first = next_word(part, 0).begin, reach = first + (statement.is_bullet ? 40 : 1);
    const auto stands_in_reach = [&](const PhraseTable& table) {
      const auto found = table.next(part);
      return found && found->at.begin < reach;
    };
    const bool begins_vague = begins_with(kVagueTable, part);
    if (stands_in_reach(kConcreteTable) && !begins_vague) best = 2;
    if (stands_in_reach(kNounOfActionTable) && words >= 4) best = 2;
    if (stands_in_reach(kVagueTable)) best = std::max(best, 1);
  }
  return best;
}

bool is_its_place(const Statement& statement) {
  return statement.is_in(Role::measures) || statement.field == RawField::tasks ||
         statement.field == RawField::improvements;
}

}  // namespace

Finding judge_improvements(const RawReading& reading) {
  static const PhraseTable kAheadTable(kAhead);
  static const PhraseTable kOughtTable{std::span<const std::string_view>(kOught)};
  Proof proof;
  for (const auto& statement : reading.statements) {
    if (statement.is_heading || statement.is_code) continue;
    const auto heard = heaviest(kAheadTable, kAhead, statement.text);
    int weight = heard.weight;
    if (statement.field == RawField::improvements)
      weight = 30;
    else if (is_its_place(statement))
      weight = 20;
    else if (statement.is_in(Role::lessons) || (statement.is_in(Role::other) && !statement.is_early))
      weight += 3;
    else if ((statement.is_early && !kOughtTable.is_in(statement.text)) || statement.entry >= 0)
      weight -= 4;
    if (words_of(statement) >= (is_its_place(statement) ? 2 : 3) && weight > 0)
      proof.add(statement, weight, heard.at);
  }
  return proof.finding(8);
}

Finding judge_tasks(const RawReading& reading) {
  static const PhraseTable kOughtTable{std::span<const std::string_view>(kOught)};
  Proof proof;
  int concrete = 0, of_item = 0, item = -1;
  for (const auto& statement : reading.statements) {
    if (statement.is_heading || statement.is_code) continue;
    const bool is_near =
        statement.is_in(Role::lessons) || (statement.is_in(Role::other) && !statement.is_early);
    const bool is_promise = is_near && statement.is_bullet && kOughtTable.is_in(statement.text);
    if (!is_its_place(statement) && !is_promise) continue;
    if (!statement.opens_item && !statement.is_bullet) continue;
    // Of an item with several sentences the most concrete one counts.
    if (statement.item != item) of_item = 0;
    item = statement.item;
    const int its = concreteness(statement);
    if (its <= of_item) continue;
    if (its == 2) ++concrete;
    of_item = its;
    proof.add(statement, its + (statement.field == RawField::tasks ? 4 : 0));
  }
  return concrete >= 2 ? proof.finding(1) : Finding{};
}

}  // namespace pmsite
