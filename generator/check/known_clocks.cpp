// SPDX-License-Identifier: MIT
#include "check/known_clocks.hpp"

#include "base/time_zone.hpp"

#include <algorithm>

namespace pmsite {
namespace {

using namespace std::chrono_literals;
using std::chrono::days;
using std::chrono::floor;
using std::chrono::minutes;
using std::chrono::sys_days;

constexpr int kMinutes = 24 * 60;
constexpr auto kLongestDay = 20h;

std::size_t minute_of_day(minutes time) {
  const auto rest = time.count() % kMinutes;
  return static_cast<std::size_t>(rest < 0 ? rest + kMinutes : rest);
}

std::size_t minute_of_day(UtcTime time) { return minute_of_day(floor<minutes>(time.time_since_epoch())); }

/// The days on which a time of day without a date may be meant, around `moment`.
struct Days {
  sys_days first, last;
};
Days days_around(UtcTime from, UtcTime to, minutes offset) {
  return {floor<days>(from + offset) - days{1}, floor<days>(to + offset) + days{1}};
}

}  // namespace

KnownClocks::KnownClocks(const ClaimFacts& facts, const Postmortem& post) : facts_(facts) {
  add_offset(facts.offset());
  for (const auto& entry : post.timeline) add_offset(entry.start.offset);
  if (post.started_at) add_offset(post.started_at->value.offset);
  if (post.resolved_at) add_offset(post.resolved_at->value.offset);
  add_offset(0min);
  if (facts.instants().empty()) return;
  first_day_ = local_date({facts.instants().front().time, facts.offset()});
  for (const auto& instant : facts.instants()) minutes_.set(minute_of_day(instant.time));
}

void KnownClocks::add_offset(minutes offset) {
  if (std::find(bare_offsets_.begin(), bare_offsets_.end(), offset) == bare_offsets_.end())
    bare_offsets_.push_back(offset);
}

void KnownClocks::add_zone(std::string_view zone) {
  for (const auto& meaning : zone_meanings(zone, first_day_)) add_offset(meaning.offset);
}

void KnownClocks::add_told(const TimeMention& time) {
  for (const auto& reading : readings_of(time)) told_.set(minute_of_day(reading.clock - reading.offset));
}

bool KnownClocks::can_read(const TimeMention& time) const { return !readings_of(time).empty(); }

std::optional<Date> KnownClocks::date_of(const TimeMention& time) const {
  if (!time.date || time.date->is_ambiguous) return std::nullopt;
  if (time.date->year) return time.date->date();
  const Date date{first_day_.year(), std::chrono::month{static_cast<unsigned>(time.date->month)},
                  std::chrono::day{static_cast<unsigned>(time.date->day)}};
  // An incident of New Year's Eve goes on in the next year.
  return date < first_day_ ? Date{date.year() + std::chrono::years{1}, date.month(), date.day()} : date;
}

std::vector<KnownClocks::Reading> KnownClocks::readings_of(const TimeMention& time) const {
  std::vector<minutes> offsets = bare_offsets_;
  if (!time.zone.empty()) {
    offsets.clear();
    for (const auto& meaning : zone_meanings(time.zone, date_of(time).value_or(first_day_)))
      offsets.push_back(meaning.offset);
  }
  std::vector<Reading> readings;
  const minutes clock = time.clock.hour * 60min + time.clock.minute * 1min;
  for (const auto offset : offsets) {
    readings.push_back({clock, offset});
    if (!time.has_meridiem && time.clock.hour <= 12) readings.push_back({(clock + 12h) % (24h), offset});
  }
  return readings;
}

bool KnownClocks::has_moment(UtcTime moment, minutes slack) const {
  const auto& instants = facts_.instants();
  const auto found =
      std::lower_bound(instants.begin(), instants.end(), floor<minutes>(moment) - slack,
                       [](const KnownInstant& each, UtcTime time) { return each.time < time; });
  return found != instants.end() && floor<minutes>(found->time) <= floor<minutes>(moment) + slack;
}

bool KnownClocks::knows(const TimeMention& time, minutes slack) const {
  const auto date = date_of(time);
  for (const auto& reading : readings_of(time)) {
    if (date && has_moment(sys_days{*date} + reading.clock - reading.offset, slack)) return true;
    for (auto shift = -slack; !date && shift <= slack; ++shift)
      if (minutes_.test(minute_of_day(reading.clock - reading.offset + shift))) return true;
  }
  return false;
}

bool KnownClocks::is_told(const TimeMention& time) const {
  const auto readings = readings_of(time);
  return std::any_of(readings.begin(), readings.end(), [this](const Reading& reading) {
    return told_.test(minute_of_day(reading.clock - reading.offset));
  });
}

std::vector<UtcTime> KnownClocks::moments(const TimeMention& time) const {
  const auto date = date_of(time);
  const auto readings = readings_of(time);
  std::vector<UtcTime> found;
  for (const auto& instant : facts_.instants()) {
    const auto minute = floor<minutes>(instant.time);
    if (std::any_of(readings.begin(), readings.end(), [&](const Reading& reading) {
          return date ? minute == sys_days{*date} + reading.clock - reading.offset
                      : minute_of_day(minute) == minute_of_day(reading.clock - reading.offset);
        }))
      found.push_back(instant.time);
  }
  return found;
}

const KnownInstant* KnownClocks::nearest_to(UtcTime moment) const {
  const auto& instants = facts_.instants();
  const auto behind =
      std::lower_bound(instants.begin(), instants.end(), moment,
                       [](const KnownInstant& each, UtcTime time) { return each.time < time; });
  const bool is_next =
      behind != instants.end() &&
      (behind == instants.begin() || behind->time - moment <= moment - std::prev(behind)->time);
  if (is_next) return &*behind;
  // Of those at the same time the first is the timeline's.
  auto before = std::prev(behind);
  while (before != instants.begin() && std::prev(before)->time == before->time) --before;
  return &*before;
}

std::optional<KnownClocks::Guess> KnownClocks::guess(const TimeMention& time) const {
  const auto& instants = facts_.instants();
  if (instants.empty()) return std::nullopt;
  std::optional<Guess> best;
  const auto consider = [&](UtcTime moment, minutes offset) {
    const auto* near = nearest_to(moment);
    if (!best || abs(near->time - moment) < abs(best->nearest->time - best->meant))
      best = Guess{moment, offset, near};
  };
  const auto date = date_of(time);
  // Of an incident that goes round the clock any time of day may be told.
  if (!date && instants.back().time - instants.front().time > kLongestDay) return std::nullopt;
  for (const auto& reading : readings_of(time)) {
    if (time.zone.empty() && reading.offset != bare_offsets_.front()) continue;
    if (date) {
      consider(sys_days{*date} + reading.clock - reading.offset, reading.offset);
      continue;
    }
    const auto around = days_around(instants.front().time, instants.back().time, reading.offset);
    for (auto day = around.first; day <= around.last; day += days{1})
      consider(day + reading.clock - reading.offset, reading.offset);
  }
  return best;
}

std::optional<UtcTime> KnownClocks::meant_near(const TimeMention& time, UtcTime moment) const {
  std::optional<UtcTime> best;
  const auto consider = [&](UtcTime each) {
    if (!best || abs(each - moment) < abs(*best - moment)) best = each;
  };
  const auto date = date_of(time);
  for (const auto& reading : readings_of(time)) {
    if (time.zone.empty() && reading.offset != bare_offsets_.front()) continue;
    if (date) consider(sys_days{*date} + reading.clock - reading.offset);
    const auto around = days_around(moment, moment, reading.offset);
    for (auto day = around.first; !date && day <= around.last; day += days{1})
      consider(day + reading.clock - reading.offset);
  }
  return best;
}

}  // namespace pmsite
