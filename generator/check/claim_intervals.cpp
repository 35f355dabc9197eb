// SPDX-License-Identifier: MIT
#include "check/claim_intervals.hpp"

#include "base/text.hpp"
#include "base/time_zone.hpp"
#include "check/claim_facts.hpp"
#include "check/claims.hpp"
#include "check/known_clocks.hpp"
#include "check/length_claims.hpp"
#include "prose/phrases.hpp"
#include "prose/ranges.hpp"
#include "prose/scan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace pmsite {
namespace {

using namespace std::chrono_literals;
using std::chrono::seconds;

constexpr seconds kDay = 24h;
constexpr std::size_t kWidestGap = 40;

/// What stands between an interval and a length.
struct Gap {
  bool is_plain = false;    ///< nothing but what joins the two
  bool is_bracket = false;  ///< one of them is in brackets
  bool is_parted = false;   ///< by a comma, a colon, a dash or a bracket
};

Gap gap_of(std::string_view text, std::size_t begin, std::size_t end,
           std::initializer_list<std::string_view> joining) {
  Gap gap;
  if (begin > end || end - begin > kWidestGap) return gap;
  const auto between = text.substr(begin, end - begin);
  for (std::size_t at = 0; at < between.size();) {
    const char c = between[at];
    const auto word = word_at(between, at);
    if (!word.empty()) {
      if (!is_any_of(word, joining)) return gap;
      gap.is_parted = gap.is_parted || is_word(word, "lasting");
      at += word.size();
    } else if (const auto dash = dash_length(between, at); dash > 0) {
      gap.is_parted = true;
      at += dash;
    } else if (is_space(c) || c == '~' || c == '*' || c == '=' || c == '\xC2' || c == '\xA0') {
      ++at;
    } else if (c == '(' || c == '[' || c == ',' || c == ':') {
      gap.is_bracket = gap.is_bracket || c == '(' || c == '[';
      gap.is_parted = true;
      ++at;
    } else {
      return gap;
    }
  }
  gap.is_plain = true;
  return gap;
}

/// Whether nothing follows that would make the length one of something else: "(14 minutes of it spent
/// waiting)".
bool is_closed(std::string_view text, std::size_t end) {
  auto at = skip_gap(text, end);
  for (const std::string_view word : {"in", "total", "altogether", "long"})
    if (const auto next = skip_word(text, at, word); next != std::string_view::npos)
      at = skip_gap(text, next);
  const char c = byte_at(text, at);
  return c == '\0' || c == ')' || c == ']' || c == ',' || c == ';' || c == '.' || c == '\n';
}

bool is_behind(std::string_view text, const IntervalMention& interval, const DurationMention& claim) {
  const Gap gap = gap_of(text, interval.at.end, claim.at.begin,
                         {"a",       "an",     "the",           "total",    "of",        "or",
                          "lasting", "about",  "approximately", "approx",   "around",    "roughly",
                          "nearly",  "almost", "just",          "over",     "under",     "that",
                          "is",      "which",  "altogether",    "duration", "totalling", "totaling",
                          "more",    "less",   "than",          "at",       "least",     "most",
                          "up",      "to",     "some",          "all",      "in"});
  return gap.is_plain && gap.is_parted && is_closed(text, claim.at.end);
}

bool is_in_front(std::string_view text, const IntervalMention& interval, const DurationMention& claim,
                 seconds length) {
  const Gap gap = gap_of(text, claim.at.end, interval.at.begin,
                         {"from", "between", "the", "that", "is", "outage", "incident", "disruption",
                          "interruption", "downtime", "degradation", "long", "of", "on"});
  if (!gap.is_plain) return false;
  if (is_any_of(word_before(text, claim.at.begin),
                {"every", "each", "per", "after", "another", "first", "last", "next"}))
    return false;
  // "For five minutes between 10:12 and 11:05": at some time within.
  const bool may_be_part = !gap.is_parted && !is_word(word_before(text, interval.at.begin), "from");
  return !may_be_part || claim.length > length;
}

std::optional<std::chrono::minutes> offset_of(const TimeMention& time) {
  if (time.zone.empty()) return std::chrono::minutes{0};
  constexpr Date kSomeDay{std::chrono::year{2024}, std::chrono::January, std::chrono::day{15}};
  const auto date = time.date ? time.date->date() : std::nullopt;
  const auto meanings = zone_meanings(time.zone, date.value_or(kSomeDay));
  if (meanings.empty()) return std::nullopt;
  return meanings.front().offset;
}

/// The days of both ends, where both are told; a year that is not told is the other's, or any.
std::optional<std::pair<Date, Date>> days_of(const IntervalMention& interval) {
  constexpr int kAnyYear = 2025;
  if (!interval.from.date || !interval.to.date) return std::nullopt;
  DateMention from = *interval.from.date, to = *interval.to.date;
  if (!from.year) from.year = to.year.value_or(kAnyYear);
  if (!to.year) to.year = *from.year + (to.month < from.month ? 1 : 0);
  const auto first = from.date(), last = to.date();
  return first && last ? std::optional(std::pair(*first, *last)) : std::nullopt;
}

/// How long an interval is; without dates, less than a day.
std::optional<seconds> length_of(const IntervalMention& interval) {
  const auto &from = interval.from, &to = interval.to;
  if (from.zone.empty() != to.zone.empty()) return std::nullopt;
  const bool is_same_zone = from.zone == to.zone;
  const auto from_offset = is_same_zone ? 0min : offset_of(from);
  const auto to_offset = is_same_zone ? 0min : offset_of(to);
  if (!from_offset || !to_offset) return std::nullopt;
  seconds length = seconds{seconds_of(to.clock) - seconds_of(from.clock)} - *to_offset + *from_offset;
  if (const auto days = days_of(interval))
    return length + (std::chrono::sys_days{days->second} - std::chrono::sys_days{days->first});
  length %= kDay;
  return length < 0s ? length + kDay : length;
}

bool is_length(const DurationMention& claim, const IntervalMention& interval, seconds length, Bound bound) {
  const auto is_true = [&](seconds each) { return is_true_of(claim, bound, each); };
  if (is_true(length)) return true;
  if (bound == Bound::at_least) return false;
  const bool has_dates = days_of(interval).has_value();
  if (!has_dates && claim.length >= kDay)
    return is_true(length + claim.length / kDay * kDay) || is_true(length + kDay);
  // "9:00 to 1:00" may be of a clock of twelve hours.
  const auto is_short = [](const TimeMention& time) { return !time.has_meridiem && time.clock.hour <= 12; };
  return is_short(interval.from) && is_short(interval.to) && is_true((length + kDay / 2) % kDay);
}

/// Reports an interval whose ends the timeline knows, the later one first.
void check_order(const Subject& subject, const ClaimText& text, const IntervalMention& interval,
                 const ClaimFacts& facts, const CheckReporter& report) {
  const KnownClocks clocks(facts, subject.post);
  const auto begins = clocks.moments(interval.from), ends = clocks.moments(interval.to);
  if (begins.empty() || ends.empty() || ends.back() >= begins.front()) return;
  report(text.span(subject.post, interval.at),
         fmt::format("`{}` runs backwards: the timeline has {} before {}", as_written(text.text, interval.at),
                     facts.clock(ends.back()), facts.clock(begins.front())),
         "swap the two times, or correct one of them");
}

void check_text(const Subject& subject, const ClaimText& text, std::optional<ClaimFacts>& facts,
                const CheckReporter& report) {
  const auto intervals = joined_intervals(text.text);
  if (intervals.empty()) return;
  if (!facts) facts.emplace(subject.post);
  const auto wrong = wrong_lengths(text.text, intervals);
  for (const auto& each : wrong) {
    if (is_in_quotation(text, each.claim.at)) continue;
    report(text.span(subject.post, each.claim.at),
           fmt::format("`{}` is not the length of `{}`, which is {}", as_written(text.text, each.claim.at),
                       as_written(text.text, each.interval.at), format_duration(each.length)),
           "correct the length, or one of the two times");
  }
  for (const auto& interval : intervals) {
    const bool is_reported = std::any_of(wrong.begin(), wrong.end(), [&](const auto& each) {
      return each.interval.at.begin == interval.at.begin;
    });
    if (!is_reported && facts->is_complete() && !is_in_quotation(text, interval.at))
      check_order(subject, text, interval, *facts, report);
  }
}

}  // namespace

void check_claimed_intervals(const Subject& subject, const CheckReporter& report) {
  std::optional<ClaimFacts> facts;
  for (const auto& text : claim_texts(subject, next_interval_sign)) check_text(subject, text, facts, report);
}

std::vector<IntervalMention> joined_intervals(std::string_view text) {
  auto intervals = find_intervals(text);
  std::erase_if(intervals, [&](const IntervalMention& each) {
    return !joins_range(text, each.from.at.begin, each.from.at.end, each.to.at.begin);
  });
  return intervals;
}

std::vector<WrongLength> wrong_lengths(std::string_view text, const std::vector<IntervalMention>& intervals) {
  std::vector<WrongLength> wrong;
  if (intervals.empty() || next_length_sign(text, 0) >= text.size()) return wrong;
  const auto claims = find_durations(text);
  auto next = claims.begin();
  for (const auto& interval : intervals) {
    const auto length = length_of(interval);
    while (next != claims.end() && next->at.end <= interval.at.begin) ++next;
    if (!length) continue;
    const auto add = [&](const DurationMention& claim) {
      if (!is_length(claim, interval, *length, bound_before(text, claim.at.begin)))
        wrong.push_back({interval, claim, *length});
    };
    if (next != claims.begin() && is_in_front(text, interval, *std::prev(next), *length)) {
      add(*std::prev(next));
    } else {
      const auto behind = std::find_if(next, claims.end(),
                                       [&](const auto& claim) { return claim.at.begin >= interval.at.end; });
      if (behind != claims.end() && is_behind(text, interval, *behind)) add(*behind);
    }
  }
  return wrong;
}

bool contradicts_interval(std::string_view text, const DurationMention& claim) {
  const auto wrong = wrong_lengths(text, joined_intervals(text));
  return std::any_of(wrong.begin(), wrong.end(),
                     [&](const WrongLength& each) { return each.claim.at.begin == claim.at.begin; });
}

}  // namespace pmsite
