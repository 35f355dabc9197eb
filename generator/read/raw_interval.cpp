// SPDX-License-Identifier: MIT
#include "read/raw_interval.hpp"

#include "read/raw_dates.hpp"
#include "read/raw_pairs.hpp"

#include <chrono>
#include <cstddef>
#include <string_view>
#include <utility>

namespace pmsite {
namespace {

/// The passages that may state the interval, the likeliest first.
std::vector<RawPassage> find_passages(const RawText& text, const std::vector<RawPart>& parts) {
  std::vector<RawPassage> passages(
      4);  // durations, the summary, what else comes before the timeline, later durations
  bool before_timeline = true;
  bool over = false;
  for (const auto& part : parts) {
    const bool ends_front = part.role == Role::timeline || part.role == Role::cause ||
                            part.role == Role::resolution || part.role == Role::measures;
    if (part.opens_section && ends_front) before_timeline = false;
    // A second summary belongs to a second version.
    if (part.opens_section && !before_timeline && part.role == Role::summary && !passages[1].text.empty())
      over = true;
    if (over) break;
    std::vector<std::size_t> into;
    if (part.field == RawField::duration) into.push_back(before_timeline ? 0 : 3);
    if (part.role == Role::summary)
      into.push_back(1);
    else if (before_timeline)
      into.push_back(2);
    for (const auto index : into)
      for (auto i = part.first; i < part.last; ++i) passages[index].add(text.lines[i]);
  }
  return passages;
}

using std::chrono::days;

Date next_day(Date date) { return Date(std::chrono::sys_days(date) + days(1)); }

/// The zone that all times of the timeline name, if it is one.
std::string zone_of(const std::vector<RawEntry>& entries) {
  std::string zone;
  for (const auto& entry : entries) {
    if (!entry.time || entry.time->zone.empty()) continue;
    if (!zone.empty() && zone != entry.time->zone) return {};
    zone = entry.time->zone;
  }
  return zone;
}

/// The zone that stands with the times of a passage, if it is one.
std::string zone_of(const RawPassage& passage) {
  std::string zone;
  for (const auto& time : find_times(passage.text)) {
    if (time.zone.empty()) continue;
    if (!zone.empty() && zone != time.zone) return {};
    zone = time.zone;
  }
  return zone;
}

class Completer {
 public:
  Completer(const RawPost& post, const std::string& common_zone)
      : post_(post), common_zone_(common_zone), dates_(post) {}

  void complete(const RawPassage& passage, RawPair& pair) const {
    complete_zones(passage, pair);
    // "8 PM to 1 AM on June 5": some name the first day, some the last.
    if (pair.is_range && !pair.from.date && pair.to.date && length_of(pair) <= 0) {
      pair.to.date = std::nullopt;
      return;
    }
    const bool shared =
        pair.is_range && pair.from.date && pair.to.date && pair.from.date->at.begin == pair.to.date->at.begin;
    const bool next_day = shared && length_of(pair) >= 0 && pair.from.date->day != pair.to.date->day;
    complete_date(passage, pair.from);
    if (shared || !pair.to.date) return follow(pair, next_day);
    pair.to.date = dates_.completed(*pair.to.date);
    if (!pair.from.date) return;
    pair.to.date = RawDates::near(*pair.to.date, *pair.from.date);
    pair.from.date = RawDates::near(*pair.from.date, *pair.to.date);
  }

  void complete(const RawPassage& passage, TimeMention& time) const {
    complete_date(passage, time);
    if (time.zone.empty()) time.zone = zone_for(passage);
  }

 private:
  void complete_zones(const RawPassage& passage, RawPair& pair) const {
    auto& from = pair.from.zone;
    auto& to = pair.to.zone;
    if (from.empty()) from = to;
    if (to.empty()) to = from;
    if (from.empty()) from = to = zone_for(passage);
  }

  std::string zone_for(const RawPassage& passage) const {
    if (!common_zone_.empty()) return common_zone_;
    const auto nearby = zone_of(passage);
    return nearby.empty() ? zone_of(post_.entries) : nearby;
  }

  void complete_date(const RawPassage& passage, TimeMention& time) const {
    if (time.date) {
      *time.date = dates_.completed(*time.date);
    } else if (auto near = dates_.date_in(passage.text, time.at.begin)) {
      // A date that stands there but cannot be read is not replaced by one from elsewhere.
      time.date = near->date() ? near : std::nullopt;
    } else if (dates_.has_date(passage.text)) {
      time.date = std::nullopt;
    } else {
      time.date = dates_.incident_date();
    }
  }

  static int length_of(const RawPair& pair) {
    return seconds_of(pair.to.clock) - seconds_of(pair.from.clock);
  }

  /// Gives the end the date of the begin, or of the day after where its clock shows less. Where that would be
  /// most of a day, one of the clocks is more likely misprinted.
  static void follow(RawPair& pair, bool is_next_day) {
    constexpr int kHalfDay = 12 * 60 * 60;
    constexpr int kDay = 24 * 60 * 60;
    const int length = length_of(pair);
    pair.to.date = pair.from.date;
    if (!pair.to.date || (length >= 0 && !is_next_day)) return;
    const auto date = pair.from.date->date();
    pair.to.date = std::nullopt;
    if (date && (is_next_day || length + kDay <= kHalfDay)) pair.to.date = mention_of(next_day(*date));
  }

  const RawPost& post_;
  const std::string& common_zone_;
  RawDates dates_;
};

std::optional<RawInterval> inferred(const std::vector<RawEntry>& entries, const std::string& common_zone) {
  std::vector<const RawEntry*> timed;
  for (const auto& entry : entries)
    if (entry.time) timed.push_back(&entry);
  if (timed.size() < 2) return std::nullopt;
  RawInterval interval;
  interval.from = *timed.front()->time;
  interval.to = timed.back()->end ? *timed.back()->end : *timed.back()->time;
  interval.lines = {timed.front()->line, timed.back()->line};
  interval.is_inferred = true;
  const auto zone = common_zone.empty() ? zone_of(entries) : common_zone;
  if (interval.from.zone.empty()) interval.from.zone = zone;
  if (interval.to.zone.empty()) interval.to.zone = zone;
  return interval;
}

}  // namespace

RawTimes find_raw_times(const RawText& text, const RawPost& post, const std::string& common_zone) {
  RawTimes times;
  const auto passages = find_passages(text, post.parts);
  const Completer completer(post, common_zone);
  for (const auto& passage : passages) {
    auto pair = find_raw_pair(passage);
    if (!pair) continue;
    completer.complete(passage, *pair);
    RawInterval interval;
    interval.lines = {passage.line_at(pair->from.at.begin)};
    if (const int last = passage.line_at(pair->to.at.begin); last != interval.lines[0])
      interval.lines.push_back(last);
    interval.from = std::move(pair->from);
    interval.to = std::move(pair->to);
    times.interval = std::move(interval);
    return times;
  }
  for (const auto index : {0, 1}) {
    const auto& passage = passages[static_cast<std::size_t>(index)];
    auto start = find_lone_start(passage);
    if (!start) continue;
    times.lone_start_line = passage.line_at(start->at.begin);
    completer.complete(passage, *start);
    times.lone_start = std::move(start);
    break;
  }
  times.interval = inferred(post.entries, common_zone);
  return times;
}

}  // namespace pmsite
