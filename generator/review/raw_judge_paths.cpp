// SPDX-License-Identifier: MIT
#include "base/text.hpp"
#include "review/raw_judge.hpp"

#include <algorithm>
#include <array>

namespace pmsite {
namespace {

constexpr int kSure = 10;

/// Words that say by themselves that a path was wrong.
constexpr auto kWrong = std::to_array<Cue>({
    {"misleading|mislead|misled|misleads|misdirect*|misdiagnos*|misattribut*|misinterpret*", 10},
    {"red herring*", 12},
    {"wrong|false|incorrect|erroneous|mistaken|misguided ... "
     "assumption*|hypothes*|direction|track|trail|diagnosis|suspicion*|theory|theories|"
     "conclusion*|tree|alley|culprit|suspect",
     11},
    {"wrong|false lead|leads|turn|turns|tree|idea|suspect|guess|hunch|scent|corner|horse|conclusion|hint",
     11},
    {"it|that|this|which|was|were|is|proved|on|down|up a|the|an wrong|false|dead|bad "
     "path|track|way|street|road|end|alley|"
     "guess|idea|turn|trail",
     11},
    {"theory|theories|idea|guess|guesses|assumption*|suspicion*|hypothes*|diagnosis|hunch|suspect|lead|track|"
     "explanation|"
     "belief ... was|were|is|are|proved|turned|been|looked|out|turns|proves ... "
     "wrong|false|incorrect|rubbish|nonsense|unfounded|dead|mistaken|misplaced|groundless|baseless|useless|"
     "garbage|off",
     11},
    {"theory|idea|suspicion|suspect|assumption|guess|hypothesis "
     "dead|cleared|dropped|gone|dismissed|wrong|failed|"
     "collapsed|buried|rejected|refuted",
     11},
    {"bark* up", 12},
    {"wrong suspect|culprit|diagnosis|track|trail", 11},
    {"was|were|is|are|wasn't|had never about|the|a|an|our|his|her|their|its", 9},
    {"was|were|is never ... cause|culprit|problem|issue|fault|reason|account|load", 10},
    {"had|has|have nothing|little to do with", 11},
    {"still ... after|despite|even", 9},
    {"was|is not the|our|a "
     "firewall|network|cache|database|disk|server|provider|dns|plugin|load|account|router|code|release|"
     "deploy*|config*|"
     "memory|traffic|certificate|browser|client|machine|library|driver|cable|switch|folder|script|query|"
     "balancer|cdn|"
     "cloud|backup|queue",
     10},
    {"out of it|question|suspicion", 8},
    {"changed|changes|change|achieved|brought|helped|did|does|solved|fixed|improved nothing|little", 10},
    {"made|makes|make|making no|any|little|zero difference|change", 11},
    {"no|without|zero|any difference|effect|change|improvement|luck|joy|dice", 9},
    {"same|identical|exact|exactly|very "
     "problem|error|errors|issue|result|symptom*|behaviour|behavior|failure|picture|way",
     7},
    {"still|again ... broken|failing|failed|down|slow|dead|frozen|there|happening|crashing|the same", 7},
    {"was|were|is|are|proved|looks|looked|declared|found completely|totally|perfectly|all|entirely|* "
     "innocent|guiltless|blameless|unrelated|irrelevant",
     10},
    {"innocent|guiltless|blameless|exonerated|acquitted", 10},
    {"nothing|none ... helped|worked|changed|came|it", 9},
    {"led|leads|leading us|me|them|nowhere ... nowhere|astray", 11},
    {"led|leads|leading|went|goes|going|got nowhere", 11},
    {"in the wrong place|direction|corner|spot|layer|log|file|component", 10},
    {"distract*|decoy|mirage|smokescreen|lured", 10},
    {"blamed|accused|convinced|suspected ... wrongly|unjustly|apologi*", 11},
    {"apologi*|sorry|apology|pardon ... to ... its|the|his|her|their", 6},
    {"wrong|incorrect|misleading|false investigat*|debug*|troubleshoot*|diagnos* ... path|paths", 11},
    {"went|took|taken|followed|pursued|going|led|down ... wrong|false|incorrect "
     "path|paths|way|road|route|turn",
     11},
    {"wild goose", 12},
    {"dead end*", 11},
    {"rabbit hole*", 11},
    {"barking up", 11},
    {"chas* ... ghost*|shadow*|mirage*|tail*|geese|phantom*", 11},
    {"off course|track|trail|scent", 10},
    {"sidetrack*|astray|fruitless*|unfruitful|futile", 10},
    {"mistakenly|erroneously|wrongly|incorrectly|falsely "
     "assum*|suspect*|focus*|believ*|thought|blam*|attribut*|investigat*|look*|"
     "target*|point*|identif*|led|concluded",
     12},
    {"turned|turns out ... "
     "not|fine|wrong|false|incorrect|unrelated|innocent|unfounded|misleading|healthy|normal",
     10},
    {"proved|proven|proving|proves ... "
     "wrong|false|incorrect|unrelated|fruitless|futile|unsuccessful|ineffective|misleading",
     11},
    {"ruled|ruling|rules|rule ... out", 10},
    {"eliminat*|dismiss*|discard*|excluded ... "
     "possibility|cause|hypothes*|theory|assumption|suspect*|option|idea",
     10},
    {"disproved|disproven|refuted|debunked|exonerated|unfounded|invalidated", 11},
    {"none|neither|nothing ... helped|help|worked|work|fixed|solved|resolved", 11},
    {"no avail", 10},
    {"in vain", 10},
    {"without|no success|luck|result|results|effect|improvement|progress", 9},
    {"unsuccessful*|ineffective", 8},
    {"not|didn't|doesn't|wasn't|failed|couldn't|don't ... "
     "help|fix|solve|resolve|yield|alleviate|remedy|produce|improve|uncover|make",
     9},
    {"not|wasn't|isn't|weren't the|a|an|our|their|actually|really ... cause|culprit|reason|source|root|fault",
     10},
    {"not|wasn't|isn't|weren't the issue|problem|case", 9},
    {"not|wasn't|isn't|weren't ... related|responsible|guilty", 9},
    {"revealed|showed|proved|proven|indicated|suggested|confirmed otherwise", 10},
    {"no|nothing|zero ... "
     "issue|issues|problem|problems|anomal*|error|errors|fault*|evidence|irregularit*|abnormal*|bottleneck*|"
     "correlation|clue*|unusual|suspicious|wrong|amiss|malicious ... "
     "found|detected|discovered|identified|seen|observed|noticed|there|"
     "here|with|in|reported|uncovered",
     9},
    {"found|find|finding|revealed|reveals|reveal|showed|shows|show|showing|yielded|discovered|detected|saw|"
     "identified|confirmed|confirming|confirms ... no|nothing|any ... "
     "issue*|problem*|anomal*|error|errors|evidence|fault*|abnormal*|irregular*|bottleneck*|unusual|wrong|"
     "suspicious|attack*|sign|signs|trace|"
     "out|amiss|leak*",
     9},
    {"nothing|not|no|without ... "
     "ordinary|unusual|suspicious|abnormal|odd|strange|useful|helpful|interesting|relevant|conclusive|"
     "noteworthy",
     9},
    {"found|revealed|showed|shows|yielded|discovered|identified nothing", 9},
    {"looked|looks|seemed|appeared|were|was|is|are ... fine|healthy|okay|ok|clean|innocent", 9},
    {"came|come|comes|coming back|up|out clean|normal|fine|negative|healthy|empty|ok|okay", 11},
    {"shift*|redirect*|turn*|mov*|switch*|chang* ... focus|attention|gears", 9},
    {"focus|attention|investigation ... shift*|redirect*|moved|turned|diverted", 9},
    {"divert*|diversion|detour* ... "
     "effort*|attention|focus|debug*|investigation|resources|troubleshoot*|time|team|wrong|away",
     10},
    {"led|leading|caused|causing|lead ... diversion|detour|confusion", 10},
    {"wast*|lost|losing|cost* ... time|hours|hour|minutes|morning|afternoon|evening|day", 10},
    {"time|hour|hours|minutes ... wasted|lost", 10},
    {"debug*|search*|investigat*|check*|look*|fix*|restart* ... wrong "
     "server|host|component|place|spot|service|layer|node|machine|system|log|logs",
     11},
    {"delay*|prolong*|slow* ... identif*|resol*|diagnos*|discover*|investigation|root|finding", 7},
    {"unrelated|irrelevant|innocent|coincidence|coincidental", 9},
    {"false alarm*|positive*", 8},
});

constexpr auto kSuspicion = std::to_array<Cue>({
    {"suspect*|assum*|hypothes*|speculat*|theoriz*|presumed|presuming|blam*|accus*|convinced|theory|guilty",
     6},
    {"sure|certain it|that|this", 5},
    {"spent|spend|lost|burned|burnt ... hour*|minute*|morning|afternoon|day|time|night ... on|with|in|at", 5},
    {"everyone|everybody|all|we|i pointed|point|looked|look at", 4},
    {"believ*|thought|think|thinking|guess*|figured|attribut*", 5},
    {"initial|initially|first|early|original|originally ... "
     "focus*|attention|suspicion*|assumption*|hypothes*|theory|thought|belief|suspect|believed",
     6},
    {"potential|possible|probable|likely|perhaps|maybe|might", 3},
    {"focus*|concentrat*|investigat*|look*|check*|examin*|review*|restart*|reboot*|increas*|tried|attempt*|"
     "clear*|roll*|ran|run|scal*|"
     "inspect*|analy*|verif*|debug*|test*",
     4},
});

constexpr auto kContrast = std::to_array<Cue>({
    {"but|however|although|though|yet|alas|unfortunately|nope|surprise|surprisingly", 4},
    {"plot twist*", 5},
    {"actually|instead|rather|later|until|before|while|whereas", 3},
    {"only to", 4},
    {"in fact|reality|truth|hindsight", 4},
    {"wrong|incorrect|misplaced", 5},
    {"delay*|prolong*|wast*", 4},
});

/// A suspect that is cleared.
constexpr auto kCleared = std::to_array<Cue>({
    {"was|were|is|are|be|been|being not ... "
     "fine|normal|healthy|working|functioning|operational|stable|correct|correctly|properly|functional",
     0},
    {"persist*|reappear*|recur*", 5},
    {"issue|issues|problem|problems|error|errors|outage|symptom* ... remain*|continu*|still", 5},
    {"was|were|is|are|be|been|being|appeared|seemed|looked|chilling|all|everything|status|as ... "
     "fine|normal|healthy|ok|okay|green|clean|innocent|"
     "working|functioning|operational|stable|optimal|correct|correctly|properly|functional|good|expected",
     5},
    {"no|nothing ... found|seen|detected|identified|present|confirmed", 5},
    {"no|nothing|not|none|negative|neither|wasn't|weren't|didn't", 4},
});

constexpr auto kFirst = std::to_array<std::string_view>({
    "initially|initial|first|firstly|originally|early",
});

constexpr auto kHeld = std::to_array<std::string_view>({
    "assumed|assumes|suspected|suspects|suspecting|assuming|presumed|hypothesized|believed",
    "new|second|another|next suspect|theory|hypothesis|assumption",
});

/// Right behind a suspicion, in the same entry.
constexpr auto kInVain = std::to_array<std::string_view>({
    "nope|alas|still",
    "no luck|dice|change|difference|joy",
    "did|does|not ... help|matter",
    "same|still|again|never|wrong|innocent",
});

constexpr auto kRecovery = std::to_array<std::string_view>({
    "back ... normal|online|up",
    "fix|patch|hotfix|solution ... tested|verified|deployed|applied|works|worked",
    "test*|verif* ... fix|patch|hotfix|solution",
    "restored|resolved|recovered|resumed|fixed",
    "monitoring confirm*",
    "no further|more|new|longer|additional|other ... issue*|error*|alert*|problem*|complaint*",
    "site|website|service|services|server|system|application ... was|is|are|were|now ... "
    "working|operational|functional|normal",
    "users|customers|we|clients ... could|can|able",
});

/// "There was no wrong track this time."
bool denies_paths(std::string_view text) {
  static constexpr auto kNoPath = std::to_array<std::string_view>({
      "no|not|never|none|without|neither|nor|any|hardly|zero ... "
      "misleading|wrong|false|dead|red|fruitless ... "
      "path*|track*|trail*|lead|leads|turn*|assumption*|direction*|herring*|end|ends|route*|theory|theories|"
      "guess*|"
      "suspicion*|idea*|suspect*|detour*|hypothes*|one|ones",
      "no|not|never|without|any ... detour*|distraction*|misdirection*|sidetrack*",
      "first|initial guess|idea|assumption|suspicion|theory|hypothesis ... was|were|is|proved|turned ... "
      "right|correct|confirmed|true",
  });
  static const PhraseTable kNoPathTable{std::span<const std::string_view>(kNoPath)};
  const auto found = kNoPathTable.next(text);
  // "We had no idea that it was the wrong track" is one.
  static constexpr auto kIdea = std::to_array<std::string_view>({"no idea|clue|doubt"});
  static const PhraseTable kIdeaTable{std::span<const std::string_view>(kIdea)};
  return found && !kIdeaTable.is_in(text);
}

bool is_recovery(const Statement& statement) {
  static const PhraseTable kRecoveryTable{std::span<const std::string_view>(kRecovery)};
  return kRecoveryTable.is_in(statement.text);
}

Heard suspicion_in(const Statement& statement) {
  static const PhraseTable kSuspicionTable(kSuspicion);
  return heaviest(kSuspicionTable, kSuspicion, statement.text);
}

/// How surely a statement tells of a suspicion that was wrong, or of a step that did not help.
Heard wrong_path_in(const Statement& statement) {
  static const PhraseTable kWrongTable(kWrong);
  static const PhraseTable kContrastTable(kContrast);
  // A log that is not there clears nobody.
  static constexpr auto kMissingLogs =
      std::to_array<std::string_view>({"no|not|any ... error|php|server log|logs|logging|messages"});
  static const PhraseTable kMissingLogsTable{std::span<const std::string_view>(kMissingLogs)};
  static const PhraseTable kClearedTable(kCleared);
  auto heard = heaviest(kWrongTable, kWrong, statement.text);
  if (const auto suspected = suspicion_in(statement); suspected.weight > 0) {
    const auto rest = std::string_view(statement.text).substr(suspected.at);
    const int against =
        heaviest(kContrastTable, kContrast, suspected.weight > 4 ? statement.text : rest).weight;
    const int acquitted = heaviest(kClearedTable, kCleared, rest).weight;
    const bool is_turned = suspected.weight > 4
                               ? against >= 4 || acquitted >= 5 || (against >= 3 && acquitted >= 4)
                               : against >= 4 && acquitted >= 4;
    const int weight = is_turned ? suspected.weight + std::max(against, acquitted) : 0;
    if (weight > heard.weight) heard = {weight, suspected.at, 0};
  }
  if (heard.weight < 11 && kMissingLogsTable.is_in(statement.text)) heard.weight -= 5;
  if (heard.weight < 11 && is_recovery(statement)) heard.weight -= 5;
  return heard;
}

/// Where what follows a suspicion clears the suspect: "First suspect: the database." - "The database is
/// healthy."
bool is_cleared_behind(const std::vector<Statement>& statements, std::size_t index) {
  static const PhraseTable kClearedTable(kCleared);
  static const PhraseTable kWrongTable(kWrong);
  static const PhraseTable kInVainTable{std::span<const std::string_view>(kInVain)};
  static constexpr auto kTurns = std::to_array<std::string_view>({
      "however|but|only|later|finally ... actually|instead|realized|realised|otherwise",
      "however|but|only|later|finally ... * ... actually|instead",
      "turned|turns out ... actually|instead",
      "actual|real|true cause|culprit|problem|issue|reason ... was|is|turned|lay|identified|found",
  });
  static const PhraseTable kTurnsTable{std::span<const std::string_view>(kTurns)};
  const int entry = statements[index].entry;
  for (std::size_t i = index + 1; i < statements.size() && i <= index + 3; ++i) {
    const auto& next = statements[i];
    if (!next.is_story) return false;
    if (kTurnsTable.is_in(next.text) && !is_recovery(next)) return true;
    if (next.entry > entry + 1) continue;
    const bool goes_on = next.entry == entry && kInVainTable.is_in(next.text);
    const bool is_acquittal = goes_on || heaviest(kClearedTable, kCleared, next.text).weight >= 5 ||
                              heaviest(kWrongTable, kWrong, next.text).weight >= 9;
    if (is_acquittal && !is_recovery(next)) return true;
  }
  return false;
}

}  // namespace

Finding judge_misleading(const RawReading& reading) {
  static const PhraseTable kFirstTable{std::span<const std::string_view>(kFirst)};
  static const PhraseTable kHeldTable{std::span<const std::string_view>(kHeld)};
  Proof proof;
  int held_in = -1;  // Who assumes a second thing has given up the first.
  for (std::size_t i = 0; i < reading.statements.size(); ++i) {
    const auto& statement = reading.statements[i];
    if (statement.is_heading || statement.is_code || statement.is_ahead() || is_denial(statement.text))
      continue;
    if (statement.is_in(Role::other) && !statement.is_early && !statement.is_story) continue;
    if (statement.field == RawField::misleading_path && count_words(statement.text) >= 3)
      proof.add(statement, 14);
    if (denies_paths(statement.text)) continue;
    auto heard = wrong_path_in(statement);
    const auto suspected = suspicion_in(statement);
    if (suspected.weight >= 5 && is_cleared_behind(reading.statements, i))
      heard = {std::max(heard.weight, suspected.weight + 4), suspected.at, 0};
    const bool is_held = kHeldTable.is_in(statement.text);
    if (is_held && held_in >= 0 && held_in != statement.item && statement.is_story)
      heard = {std::max(heard.weight, kSure), suspected.at, 0};
    if (is_held) held_in = statement.item;
    if (suspected.weight >= 5 && kFirstTable.is_in(statement.text)) heard.weight += 2;
    if (statement.is_story && heard.weight > 0) heard.weight += 1;
    if (heard.weight > 0) proof.add(statement, heard.weight, heard.at);
  }
  return proof.finding(kSure);
}

}  // namespace pmsite
