// SPDX-License-Identifier: MIT
#include "base/text.hpp"
#include "prose/times.hpp"
#include "review/raw_judge.hpp"

#include <array>

namespace pmsite {
namespace {

constexpr int kSure = 10;

constexpr auto kNoticing = std::to_array<Cue>({
    {"detect|detects|detected|detecting|detection", 10},
    {"notice|notices|noticed|noticing", 10},
    {"alert|alerts|alerted|alarm|alarms|alarmed", 10},
    {"report|reports|reported|reporting", 10},
    {"complain*", 10},
    {"paged|pager*|opsgenie|victorops", 10},
    {"became|become|made|were|was|are|is aware", 10},
    {"spotted|spots|observed|observes|observing|flagged", 9},
    {"picked|picks ... up", 9},
    {"caught|catches", 7},
    {"told|informed|emailed|called|texted|messaged|notified us|me", 9},
    {"tickets|ticket|calls|emails|messages|tweets ... users|customers|clients|students|visitors|employees",
     9},
    {"received|receiving|receives|receive|got|getting ... "
     "calls|call|emails|email|mail|mails|message|messages|tickets|notification*|word",
     9},
    {"email|mail|call|calls|message|messages|ticket|tickets|word ... from ... "
     "user*|customer*|client*|student*|visitor*|boss|manager|colleague*",
     9},
    {"user*|customer*|client*|student*|visitor* ... "
     "call*|contact*|email*|write|wrote|phon*|messag*|tweet*|flood*",
     9},
    {"came|come|comes|brought to ... light|attention|notice", 9},
    {"notification*", 8},
    {"notif* ... by|of|about|that|via|us", 9},
    {"user*|customer*|client*|someone|people|member* ... posted|opened|filed|raised|wrote|tweeted|asked", 8},
    {"pointed out", 9},
    {"told|tells|says|said ... that|us|me|team", 8},
    {"turned|went red", 9},
    {"warning|warnings", 8},
    {"grafana|datadog|nagios|prometheus|cloudwatch|zabbix|kibana|sentry|splunk|newrelic|pingdom|dashboard*|"
     "graph* ... "
     "show*|report*|indicat*|display*|reveal*|sent|sends|flag*",
     9},
    {"first sign|signs|symptom*|indication*|hint*|occurrence", 8},
    {"bells|sirens|phone|phones|dashboard|slack|siren|pagers|inbox|hotline|helpdesk|twitter ... "
     "ring*|rang|wail*|buzz*|lit|lights|blar*|exploded|explodes|red|flood*|blew|melt*",
     9},
    {"monitor* ... "
     "indicat*|show*|reveal*|trigger*|flag*|pick*|catch*|scream*|signal*|record*|went|raise*|warn*",
     9},
    {"encounter*|discover*|identif* the|this|an|a issue|problem|error|outage|bug|incident", 10},
    {"discover*", 7},
    {"realiz*|realis*", 7},
    {"identified|identifies|found|finds|find", 5},
    {"saw|sees|seen|encounter*", 5},
    {"finds|found|find ... down|unavailable|unresponsive|inaccessible|offline|slow|failing|broken", 7},
    {"not|wasn't|isn't running|responding|loading", 3},
    {"reveal*", 4},
});

/// What makes a notice of something else than the incident.
constexpr auto kOtherNews = std::to_array<Cue>({
    {"root|underlying|main cause|causes|issue|problem", 5},
    {"culprit|cause ... found|identified|discovered|detected|was|is", 5},
    {"no|any ... issue*|error*|anomal*|alert*|problem*|irregular* ... "
     "detected|found|reported|noticed|observed|identified|seen",
     9},
    {"resolved|restored|recovered|fixed|solved", 4},
    {"confirm*|verif*", 4},
    {"back|return*|resum* ... normal|online|up|service", 9},
    {"working|works again|fine|properly|correctly", 9},
    {"user*|customer*|client* ... notified|informed|updated|told ... of|about|that", 9},
    {"status page", 6},
    {"to identify|find|detect|discover|determine|locate|spot", 9},
    // Who runs into the outage has not yet told anybody who could do something about it.
    {"user*|customer*|client*|visitor*|people|student*|everyone|anyone ... "
     "encounter*|experienc*|saw|see|sees|faced|facing|hit|get|got|getting|met",
     9},
    {"alerts|alert|alarms|alerting|detection ... set|configured|added|implemented|created|enabled|installed",
     9},
    {"set|add|configur*|implement*|create|creat*|introduc* ... alerts|alert|alerting|detection|alarms", 9},
    {"will|should|must|would", 4},
});

constexpr auto kObserver = std::to_array<Cue>({
    {"monitor*", 10},
    {"alert|alerts|alerted|alerting|alarm|alarms|alarmed|pager*|paged", 10},
    {"datadog|nagios|prometheus|grafana|pingdom|cloudwatch|sumologic|zabbix|sentry|splunk|newrelic|"
     "uptimerobot|statuscake|kibana",
     10},
    {"new relic", 9},
    {"uptime robot", 9},
    {"users|user|customers|customer|clients|client|visitors|visitor|people|students|employees|subscribers|"
     "merchants|audience|readers",
     9},
    {"user's|users'|customer's|customers'", 9},
    {"engineer*|developer*|team|teams|devops|sre|sres|admin*|staff|intern|manager|colleague*|operator*|"
     "technician*|tester*|qa|member*|"
     "maintainer*|someone|somebody|contributor*|employee|supervisor|ceo|cto|analyst*|researcher*|student|"
     "author|boss|owner|community",
     8},
    {"i|we|us|me|he|she|they", 7},
    {"logs|log|dashboard*|metric*|tests|test|health|check|checks|curl|browser|probe*|script*|inspection|"
     "review|audit*|"
     "benchmark*|scan|survey|graph*|statistics|testing|troubleshooting|debugging|analytics",
     7},
    {"ticket*|calls|emails|email|complain*|tweet*|feedback|support|helpdesk|hotline|slack|twitter|tracker",
     8},
    {"when|while|after|upon|as|during|through|via|by|using|from|thanks", 6},
});

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
    {"thought|believed|presumed|presuming|guess*", 7},
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
    {"reproduc*|replicat*|isolat*|narrow*|compar*|monitored|query|queried|trac*|locat*", 7},
    {"discover*|found|finds|find|identif*|determin*|reveal*|pinpoint*|track*|search*", 7},
    {"focus*|attention|concentrat*|zeroed", 7},
    {"audit*|scan|scans|scanned|scanning|measur*", 8},
    {"ask|asked|asking ... about|whether|if", 8},
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
      "discover*|found|reveal*|determin*|confirm* ... site|server|website|service|application ... "
      "was|is|were "
      "down|inaccessible|unavailable|offline|slow",
  });
  static const PhraseTable kMereTable{std::span<const std::string_view>(kMere)};
  return kMereTable.is_in(text);
}

/// Somebody tries the service and gets an error; the trial that opens the tale is how it was noticed.
bool is_failed_trial(std::string_view text) {
  static constexpr auto kTrial = std::to_array<std::string_view>({
      "engineer*|developer*|admin*|team|devops|sre|i|we|staff|intern|tester*|operator* ... "
      "sent|sends|curl*|opened|visited|accessed|tried|try|tested|pinged|requested|loaded|logged|checked|"
      "check|ran",
  });
  static constexpr auto kAnswer = std::to_array<std::string_view>({
      "receiv*|got|get|gets|getting|return*|respond*|show*|saw|sees|with|see|find|finds|found ... "
      "error|errors|500|501|502|503|504|404|403|5xx|timeout*|nothing|blank|empty|down|slow|unresponsive|"
      "running",
      "could|did|would|does|do|was|were not",
      "couldn't|didn't|wouldn't|doesn't|failed|fails|failing|timed",
  });
  static const PhraseTable kTrialTable{std::span<const std::string_view>(kTrial)};
  static const PhraseTable kAnswerTable{std::span<const std::string_view>(kAnswer)};
  const auto trial = kTrialTable.next(text);
  return trial && kAnswerTable.next(text, trial->at.end).has_value();
}

bool holds_time(const Statement& statement) { return !find_times(statement.text).empty(); }

struct Notice {
  int weight = 0;
  std::size_t at = 0;
};

/// How surely a statement tells that the incident was noticed.
Notice notice_in(const Statement& statement) {
  // Late in the tale, what is identified is the cause.
  static constexpr auto kIdentified =
      std::to_array<std::string_view>({"identif*|discover* the|this|an|a issue|problem|error|bug"});
  static const PhraseTable kIdentifiedTable{std::span<const std::string_view>(kIdentified)};
  static const PhraseTable kNoticingTable(kNoticing);
  static const PhraseTable kOtherNewsTable(kOtherNews);
  const auto heard = heaviest(kNoticingTable, kNoticing, statement.text);
  const bool is_labelled = statement.field == RawField::detection || statement.is_in(Role::detection);
  if (statement.timed == 0 && heard.weight < 9 && is_failed_trial(statement.text)) return {12, 0};
  if (heard.weight == 0 && !is_labelled) return {};
  int weight = std::max(heard.weight, is_labelled ? 8 : 0);
  if (is_labelled) weight += 4;
  if (statement.timed == 0) weight += 5;
  if (statement.timed == 1) weight += 2;
  if (statement.timed > 1 && kIdentifiedTable.is_in(statement.text)) weight -= 4;
  const auto against = heaviest(kOtherNewsTable, kOtherNews, statement.text);
  if (!is_labelled) weight -= against.weight;
  if (statement.timed > 4 || (statement.timed < 0 && !statement.is_early && !statement.is_story))
    weight -= is_labelled ? 0 : 1;
  return {weight, heard.at};
}

/// Whether what is told here may be how the incident was noticed, and no reflection on it.
bool may_tell_notice(const Statement& statement) {
  return statement.is_early || statement.is_story || statement.field == RawField::detection ||
         !statement.is_in(Role::other);
}

bool is_step_first(std::string_view text) {
  static constexpr auto kFirst = std::to_array<std::string_view>({
      "check*|ping*|trac*|inspect*|examin*|debug*|review*|look*|investigat*|analy*|test*|verif*|reproduc*",
  });
  static const PhraseTable kFirstTable{std::span<const std::string_view>(kFirst)};
  const auto found = kFirstTable.next(text);
  return found && found->at.begin == next_word(text, 0).begin;
}

bool opens_tale(const Statement& statement) { return statement.is_early || statement.is_story; }

}  // namespace

Finding judge_detected_when(const RawReading& reading) {
  Proof proof;
  for (const auto& statement : reading.statements) {
    if (statement.is_heading || statement.is_code || statement.is_ahead() || !may_tell_notice(statement))
      continue;
    const auto notice = notice_in(statement);
    if (notice.weight == 0) continue;
    if (statement.timed >= 0)
      proof.add(statement, notice.weight + 2, notice.at);
    else if (holds_time(statement))
      proof.add(statement, notice.weight + (statement.field == RawField::detection ? 4 : 0), notice.at);
  }
  return proof.finding(kSure);
}

Finding judge_detected_how(const RawReading& reading) {
  static const PhraseTable kObserverTable(kObserver);
  Proof proof;
  for (const auto& statement : reading.statements) {
    if (statement.is_heading || statement.is_code || statement.is_ahead() || !may_tell_notice(statement))
      continue;
    const auto notice = notice_in(statement);
    const auto who = heaviest(kObserverTable, kObserver, statement.text);
    const bool is_labelled = statement.field == RawField::detection || statement.is_in(Role::detection);
    if (is_labelled && !holds_time(statement) && count_words(statement.text) >= 4)
      proof.add(statement, 12 + who.weight, who.at);
    if (notice.weight == 0 || who.weight == 0) continue;
    const int place = opens_tale(statement) ? 1 : 0;
    proof.add(statement, notice.weight + place + (who.weight - 6) / 2, who.at);
  }
  return proof.finding(kSure);
}

Finding judge_actions(const RawReading& reading) {
  static const PhraseTable kReflectionTable{std::span<const std::string_view>(kReflection)};
  static const PhraseTable kStepsTable(kSteps);
  static const PhraseTable kToldStepsTable(kToldSteps);
  Proof proof;
  for (const auto& statement : reading.statements) {
    if (statement.is_heading || statement.is_code || statement.is_ahead() ||
        kReflectionTable.is_in(statement.text))
      continue;
    if (statement.field == RawField::actions_taken && count_words(statement.text) >= 3 &&
        !is_denial(statement.text))
      proof.add(statement, 14);
    const bool is_tale = statement.is_in(Role::timeline) || statement.entry >= 0 ||
                         statement.field == RawField::actions_taken ||
                         statement.field == RawField::misleading_path;
    // "Check the cables", in a list of the author's own, is how somebody went about it.
    const bool is_guide = statement.is_bullet && statement.is_in(Role::other) && statement.opens_item;
    auto heard = is_tale ? heaviest(kStepsTable, kSteps, statement.text)
                         : heaviest(kToldStepsTable, kToldSteps, statement.text);
    if (is_guide && is_step_first(statement.text)) heard = {9, 0, 0};
    if (is_mere_result(statement.text) && (!is_tale || heard.weight <= 8)) heard.weight -= 4;
    if (tests_repair(statement.text)) heard.weight = 0;
    if (heard.weight > 0) proof.add(statement, heard.weight, heard.at);
  }
  return proof.finding(7);
}

}  // namespace pmsite
