// SPDX-License-Identifier: MIT
#include "base/text.hpp"
#include "review/raw_judge.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace pmsite {
namespace {

/// Steps of a repair, one row each, so that different ones can be counted.
constexpr auto kSteps = std::to_array<Cue>({
    {"restart*|reboot*|relaunch*", 8},
    {"rolled|rolling|rollback|revert*|downgrad*|backed", 9},
    {"correct|corrected|correcting|corrects|rectif*|amended|repaired|repairing", 8},
    {"replaced|replaces|replacing|replace|replacement|swapped|swapping|exchanged|substituted", 8},
    {"renewed|renewing|renew|reissued|issued|rotated|revoked|revoking", 8},
    {"deployed|redeployed|redeploy|deploying|pushed|pushing|shipped|released|published|unpublished|merged",
     7},
    {"patched|patching|hotfix*", 8},
    {"updated|updating|update|upgraded|upgrading|upgrade|bumped", 7},
    {"increased|increasing|scaled|scaling|expanded|expanding|doubled|raised|provisioned|allocated|extended|"
     "spun",
     7},
    {"adjusted|adjusting|adjust|tuned|tuning|tweaked|optimi*|calibrated|rebalanced|redistributed|"
     "recalibrated|reindexed|indexed",
     8},
    {"cleared|clearing|purged|flushed|flushing|cleaned|cleaning|freed|freeing|dropped|truncated|pruned", 7},
    {"killed|kill|killing|terminated|stopped|stopping|paused|drained|blocked|started|starting", 6},
    {"changed|changing|modified|modifying|edited|editing|renamed|renaming|altered|rewrote|rewriting|"
     "refactored|refactoring|"
     "reconfigured|reconfiguring|configured|switched|switching|rewritten",
     7},
    {"removed|removing|remove|deleted|deleting|delete|uninstalled|stripped", 7},
    {"copied|copying|replicated|replicating|dumped|imported|reimported|synced|synchronized|synchronised|"
     "uploaded|reuploaded",
     7},
    {"fix|fixed|fixing|fixes ... typo*|file*|code|config*|path*|script*|query|permission*|line|address|name",
     8},
    {"reloaded|loaded|replayed|reran|reprocessed|refilled|warmed", 7},
    {"put ... back|in|on", 6},
    {"restor* ... from ... backup*|snapshot*|image|copy", 8},
    {"redesigned|rebuilt|rebuilding|rebuild|recreated|recreating|reconnected|recompiled|split", 7},
    {"enabled|enabling|disabled|disabling|turned|turning|activat*|deactivat*|toggled", 7},
    {"added|adding|inserted|introduced|created|creating|wrote|written|generated|installed|installing|"
     "reinstalled",
     6},
    {"redirected|rerouted|rerouting|migrated|moved|moving|proxied|pointed|bypassed", 6},
    {"sed|grep|chmod|chown|sudo|systemctl|kubectl|puppet|terraform|ansible|executed|executing|ran|running",
     6},
    {"reset|resetting|set|setting|unblocked|unlocked|granted|granting|whitelisted|allowed", 6},
    {"brought|bring|bringing ... back|up|online", 6},
    {"restored|restoring|recovered|recovering|backup", 5},
    {"applied|applying|implemented|implementing", 5},
    {"fix|fixed|fixes|fixing|solv*|resolv*|mitigat*|remed*|address*|workaround*", 5},
});
constexpr std::size_t kVagueRows = 3;  ///< the last rows name no step

constexpr auto kSolved = std::to_array<Cue>({
    {"resolv*|fix|fixed|fixing|solv*|remed*|mitigat*|correct|corrected|rectif*|repair*|address|addressed|"
     "resolution|solution|restore|restored|recovered|workaround",
     4},
    {"restored|back|recovered|normal|resumed|operational|online", 2},
});

/// What links a cause with what it did.
constexpr auto kMechanism = std::to_array<std::string_view>({
    "because|since|due|owing|caused|causing|causes|leading|led|leads|result*|therefore|thus|hence|consequen*|"
    "trigger*|prevent*|stem*|made|until|whenever|once|while|during|used|waited|waits|stopped|lost|could|"
    "rejected|refused|dropped|"
    "making|meant|meaning|forc*|allow*|overwhelm*|exhaust*|exceed*|overloaded|overloading|unable|fail*|"
    "crash*|block*|broke|so|instead|never|forgot*|neglect*|accidental*",
    "which",
    "could|did|was|were|does|had not",
});

/// Statements of a joint section that tell of the repair, not of the cause.
constexpr auto kTellsRepair = std::to_array<Cue>({
    {"to|we|i|they|team|engineer*|was|were|been|issue|problem|then|resolution|solution|fix ... "
     "resolv*|fix|fixed|fixing|solve|solved|addressed|mitigat*|remed*|corrected|rectif*|repair*|"
     "restore|restored|reverted|rolled|"
     "restarted|replaced|rebooted|renewed|adjusted|patched|reset|optimized|optimised|reconfigured|cleared",
     6},
    {"resolution|solution|fix|fixed|resolved|solved|solve|corrected|corrective|remediation|mitigation|"
     "replacement",
     5},
    {"after|by|upon "
     "changing|correcting|restarting|fixing|updating|adding|removing|replacing|editing|reverting|renewing|"
     "enabling|disabling|"
     "installing|increasing|adjusting|rolling|clearing|reducing|redeploying|switching",
     6},
    {"to address", 6},
    {"rolled|rollback|reverted|restarted|restarting", 5},
    {"we|i|they ... start|started|redesigned|developed|ran|wrote|edited|created|opened", 4},
});

constexpr auto kTellsCause = std::to_array<Cue>({
    {"root|main|underlying cause|causes|issue|problem|reason", 7},
    {"caused|cause|causes|causing", 6},
    {"because|due|resulted|resulting|led|leading|stemmed|originated|triggered|attributed", 6},
});

std::size_t words_of(const Statement& statement) {
  return static_cast<std::size_t>(count_words(statement.text));
}

/// The rows of kSteps that name a step, each once.
std::set<std::size_t> steps_in(const Statement& statement) {
  static const PhraseTable kStepsTable(kSteps);
  std::set<std::size_t> rows;
  for (const auto& match : kStepsTable.find(statement.text))
    if (match.row + kVagueRows < kSteps.size()) rows.insert(match.row);
  return rows;
}

bool begins_with_actor(const Statement& statement) {
  static constexpr auto kActors = std::to_array<std::string_view>(
      {"we|i|they", "the|our ... team|engineer*|developer*", "engineers|developers"});
  static const PhraseTable kActorsTable{std::span<const std::string_view>(kActors)};
  const auto actor = kActorsTable.next(statement.text);
  return actor && actor->at.begin == next_word(statement.text, 0).begin;
}

/// Which statements tell of the cause, and which of its repair.
class Tellers {
 public:
  explicit Tellers(const std::vector<Statement>& statements);
  bool is_cause(const Statement& statement) const { return of(statement) == Tells::cause; }
  bool is_repair(const Statement& statement) const { return of(statement) == Tells::repair; }

 private:
  enum class Tells { neither, cause, repair };
  Tells of(const Statement& statement) const { return tells_[static_cast<std::size_t>(&statement - first_)]; }
  Tells told_by(const Statement& statement);

  const Statement* first_ = nullptr;
  std::vector<Tells> tells_;
  int part_ = -1;
  Tells last_ = Tells::cause;  ///< in this part
};

Tellers::Tellers(const std::vector<Statement>& statements) : first_(statements.data()) {
  tells_.reserve(statements.size());
  for (const auto& statement : statements) tells_.push_back(told_by(statement));
}

Tellers::Tells Tellers::told_by(const Statement& statement) {
  static const PhraseTable kTellsRepairTable(kTellsRepair);
  static const PhraseTable kTellsCauseTable(kTellsCause);
  if (statement.is_heading || statement.is_ahead()) return Tells::neither;
  if (statement.field == RawField::resolution) return Tells::repair;
  const bool is_labelled_cause = statement.field == RawField::root_cause;
  if (statement.field != RawField::none && !is_labelled_cause) return Tells::neither;
  if (statement.role == Role::resolution && statement.second != Role::cause) return Tells::repair;
  if (!statement.is_in(Role::cause)) return is_labelled_cause ? Tells::cause : Tells::neither;
  const bool is_first = statement.part != part_;
  if (is_first) part_ = statement.part, last_ = Tells::cause;
  if (statement.is_code) return last_;
  // In a joint section the cause comes first, then its repair; a sentence that is clearly of one turns the
  // tale.
  const int of_repair = heaviest(kTellsRepairTable, kTellsRepair, statement.text).weight;
  const int of_cause = heaviest(kTellsCauseTable, kTellsCause, statement.text).weight;
  if (is_labelled_cause && last_ == Tells::cause && (!statement.opens_item || of_cause > 0)) return last_;
  // "We rebuilt the index", in a paragraph behind the one on the cause.
  const bool acts = !is_first && statement.opens_item && statement.second == Role::resolution &&
                    begins_with_actor(statement);
  if (acts && of_cause == 0) last_ = Tells::repair;
  if (of_repair != of_cause) last_ = of_repair > of_cause ? Tells::repair : Tells::cause;
  return last_;
}

/// "Alerts went off because of errors" tells what was seen, not why.
bool tells_news(const Statement& statement) {
  static constexpr auto kNews = std::to_array<std::string_view>({"alert*|alarm*|report*|complain*|notified"});
  static const PhraseTable kNewsTable{std::span<const std::string_view>(kNews)};
  return statement.timed >= 0 && kNewsTable.is_in(statement.text);
}

}  // namespace

Finding judge_resolved_how(const RawReading& reading) {
  static const PhraseTable kStepsTable(kSteps);
  static const PhraseTable kSolvedTable(kSolved);
  Proof proof;
  const Tellers tellers(reading.statements);
  int last_part = -1;
  for (const auto& statement : reading.statements) {
    if (statement.is_heading || statement.is_code || statement.is_ahead()) continue;
    const auto step = heaviest(kStepsTable, kSteps, statement.text);
    const auto end = heaviest(kSolvedTable, kSolved, statement.text);
    int weight = step.weight + end.weight - (step.row + kVagueRows >= kSteps.size() ? 2 : 0);
    const bool is_concrete = !steps_in(statement).empty();
    const bool is_behind_cause =
        statement.is_in(Role::cause) && !statement.is_early && statement.part == last_part;
    last_part = statement.part;
    if (tellers.is_repair(statement))
      weight += words_of(statement) >= 4 ? 6 : 2;
    else if (statement.timed >= 0 && statement.timed * 2 >= reading.timed_entries)
      weight += is_concrete ? 4 : 2;
    else if (is_behind_cause && is_concrete)
      weight += 4;
    if (step.weight == 0)
      weight = tellers.is_repair(statement) && words_of(statement) >= 6 ? 10 : std::min(weight, 7);
    if (weight > 0) proof.add(statement, weight, step.at);
  }
  return proof.finding(10);
}

Finding judge_cause_detail(const RawReading& reading) {
  static const PhraseTable kMechanismTable{std::span<const std::string_view>(kMechanism)};
  static const PhraseTable kTellsCauseTable(kTellsCause);
  const Tellers tellers(reading.statements);
  const bool has_late =
      std::any_of(reading.statements.begin(), reading.statements.end(),
                  [&](const Statement& it) { return tellers.is_cause(it) && !it.is_early; });
  Proof told, elsewhere;
  std::size_t words = 0, links = 0, count = 0, far_words = 0, far_links = 0;
  for (const auto& statement : reading.statements) {
    if (statement.is_heading || statement.is_ahead()) continue;
    const std::size_t its_words = words_of(statement),
                      its_links = kMechanismTable.find(statement.text).size();
    const int heard = heaviest(kTellsCauseTable, kTellsCause, statement.text).weight;
    if (tellers.is_cause(statement) && (!statement.is_early || !has_late)) {
      words += its_words, links += its_links, ++count;
      told.add(statement, static_cast<int>(std::min<std::size_t>(its_words, 16) +
                                           4 * std::min<std::size_t>(its_links, 3)));
    } else if (!tells_news(statement) && (heard >= 6 || names_fault(statement.text))) {
      far_words += its_words, far_links += its_links;
      const bool is_plain = heard >= 7 || (heard >= 6 && names_fault(statement.text));
      if (its_links > 0) elsewhere.add(statement, its_words >= 24 && is_plain ? 2 : 1);
    }
  }
  const bool is_rich_elsewhere = count == 0 && far_words >= 25 && far_links >= 1;
  const bool is_rich = (words >= 15 && links >= 1) || words >= 30 || (count >= 3 && words >= 12);
  return is_rich ? told.finding(1) : elsewhere.finding(is_rich_elsewhere ? 1 : 2);
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

/// "A hotfix was deployed" is one step.
std::size_t count_of(const std::set<std::size_t>& rows) {
  constexpr std::size_t kDeployed = 5, kPatched = 6;
  static_assert(kSteps[kPatched].phrase.starts_with("patched"));
  return rows.size() - (rows.contains(kDeployed) && rows.contains(kPatched) ? 1 : 0);
}

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
      "investigat*|suspect*|assum*|believ*|hypothes*|shifted|focus*",
      "recent|recently|latest|newly|faulty ... deploy*|update*|release*|change*|push*|migration*",
  });
  static const PhraseTable kSearchTable{std::span<const std::string_view>(kSearch)};
  return kSearchTable.is_in(statement.text);
}

}  // namespace

Finding judge_fix_detail(const RawReading& reading) {
  static const PhraseTable kStepsTable(kSteps);
  const Tellers tellers(reading.statements);
  Proof proof;
  Telling told, told_in_story, untold;
  for (const auto& statement : reading.statements) {
    const bool is_told = tellers.is_repair(statement);
    // What was deployed in the first entries is often what broke it.
    const bool is_late = statement.timed < 0 || statement.timed * 3 >= reading.timed_entries;
    if (statement.is_heading || statement.is_ahead() || (!is_told && !(statement.is_story && is_late)))
      continue;
    const auto steps = count_of(steps_in(statement));
    if (is_told)
      (statement.is_story ? told_in_story : told).add(statement);
    else if (steps > 0 && !is_search(statement) && !statement.is_code)
      untold.add(statement);
    else
      continue;
    const auto length = std::min<std::size_t>(words_of(statement), 16);
    proof.add(statement, static_cast<int>(length + 4 * steps) + (is_told ? 40 : 0),
              heaviest(kStepsTable, kSteps, statement.text).at);
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
