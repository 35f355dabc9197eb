// SPDX-License-Identifier: MIT
#include "base/text.hpp"
#include "review/raw_judge.hpp"

#include <algorithm>
#include <array>

namespace pmsite {
namespace {

constexpr auto kSteps = std::to_array<Cue>({
    {"investigat*", 6},
    {"investigat* ... * ... "
     "log*|server*|database*|network*|config*|code|dns|traffic|deploy*|setting*|query|queries|"
     "cpu|memory|disk*|balancer*|service*|api|process*|metric*|connect*|application*|infrastructure|"
     "permission*|component*|change*|cache*|firewall*|cluster*|file*|whether|if|potential|possible",
     9},
    {"investigat* log*|server*|database*|network*|config*|code|dns|traffic|whether|if|potential|possible", 9},
    {"run|ran|running|did|made|performed|conducted|executed ... "
     "test|tests|check|checks|diagnostic*|scan|query|queries|trace",
     8},
    {"check|checks|checked|checking|rechecked", 9},
    {"examin*|inspect*|analy*|debug*|troubleshoot*|troubleshot|diagnos*|scrutin*", 9},
    {"review|reviewed|reviewing|reviews", 8},
    {"suspect*|assum*|hypothes*|speculat*|theoriz*", 9},
    {"thought|believ*|presumed|presuming|guess*", 7},
    {"trace|traced|tracing|strace|tcpdump|netstat|ps|top|htop|curl|ping|pinged|nslookup|dig|telnet|gdb|"
     "profil*|grep|lsof|ssh",
     8},
    {"looked|looking|look|dug|digging|dig|dove|dive|dived|delved|delve|peeked|combed|sifted|poked ... "
     "into|at|through|in|for",
     9},
    {"log|logs ... show*|reveal*|indicat*|review*|check*|examin*|analy*|inspect*|display*", 8},
    {"log|logs ... was|were|are tailed|read|searched|opened|grepped", 8},
    {"tried|try|attempted", 7},
    {"ssh*|logged|connected ... into|in|to", 7},
    {"opened|read|tailed|cat ... log|logs|config|configuration|file|files", 7},
    {"test|tested|testing|tests|ran|run|running|reran", 6},
    {"verif*", 7},
    {"confirm*|ensur*", 6},
    {"restart*|reboot*|rolled|rollback|revert*", 6},
    {"reproduc*|replicat*|isolat*|narrow*|compar*|query|queried|trace*|tracing|located|locating|locate", 7},
    {"discover*|found|finds|find|identif*|determin*|reveal*|pinpoint*", 7},
    {"tracked|tracking|track down|to|into|it", 7},
    {"search|searches|searched|searching for|through|in|the|our|its|all|every", 7},
    {"focus*|attention|concentrat*|zeroed", 7},
    {"audit*|scan|scans|scanned|scanning|measur*", 8},
    {"asked the|our|a|an|him|her|them|all|each|every ... about|whether|if|how|what|which", 8},
    {"we|i|he|she|they|team|engineer*|developer*|and|admin* ask|asked|asking|asks ... "
     "about|whether|if|how|for|what|which",
     8},
    {"go|went|going through|over", 8},
    {"opened ... console|inspector|dashboard|debugger", 8},
    {"suspicion*|suspect|suspects|hunch", 8},
    {"possible|potential|probable|likely|presumed cause|causes|culprit|reason", 8},
    {"test|tested|testing|tests ... "
     "connection*|connectivity|network|database|port|ports|endpoint*|query|server*|"
     "api|balancer",
     8},
});

constexpr auto kReflection = std::to_array<std::string_view>({"postmortem|retrospective", "post mortem"});

/// A step of an investigation wherever it is told.
constexpr auto kToldSteps = std::to_array<Cue>({
    {"investigat* ... reveal*|show*|found|into|led|determin*|the|that|indicat*|uncover*|confirm*", 9},
    {"after|upon|during|by|from "
     "checking|examining|investigating|inspecting|reviewing|analyzing|analysing|troubleshooting|tracing|"
     "debugging",
     8},
    {"after|upon|during|further|initial|thorough|deeper|internal "
     "investigation*|inspection|debugging|analysis|test",
     6},
    {"an|internal|some test|tests|check|checks|inspection ... done|run|ran|made|performed|conducted", 8},
    {"we|i|team|engineer*|developer* ... "
     "checked|examined|inspected|investigated|analyzed|analysed|debugged|traced|reviewed|suspected|"
     "assumed|looked|dug|tried|thought|believed",
     9},
    {"using|used|with|via|ran strace|curl|tcpdump|netstat|gdb|grep|profiler|logs", 9},
    {"initially|first|originally suspected|assumed|thought|believed|suspect*|focus*", 9},
    {"logs ... revealed|showed|indicated|checked|examined|reviewed|analyzed", 9},
});

/// A test of the repair, or one that was left out.
bool tests_repair(std::string_view text) {
  static constexpr auto kTests = std::to_array<std::string_view>({
      "check*|verif*|confirm*|test*|ensur*|sure ... fix|patch|hotfix|solution|rollback",
      "check*|verif*|confirm*|test*|ensur*|sure ... * ... fix|patch|hotfix|solution|rollback ... "
      "work*|effective|successful|held|holds|was|is|were",
      "sure ... solved|fixed|resolved|working|works|gone",
      "not|never|without ... reviewed|tested|checked|verified|inspected|examined",
      "verif*|confirm*|ensur*|sure|check*|test* ... "
      "back|again|restored|recovered|normal|normally|stable|operational|works|resolution|recovery",
      "verif*|confirm*|ensur* ... working|functional|available|accessible|online|healthy",
      "confirm*|verif*|acknowledg* the|an|a|our|this outage|incident|issue|problem|downtime",
      "resolved|fixed|solved|restored|corrected|recovery|resolution|operation|everything ... "
      "verified|confirmed|tested|checked",
      "fix|patch|hotfix|solution|rollback ... was|were|is checked|verified|confirmed|tested",
  });
  static const PhraseTable kTestsTable{std::span<const std::string_view>(kTests)};
  return kTestsTable.is_in(text);
}

/// "The root cause was identified", "the server was found to be down": nothing was searched there.
bool is_mere_result(std::string_view text) {
  static constexpr auto kMere = std::to_array<std::string_view>({
      "as|was|is|be the|a|its|our root|main|cause|culprit",
      "identif*|found|finds|find|discover*|determin*|pinpoint* the|a|its|our "
      "root|cause|culprit|issue|problem",
      "root cause|cause|issue|problem|culprit ... identified|found|discovered|determined|pinpointed",
      "cause|issue|problem|culprit|reason|error|matter|bug|fault|failure ... "
      "identified|found|discovered|determined|pinpointed|located|understood|known|clear|detected",
      "found|finds|find|identif*|located|discover*|determin* it|them",
      "discover*|found|reveal*|determin*|confirm* ... site|server|website|service|application ... "
      "was|is|were "
      "down|inaccessible|unavailable|offline|slow",
  });
  static const PhraseTable kMereTable{std::span<const std::string_view>(kMere)};
  return kMereTable.is_in(text);
}

bool is_one_of(std::string_view word, std::string_view alternatives) {
  return !word.empty() && is_like_any(word, alternatives);
}

/// Whether what stands behind a word for searching says in what: "investigated the issue for an hour" does
/// not.
bool names_object(std::string_view text, std::size_t at, bool is_noun_enough) {
  constexpr std::string_view kFillers =
      "into|in|at|of|on|for|the|this|that|these|our|its|a|an|further|still|it|what|why|how|root|main|"
      "underlying|exact|"
      "real|true|whole|entire|more|deeper|deeply|all|reported|possible|potential|any|things|again|together|"
      "thoroughly|"
      "immediately|quickly|ongoing|current|same|deep|had|has|happened|occurred|went|wrong|was|is|broken|"
      "failing|"
      "happening|going|actually|internally|manually|carefully|everything|source|nature|origin|reason|their|"
      "to|find|"
      "identify|determine|begin|begins|began|started|starts|start|process|and|team";
  constexpr std::string_view kVague =
      "issue|issues|problem|problems|matter|incident|incidents|outage|situation|case|cause|causes|failure|"
      "disruption|"
      "downtime|trouble|error|bug|anomaly|matters|affair|fault|event|complaint|complaints|report|reports|"
      "alert|alerts";
  constexpr std::string_view kEnds =
      "but|by|with|were|continues|continued|goes|took|takes|lasted|lasts|commenced|commences|underway|"
      "progress|some|"
      "hours|minutes|hour|long|later|until|so|as|from|who|when|after|because|day|time|difficult|which|"
      "revealed|next|"
      "then|without|went|under|continuing|initiated|launched|kicked|be|will|joined|would|while|since|work|"
      "works|they";
  for (int words = 0; words < 9; ++words) {
    const auto next = next_word(text, at);
    const auto gap = text.substr(at, (next.begin == next.end ? text.size() : next.begin) - at);
    if (next.begin == next.end || gap.find_first_of(".;!?") != std::string_view::npos) return false;
    const auto word = next.of(text);
    if (is_one_of(word, kVague)) return false;
    if (is_noun_enough && is_one_of(word, kEnds)) return false;
    if (!is_one_of(word, kFillers)) return true;
    at = next.end;
  }
  return false;
}

/// The text without the searches that do not say in what: "the team starts to investigate the problem".
std::string without_idle_searches(std::string_view text) {
  static constexpr auto kSearches = std::to_array<std::string_view>({
      "investigat*|troubleshoot*|troubleshot|debug|debugging|debugged|analysis|diagnosis|diagnosing|research*"
      "|inquiry",
      "look*|dig|digs|digging|dug|dive*|diving|delv* into|at|for|in|through",
      "examin*|inspect*|review*|analyz*|analys*|diagnos*|search*|assess*|stud*|verif*|determin*|trac*|"
      "identif*|found|find|finds|discover*|confirm*|locat*|pinpoint*",
  });
  constexpr std::size_t kTransitive = 2;
  static const PhraseTable kSearchesTable{std::span<const std::string_view>(kSearches)};
  std::string rest(text);
  for (const auto& match : kSearchesTable.find(text))
    if (!names_object(text, match.at.end, match.row != kTransitive) &&
        (match.row != kTransitive || next_word(text, match.at.end).end > match.at.end))
      std::fill(rest.begin() + static_cast<std::ptrdiff_t>(match.at.begin),
                rest.begin() + static_cast<std::ptrdiff_t>(match.at.end), ' ');
  return rest;
}

bool is_step_first(std::string_view text) {
  static constexpr auto kFirst = std::to_array<std::string_view>({
      "check*|ping*|trac*|inspect*|examin*|debug*|review*|look*|investigat*|analy*|test*|verif*|reproduc*",
  });
  static const PhraseTable kFirstTable{std::span<const std::string_view>(kFirst)};
  const auto found = kFirstTable.next(text);
  return found && found->at.begin == next_word(text, 0).begin;
}

}  // namespace

Finding judge_actions(const RawReading& reading) {
  static const PhraseTable kReflectionTable{std::span<const std::string_view>(kReflection)};
  static const PhraseTable kStepsTable(kSteps);
  static const PhraseTable kToldStepsTable(kToldSteps);
  Proof proof;
  for (const auto& statement : reading.statements) {
    if (statement.is_heading || statement.is_code || statement.is_ahead() ||
        kReflectionTable.is_in(statement.text))
      continue;
    const auto text = without_idle_searches(statement.text);
    const bool is_idle = text != statement.text;
    if (statement.field == RawField::actions_taken && !is_idle && count_words(statement.text) >= 3 &&
        !is_denial(statement.text))
      proof.add(statement, 14);
    const bool is_tale = statement.is_in(Role::timeline) || statement.entry >= 0 ||
                         statement.field == RawField::actions_taken ||
                         statement.field == RawField::misleading_path;
    // "Check the cables", in a list of the author's own, is how somebody went about it.
    const bool is_guide = statement.is_bullet && statement.is_in(Role::other) && statement.opens_item;
    auto heard = is_tale ? heaviest(kStepsTable, kSteps, text) : heaviest(kToldStepsTable, kToldSteps, text);
    if (is_guide && is_step_first(statement.text)) heard = {9, 0, 0};
    if (is_mere_result(statement.text) && (!is_tale || heard.weight <= 8)) heard.weight -= 4;
    if (tests_repair(statement.text)) heard.weight = 0;
    if (heard.weight > 0) proof.add(statement, heard.weight, heard.at);
  }
  return proof.finding(7);
}

}  // namespace pmsite
