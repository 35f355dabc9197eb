// SPDX-License-Identifier: MIT
#include "prose/clocks.hpp"
#include "prose/ranges.hpp"
#include "prose/scan.hpp"
#include "prose/times.hpp"

#include <algorithm>

namespace pmsite {
namespace {

constexpr std::size_t kFarthest = 80;

/// Whether a word that `is_wanted` accepts stands in `part`.
template <class Predicate> bool has_word(std::string_view part, const Predicate& is_wanted) {
  for (std::size_t at = 0; at < part.size();) {
    const auto word = word_at(part, at);
    if (!word.empty() && is_wanted(word)) return true;
    at += word.empty() ? 1 : word.size();
  }
  return false;
}

bool tells_begin(std::string_view word) {
  return is_any_of(word, "start", "started", "starting", "starts", "began", "begin", "begins", "beginning",
                   "begun", "from", "onset", "commenced");
}

bool tells_end(std::string_view word) {
  return is_any_of(word, "end", "ended", "ending", "ends", "resolved", "restored", "recovered", "fixed",
                   "finished", "concluded", "until", "till", "over", "resolution", "recovery", "mitigated");
}

/// The part of the sentence in front of `at`.
std::string_view lead(std::string_view text, std::size_t at) {
  const auto part = text.substr(at > kFarthest ? at - kFarthest : 0, std::min(at, kFarthest));
  const auto all = sentences(part);
  return all.empty() || all.back().end + 1 < part.size() ? std::string_view() : all.back().of(part);
}

/// "It started at 10:00, as the deploy went out, and was resolved at 11:00."
bool are_told_together(std::string_view text, const TimeMention& from, const TimeMention& to) {
  if (to.at.begin - from.at.end > kFarthest) return false;
  const auto between = text.substr(from.at.end, to.at.begin - from.at.end);
  if (!has_word(between, tells_end) || between.find("\n\n") != std::string_view::npos) return false;
  return sentences(text.substr(from.at.begin, to.at.end - from.at.begin)).size() == 1 &&
         has_word(lead(text, from.at.begin), tells_begin);
}

bool passes_midnight(const IntervalMention& interval) {
  return seconds_of(interval.to.clock) <= seconds_of(interval.from.clock);
}

/// The date of the day after; without a year only where every year has that day.
std::optional<DateMention> day_after(const DateMention& date) {
  using namespace std::chrono;
  constexpr int kShortestMonth = 28;
  DateMention after = date;
  const auto known = date.date();
  if (!known) {
    if (date.is_ambiguous || date.day >= kShortestMonth) return std::nullopt;
    ++after.day;
    return after;
  }
  const Date next{sys_days{*known} + days{1}};
  after.year = int{next.year()};
  after.month = static_cast<int>(unsigned{next.month()});
  after.day = static_cast<int>(unsigned{next.day()});
  return after;
}

/// Whether "(next day)" or "the following day" stands beside the end.
bool names_next_day(std::string_view text, const IntervalMention& interval) {
  constexpr std::size_t kNear = 20;
  const auto is_next = [](std::string_view word) { return is_any_of(word, "next", "following"); };
  const auto behind = text.substr(interval.to.at.end, kNear);
  const auto between = text.substr(interval.from.at.end, interval.to.at.begin - interval.from.at.end);
  return has_word(between, is_next) ||
         (has_word(behind, is_next) && behind.find("day") != std::string_view::npos);
}

/// What one end does not say it takes from the other.
void complete(std::string_view text, IntervalMention& interval) {
  auto &from = interval.from, &to = interval.to;
  if (from.zone.empty()) from.zone = to.zone;
  if (to.zone.empty()) to.zone = from.zone;
  if (from.date && to.date) {
    if (!from.date->year) from.date->year = to.date->year;
    if (!to.date->year) to.date->year = from.date->year;
    return;
  }
  const bool is_next_day =
      names_next_day(text, interval) || (passes_midnight(interval) && from.zone == to.zone);
  if (from.date) {
    to.date = is_next_day ? day_after(*from.date) : from.date;
  } else if (to.date && !is_next_day) {
    // "From 11 PM to 1 AM on June 5": some name the first day, some the last.
    from.date = to.date;
  }
}

}  // namespace

std::vector<IntervalMention> find_intervals(std::string_view text) {
  const auto times = find_times(text);
  std::vector<IntervalMention> intervals;
  for (std::size_t i = 0; i + 1 < times.size(); ++i) {
    const auto &from = times[i], &to = times[i + 1];
    if (!joins_range(text, from.at.begin, from.at.end, to.at.begin) && !are_told_together(text, from, to))
      continue;
    intervals.push_back({{from.at.begin, to.at.end}, from, to});
    complete(text, intervals.back());
    ++i;
  }
  return intervals;
}

}  // namespace pmsite
