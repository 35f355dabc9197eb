// SPDX-License-Identifier: MIT
#include "check/length_claims.hpp"

#include "base/text.hpp"
#include "check/claim_words.hpp"
#include "prose/phrases.hpp"

#include <algorithm>
#include <array>

namespace pmsite {
namespace {

using std::chrono::seconds;

/// Clauses that state no fact of this incident: rules, plans, hearsay, other times, other people's incidents.
constexpr std::array<std::string_view, 29> kNoFacts = {
    "usually|normally|typically|often|per|average|mean|median|if|unless",
    "would|will|might|should|shall|must|supposed|expected|planned|plan|plans",
    "could|may have",
    "no longer",
    "sla|slas|slo|slos|goal|target|targets|budget|objective|allow|allows|allowed",
    "thought|believed|assumed|feared|promised|looked",
    "according|reported|claimed|claims|announced|said|says",
    "provider*|vendor*|supplier*|upstream|registrar|partner*",
    "every|each ... zlength*",
    "every|each day|night|morning|hour|week|month|year|time|minute",
    "first|last|next|final|initial|past|previous|longest zlength*",
    "another|further|other|additional|remaining|extra|more zlength*",
    "any|these|those|same|worst zlength*",
    "zlength* before|earlier|ago|old|late|overdue|apart|into|ahead|early|sooner",
    "zlength* more|longer|shorter|faster|slower|behind|above|below|over|without|each|apiece",
    "zlength* window|timeout|interval|delay|ttl|lease|cooldown|backlog",
    "zlength* a|per|at time|month|year|week|day|most|least",
    "after|in|from zlength* of error|errors|failures|logs|data|traffic|work|requests|retries|silence",
    "is|are|be|being|gets|get detected|alerted|paged|noticed|resolved|fixed|restored|acknowledged",
    "phase|part|half|stage|peak|portion|rest|bulk|most of ... zincident",
    "beginning|end|minutes|hours of ... zincident",
    "zincident of|in|on|from january|february|march|april|may|june|july|august|september|october",
    "zincident of|in|on|from november|december|last|monday|tuesday|wednesday|thursday|friday|saturday|sunday",
    "zincident like|such|similar",
    "last|previous|next|past year|years|month|months|week|weeks|night|summer|winter|spring|autumn|quarter",
    "yesterday|tomorrow|ago|another|separate|unrelated|similar",
    "years|months|weeks|days earlier|before|later|prior|ago",
    "last|previous|past|earlier|prior|first|second|other outage*|incident*|disruption*|failure*|time|one",
    "some|few|several of ... customers|users",
};

struct Row {
  std::string_view phrase;
  LengthMeaning meaning;
};

constexpr std::array kRows = {
    Row{"zincident ... lasted|lasts|lasting|persisted|persisting zlength*", LengthMeaning::whole},
    Row{"zincident ... lasted|lasting|persisted|persisting|continued|continuing|ongoing for zlength*",
        LengthMeaning::whole},
    Row{"zincident which|that ... * ... lasted|persisted zlength*", LengthMeaning::whole},
    Row{"zincident ... went on for zlength*", LengthMeaning::whole},
    Row{"zincident of|was|totalled|totaled|spanned|spanning|covered zlength*", LengthMeaning::whole},
    Row{"zincident zlength*", LengthMeaning::whole},
    Row{"zincident for zlength*", LengthMeaning::whole},
    Row{"zincident ran|dragged ... for zlength*", LengthMeaning::whole},
    Row{"duration zlength*", LengthMeaning::whole},
    Row{"duration of|was|is zlength*", LengthMeaning::whole},
    Row{"duration of the|this|our zincident was|is zlength*", LengthMeaning::whole},
    Row{"zlengththe|zlengthhere of zincident", LengthMeaning::whole},
    Row{"zlengththe|zlengthhere of zservice|total|full|partial|complete zincident", LengthMeaning::whole},
    Row{"zlengththe zincident", LengthMeaning::whole},
    Row{"zlengththe long|zservice|total|full|partial|complete|major|site|global|worldwide zincident",
        LengthMeaning::whole},
    Row{"zservice ... down|unavailable|offline|unreachable|inaccessible|degraded|broken|unusable|dark for "
        "zlength*",
        LengthMeaning::impaired},
    Row{"zservice out of service for zlength*", LengthMeaning::impaired},
    Row{"zservice ... failed|failing|errored for zlength*", LengthMeaning::impaired},
    Row{"zservice ... returned|served|answered|showed ... errors|error|502|503|500|504|nothing|pages for "
        "zlength*",
        LengthMeaning::impaired},
    Row{"zcustomers ... without|nothing|errors|error|502|503|500|504|offline|locked ... for zlength*",
        LengthMeaning::impaired},
    Row{"zcustomers|zservice ... unable|cannot|couldn't|can't ... for zlength*", LengthMeaning::impaired},
    Row{"zcustomers|zservice ... unable|cannot|couldn't|can't ... * ... for zlength*",
        LengthMeaning::impaired},
    Row{"zcustomers|zservice|nobody ... could|can not ... for zlength*", LengthMeaning::impaired},
    Row{"zcustomers|zservice ... could|can not ... * ... for zlength*", LengthMeaning::impaired},
    Row{"nobody could ... for zlength*", LengthMeaning::impaired},
    Row{"for zlength* ... zcustomers|zservice ... "
        "down|unavailable|offline|unable|cannot|couldn't|can't|failed|errors",
        LengthMeaning::impaired},
    Row{"for zlength* ... zcustomers|zservice could|can not", LengthMeaning::impaired},
    Row{"for zlength* nobody could|was", LengthMeaning::impaired},
    Row{"detected|alerted|paged ... after|within zlength*", LengthMeaning::detect},
    Row{"detected|alerted|paged ... * ... after|within zlength*", LengthMeaning::detect},
    Row{"alert|alarm|monitoring|pager ... fired|raised ... after|within zlength*", LengthMeaning::detect},
    Row{"zincident ... noticed|discovered|spotted|found ... after|within zlength*", LengthMeaning::detect},
    Row{"noticed|discovered|spotted ... zincident ... after|within zlength*", LengthMeaning::detect},
    Row{"after|within zlength* ... detected|alerted|paged", LengthMeaning::detect},
    Row{"detected|alerted|paged ... zlength* later", LengthMeaning::detect},
    Row{"zlength* later ... detected|alerted|paged", LengthMeaning::detect},
    Row{"detected|alerted|paged ... zlength* after ... zincident|zaround|start|beginning|began|started|onset",
        LengthMeaning::detect},
    Row{"zlength* after ... zincident|zaround|start|beginning|began|started|onset ... detected|alerted|paged",
        LengthMeaning::detect},
    Row{"took ... zlength* to detect|notice|discover|spot", LengthMeaning::detect},
    Row{"zincident ... unnoticed|undetected for zlength*", LengthMeaning::detect},
    Row{"detection took zlength*", LengthMeaning::detect},
    Row{"time to detect|detection ... zlength*", LengthMeaning::detect},
    Row{"acknowledged ... after|within zlength*", LengthMeaning::acknowledge},
    Row{"acknowledged ... * ... after|within zlength*", LengthMeaning::acknowledge},
    Row{"after|within zlength* ... acknowledged", LengthMeaning::acknowledge},
    Row{"acknowledged ... zlength* later", LengthMeaning::acknowledge},
    Row{"zlength* later ... acknowledged", LengthMeaning::acknowledge},
    Row{"acknowledged ... zlength* after ... alert|alarm|page|detection|zincident|zaround|start",
        LengthMeaning::acknowledge},
    Row{"took ... zlength* to acknowledge", LengthMeaning::acknowledge},
    Row{"time to acknowledge|acknowledgement|acknowledgment ... zlength*", LengthMeaning::acknowledge},
    Row{"cause|culprit ... identified|found|diagnosed|pinpointed ... after|within|in zlength*",
        LengthMeaning::identify},
    Row{"identified|found|diagnosed|pinpointed ... cause|culprit ... after|within|in zlength*",
        LengthMeaning::identify},
    Row{"after|within zlength* ... cause|culprit ... identified|found|diagnosed|pinpointed|clear",
        LengthMeaning::identify},
    Row{"after|within zlength* ... identified|found|diagnosed|pinpointed ... cause|culprit",
        LengthMeaning::identify},
    Row{"took ... zlength* to identify|find|diagnose|pinpoint ... cause|culprit", LengthMeaning::identify},
    Row{"finding|diagnosing|identifying the ... cause took ... zlength*", LengthMeaning::identify},
    Row{"time to identify|diagnose ... zlength*", LengthMeaning::identify},
    Row{"zincident|zservice ... resolved|restored|back|recovered|fixed|mitigated|over|ended ... "
        "after|within|in zlength*",
        LengthMeaning::resolve},
    Row{"resolvedentry ... zlength* after ... zincident|zaround|start|beginning|began|started",
        LengthMeaning::resolve},
    Row{"resolvedentry ... after|within zlength*", LengthMeaning::resolve},
    Row{"it was resolved after|within|in zlength*", LengthMeaning::resolve},
    Row{"resolved|restored|fixed|mitigated ... zincident|zservice ... after|within|in zlength*",
        LengthMeaning::resolve},
    Row{"after|within zlength* ... zincident|zservice ... "
        "resolved|restored|back|recovered|fixed|mitigated|over",
        LengthMeaning::resolve},
    Row{"after|within zlength* ... resolved|restored|fixed|mitigated ... zincident|zservice",
        LengthMeaning::resolve},
    Row{"zincident|zservice ... resolved|restored|back|recovered|fixed|mitigated ... zlength* later",
        LengthMeaning::resolve},
    Row{"zincident|zservice ... resolved|restored|back|recovered|fixed|mitigated ... zlength* after ... "
        "zincident|zaround|start|beginning|began|started|detection|alert",
        LengthMeaning::resolve},
    Row{"took ... zlength* to resolve|restore|fix|mitigate|recover ... zincident|zservice",
        LengthMeaning::resolve},
    Row{"zincident ... took ... zlength* to resolve|fix|mitigate", LengthMeaning::resolve},
    Row{"recovery|resolution took zlength*", LengthMeaning::resolve},
    Row{"time to resolve|recover|restore|resolution|recovery|repair ... zlength*", LengthMeaning::resolve},
    Row{"zlength* was|were spent|lost|wasted ... zmisled zmisled", LengthMeaning::misled},
    Row{"zlength* was|were spent|lost|wasted ... chasing|chased", LengthMeaning::misled},
    Row{"zlength* went to|into ... zmisled zmisled", LengthMeaning::misled},
    Row{"spent|lost|wasted ... zlength* ... zmisled zmisled", LengthMeaning::misled},
    Row{"spent|lost|wasted ... zlength* ... chasing|chased", LengthMeaning::misled},
    Row{"zmisled ... * ... cost ... zlength*", LengthMeaning::misled},
    Row{"zmisled cost ... zlength*", LengthMeaning::misled},
};

/// An alert may have been the second one, or for others.
constexpr std::array<std::string_view, 1> kAlerts = {"alerted|paged|alarm|alert|pager"};
constexpr std::array<std::string_view, 1> kMitigations = {"mitigated"};
constexpr std::array<std::string_view, 1> kNamed = {"zincident|zaround|zservice|zmisled"};
/// Lengths that are not counted from some step on the way.
constexpr std::array<std::string_view, 3> kFromStart = {
    "zlength* after ... zincident|zaround|start|beginning|began|started|onset",
    "time to",
    "unnoticed|undetected for",
};

/// What different lengths are counted to. A phrase from one to another holds a length that is not its own:
/// "acknowledged after 6, resolved after 53 minutes".
constexpr std::array<std::string_view, 5> kSteps = {
    "detected|noticed|alerted|paged|discovered|spotted",
    "acknowledged",
    "identified|found|diagnosed|pinpointed",
    "mitigated",
    "resolved|restored|recovered|fixed",
};

bool has_other_steps(std::string_view phrase) {
  static const PhraseTable steps(kSteps);
  const auto found = steps.find(phrase);
  return std::any_of(found.begin(), found.end(),
                     [&](const auto& each) { return each.row != found.front().row; });
}

/// The phrase that holds the length most tightly.
std::optional<PhraseMatch> tightest(std::string_view clause) {
  static const PhraseTable table(kRows);
  std::optional<PhraseMatch> best;
  for (auto match = table.next(clause); match;
       match = table.next(clause, next_word(clause, match->at.begin).end)) {
    const bool is_tighter = !best || match->at.end - match->at.begin < best->at.end - best->at.begin;
    if (is_tighter && !has_other_steps(match->at.of(clause))) best = match;
  }
  return best;
}

/// The word of an entry's kind, which stands in front of its text: "**Detected** by Nagios after three
/// minutes".
std::string_view kind_before(const ClaimText& text, TextRange at) {
  const auto* entry = text.entry();
  if (entry == nullptr || text.passage->pieces.empty()) return {};
  const bool opens_entry = text.passage->pieces.front().at.line == entry->at.begin.line;
  const bool opens_passage = trim(text.passage->text.substr(0, text.offset)).empty();
  if (!opens_entry || !opens_passage || text.text.starts_with(':') || clause_around(text.text, at).begin > 0)
    return {};
  switch (entry->kind) {
    case EventKind::detected:
      return "detected ";
    case EventKind::acknowledged:
      return "acknowledged ";
    case EventKind::identified:
      return "cause identified ";
    case EventKind::mitigated:
    case EventKind::resolved:
      return "resolvedentry ";
    default:
      return {};
  }
}

/// How far from the truth a length may be: half of the smallest unit that its author named, and more where
/// they say "about".
seconds tolerance_of(const DurationMention& claim, Bound bound) {
  // Times of a timeline are told to the minute.
  constexpr seconds kLeast{60};
  // A bound is meant as one, and needs no rounding.
  if (bound != Bound::exact) return std::max(claim.length / 20, kLeast);
  // "2.5 hours" is told to the half of an hour.
  const bool is_whole = claim.unit.count() > 0 && claim.length % claim.unit == seconds{0};
  seconds slack = std::min(claim.unit / (is_whole ? 2 : 4), claim.length / 2);
  if (claim.approximate) slack += claim.length * 15 / 100;
  return std::max(slack, kLeast);
}

}  // namespace

std::optional<LengthClaim> read_length_claim(const ClaimText& text, TextRange at, const Postmortem& post) {
  static const PhraseTable no_facts(kNoFacts), alerts(kAlerts), mitigations(kMitigations),
      from_start(kFromStart), named(kNamed);
  std::string clause(kind_before(text, at));
  clause += reduced_clause(text, at, post);
  if (no_facts.is_in(clause)) return std::nullopt;
  LengthClaim claim;
  if (const auto phrase = tightest(clause)) {
    claim.meaning = kRows[phrase->row].meaning;
    if (claim.meaning == LengthMeaning::detect && alerts.is_in(clause)) claim.meaning = LengthMeaning::alert;
    if (claim.meaning == LengthMeaning::resolve && mitigations.is_in(phrase->at.of(clause)))
      claim.meaning = LengthMeaning::mitigate;
    claim.is_from_start = from_start.is_in(clause);
    claim.is_named = named.is_in(clause);
    return claim;
  }
  constexpr std::string_view kOpening = "for zlength";
  const bool opens_summary =
      text.is_about_whole &&
      equal_ignoring_case(std::string_view(clause).substr(0, kOpening.size()), kOpening);
  return opens_summary ? std::optional(claim) : std::nullopt;
}

bool is_true_of(const DurationMention& claim, Bound bound, seconds length) {
  const auto slack = tolerance_of(claim, bound);
  if (bound != Bound::at_least && length > claim.length + slack) return false;
  return bound == Bound::at_most || length >= claim.least - slack;
}

}  // namespace pmsite
