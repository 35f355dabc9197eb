// SPDX-License-Identifier: MIT
#include "check/claim_clocks.hpp"

#include "base/text.hpp"
#include "check/claim_facts.hpp"
#include "check/claim_intervals.hpp"
#include "check/claims.hpp"
#include "check/known_clocks.hpp"
#include "prose/numbers.hpp"
#include "prose/phrases.hpp"
#include "prose/scan.hpp"
#include "prose/times.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace pmsite {
namespace {

using namespace std::chrono_literals;
using std::chrono::minutes;

/// How far around the timeline a time is taken for one of the incident's.
constexpr minutes kReach = 30min;

/// Sentences about rules and plans, about evidence, and about what came before or after.
constexpr std::array<std::string_view, 15> kTimetables = {
    "daily|nightly|weekly|monthly|hourly|weekdays|weekends",
    "mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays",
    "every|each day|night|morning|afternoon|evening|hour|week|weekday|weekend|month|minute|time",
    "every|each monday|tuesday|wednesday|thursday|friday|saturday|sunday",
    "every * minutes|hours|days|seconds",
    "usually|normally|typically|always|often|per|would|will|might|should|if",
    "cron*|schedul*|opens|closes|office|shift|deadline|expir*|valid|retention|timetable|business",
    "planned|plan|plans|window",
    "working|opening|quiet|support hours",
    "graph*|chart*|figure|screenshot*|video|replay|recording|log|logs|port|ratio",
    "yesterday|tomorrow|ago|meeting|debrief|retrospective",
    "varies|vary|disagree",
    "last|previous|next|past|following night|week|month|year|weekend|evening|day|morning",
    "day|night|evening|morning before|earlier|after|later",
    "week|weeks before|earlier|after|later",
};
/// What tells of the time before the incident.
constexpr std::array<std::string_view, 2> kBackground = {
    "had|earlier|already|previous*|originally|before|beforehand",
    "that|this|same morning|afternoon|evening|night",
};

/// What tells of the time after it.
constexpr std::array<std::string_view, 1> kAftermath = {
    "afterwards|later|watched|monitored|stayed|remained|kept|followed"};

/// A time of day in one of the texts, with what it may owe to the other end of an interval.
struct ToldClock {
  TimeMention time;
  bool is_anchored = false;  ///< the other end is the start or the end of the incident: surely told of it
  bool is_about = false;     ///< "from about 10:15 to 11:00" is about both
};

struct ToldText {
  ClaimText text;
  std::vector<ToldClock> clocks;
};

bool has_digits(std::string_view words) { return std::any_of(words.begin(), words.end(), is_digit); }

/// Looks for the times of one post.
class ClockSearch {
 public:
  ClockSearch(const Subject& subject, const CheckReporter& report) : subject_(subject), report_(report) {}

  void run() {
    std::vector<ToldText> told;
    for (const auto& text : claim_texts(subject_, next_clock_sign)) {
      auto times = find_times(text.text);
      if (times.empty() || times.size() > kMostClaims) continue;
      told.push_back({text, {}});
      for (auto& time : times) told.back().clocks.push_back({std::move(time)});
    }
    if (told.empty()) return;
    facts_.emplace(subject_.post);
    if (!facts_->is_complete()) return;
    clocks_.emplace(*facts_, subject_.post);
    for (const auto& each : told) learn(each);
    for (auto& each : told) {
      if (knows_all(each) || names_choice(each)) continue;
      if (next_interval_sign(each.text.text, 0) < each.text.text.size()) join_intervals(each);
      for (const auto& clock : each.clocks) check(each.text, clock);
    }
  }

 private:
  void learn(const ToldText& told) {
    for (const auto& clock : told.clocks) {
      if (!clock.time.zone.empty()) clocks_->add_zone(clock.time.zone);
      if (told.text.entry() != nullptr) clocks_->add_told(clock.time);
    }
  }

  bool knows_all(const ToldText& told) const {
    return std::all_of(told.clocks.begin(), told.clocks.end(),
                       [&](const ToldClock& clock) { return is_known(told.text, clock); });
  }

  /// "22:00, 22:30 or 23:00": not all of them can be true.
  static bool names_choice(const ToldText& told) {
    return std::any_of(told.clocks.begin(), told.clocks.end(), [&](const ToldClock& clock) {
      return is_word(word_before(told.text.text, clock.time.at.begin), "or");
    });
  }

  /// Gives the ends of intervals what they take from each other, and drops those that another rule reports.
  void join_intervals(ToldText& told) const {
    const auto intervals = joined_intervals(told.text.text);
    const auto wrong = wrong_lengths(told.text.text, intervals);
    for (const auto& interval : intervals) {
      const bool is_anchored = told.text.is_about_whole && is_anchor(interval);
      const bool is_reported = std::any_of(wrong.begin(), wrong.end(), [&](const auto& each) {
        return each.interval.at.begin == interval.at.begin;
      });
      std::erase_if(told.clocks, [&](const ToldClock& clock) {
        return is_reported && interval.at.begin <= clock.time.at.begin &&
               clock.time.at.end <= interval.at.end;
      });
      const bool is_about = is_approximate(told.text.text, interval.from.at);
      for (auto& clock : told.clocks) {
        if (clock.time.at.begin == interval.from.at.begin) clock = {interval.from, is_anchored, is_about};
        if (clock.time.at.begin == interval.to.at.begin) clock = {interval.to, is_anchored, is_about};
      }
    }
  }

  /// Whether one end of an interval is that of the incident, so that the other should be too.
  bool is_anchor(const IntervalMention& interval) const {
    const auto& whole = facts_->whole();
    if (!whole) return false;
    const auto names = [&](const TimeMention& time, UtcTime moment) {
      const auto moments = clocks_->moments(time);
      return std::find(moments.begin(), moments.end(), moment) != moments.end();
    };
    return names(interval.from, whole->from) || names(interval.to, whole->to);
  }

  void check(const ClaimText& text, const ToldClock& clock) const {
    const auto& time = clock.time;
    if (!clocks_->can_read(time) || is_known(text, clock)) return;
    if (!is_claim(text, time)) return;
    const auto guess = clocks_->guess(time);
    if (!guess || !is_in_reach(text, clock, guess->meant)) return;
    static const PhraseTable background(kBackground), aftermath(kAftermath);
    const auto& instants = facts_->instants();
    if (guess->meant < instants.front().time && background.is_in(text.text)) return;
    if (guess->meant > instants.back().time && aftermath.is_in(text.text)) return;
    report(text, time, *guess);
  }

  bool is_known(const ClaimText& text, const ToldClock& clock) const {
    if (clocks_->knows(clock.time, slack_of(text.text, clock))) return true;
    return text.entry() == nullptr && clocks_->is_told(clock.time);
  }

  /// How exactly a time is told: to the minute, to the hour ("2 PM"), or "about".
  static minutes slack_of(std::string_view text, const ToldClock& clock) {
    const auto& time = clock.time;
    const auto words = time.at.of(text);
    const bool is_hour = time.clock.minute == 0 && words.find(':') == std::string_view::npos &&
                         words.find('.') == std::string_view::npos && !has_four_digits(words);
    if (is_hour) return 30min;
    return clock.is_about || is_approximate(text, time.at) ? 15min : 0min;
  }

  /// The date in front of a clock is a part of the time: "on 4 October at about 15:39".
  static bool is_approximate(std::string_view text, TextRange at) {
    static constexpr std::array<std::string_view, 1> kAbout = {
        "about|around|approximately|roughly|nearly|almost|circa"};
    static const PhraseTable about(kAbout);
    return is_approximate_before(text, at.begin) || about.is_in(at.of(text));
  }

  static bool has_four_digits(std::string_view words) {
    int run = 0;
    for (const char c : words) {
      run = is_digit(c) ? run + 1 : 0;
      if (run == 4) return true;
    }
    return false;
  }

  bool is_claim(const ClaimText& text, const TimeMention& time) const {
    static const PhraseTable timetables(kTimetables);
    if (time.clock.second != 0) return false;              // out of a log, nearer than a timeline is
    if (!has_digits(time.at.of(text.text))) return false;  // "noon"
    if (trim(time.at.of(text.text)) == trim(whole_of(text))) return false;  // a cell of a table
    if (!is_told_exactly(text.text, time.at)) return false;
    return !is_in_quotation(text, time.at) && !timetables.is_in(text.text) &&
           !facts_->tells_of_other_days(text.text);
  }

  static std::string_view whole_of(const ClaimText& text) {
    return text.passage == nullptr ? text.text : std::string_view(text.passage->text);
  }

  /// "By 22:00" is true of more than one moment.
  static bool is_told_exactly(std::string_view text, TextRange at) {
    auto begin = at.begin;
    auto word = word_before(text, begin);
    while (is_any_of(word, {"about", "around", "approximately", "roughly", "the", "shortly", "at"})) {
      begin = skip_gap_back(text, begin) - word.size();
      word = word_before(text, begin);
    }
    static constexpr std::array<std::string_view, 1> kInexact = {"by|before|after|past|towards"};
    static const PhraseTable inexact(kInexact);
    return !inexact.is_in(word) && !inexact.is_in(at.of(text));
  }

  bool is_in_reach(const ClaimText& text, const ToldClock& clock, UtcTime meant) const {
    const auto& instants = facts_->instants();
    if (text.entry() != nullptr) return is_out_of_place(*text.entry(), clock.time);
    const bool is_near = instants.front().time - kReach <= meant && meant <= instants.back().time + kReach;
    return is_near || clock.is_anchored;
  }

  /// An entry may tell more of its own time: only what belongs beside another entry is sure to be meant for
  /// it.
  bool is_out_of_place(const TimelineEntry& entry, const TimeMention& time) const {
    const auto& timeline = subject_.post.timeline;
    const auto meant = clocks_->meant_near(time, entry.start.utc);
    if (!meant || *meant < facts_->instants().front().time || *meant > facts_->instants().back().time)
      return false;
    const auto index = static_cast<std::size_t>(&entry - timeline.data());
    const bool is_before = index > 0 && *meant < timeline[index - 1].start.utc;
    const bool is_behind = index + 1 < timeline.size() && *meant > timeline[index + 1].start.utc;
    return is_before || is_behind;
  }

  void report(const ClaimText& text, const TimeMention& time, const KnownClocks::Guess& guess) const {
    const auto& nearest = *guess.nearest;
    const std::string name = nearest.name.empty() ? std::string() : fmt::format(", `{}`", nearest.name);
    const bool is_elsewhere = guess.offset != facts_->offset();
    report_(text.span(subject_.post, time.at),
            fmt::format("`{}` is not in the timeline; the nearest is {}{}{}", as_written(text.text, time.at),
                        format_clock({nearest.time, guess.offset}),
                        is_elsewhere ? " " + time.zone : std::string(), name),
            "correct the time, or give it an entry");
  }

  const Subject& subject_;
  const CheckReporter& report_;
  std::optional<ClaimFacts> facts_;
  std::optional<KnownClocks> clocks_;
};

}  // namespace

void check_claimed_clocks(const Subject& subject, const CheckReporter& report) {
  ClockSearch(subject, report).run();
}

}  // namespace pmsite
