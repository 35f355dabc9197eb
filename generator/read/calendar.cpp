// SPDX-License-Identifier: MIT
#include "read/calendar.hpp"

#include "read/reading_rules.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pmsite {
namespace {

using namespace std::chrono;

/// A clock that goes back by this much has passed midnight; by less, the entries are out of order.
constexpr hours kPastMidnight{6};

/// The date on which the incident began, on a clock `offset` east of UTC. A missing `started_at` is reported
/// where it should be; any date then serves to compare the entries with each other.
Date first_date(const std::optional<Located<Instant>>& started_at, minutes offset) {
  return started_at ? local_date({started_at->value.utc, offset}) : Date{year{2000}, January, day{1}};
}

Instant range_end(const TimeStamp& stamp, const Instant& start, minutes offset) {
  Instant end = instant_at(stamp.end_date.value_or(local_date(start)), *stamp.end_clock, offset);
  if (!stamp.end_date && start.utc - end.utc >= kPastMidnight) end.utc += days{1};
  return end;
}

/// Whether the readings are the two clocks of one region, as for "PT".
template <class Readings> bool are_two_clocks(const Readings& readings) {
  return readings.size() == 2 && readings[0].zone.region == readings[1].zone.region;
}

/// "they went forward from 02:00 to 03:00".
std::string tell(const ClockChange& change) {
  return fmt::format("they went {} from {} to {}", change.after > change.before ? "forward" : "back",
                     format_clock({change.at, change.before}), format_clock({change.at, change.after}));
}

/// Whether no clock of the region showed this time: it was put forward over it.
bool was_skipped(const Instant& moment, const ClockChange& change) {
  const auto shown = moment.utc + moment.offset;
  return shown >= change.at + change.before && shown < change.at + change.after;
}

}  // namespace

bool Calendar::place(TimelineItem& item) {
  const auto& stamp = item.stamp;
  auto& entry = item.entry;
  entry.zone = stamp.zone.empty() ? common_zone_ : stamp.zone;
  const auto start = read_clock(entry.zone, item.zone_at, [&](minutes offset) {
    return stamp.date ? instant_at(*stamp.date, stamp.clock, offset) : next(stamp.clock, offset);
  });
  if (!start) return false;
  entry.start = start->moment;
  if (stamp.end_clock) {
    const auto end = read_clock(
        entry.zone, item.zone_at, [&](minutes offset) { return range_end(stamp, entry.start, offset); },
        &start->zone);
    if (!end) return false;
    entry.end = end->moment;
  }
  check_mixed(*start, entry.zone, item.zone_at);
  previous_ = start;
  previous_label_ = entry.zone;
  return true;
}

/// What `label` makes of a time that `place` puts on the calendar. The end of a range is in the region of its
/// `start`, though not always on the same of its clocks.
std::optional<Calendar::Reading> Calendar::read_clock(std::string_view label, Span at, const Place& place,
                                                      const ZoneMeaning* start) {
  if (label.empty()) {
    reporter_.report(kTimelineZone, at, "the time has no zone", std::string(kHowToGiveZone));
    return std::nullopt;
  }
  std::vector<Reading> readings;
  for (auto& zone : zone_meanings(label)) {
    if (start != nullptr && zone.region != start->region) continue;
    const Instant moment = place(zone.offset);
    zone.in_season = holds_at(label, zone, moment.utc);
    readings.push_back({zone, moment});
  }
  if (readings.empty()) {
    reporter_.report(kTimelineZone, at, fmt::format("`{}` is not a zone that pmsite knows", label),
                     "write the offset instead: `+01:00`");
    return std::nullopt;
  }
  const Reading* chosen =
      are_two_clocks(readings) ? choose_clock(readings, label, at) : choose_region(readings, label, at);
  if (chosen == nullptr) return std::nullopt;
  check_season(*chosen, label, at);
  return *chosen;
}

/// The clock that the region kept at that moment. A time over which it was put forward counts on from the old
/// one.
const Calendar::Reading* Calendar::choose_clock(const std::vector<Reading>& readings, std::string_view label,
                                                Span at) const {
  const auto &winter = readings[0], &summer = readings[1];
  if (!winter.zone.in_season || !summer.zone.in_season) return summer.zone.in_season ? &summer : &winter;
  reporter_.report(kTimelineZone, at,
                   fmt::format("{} happened twice that night, and `{}` does not say which is meant",
                               format_clock(winter.moment), label),
                   fmt::format("write `{}` for the first or `{}` for the second",
                               clock_label(summer.zone.region, summer.zone.offset),
                               clock_label(winter.zone.region, winter.zone.offset)));
  return nullptr;
}

/// The meaning that has the offset of `started_at`; it need not, if there is only one.
const Calendar::Reading* Calendar::choose_region(const std::vector<Reading>& readings, std::string_view label,
                                                 Span at) const {
  if (readings.size() == 1) return &readings.front();
  const auto meant = std::find_if(readings.begin(), readings.end(), [this](const Reading& reading) {
    return started_at_ && reading.zone.offset == started_at_->value.offset;
  });
  if (meant != readings.end()) return &*meant;
  reporter_.report(kTimelineZone, at,
                   fmt::format("`{}` means several zones, and none has the offset of `started_at`", label),
                   "write the offset instead: `+01:00`");
  return nullptr;
}

void Calendar::check_season(const Reading& reading, std::string_view label, Span at) {
  const auto& [zone, moment] = reading;
  if (zone.in_season || !seasons_reported_.emplace(label).second) return;
  const Date date = local_date(moment);
  const auto change = clock_change(zone.region, date);
  const bool skipped = change && was_skipped(moment, *change);
  reporter_.report(kTimelineZoneSeason, at,
                   fmt::format("`{}` is not what clocks in {} showed {}on {}{}", label, zone.region,
                               change ? fmt::format("at {} ", format_clock(moment)) : std::string(),
                               format_date(date), change ? ": " + tell(*change) : std::string()),
                   skipped ? "no clock there showed that time: correct it"
                           : "write the zone's label for that season, or the offset");
}

/// Winter and summer time of one place may follow each other where clocks were changed in between.
void Calendar::check_mixed(const Reading& reading, const std::string& label, Span at) {
  if (mixed_reported_ || !previous_ || reading.zone.offset == previous_->zone.offset) return;
  const bool same_region = !reading.zone.region.empty() && reading.zone.region == previous_->zone.region;
  if (same_region ||  // the season was checked
      differ_by_clock_change(previous_->zone, previous_->moment.utc, reading.zone, reading.moment.utc))
    return;
  mixed_reported_ = true;
  reporter_.report(kTimelineZoneMixed, at,
                   fmt::format("`{}` after `{}`: two zones in one timeline", label, previous_label_),
                   "write all times in one zone");
}

Instant Calendar::next(Clock clock, minutes offset) const {
  if (!previous_) return instant_at(first_date(started_at_, offset), clock, offset);
  const auto& before = previous_->moment;
  Instant instant = instant_at(local_date({before.utc, offset}), clock, offset);
  if (before.utc - instant.utc >= kPastMidnight) instant.utc += days{1};
  return instant;
}

}  // namespace pmsite
