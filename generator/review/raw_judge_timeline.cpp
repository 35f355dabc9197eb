// SPDX-License-Identifier: MIT
#include "base/text.hpp"
#include "prose/times.hpp"
#include "review/raw_judge.hpp"

#include <algorithm>
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
    {"user*|customer*|client*|student*|visitor*|guest*|parent*|passenger*|reader*|player* ... "
     "call*|contact*|email*|write|writes|wrote|writing|phon*|messag*|tweet*|flood*|rang|rings|knock*",
     9},
    // Late in the tale, a message is sent for help.
    {"sends|sent|writes|wrote|leaves|left|shows|showed ... "
     "message|messages|mail|mails|email|note|text|screenshot|"
     "photo|us|me",
     6},
    {"mailbox|inbox|chat|group|channel|forum|line|lines|hotline|telephone*|phone*|queue ... "
     "full|filled|fills|overflow*|overflew|hot|ring|rang|ringing|rings|stops|explod*",
     9},
    {"receives|received|gets|got|receive ... page|pages", 10},
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
    // A program for reports, or its run.
    {"report|reports|reporting "
     "start|starts|started|runs|ran|run|job|jobs|query|queries|builder|service|server|database|"
     "tool|page|generator|module|system|reads|joins|takes|took|finishes|finished|engine|table",
     10},
    {"scheduled|weekly|monthly|nightly|daily|quarterly|annual|sales|big|generate|generates|generated|"
     "generating ... "
     "report|reports|reporting",
     9},
    {"user*|customer*|client*|visitor*|people|student*|everyone|anyone|they ... seeing|shown|given|reading",
     9},
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
     "mum|mom|mother|father|dad|wife|husband|friend*|roommate*|sister|brother|neighbour*|neighbor*|teacher*|"
     "professor*|"
     "guest*|parent*|passenger*|player*|partner*|leader|reception*|librarian*|support|desk|guard|"
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

/// Somebody tries the service and gets an error; the trial that opens the tale is how it was noticed.
bool is_failed_trial(std::string_view text) {
  static constexpr auto kTrial = std::to_array<std::string_view>({
      "engineer*|developer*|admin*|team|devops|sre|i|we|staff|intern|tester*|operator*|employee*|"
      "colleague* ... "
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

/// The text without the signs that were missing: "no alarm of any kind".
std::string without_missing_signs(std::string_view text) {
  static constexpr auto kMissing = std::to_array<std::string_view>({
      "no|not|without|any|zero|nor|never "
      "alarm|alarms|alert|alerts|complaint|complaints|warning|warnings|notification|"
      "notifications|page|reports|report|objection*",
      "no|without|zero|not|any * "
      "alarm|alarms|alert|alerts|complaint|complaints|warning|warnings|notification|"
      "notifications",
      "not|didn't|never complain*|alert|alarm|warn|notify|notice|noticed",
  });
  static const PhraseTable kMissingTable{std::span<const std::string_view>(kMissing)};
  std::string rest(text);
  for (const auto& match : kMissingTable.find(text))
    std::fill(rest.begin() + static_cast<std::ptrdiff_t>(match.at.begin),
              rest.begin() + static_cast<std::ptrdiff_t>(match.at.end), ' ');
  return rest;
}

/// "How did we find out?" - what follows is the answer.
bool asks_how_noticed(std::string_view text) {
  static constexpr auto kAsks = std::to_array<std::string_view>({
      "how ... find|found|notice|noticed|learn|learned|know|discover*|detect*|hear|realise|realize",
      "who|what ... noticed|discovered|detected|found|alerted|told",
  });
  static const PhraseTable kAsksTable{std::span<const std::string_view>(kAsks)};
  return text.ends_with('?') && kAsksTable.is_in(text);
}

/// How surely a statement tells that the incident was noticed.
Notice notice_in(const Statement& statement) {
  // Late in the tale, what is identified is the cause.
  static constexpr auto kIdentified =
      std::to_array<std::string_view>({"identif*|discover* the|this|an|a issue|problem|error|bug"});
  static const PhraseTable kIdentifiedTable{std::span<const std::string_view>(kIdentified)};
  static const PhraseTable kNoticingTable(kNoticing);
  static const PhraseTable kOtherNewsTable(kOtherNews);
  const auto heard = heaviest(kNoticingTable, kNoticing, without_missing_signs(statement.text));
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
  int asked = -1;
  for (const auto& statement : reading.statements) {
    if (statement.is_heading || statement.is_code || statement.is_ahead() || !may_tell_notice(statement))
      continue;
    if (asked == statement.item && count_words(statement.text) >= 4) proof.add(statement, 12);
    asked = asks_how_noticed(statement.text) ? statement.item : -1;
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

}  // namespace pmsite
