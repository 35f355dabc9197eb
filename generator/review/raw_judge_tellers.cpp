// SPDX-License-Identifier: MIT
#include "review/raw_judge_tellers.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

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

constexpr int kActs = 4;  ///< the lightest of them only says that somebody did something

constexpr auto kTellsCause = std::to_array<Cue>({
    {"root|main|underlying cause|causes|issue|problem|reason", 7},
    {"caused|cause|causes|causing", 6},
    {"because|due|resulted|resulting|led|leading|stemmed|originated|triggered|attributed", 6},
});

bool begins_with_actor(const Statement& statement) {
  static constexpr auto kActors = std::to_array<std::string_view>(
      {"we|i|they", "the|our ... team|engineer*|developer*", "engineers|developers"});
  static const PhraseTable kActorsTable{std::span<const std::string_view>(kActors)};
  const auto actor = kActorsTable.next(statement.text);
  return actor && actor->at.begin == next_word(statement.text, 0).begin;
}

/// "To fix it we ...", "Ada stopped ...": somebody does something early in the sentence.
bool names_actor(const Statement& statement) {
  static constexpr auto kActors = std::to_array<std::string_view>(
      {"we|i|he|she|they|engineer*|developer*|team|admin*|provider|company|technician"});
  static const PhraseTable kActorsTable{std::span<const std::string_view>(kActors)};
  constexpr std::size_t kEarly = 60;
  const auto actor = kActorsTable.next(statement.text);
  return actor && actor->at.begin < kEarly;
}

}  // namespace

Heard repair_step_in(std::string_view text) {
  static const PhraseTable kStepsTable(kSteps);
  return heaviest(kStepsTable, kSteps, text);
}

bool is_vague_step(const Heard& step) { return step.row + kVagueRows >= kSteps.size(); }

int cause_weight_in(std::string_view text) {
  static const PhraseTable kTellsCauseTable(kTellsCause);
  return heaviest(kTellsCauseTable, kTellsCause, text).weight;
}

std::size_t words_of(const Statement& statement) {
  return static_cast<std::size_t>(count_words(statement.text));
}

std::set<std::size_t> steps_in(const Statement& statement) {
  static const PhraseTable kStepsTable(kSteps);
  std::set<std::size_t> rows;
  for (const auto& match : kStepsTable.find(statement.text))
    if (match.row + kVagueRows < kSteps.size()) rows.insert(match.row);
  return rows;
}

std::size_t count_of(const std::set<std::size_t>& rows) {
  constexpr std::size_t kDeployed = 5, kPatched = 6;
  static_assert(kSteps[kPatched].phrase.starts_with("patched"));
  return rows.size() - (rows.contains(kDeployed) && rows.contains(kPatched) ? 1 : 0);
}

Tellers::Tellers(const std::vector<Statement>& statements) : first_(statements.data()) {
  tells_.reserve(statements.size());
  for (const auto& statement : statements) tells_.push_back(told_by(statement));
  const bool has_parts = std::any_of(statements.begin(), statements.end(), [](const Statement& it) {
    return it.timed >= 0 || it.is_in(Role::timeline) || it.is_in(Role::cause) || it.is_in(Role::resolution);
  });
  if (!has_parts && !has_repair()) find_repair_in_prose(statements);
}

/// Without parts of any kind, the repair is told in the later half, by who does something.
void Tellers::find_repair_in_prose(const std::vector<Statement>& statements) {
  int item = -1;
  for (std::size_t i = statements.size() / 2; i < statements.size(); ++i) {
    const auto& statement = statements[i];
    if (statement.is_heading || statement.is_code || statement.is_ahead()) continue;
    const bool acts = statement.opens_item && !steps_in(statement).empty() && names_actor(statement);
    if (acts) item = statement.item;
    if (statement.item == item) tells_[i] = Tells::repair;
  }
}

Tellers::Tells Tellers::told_by(const Statement& statement) {
  static const PhraseTable kTellsRepairTable(kTellsRepair);
  if (statement.is_heading || statement.is_ahead()) return Tells::neither;
  if (statement.field == RawField::resolution) return Tells::repair;
  const bool is_labelled_cause = statement.field == RawField::root_cause;
  if (statement.field != RawField::none && !is_labelled_cause) return Tells::neither;
  if (statement.role == Role::resolution && statement.second != Role::cause) return Tells::repair;
  if (!statement.is_in(Role::cause)) return is_labelled_cause ? Tells::cause : Tells::neither;
  const bool is_first = statement.part != part_;
  if (is_first) part_ = statement.part, first_item_ = statement.item, last_ = Tells::cause;
  if (statement.is_code) return last_;
  // In a joint section the cause comes first, then its repair; a sentence that is clearly of one turns the
  // tale.
  // "I wrote the path by hand", at the front of the section, is what broke it.
  int of_repair = heaviest(kTellsRepairTable, kTellsRepair, statement.text).weight;
  if (of_repair <= kActs && statement.item == first_item_) of_repair = 0;
  const int of_cause = cause_weight_in(statement.text);
  if (is_labelled_cause && last_ == Tells::cause && (!statement.opens_item || of_cause > 0)) return last_;
  // "We rebuilt the index", in a paragraph behind the one on the cause.
  const bool is_joint = statement.is_in(Role::cause) && statement.is_in(Role::resolution);
  const bool is_behind = is_joint && statement.item != first_item_ && begins_with_actor(statement);
  const bool acts = !is_first && is_behind && (statement.opens_item || steps_in(statement).size() >= 2);
  if (acts && of_cause == 0) last_ = Tells::repair;
  if (of_repair != of_cause) last_ = of_repair > of_cause ? Tells::repair : Tells::cause;
  return last_;
}

}  // namespace pmsite
