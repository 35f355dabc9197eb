// SPDX-License-Identifier: MIT
#include "base/text.hpp"
#include "review/raw_judge_tellers.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace pmsite {
namespace {

constexpr auto kSolved = std::to_array<Cue>({
    {"resolv*|fix|fixed|fixing|solv*|remed*|mitigat*|correct|corrected|rectif*|repair*|address|addressed|"
     "resolution|solution|restore|restored|recovered|workaround",
     4},
    {"restored|back|recovered|normal|resumed|operational|online", 2},
});

constexpr auto kUnknown = std::to_array<std::string_view>({
    "not|never|nobody|don't|didn't|cannot|can't|unclear|unknown|couldn't|no ... "
    "know|knows|knew|told|tell|say|said|understand|explain*|sure|understood|found|idea|explanation ... "
    "what|why|how|who|whether|whatever",
    "no idea|clue|explanation ... what|why|how",
    "unclear|unknown|mystery|mysterious* what|why|how",
    "mystery|mysterious*",
    "never told|explained|understood",
});

constexpr auto kOutcome = std::to_array<std::string_view>({
    "incident|issue|issues|problem|problems|outage|it|everything|all|error|errors|bug|matter|case|service|"
    "services|"
    "site|website|system|systems|server|application|app|functionality|operations|operation|platform|this|"
    "things ... "
    "resolved|fixed|solved|restored|corrected|closed|repaired|mitigated|addressed|over|gone|normal|working|"
    "operational|online|functional|stable|mended|works|worked|recovered|healthy|rectified|available|"
    "accessible|up",
    "return*|back|went|came ... normal|online|service|life",
    "fix|resolution|solution|patch|repair ... "
    "verified|confirmed|tested|checked|successful|completed|complete|took|"
    "successfully|worked|works|done|found|implemented|applied",
    "verified|confirmed|tested|checked by",
    "normal operation*|service",
    "no|any further|more|other|new|additional ... problem*|issue*|error*|complain*|incident*|alert*",
    "thank*|grateful|teamwork",
    "hard work",
    "smoothly|flawlessly",
    "resolved|solved|mitigated|repaired|restored the|this|our|it ... "
    "incident|issue|problem|outage|matter|service",
    "as usual|expected|before",
    "users|customers|clients|visitors|we|people|everyone|everybody ... could|can|able|again",
    "took|lasted ... hour*|minute*|day*|while|long",
    "resolved|fixed|solved|restored|corrected by|at|on|within|in|after|before",
    "successfully|fully|finally|completely|quickly|eventually "
    "resolved|fixed|solved|restored|corrected|repaired",
    "was|were|been|got|is ... resolved|fixed|solved|restored|corrected|verified|confirmed|repaired",
});

constexpr auto kMeans = std::to_array<std::string_view>({
    "by|through|via|using|with|after|upon|thanks|once|when|because|since|waited|waiting|wait",
});

// Behind these stands who or when, and no deed.
constexpr std::string_view kNoDeed =
    "that|this|these|us|me|you|them|him|her|it|team|teams|engineer*|developer*|everybody|everyone|qa|noon|"
    "midnight|night|evening|"
    "morning|lunch|time|hours|hour|minutes|minute|days|day|while|work|success|staff|support|admin*|then|"
    "now|next|"
    "pride|weekend|librarian*|users|user|customers|department|colleague*|expert*|specialist*|hard|effort|"
    "efforts|"
    "help|operations|testing|monitoring|verification|resolution|people|person|group";

constexpr std::string_view kBetween =
    "to|the|a|an|our|their|his|her|its|one|two|three|some|about|around|long|of|lot|all|few|several|many|"
    "whole|"
    "database|"
    "network|security|devops|backend|technical|it|great|much|only|same|and|more|less|than|further|on|call|"
    "senior";

constexpr auto kGuess = std::to_array<std::string_view>({
    "suspect*|assum*|believ*|blam*|thought|think|guess*|theory|hypothes*|convinced",
});

constexpr auto kNoChange = std::to_array<std::string_view>({
    "no|not|nothing|didn't|without ... help*|change*|difference|effect|improve*|success|luck|fix*|solve*",
    "still|again fail*|broken|down|slow|same|unavailable|happening|crash*|error*",
    "same|identical error*|problem*|issue*|result*|picture|way|symptom*|behav*",
    "as slow|bad|broken as",
    "problem|issue|error|errors|outage|failures persist*|remain*|continue*|came",
    "changed|did|helped|achieved nothing|not",
});

constexpr auto kNothing = std::to_array<std::string_view>({
    "changed|did|helped|achieved|brought nothing",
    "no difference|effect|avail|success",
    "innocent|unrelated",
});

/// Whether a sentence has a verb of any kind, as far as small words tell.
bool names_deed(const Statement& statement) {
  static constexpr auto kVerbs =
      std::to_array<std::string_view>({"we|i|he|she|they|it|was|were|is|are|has|had|have|been|by|to|after|"
                                       "then|who|which|engineer*|developer*|team"});
  static const PhraseTable kVerbsTable{std::span<const std::string_view>(kVerbs)};
  return kVerbsTable.is_in(statement.text);
}

/// "We do not know what helped."
bool says_unknown(std::string_view text) {
  static const PhraseTable kUnknownTable{std::span<const std::string_view>(kUnknown)};
  return kUnknownTable.is_in(text);
}

/// Whether a text says that it went well, or that nobody knows why, and not what was done for it.
bool tells_outcome_only(const Statement& statement) {
  static const PhraseTable kOutcomeTable{std::span<const std::string_view>(kOutcome)};
  static const PhraseTable kMeansTable{std::span<const std::string_view>(kMeans)};
  const std::string_view text = statement.text;
  if (says_unknown(text)) return true;
  if (!steps_in(statement).empty() || !kOutcomeTable.is_in(text)) return false;
  for (const auto& match : kMeansTable.find(text)) {
    auto next = next_word(text, match.at.end);
    while (next.begin < next.end && is_like_any(next.of(text), kBetween) && !is_like_any(next.of(text), "it"))
      next = next_word(text, next.end);
    const auto word = next.of(text);
    if (!word.empty() && !is_digit(word[0]) && !is_like_any(word, kNoDeed)) return false;
  }
  return true;
}

/// Whether a step of the tale followed a guess, and what comes next says that nothing changed.
bool is_in_vain(const std::vector<Statement>& all, const Statement& statement) {
  static const PhraseTable kNothingTable{std::span<const std::string_view>(kNothing)};
  static const PhraseTable kGuessTable{std::span<const std::string_view>(kGuess)};
  static const PhraseTable kNoChangeTable{std::span<const std::string_view>(kNoChange)};
  if (statement.entry < 0) return false;
  if (kNothingTable.is_in(statement.text)) return true;
  if (kNoChangeTable.is_in(statement.text) && steps_in(statement).size() < 2) return true;
  if (!kGuessTable.is_in(statement.text)) return false;
  for (const Statement* next = &statement + 1; next < all.data() + all.size() && next <= &statement + 2;
       ++next)
    if (next->entry <= statement.entry + 1 && next->is_story && kNoChangeTable.is_in(next->text)) return true;
  return false;
}

}  // namespace

Finding judge_resolved_how(const RawReading& reading) {
  static const PhraseTable kSolvedTable(kSolved);
  Proof proof;
  const Tellers tellers(reading.statements);
  int last_part = -1;
  const bool has_repair = tellers.has_repair();
  for (const auto& statement : reading.statements) {
    if (statement.is_heading || statement.is_code || statement.is_ahead()) continue;
    const auto step = repair_step_in(statement.text);
    const auto end = heaviest(kSolvedTable, kSolved, statement.text);
    int weight = step.weight + end.weight - (is_vague_step(step) ? 2 : 0);
    const bool is_concrete = !steps_in(statement).empty();
    const bool is_behind_cause =
        statement.is_in(Role::cause) && !statement.is_early && statement.part == last_part;
    last_part = statement.part;
    if (tellers.is_repair(statement))
      weight += words_of(statement) >= 4 ? 6 : 2;
    else if (statement.timed >= 0 && statement.timed * 2 >= reading.timed_entries)
      weight += is_concrete ? 4 : 2;
    else if (is_behind_cause && is_concrete && (statement.second != Role::other || !has_repair))
      weight += 4;
    // What a program did before it broke down is no repair, nor is what a guess led to.
    if (statement.is_in(Role::cause) && statement.second != Role::resolution && has_repair &&
        !tellers.is_repair(statement))
      weight = std::min(weight, 7);
    if (!tellers.is_repair(statement) && is_in_vain(reading.statements, statement))
      weight = std::min(weight, 7);
    if (step.weight == 0)
      weight = tellers.is_repair(statement) && words_of(statement) >= 6 && names_deed(statement)
                   ? 10
                   : std::min(weight, 7);
    if (tells_outcome_only(statement)) weight = std::min(weight, 7);
    if (weight > 0) proof.add(statement, weight, step.at);
  }
  return proof.finding(10);
}

namespace {

/// What is told of a repair in one place.
struct Telling {
  std::size_t words = 0, sentences = 0;
  std::set<std::size_t> rows;    ///< of kSteps
  bool has_joint_steps = false;  ///< one sentence has two steps, and room to tell them
  bool has_code = false;

  void add(const Statement& statement);
  bool is_rich() const;
};

void Telling::add(const Statement& statement) {
  static constexpr auto kTook =
      std::to_array<std::string_view>({"took|takes|lasted ... ... hour*|minute*|day*|second*"});
  static const PhraseTable kTookTable{std::span<const std::string_view>(kTook)};
  if (statement.is_code) {
    has_code = true;
    return;
  }
  const auto its_rows = steps_in(statement);
  if (its_rows.empty() && kTookTable.is_in(statement.text)) return;
  words += words_of(statement);
  if (words_of(statement) >= 4) ++sentences;
  has_joint_steps = has_joint_steps || (count_of(its_rows) >= 2 && words_of(statement) >= 10);
  rows.insert(its_rows.begin(), its_rows.end());
}

bool Telling::is_rich() const {
  constexpr std::size_t kFew = 10, kSome = 25, kMany = 30;
  if (has_code && words > 0) return true;
  if (rows.empty()) return false;
  return (count_of(rows) >= 2 && words >= kFew) || (sentences >= 2 && words >= kSome) || words >= kMany;
}

/// What was deployed of late is often what broke it, and who looks at it has not repaired it yet.
bool is_search(const Statement& statement) {
  static constexpr auto kSearch = std::to_array<std::string_view>({
      "investigat*|suspect*|assum*|believ*|hypothes*|shifted|focus*|blam*",
      "recent|recently|latest|newly|faulty ... deploy*|update*|release*|change*|push*|migration*",
  });
  static const PhraseTable kSearchTable{std::span<const std::string_view>(kSearch)};
  if (statement.field == RawField::misleading_path || statement.field == RawField::actions_taken) return true;
  return kSearchTable.is_in(statement.text);
}

}  // namespace

Finding judge_fix_detail(const RawReading& reading) {
  const Tellers tellers(reading.statements);
  Proof proof;
  Telling told, told_in_story, untold;
  for (const auto& statement : reading.statements) {
    const bool is_told = tellers.is_repair(statement);
    // What was deployed in the first entries is often what broke it.
    const bool is_late = statement.timed < 0 || statement.timed * 3 >= reading.timed_entries;
    if (statement.is_heading || statement.is_ahead() || (!is_told && !(statement.is_story && is_late)))
      continue;
    if (says_unknown(statement.text)) continue;
    const auto steps = count_of(steps_in(statement));
    if (is_told)
      (statement.is_story ? told_in_story : told).add(statement);
    else if (steps > 0 && !is_search(statement) && !statement.is_code &&
             !is_in_vain(reading.statements, statement))
      untold.add(statement);
    else
      continue;
    const auto length = std::min<std::size_t>(words_of(statement), 16);
    proof.add(statement, static_cast<int>(length + 4 * steps) + (is_told ? 40 : 0),
              repair_step_in(statement.text).at);
  }
  // A short resolution is detailed if one entry of the timeline has two steps; without any, the whole
  // timeline counts.
  const bool is_short = told.sentences > 0 || told_in_story.sentences > 0;
  const bool is_rich = told.is_rich() || told_in_story.is_rich() ||
                       (is_short ? untold.has_joint_steps || told_in_story.has_joint_steps
                                 : count_of(untold.rows) >= 2 && untold.words >= 20);
  return is_rich ? proof.finding(1) : Finding{};
}

}  // namespace pmsite
