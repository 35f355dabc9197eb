// SPDX-License-Identifier: MIT
#include "base/text.hpp"
#include "prose/times.hpp"
#include "review/raw_judge.hpp"

#include <array>

namespace pmsite {
namespace {

constexpr auto kCauseCues = std::to_array<Cue>({
    {"root cause|causes|problem|reason ... was|were|is|has|had|been|being|lay|identified|traced|found|due",
     8},
    {"root cause|causes", 4},
    {"main|primary|underlying|actual|core|original|probable|likely|possible|exact "
     "cause|causes|reason|culprit|issue|problem",
     8},
    {"originat*|began|started in|with", 7},
    {"since its|no|nobody|the|a|an ... was|were|had|could|did", 7},
    {"behind it|this|that|the|all ... was|were|lay|stood", 8},
    {"was|were|is|being the|a root|main|primary|actual|real cause|causes|reason", 9},
    {"cause|causes|reason|culprit|reasons ... was|were|is|being|turned|behind", 8},
    {"caused|triggered|induced|created|introduced|precipitated by", 10},
    {"cause|caused|causing|triggered|brought", 6},
    {"due|owing|thanks to", 8},
    {"because", 8},
    {"on account of", 8},
    {"result|results of|from", 8},
    {"resulted|resulting|stem|stems|stemmed|stemming|arose|arising|originat*|came ... from", 8},
    {"traced|attributed|linked|tracked|pinpointed|narrowed ... to", 8},
    {"blame|culprit|fault|villain", 7},
    {"responsible for", 7},
    {"this|these|the combination|change|update|deployment|release|misconfiguration|bug|mistake|oversight ... "
     "led|caused|triggered|resulted|"
     "broke|meant",
     8},
    {"this|these|which|that ... led|caused|made|brought|meant|broke|prevented|crashed|triggered", 5},
    {"turned|turns out ... to|that", 8},
    {"led to|leading to", 6},
    {"after|following|when|during|as ... "
     "deploy*|update|upgrade|release|push*|merge*|migration|change|changes|misconfigur*|config*|rollout",
     5},
});

constexpr auto kNamed =
    std::to_array<std::string_view>({"root|main|primary cause|causes", "cause|reason|culprit", "why"});

/// "Due to the outage" names the trouble once more, not its cause.
constexpr auto kTroubleItself = std::to_array<std::string_view>({
    "due|because|result|owing|thanks to|of the|this|these|that|an|our|such "
    "outage*|downtime|incident*|disruption*|issue|issues|problem*|interruption*|error|errors|"
    "failure|crash|unavailability",
    "due|because|owing to|of slow|slowness|timeouts|timeout|latency|unavailability|inaccessibility",
    "by|to unknown|unclear|unidentified",
    "caused|triggered by this|the|that|our incident|outage|downtime|disruption|issue|problem",
    "due|because|owing to|of outage|downtime|this|it|that|these",
    "because|since|as the other|others|rest|remaining|most|some",
    "because|since|as they|others|some|most|many|few|only|nobody|we|everyone|everybody ... "
    "were|was|paid|pay|used|use|had|have|slept|asleep|offline|came|could|can|do|did|still",
});

/// Faults that are causes by themselves, and what they do.
constexpr auto kFaults = std::to_array<std::string_view>({
    "expired|expiry|expiration|misconfigur*|misconfiguration|typo|typos|typographical|bug|bugs|leak|deadlock*"
    "|overload*|misspel*|mistyped|"
    "corrupted|faulty|mistake|oversight|loophole|flaw|defect*|vulnerab*|attacker*|compromised|malicious|"
    "exploit*|ddos|hacked|exhaust*",
    "human|syntax|configuration|config|coding|programming error*|mistake*|fault*|issue*",
    "ran|run|running out of",
    "memory|resource leak*",
    "wrong|incorrect|missing|invalid|outdated|bad|broken|unoptimized|inefficient ... "
    "file*|config*|setting*|permission*|version*|record*|path*|"
    "value*|code|query|queries|extension*|credential*|module*|dependenc*|change*|deploy*|index*|rule*",
    "failed|failure to renew|update|close|release",
});
constexpr auto kEffects = std::to_array<std::string_view>({
    "caused|causing|causes|led|leading|leads|result|resulted|resulting|made|making|brought|broke|prevented|"
    "preventing|triggered|triggering|"
    "crashed|downloaded|introduced|blocked|forced|infiltrat*|slipped|crept|sneaked|snuck|turned|turns|"
    "knocked|killed",
    "stopped|kept|keeps ... from",
});

/// What acts, and what it did: "A change of the routes led to ...". Who acts must not be the trouble itself.
constexpr auto kActs = std::to_array<std::string_view>({
    "caused|triggered|broke|crashed|prevented|blocked|exhausted|overloaded|overwhelmed|disabled|deleted|"
    "wiped|locked|killed|slowed|"
    "dropped|filled",
    "led to",
    "resulted in",
    "brought|took|knocked|shut ... down|offline",
    "made|left|rendered ... slow|unavailable|inaccessible|unusable|unreachable|unresponsive|crash|fail",
});
constexpr auto kAgents = std::to_array<std::string_view>({
    "error|failure|fault|bug|bugs|change*|update*|upgrade*|deploy*|release*|migration*|"
    "script*|"
    "query|queries|surge|spike|leak*|expir*|overload*|misconfig*|limit*|lack|absence|typo|cut|attack|power|"
    "commit|push|merge|patch|job|process|configuration|setting*|rule|rules|certificate|disk|memory|loop|"
    "deadlock|race|traffic|load|storm|command|code|file|dependency|package|version|key|record|table|index|"
    "intern|developer|engineer|operator|employee|attacker|module|plugin|library|cable|fire|flood|growth|"
    "volume",
});
constexpr auto kTroubleActs = std::to_array<std::string_view>({
    "outage*|downtime|incident*|issue|issues|problem*|disruption*|interruption*|it|this|that|which|they|we|"
    "event|slowdown|unavailability|impact|degradation|crash",
    "the|these|those|such error|errors|failure|failures",
    "500|502|503|504|5xx|4xx|404|http|server ... error|errors",
});

/// "until the root cause was found" names none.
constexpr auto kUnnamed = std::to_array<std::string_view>({
    "root cause|cause|issue|problem|reason ... was|is|were|been|being ... "
    "identified|found|discovered|determined and|by|at|after|quickly|later|soon|within",
    "root cause|cause|issue|problem|reason ... was|is|were|been|being ... "
    "fixed|investigated|unknown|unclear|resolved|addressed|known|detected",
    "identify*|identified|find|finding|determine|investigate|understand|discover|know|analyzing|analysing "
    "... root cause|causes",
    "root cause analysis",
    "cause ... remains|unknown|unclear",
    "cause|causes|reason|reasons ... is|are ... "
    "explained|described|discussed|detailed|given|listed|below|later",
});

constexpr auto kOnset = std::to_array<std::string_view>({
    "began|begun|begin|begins|started|starts|start|went|occurred|happened|deployed|failed|failing|crashed|"
    "down|stopped|became|released|introduced|broke",
});
constexpr auto kEnd = std::to_array<std::string_view>({
    "ended|end|ends|over|resolved|restored|recovered|normal|fixed|concluded|mitigated|lasted ... "
    "until|till|at|by|around",
    "by|at|around|until|till|before ... ... "
    "ended|over|resolved|restored|recovered|normal|fixed|concluded|mitigated|back",
    "returned|back|resumed ... normal|online|service",
    "reverted|rolled|rollback|revert|completed|complete|mended ... ... by|at|until",
    "down|unavailable|offline|out|inaccessible|unreachable|slow|failing ... until|till",
});

}  // namespace

bool names_fault(std::string_view text) {
  static const PhraseTable kFaultsTable{std::span<const std::string_view>(kFaults)};
  return kFaultsTable.is_in(text);
}

namespace {

/// A fault and what it did, in one sentence or in two that follow each other.
bool tells_fault_and_effect(const std::vector<Statement>& statements, std::size_t index) {
  static const PhraseTable kEffectsTable{std::span<const std::string_view>(kEffects)};
  const auto& statement = statements[index];
  if (!kEffectsTable.is_in(statement.text)) return false;
  if (names_fault(statement.text)) return true;
  return index > 0 && statements[index - 1].item == statement.item && names_fault(statements[index - 1].text);
}

std::string_view last_words(std::string_view text, int count) {
  std::size_t begin = text.size();
  while (count >= 0 && begin > 0)
    if (text[--begin] == ' ') --count;
  return text.substr(begin);
}

/// "Root cause: ..." or "Root cause - ...".
bool is_mark_behind(std::string_view text, std::size_t at) {
  text.remove_prefix(at);
  return text.starts_with(':') || text.starts_with(" - ") || text.starts_with(" – ") ||
         text.starts_with(" — ");
}

bool tells_agent_and_effect(std::string_view text) {
  static const PhraseTable kActsTable{std::span<const std::string_view>(kActs)};
  static const PhraseTable kAgentsTable{std::span<const std::string_view>(kAgents)};
  static const PhraseTable kTroubleActsTable{std::span<const std::string_view>(kTroubleActs)};
  const auto act = kActsTable.next(text);
  if (!act) return false;
  const auto agent = last_words(text.substr(0, act->at.begin), 7);
  return kAgentsTable.is_in(agent) && !kTroubleActsTable.is_in(agent);
}

std::size_t words_of(const Statement& statement) {
  return static_cast<std::size_t>(count_words(statement.text));
}

/// A start and an end in sentences of their own: "At 10:12 UTC the shop went down. ... By 11:05 UTC it was up
/// again."
Finding judge_told_interval(const RawReading& reading) {
  static const PhraseTable kOnsetTable{std::span<const std::string_view>(kOnset)};
  static const PhraseTable kEndTable{std::span<const std::string_view>(kEnd)};
  Proof proof;
  bool has_begun = false, has_ended = false, has_zone = false;
  for (const auto& statement : reading.statements) {
    if (statement.is_heading || statement.entry >= 0 || statement.is_in(Role::timeline) ||
        !statement.stands_early())
      continue;
    const auto times = find_times(statement.text);
    if (times.empty()) continue;
    const bool ends = kEndTable.is_in(statement.text), begins = kOnsetTable.is_in(statement.text);
    if (!ends && !begins) continue;
    for (const auto& time : times) has_zone = has_zone || !time.zone.empty();
    has_ended = has_ended || (ends && (has_begun || (begins && times.size() >= 2)));
    has_begun = has_begun || begins;
    proof.add(statement, 1, times[0].at.begin);
  }
  return has_begun && has_ended && has_zone ? proof.finding(1) : Finding{};
}

}  // namespace

Finding judge_interval(const RawReading& reading) {
  const auto& interval = reading.raw->interval;
  if (!interval || interval->is_inferred) return judge_told_interval(reading);
  if (interval->from.zone.empty() && interval->to.zone.empty()) return {};
  Proof proof;
  for (const auto& statement : reading.statements)
    for (const int line : interval->lines)
      if (statement.line == line) proof.add(statement, 10);
  Finding finding = proof.finding(1);
  finding.met = true;
  finding.lines = interval->lines;
  return finding;
}

Finding judge_early_cause(const RawReading& reading) {
  static const PhraseTable kCauseCuesTable(kCauseCues);
  static const PhraseTable kUnnamedTable{std::span<const std::string_view>(kUnnamed)};
  static const PhraseTable kNamedTable{std::span<const std::string_view>(kNamed)};
  static const PhraseTable kTroubleItselfTable{std::span<const std::string_view>(kTroubleItself)};
  Proof proof;
  bool is_asked = false;  // "The root cause? A typo."
  for (std::size_t i = 0; i < reading.statements.size(); ++i) {
    const auto& statement = reading.statements[i];
    if (statement.is_heading || statement.is_code || equal_ignoring_case(statement.text, reading.raw->title))
      continue;
    const bool is_labelled = statement.field == RawField::root_cause && statement.stands_early();
    // "Continuous Improvement:" only leads to what follows.
    if (statement.text.ends_with(':') && words_of(statement) <= 4) continue;
    if (is_labelled && words_of(statement) >= 2) proof.add(statement, 14);
    const bool is_its_place =
        (statement.is_early && !statement.is_in(Role::measures)) || statement.is_in(Role::summary);
    if (!is_its_place) continue;
    if (statement.is_in(Role::cause) && statement.is_early && words_of(statement) >= 3)
      proof.add(statement, 12);
    auto heard = heaviest(kCauseCuesTable, kCauseCues, statement.text);
    if (kTroubleItselfTable.is_in(statement.text)) heard.weight = std::min(heard.weight, 4);
    if (const auto label = kNamedTable.next(statement.text);
        label && is_mark_behind(statement.text, label->at.end))
      heard = {10, label->at.begin, 0};
    if (is_asked) heard.weight += 8;
    is_asked = statement.text.ends_with('?') && heard.weight >= 4;
    const bool tells_effect =
        tells_fault_and_effect(reading.statements, i) || tells_agent_and_effect(statement.text);
    int weight = std::max(heard.weight, tells_effect ? 9 : 0);
    if (weight <= 8 && kUnnamedTable.is_in(statement.text)) weight -= 5;
    if (weight > 0) proof.add(statement, weight, heard.at);
  }
  return proof.finding(7);
}

Finding judge_words(const RawReading& reading) {
  Finding finding;
  const int words = reading.raw->text.words;
  finding.met = words >= 400 && words <= 600;
  return finding;
}

}  // namespace pmsite
